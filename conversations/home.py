"""What is said when no question is open: what a person can do now, and help."""

from conversations import consents
from conversations.commands import HELP, MY_DATA, PERMISSIONS, REGISTER, REGISTRATION_TALK, START, UNMUTE
from conversations.conversation import link
from conversations.decisions import Link, Words
from conversations.known import Known
from conversations.screens import stacked
from conversations.state import ChatState
from conversations.text import cut
from conversations.turn import Turn


def home(turn: Turn, first: Words | None = None) -> Turn:
    """Where the person stands and what comes next; ``first`` is said before it."""
    text = _standing(turn)
    return turn.say(text if first is None else stacked(first, text), *ways(turn.state, turn.known))


def help_anywhere(turn: Turn) -> Turn:
    """What the bot does and which words it knows."""
    return turn.say(Words("help"), *ways(turn.state, turn.known, helped=True))


def ways(state: ChatState, known: Known, *, helped: bool = False) -> tuple[Link, ...]:
    """What can be done now, the likeliest first."""
    last = () if helped else (link(HELP, "help-button"),)
    if not consents.welcomed(known):
        return (link(START, "start-button"), link(MY_DATA, "my-data-button"), *last)
    if not known.person.accepts("service"):
        return (link(PERMISSIONS, "permissions-button"), link(MY_DATA, "my-data-button"), *last)
    if unfinished(state, known):
        first = link(REGISTER, "resume-button")
    elif known.person.offices:
        first = link(REGISTER, "register-other-button")
    else:
        first = link(REGISTER, "register-button")
    muted = (link(UNMUTE, "unmute-button"),) if known.person.muted else ()
    return (first, link(MY_DATA, "my-data-button"), *muted, *last)


def unfinished(state: ChatState, known: Known) -> bool:
    """Whether a registration was begun and neither sent nor thrown away."""
    return bool(known.answers.get(REGISTRATION_TALK)) or REGISTRATION_TALK in state.positions


def _standing(turn: Turn) -> Words:
    person = turn.known.person
    if not consents.welcomed(turn.known):
        return Words("home-not-started")
    if not person.accepts("service"):
        return Words("home-without-service")
    if unfinished(turn.state, turn.known):
        return Words("home-unfinished", {"count": len(turn.known.answers.get(REGISTRATION_TALK, {}))})
    if person.offices:
        latest = max(person.offices, key=lambda office: office.registered_at)
        return Words(
            "home-registered",
            {
                "board": cut(latest.board_name, 80),
                "registered": latest.registered_at,
                "others": len(person.offices) - 1,
            },
        )
    return Words("home-new", {"name": cut(person.name, 60)}) if person.name else Words("home-new-nameless")

"""What is said when no question is open: what a person can do now, and help."""

from conversations import consents
from conversations.claim_standing import asked_claim, claim_ways, claims_line, rejected_line
from conversations.commands import (
    ASK,
    BOARDS,
    HELP,
    INBOX,
    MY_BOARD,
    MY_DATA,
    PERMISSIONS,
    PERSON,
    REGISTER,
    REGISTRATION_TALK,
    START,
    SURVEY,
    UNMUTE,
)
from conversations.conversation import link
from conversations.decisions import Link, Words
from conversations.known import Known
from conversations.rights import may
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
    """What can be done now, the likeliest first; for the team, its desk before everything else."""
    desk = (link(BOARDS, "desk-button"),) if may(known.person.staff, "see_boards") else ()
    inbox = (link(INBOX, "inbox-button"),) if may(known.person.staff, "see_tickets") else ()
    return (*desk, *inbox, *_ways(state, known, helped=helped))


def _ways(state: ChatState, known: Known, *, helped: bool) -> tuple[Link, ...]:
    last = () if helped else (link(HELP, "help-button"),)
    if not consents.welcomed(known):
        return (link(START, "start-button"), link(MY_DATA, "my-data-button"), *last)
    if not known.person.accepts("service"):
        return (link(PERMISSIONS, "permissions-button"), link(MY_DATA, "my-data-button"), *last)
    claims = claim_ways(known)
    board = (link(MY_BOARD, "my-board-button"), *_survey(known)) if known.person.offices else ()
    if unfinished(state, known):
        first = link(REGISTER, "resume-button")
    elif known.person.offices or claims:
        first = link(REGISTER, "register-other-button")
    else:
        first = link(REGISTER, "register-button")
    questions = () if known.library is None else (link(ASK, "questions-button"),)
    person = link(PERSON, "person-button" if known.records.own_ticket() is None else "ticket-open-button")
    muted = (link(UNMUTE, "unmute-button"),) if known.person.muted else ()
    resumed = (first, *board) if unfinished(state, known) else (*board, first)
    likeliest = (*claims, *resumed) if asked_claim(known) else (*resumed, *claims)
    return (*likeliest, *questions, person, link(MY_DATA, "my-data-button"), *muted, *last)


def _survey(known: Known) -> tuple[Link, ...]:
    """The survey, while a board of the person has not sent it."""
    held = known.surveys
    if held is None or held.offered() is None:
        return ()
    for office in known.person.offices:
        seen = held.of_board(office.board_id)
        if seen is None or seen.status == "invited":
            return (link(SURVEY, "survey-button"),)
        if seen.status in ("started", "partial"):
            return (link(SURVEY, "survey-go-on-button"),)
    return ()


def unfinished(state: ChatState, known: Known) -> bool:
    """Whether a registration was begun and neither sent nor thrown away."""
    return bool(known.answers.get(REGISTRATION_TALK)) or REGISTRATION_TALK in state.positions


def _standing(turn: Turn) -> Words:
    """Where the person stands; claims that are open are said along with what there is besides them."""
    waiting = claims_line(turn.known) if consents.welcomed(turn.known) else None
    besides = _besides(turn, waiting=waiting is not None)
    if waiting is None:
        return besides or _anew(turn.known)
    return waiting if besides is None else stacked(besides, waiting)


def _anew(known: Known) -> Words:
    """To somebody who holds nothing and waits for nothing."""
    if (rejected := rejected_line(known)) is not None:
        return rejected
    name = known.person.name
    if known.records.has_roster():
        return Words("home-new-listed", {"name": cut(name, 60)}) if name else Words("home-new-listed-nameless")
    return Words("home-new", {"name": cut(name, 60)}) if name else Words("home-new-nameless")


def _besides(turn: Turn, *, waiting: bool) -> Words | None:
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
            "home-holding" if waiting else "home-registered",
            {
                "board": cut(latest.board_name, 80),
                "registered": latest.registered_at,
                "others": len(person.offices) - 1,
            },
        )
    return None

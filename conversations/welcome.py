"""The first minutes: language, age, the privacy notice in short, and one decision per purpose."""

from dataclasses import replace

from conversations import consents
from conversations.commands import NOTICE, PERMISSIONS, START, WELCOME_TALK
from conversations.conversation import Conversation, link, refused, settled
from conversations.decisions import (
    PURPOSES,
    AgeDeclared,
    Choice,
    LanguageChosen,
    Purpose,
    Screen,
    Words,
)
from conversations.known import Known
from conversations.screens import BACK, CANCEL, NO, YES, preceded, stacked, with_last_row
from conversations.turn import HOME, Reply, Turn

# Languages by their own names.
_LANGUAGE_NAMES = {"es-CO": "Español", "en": "English", "pln": "Palenque"}
_LANGUAGE, _AGE, _NOTICE, _CONTINUE = "language", "age", "notice", "continue"


def enter(turn: Turn) -> Turn:
    """Asks what is still open; who comes for the first time hears what the bot is for."""
    known = turn.known
    position = turn.position(WELCOME_TALK)
    if position:
        return _ask(turn, str(position["question"]))
    question = _first_open(known)
    turn = turn.placed(WELCOME_TALK, {"question": question})
    screen = _drawn(known, question)
    if known.person.adult is None:
        turn = turn.placed(WELCOME_TALK, {"question": question, "intro": True})
        screen = preceded(screen, _intro(known))
    elif any(held.notice_hash != known.notice.hash for held in known.person.consents.values()):
        screen = preceded(screen, Words("welcome-notice-changed"))
    return turn.ask(WELCOME_TALK, screen)


def draw(turn: Turn) -> Screen | None:
    """The open question."""
    if turn.state.question is None:
        return None
    screen = _drawn(turn.known, turn.state.question)
    return preceded(screen, _intro(turn.known)) if turn.position(WELCOME_TALK).get("intro") else screen


def hear(turn: Turn, reply: Reply) -> Turn:
    """Takes the answer to the open question."""
    question = turn.state.question or _AGE
    if reply.value == CANCEL:
        return _left(turn, question)
    if reply.value == BACK:
        asked = _order(turn.known)
        place = asked.index(question)
        return _ask(turn, asked[place - 1]) if place else _left(turn, question)
    if question == _LANGUAGE and reply.value is not None:
        turn = turn.remember(LanguageChosen(reply.value))
        return _next(turn, question, _LANGUAGE_NAMES.get(reply.value, reply.value))
    if question == _AGE and reply.value in {YES, NO}:
        return _age(turn, adult=reply.value == YES)
    if question == _NOTICE and reply.value is not None:
        return _next(turn, question, Words("welcome-notice-read"))
    if question in PURPOSES and reply.value in {YES, NO}:
        return _decide(turn, _purpose(question), accepted=reply.value == YES)
    return refused(turn, _drawn(turn.known, question), expected(turn))


def expected(turn: Turn) -> Words:
    """What the open question takes."""
    question = turn.state.question
    if question in {_LANGUAGE, _NOTICE}:
        return Words(f"welcome-{question}-expected")
    return Words("welcome-age-expected" if question == _AGE else "consent-expected")


def label(question: str) -> Words:
    """The name of a question."""
    return consents.label(_purpose(question)) if question in PURPOSES else Words(f"welcome-{question}-label")


def explain(turn: Turn) -> Words:
    """Why the open question is asked."""
    question = turn.state.question or _AGE
    return Words(f"consent-{question}-help" if question in PURPOSES else f"welcome-{question}-help")


def too_young(turn: Turn) -> Turn:
    """What somebody under age is told, each time; a slip of the finger can be put right."""
    return turn.say(Words("welcome-too-young"), link(START, "correct-age-button"))


def _intro(known: Known) -> Words:
    return Words("welcome-intro", {"responsible": known.notice.responsible})


def _purpose(question: str) -> Purpose:
    return next(purpose for purpose in PURPOSES if purpose == question)


def _order(known: Known) -> tuple[str, ...]:
    first = (_LANGUAGE,) if len(known.locales) > 1 else ()
    return (*first, _AGE, _NOTICE, *PURPOSES)


def _first_open(known: Known) -> str:
    if known.person.adult is not True:
        return _order(known)[0]
    open_purposes = consents.undecided(known)
    return _NOTICE if "service" in open_purposes else open_purposes[0]


def _ask(turn: Turn, question: str) -> Turn:
    turn = turn.placed(WELCOME_TALK, {"question": question})
    return turn.ask(WELCOME_TALK, _drawn(turn.known, question))


def _drawn(known: Known, question: str) -> Screen:
    rows: tuple[tuple[Choice, ...], ...]
    if question in PURPOSES:
        place = PURPOSES.index(_purpose(question)) + 1
        text = Words(f"consent-{question}", {"step": place, "total": len(PURPOSES)})
        return Screen(question, text, with_last_row(consents.CONSENT_ROWS))
    if question == _LANGUAGE:
        rows = tuple((Choice(code, _LANGUAGE_NAMES.get(code, code)),) for code in known.locales)
        return Screen(question, Words("welcome-language"), with_last_row(rows))
    if question == _NOTICE:
        arguments = {"responsible": known.notice.responsible, "contact": known.notice.contact}
        read = (link(NOTICE, "read-notice-button"),)
        rows_with_link = (((Choice(_CONTINUE, Words("continue-button"), "primary"),)), read)
        return Screen(question, Words("welcome-notice", arguments), with_last_row(rows_with_link))
    rows = ((Choice(YES, Words("adult-button")),), (Choice(NO, Words("minor-button")),))
    return Screen(_AGE, Words("welcome-age"), with_last_row(rows))


def _next(turn: Turn, question: str, answer: Words | str) -> Turn:
    mark = settled(label(question), answer)
    if turn.position(WELCOME_TALK).get("intro"):  # what the bot is for is still there to be read a week later
        mark = stacked(_intro(turn.known), mark)
    turn = turn.settle(mark)
    asked = _order(turn.known)
    for following in asked[asked.index(question) + 1 :]:
        if following not in PURPOSES or not consents.decided(turn.known, _purpose(following)):
            return _ask(turn, following)
    wanted = turn.state.pending
    return _ended(turn).doing(wanted or HOME)


def _age(turn: Turn, *, adult: bool) -> Turn:
    turn = turn.remember(AgeDeclared(adult, turn.known.notice.hash))
    if adult:
        return _next(turn, _AGE, Words("welcome-age-adult"))
    return too_young(_ended(turn.settle(settled(label(_AGE), Words("welcome-age-minor")))))


def _decide(turn: Turn, purpose: Purpose, *, accepted: bool) -> Turn:
    turn = consents.decide(turn, purpose, accepted=accepted)
    if purpose == "service" and not accepted:
        turn = _ended(turn.settle(settled(label(purpose), consents.answer(accepted=False))))
        return turn.say(Words("service-refused"), link(PERMISSIONS, "permissions-button"))
    return _next(turn, purpose, consents.answer(accepted=accepted))


def _left(turn: Turn, question: str) -> Turn:
    """The place is kept: whatever the person sends next leads back to the question."""
    turn = turn.settle(Words("settled-pending", {"label": label(question)})).closed()
    return turn.say(Words("welcome-left"), link(START, "start-button"))


def _ended(turn: Turn) -> Turn:
    turn = turn.forgotten(WELCOME_TALK).closed()
    return replace(turn, state=turn.state.moved(pending=None))


WELCOME = Conversation(
    name=WELCOME_TALK, command=START, enter=enter, draw=draw, hear=hear, label=label, help=explain,
    expected=expected, lasting=True, before_consent=True,
)  # fmt: skip

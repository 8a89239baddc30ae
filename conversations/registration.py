"""Registering a board and one's own office: what each answer leads to."""

from conversations import consents
from conversations.commands import PERMISSIONS, REGISTER, REGISTRATION_TALK
from conversations.conversation import Conversation, link, refused, settled
from conversations.decisions import PhoneGiven, Remembered, Screen, Withdrawn, Words
from conversations.phone import international, looks_like_phone
from conversations.registration_answers import Rejected, read_answer
from conversations.registration_finding import board_heard, sure_heard
from conversations.registration_moves import advance, answers, ask, back, paused, put, screen_of, shown_as, taken
from conversations.registration_places import PLACE_QUESTIONS, chosen, turned_page, typed
from conversations.registration_questions import (
    ANOTHER,
    BARRIO,
    BOARD,
    BOARD_SURE,
    CHANGE,
    COMUNA,
    CONSENT,
    FREE,
    KIND,
    KINDS,
    LOCALIDAD,
    NEAR,
    NIT,
    PHONE,
    ROLE,
    ROLES,
    SECTOR,
    SUMMARY,
    answered,
    asked,
    barrio_optional,
    draft,
    label,
    next_open,
)
from conversations.registration_sending import near_heard, sent
from conversations.registration_summary import CHANGEABLE, SEND
from conversations.screens import BACK, CANCEL, KEEP, NO, NONE, SKIP, YES
from conversations.turn import Reply, Turn

_FIXED = {CONSENT, ANOTHER, SUMMARY, CHANGE}
_HEARD = {BOARD_SURE: sure_heard, NEAR: near_heard}


def enter(turn: Turn) -> Turn:
    """Begins, or goes on where it was left."""
    known = turn.known
    if not known.person.accepts("service"):
        return turn.say(Words("service-needed"), link(PERMISSIONS, "permissions-button"))
    position = turn.position(REGISTRATION_TALK)
    if not draft(known) and not position and known.person.offices:
        return ask(turn, ANOTHER)
    held = str(position.get("question", ""))
    valid = held in asked(known) or held == SUMMARY
    question = held if valid and (held != SUMMARY or next_open(known) == SUMMARY) else next_open(known)
    if not draft(known):
        return ask(turn, question)
    return ask(turn, question, first=Words("registration-resumed"))


def draw(turn: Turn) -> Screen | None:
    """The open question."""
    return None if turn.state.question is None else screen_of(turn, turn.state.question)


def hear(turn: Turn, reply: Reply) -> Turn:
    """Takes the answer to the open question."""
    question = turn.state.question or KIND
    if reply.value == CANCEL:
        return paused(turn)
    if reply.value == BACK:
        return back(turn, question)
    if question in _HEARD:
        return _HEARD[question](turn, reply)
    if question in _FIXED:
        return _fixed(turn, question, reply)
    if reply.value == KEEP:
        return advance(turn.settle(settled(label(question), answered(turn.known)[shown_as(question)])), question)
    if question == BOARD:
        return board_heard(turn, reply)
    if question == PHONE:
        return _phone(turn, reply)
    if question in PLACE_QUESTIONS:
        return _place(turn, question, reply)
    return _plain(turn, question, reply)


def explain(turn: Turn) -> Words:
    """Why the open question is asked and how to answer it."""
    question = turn.state.question or KIND
    return Words("consent-role-help" if question == CONSENT else f"registration-{question.replace('_', '-')}-help")


def expected(turn: Turn) -> Words:
    """What the open question takes, with an example."""
    question = turn.state.question or KIND
    return Words("consent-expected" if question == CONSENT else f"registration-{question.replace('_', '-')}-expected")


# --- the questions ----------------------------------------------------------------------------------------------------


def _plain(turn: Turn, question: str, reply: Reply) -> Turn:
    value = reply.value
    if question == KIND and value in KINDS:
        # A board of one barrio needs it; an association may have passed it over.
        dropped: tuple[Remembered, ...] = ()
        if value != "asojuntas" and barrio_optional(turn.known) and draft(turn.known).get(BARRIO, "") is None:
            dropped = (Withdrawn(REGISTRATION_TALK, BARRIO),)
        return taken(turn, question, *dropped, answers(question, value))
    if question == ROLE and value in ROLES:
        return taken(turn, question, answers(question, value))
    if question in {SECTOR, NIT} and value == SKIP:
        return taken(turn, question, answers(question, None))
    if question in {KIND, ROLE} or value is not None:
        return refused(turn, screen_of(turn, question), expected(turn))
    read = read_answer(question, reply.text)
    if isinstance(read, Rejected):
        return refused(turn, screen_of(turn, question), Words(read.key))
    turn = turn.remember(answers(question, read.value))
    shown = answered(turn.known)[shown_as(question)]
    if read.split:
        shown = Words("registration-nit-split", {"nit": shown})
    return taken(turn, question, shown=shown)


def _place(turn: Turn, question: str, reply: Reply) -> Turn:
    position = turn.position(REGISTRATION_TALK)
    if reply.value is not None:
        if (turned := turned_page(turn, reply.value)) is not None:
            turn = turn.placed(REGISTRATION_TALK, turned)
            screen = screen_of(turn, question)
            return turn.redraw(screen) if reply.pressed else turn.ask_again(screen)
        if reply.value == NONE:
            kept = {name: value for name, value in position.items() if name != "offered"}
            turn = turn.placed(REGISTRATION_TALK, kept).settle(settled(label(question), Words("place-none")))
            return ask(turn, question if LOCALIDAD in draft(turn.known) and COMUNA in draft(turn.known) else LOCALIDAD)
        if decisions := chosen(turn, question, reply.value):
            return _placed(turn, question, decisions)
    found = typed(turn, question, reply.text)
    if found.answers:
        return _placed(turn, question, found.answers)
    if found.offered:
        turn = turn.settle(Words("settled-pending", {"label": label(question)}))
        turn = turn.placed(REGISTRATION_TALK, {**position, "question": BARRIO, "offered": list(found.offered)})
        return put(turn, BARRIO)
    return refused(turn, screen_of(turn, question), expected(turn))


def _placed(turn: Turn, question: str, decisions: tuple[Remembered, ...]) -> Turn:
    turn = turn.remember(*decisions)
    shown = answered(turn.known)
    if draft(turn.known).get(BARRIO) is None or (
        question == BARRIO and "offered" not in turn.position(REGISTRATION_TALK)
    ):
        return advance(turn.settle(settled(label(question), shown[question])), question)
    arguments = {name: shown[name] for name in PLACE_QUESTIONS}
    return advance(turn.settle(settled(label(BARRIO), Words("place-found", arguments))), BARRIO)


def _phone(turn: Turn, reply: Reply) -> Turn:
    held = draft(turn.known).get(PHONE)
    if reply.value == SKIP:
        return taken(turn, PHONE, answers(PHONE, held))
    if reply.contact is None:
        key = "registration-phone-typed" if looks_like_phone(reply.text) else "registration-phone-expected"
        return refused(turn, screen_of(turn, PHONE), Words(key))
    if not reply.contact.is_own:
        return refused(turn, screen_of(turn, PHONE), Words("registration-phone-other"))
    phone = international(reply.contact.phone)
    return taken(turn, PHONE, PhoneGiven(phone), answers(PHONE, "shared"))


def _fixed(turn: Turn, question: str, reply: Reply) -> Turn:
    value = reply.value
    if question == CONSENT and value in {YES, NO}:
        turn = consents.decide(turn, "role", accepted=value == YES)
        turn = turn.settle(settled(consents.label("role"), consents.answer(accepted=value == YES)))
        if value == YES:
            return ask(turn, next_open(turn.known))
        turn = turn.closed() if draft(turn.known) else turn.closed().forgotten(REGISTRATION_TALK)
        return turn.say(Words("registration-without-role"), link(PERMISSIONS, "permissions-button"))
    if question == ANOTHER and (value == ANOTHER or YES in turn.known.lexicon.means(reply.text)):
        turn = turn.settle(settled(label(ANOTHER), Words("registration-another-yes")))
        return ask(turn, next_open(turn.known))
    if question == SUMMARY and value == SEND:
        return sent(turn)
    if question == SUMMARY and value == CHANGE:
        return ask(turn.settle(Words("registration-changing")), CHANGE)
    if question == CHANGE and value in CHANGEABLE:
        turn = turn.settle(settled(label(CHANGE), label(value)))
        return ask(turn.placed(REGISTRATION_TALK, {"from_summary": True}), value)
    return refused(turn, screen_of(turn, question), expected(turn))


REGISTRATION = Conversation(
    name=REGISTRATION_TALK, command=REGISTER, enter=enter, draw=draw, hear=hear, label=label, help=explain,
    expected=expected, free=FREE, lasting=True,
)  # fmt: skip

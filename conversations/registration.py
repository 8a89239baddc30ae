"""Registering a board and one's own office: the order of things, back, change, pause."""

from conversations import consents
from conversations.commands import DISCARD, PERMISSIONS, REGISTER, REGISTRATION_TALK
from conversations.conversation import Conversation, link, refused, settled
from conversations.decisions import Answered, PhoneGiven, Remembered, Screen, Withdrawn, Words
from conversations.phone import international, looks_like_phone
from conversations.registration_answers import Rejected, read_answer
from conversations.registration_places import PLACE_QUESTIONS, chosen, drawn_place, turned_page, typed
from conversations.registration_questions import (
    ANOTHER,
    BARRIO,
    CHANGE,
    COMUNA,
    CONSENT,
    FREE,
    KIND,
    KINDS,
    LOCALIDAD,
    NIT,
    PHONE,
    ROLE,
    ROLES,
    SECTOR,
    SUMMARY,
    another_screen,
    answered,
    asked,
    barrio_optional,
    consent_screen,
    draft,
    drawn,
    next_open,
)
from conversations.registration_summary import CHANGEABLE, SEND, change_screen, sent, summary_screen
from conversations.screens import BACK, CANCEL, KEEP, NO, NONE, SKIP, YES, preceded
from conversations.turn import Reply, Turn

_FIXED = {CONSENT, ANOTHER, SUMMARY, CHANGE}


def enter(turn: Turn) -> Turn:
    """Begins, or goes on where it was left."""
    known = turn.known
    if not known.person.accepts("service"):
        return turn.say(Words("service-needed"), link(PERMISSIONS, "permissions-button"))
    position = turn.position(REGISTRATION_TALK)
    if not draft(known) and not position and known.person.offices:
        return _ask(turn, ANOTHER)
    held = str(position.get("question", ""))
    valid = held in asked(known) or held == SUMMARY
    question = held if valid and (held != SUMMARY or next_open(known) == SUMMARY) else next_open(known)
    if not draft(known):
        return _ask(turn, question)
    return _ask(turn, question, first=Words("registration-resumed"))


def draw(turn: Turn) -> Screen | None:
    """The open question."""
    return None if turn.state.question is None else _screen(turn, turn.state.question)


def hear(turn: Turn, reply: Reply) -> Turn:
    """Takes the answer to the open question."""
    question = turn.state.question or KIND
    if reply.value == CANCEL:
        return _paused(turn)
    if reply.value == BACK:
        return _back(turn, question)
    if question in _FIXED:
        return _fixed(turn, question, reply)
    if reply.value == KEEP:
        return _advance(turn.settle(settled(label(question), answered(turn.known)[_shown(question)])), question)
    if question == PHONE:
        return _phone(turn, reply)
    if question in PLACE_QUESTIONS:
        return _place(turn, question, reply)
    return _plain(turn, question, reply)


def label(question: str) -> Words:
    """The name of a question."""
    return Words(f"registration-{question.replace('_', '-')}-label")


def explain(turn: Turn) -> Words:
    """Why the open question is asked and how to answer it."""
    question = turn.state.question or KIND
    return Words("consent-role-help" if question == CONSENT else f"registration-{question.replace('_', '-')}-help")


def expected(turn: Turn) -> Words:
    """What the open question takes, with an example."""
    question = turn.state.question or KIND
    return Words("consent-expected" if question == CONSENT else f"registration-{question.replace('_', '-')}-expected")


# --- moving -----------------------------------------------------------------------------------------------------------


def _screen(turn: Turn, question: str) -> Screen:
    if question == CONSENT:
        return consent_screen()
    if question == ANOTHER and turn.known.person.offices:
        return another_screen(turn.known)
    if question == SUMMARY:
        return summary_screen(turn)
    if question == CHANGE:
        return change_screen(turn)
    if question in PLACE_QUESTIONS:
        return drawn_place(turn, question)
    return drawn(turn, KIND if question == ANOTHER else question)


def _ask(turn: Turn, question: str, first: Words | None = None) -> Turn:
    """Asks a question; the permission to keep an office comes before all others."""
    if not turn.known.person.accepts("role") and question != ANOTHER:
        question = CONSENT
    if question == BARRIO and COMUNA not in draft(turn.known):
        # It was open for places offered for a typed name. Those are gone, and a list of barrios needs its comuna.
        question = next_open(turn.known)
    kept = {name: value for name, value in turn.position(REGISTRATION_TALK).items() if name == "from_summary"}
    turn = turn.placed(REGISTRATION_TALK, {**kept, "question": question})
    screen = _screen(turn, question)
    return turn.ask(REGISTRATION_TALK, screen if first is None else preceded(screen, first))


def _advance(turn: Turn, question: str) -> Turn:
    """On to the next open question. After the localidad was looked at for a change, the comuna is looked at too."""
    changing = bool(turn.position(REGISTRATION_TALK).get("from_summary"))
    following = next_open(turn.known)
    if changing and question == LOCALIDAD and following == SUMMARY:
        return _ask(turn, COMUNA)
    if following == SUMMARY:
        turn = turn.placed(REGISTRATION_TALK, {"question": SUMMARY})
    return _ask(turn, following)


def _back(turn: Turn, question: str) -> Turn:
    if question in {CONSENT, ANOTHER}:
        return _paused(turn)
    if question == PHONE:
        # Its keyboard would stay on the screen: Telegram takes it away only with a message.
        turn = turn.settle(Words("settled-pending", {"label": label(PHONE)}))
    order = (*asked(turn.known), SUMMARY)
    if question == CHANGE or (
        turn.position(REGISTRATION_TALK).get("from_summary") and next_open(turn.known) == SUMMARY
    ):
        return _ask(turn.placed(REGISTRATION_TALK, {}), SUMMARY)
    place = order.index(question)
    return _ask(turn, order[place - 1]) if place else _paused(turn)


def _paused(turn: Turn) -> Turn:
    """Leaves; what was answered is kept, and is thrown away only at the person's wish."""
    turn = turn.settle(Words("settled-pending", {"label": label(turn.state.question or KIND)})).closed()
    count = len(draft(turn.known))
    if not count:
        return turn.forgotten(REGISTRATION_TALK).say(Words("registration-left"), link(REGISTER, "register-button"))
    return turn.say(
        Words("registration-paused", {"count": count}),
        link(REGISTER, "resume-button"),
        link(DISCARD, "discard-button"),
    )


def _taken(turn: Turn, question: str, *decisions: Remembered, shown: Words | str | None = None) -> Turn:
    """An accepted answer: remembered, shown in place of its question, and on."""
    turn = turn.remember(*decisions)
    return _advance(turn.settle(settled(label(question), shown or answered(turn.known)[_shown(question)])), question)


def _shown(question: str) -> str:
    return BARRIO if question == "barrio_other" else question


# --- the questions ----------------------------------------------------------------------------------------------------


def _plain(turn: Turn, question: str, reply: Reply) -> Turn:
    value = reply.value
    if question == KIND and value in KINDS:
        # A board of one barrio needs it; an association may have passed it over.
        dropped: tuple[Remembered, ...] = ()
        if value != "asojuntas" and barrio_optional(turn.known) and draft(turn.known).get(BARRIO, "") is None:
            dropped = (Withdrawn(REGISTRATION_TALK, BARRIO),)
        return _taken(turn, question, *dropped, Answered(REGISTRATION_TALK, question, value))
    if question == ROLE and value in ROLES:
        return _taken(turn, question, Answered(REGISTRATION_TALK, question, value))
    if question in {SECTOR, NIT} and value == SKIP:
        return _taken(turn, question, Answered(REGISTRATION_TALK, question, None))
    if question in {KIND, ROLE} or value is not None:
        return refused(turn, _screen(turn, question), expected(turn))
    read = read_answer(question, reply.text)
    if isinstance(read, Rejected):
        return refused(turn, _screen(turn, question), Words(read.key))
    turn = turn.remember(Answered(REGISTRATION_TALK, question, read.value))
    shown = answered(turn.known)[_shown(question)]
    if read.split:
        shown = Words("registration-nit-split", {"nit": shown})
    return _taken(turn, question, shown=shown)


def _place(turn: Turn, question: str, reply: Reply) -> Turn:
    position = turn.position(REGISTRATION_TALK)
    if reply.value is not None:
        if (turned := turned_page(turn, reply.value)) is not None:
            turn = turn.placed(REGISTRATION_TALK, turned)
            screen = _screen(turn, question)
            return turn.redraw(screen) if reply.pressed else turn.ask_again(screen)
        if reply.value == NONE:
            kept = {name: value for name, value in position.items() if name != "offered"}
            turn = turn.placed(REGISTRATION_TALK, kept).settle(settled(label(question), Words("place-none")))
            return _ask(turn, question if LOCALIDAD in draft(turn.known) and COMUNA in draft(turn.known) else LOCALIDAD)
        if decisions := chosen(turn, question, reply.value):
            return _placed(turn, question, decisions)
    found = typed(turn, question, reply.text)
    if found.answers:
        return _placed(turn, question, found.answers)
    if found.offered:
        turn = turn.settle(Words("settled-pending", {"label": label(question)}))
        turn = turn.placed(REGISTRATION_TALK, {**position, "question": BARRIO, "offered": list(found.offered)})
        return turn.ask(REGISTRATION_TALK, _screen(turn, BARRIO))
    return refused(turn, _screen(turn, question), expected(turn))


def _placed(turn: Turn, question: str, decisions: tuple[Remembered, ...]) -> Turn:
    turn = turn.remember(*decisions)
    shown = answered(turn.known)
    if draft(turn.known).get(BARRIO) is None or (
        question == BARRIO and "offered" not in turn.position(REGISTRATION_TALK)
    ):
        return _advance(turn.settle(settled(label(question), shown[question])), question)
    arguments = {name: shown[name] for name in PLACE_QUESTIONS}
    return _advance(turn.settle(settled(label(BARRIO), Words("place-found", arguments))), BARRIO)


def _phone(turn: Turn, reply: Reply) -> Turn:
    held = draft(turn.known).get(PHONE)
    if reply.value == SKIP:
        return _taken(turn, PHONE, Answered(REGISTRATION_TALK, PHONE, held))
    if reply.contact is None:
        key = "registration-phone-typed" if looks_like_phone(reply.text) else "registration-phone-expected"
        return refused(turn, _screen(turn, PHONE), Words(key))
    if not reply.contact.is_own:
        return refused(turn, _screen(turn, PHONE), Words("registration-phone-other"))
    phone = international(reply.contact.phone)
    return _taken(turn, PHONE, PhoneGiven(phone), Answered(REGISTRATION_TALK, PHONE, "shared"))


def _fixed(turn: Turn, question: str, reply: Reply) -> Turn:
    value = reply.value
    if question == CONSENT and value in {YES, NO}:
        turn = consents.decide(turn, "role", accepted=value == YES)
        turn = turn.settle(settled(consents.label("role"), consents.answer(accepted=value == YES)))
        if value == YES:
            return _ask(turn, next_open(turn.known))
        turn = turn.closed() if draft(turn.known) else turn.closed().forgotten(REGISTRATION_TALK)
        return turn.say(Words("registration-without-role"), link(PERMISSIONS, "permissions-button"))
    if question == ANOTHER and value == ANOTHER:
        turn = turn.settle(settled(label(ANOTHER), Words("registration-another-yes")))
        return _ask(turn, KIND)
    if question == SUMMARY and value == SEND:
        return sent(turn)
    if question == SUMMARY and value == CHANGE:
        return _ask(turn.settle(Words("registration-changing")), CHANGE)
    if question == CHANGE and value in CHANGEABLE:
        turn = turn.settle(settled(label(CHANGE), label(value)))
        return _ask(turn.placed(REGISTRATION_TALK, {"from_summary": True}), value)
    return refused(turn, _screen(turn, question), expected(turn))


REGISTRATION = Conversation(
    name=REGISTRATION_TALK, command=REGISTER, enter=enter, draw=draw, hear=hear, label=label, help=explain,
    expected=expected, free=FREE, lasting=True,
)  # fmt: skip

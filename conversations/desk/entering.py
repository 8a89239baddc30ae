"""Entering a board for somebody who has no phone of their own: the board, then its contact, who has to permit it."""

from collections.abc import Callable

from conversations.board_decisions import BoardEntered
from conversations.decisions import Choice, Screen, Words
from conversations.desk.page import Page, go, stay
from conversations.desk.placing import Placing, Where
from conversations.desk.writing import begun, done, draft, drafted, keep, mine, page, read_field, refuse, value_words
from conversations.known import Known
from conversations.nit import written
from conversations.phone import colombian
from conversations.records import Board
from conversations.registration_answers import Rejected
from conversations.registration_board import numbered_lines, numbered_rows, value_of
from conversations.registration_questions import (
    BARRIO,
    COMUNA,
    KIND,
    KINDS,
    LOCALIDAD,
    NAME,
    NIT,
    ROLES,
    SECTOR,
    BoardKind,
    comuna_words,
    role_words,
)
from conversations.screens import NO, SKIP, YES, Row, button, with_last_row
from conversations.text import calm, cut, tidy
from conversations.turn import Reply, Turn

CONTACT, OFFICE, PHONE = "contact", "office", "contact_phone"
_ANOTHER = "another"
_MOST_OFFERED = 3
_NAME_LENGTH = (3, 80)


# --- the board --------------------------------------------------------------------------------------------------------


def _draw_kind(_turn: Turn) -> Screen:
    rows = tuple((Choice(kind, Words(f"kind-{kind}-button")),) for kind in KINDS)
    return Screen("enter", Words("enter"), with_last_row(rows))


def _hear_kind(turn: Turn, reply: Reply) -> Turn:
    if reply.value not in KINDS:
        return refuse(turn, _draw_kind, Words("enter-expected"))
    return go(keep(begun(turn), kind=reply.value), "enter-name")


def _typed_page(question: str, field: str, following: Callable[[Turn], Turn], *, optional: bool) -> Page:
    """A field of the board that is typed; ``optional``: it may be passed over."""

    def draw(turn: Turn) -> Screen | None:
        if not drafted(turn.known, KIND):
            return None
        hint = Words(f"writing-{field}-expected")
        text = Words("enter-field", {"field": Words(f"edit-{field}"), "hint": hint})
        return Screen(question, text, with_last_row((), skip=optional))

    def hear(turn: Turn, reply: Reply) -> Turn:
        if optional and reply.value == SKIP:
            return following(keep(turn, **{field: None}))
        read = read_field(field, reply.text)
        if isinstance(read, Rejected):
            return refuse(turn, draw, Words(read.key))
        return following(keep(turn, **{field: read.value}))

    return page(
        question, "enter_boards", draw, hear, ("enter-label", "enter-field-help", "enter-field-expected"), free=True
    )


def _placed(turn: Turn, place: Where) -> Turn:
    kept = keep(turn, localidad=place.localidad, comuna=place.comuna, barrio=place.barrio)
    return go(kept, "enter-sector")


def _is_association(turn: Turn) -> bool:
    return draft(turn.known, KIND) == "asojuntas"


# --- is it there already? ---------------------------------------------------------------------------------------------


def _near(turn: Turn) -> tuple[Board, ...]:
    known = turn.known
    if not drafted(known, NAME):
        return ()
    name, barrio = draft(known, NAME) or "", draft(known, BARRIO) or ""
    found = known.records.near(name, barrio, draft(known, SECTOR), draft(known, NIT), inactive=True)
    return found[:_MOST_OFFERED]


def _described(turn: Turn) -> Turn:
    """The board is described: on to its contact, unless the register seems to hold it."""
    return go(turn, "enter-near" if _near(turn) else "enter-contact")


def _draw_near(turn: Turn) -> Screen | None:
    boards = _near(turn)
    if not drafted(turn.known, NAME):
        return None
    rows: list[Row] = [*numbered_rows(boards), (Choice(_ANOTHER, Words("enter-another-button")),)]
    return Screen("enter-near", Words("enter-near", {"boards": numbered_lines(boards)}), with_last_row(rows))


def _hear_near(turn: Turn, reply: Reply) -> Turn:
    if reply.value == _ANOTHER:
        return go(turn, "enter-contact")
    chosen = next((board for board in _near(turn) if value_of(board) == reply.value), None)
    if chosen is None:
        return refuse(turn, _draw_near, Words("enter-near-expected"))
    if not mine(turn, chosen.localidad, "see_boards"):
        return refuse(turn, _draw_near, Words("place-not-yours", {"localidad": chosen.localidad}))
    return stay(begun(turn).settle(Words("enter-there", {"board": cut(chosen.name, 90)})), "board", board=chosen.id)


# --- its contact ------------------------------------------------------------------------------------------------------


def _draw_contact(turn: Turn) -> Screen | None:
    if not drafted(turn.known, NAME):
        return None
    return Screen("enter-contact", Words("enter-contact"), with_last_row(()))


def _hear_contact(turn: Turn, reply: Reply) -> Turn:
    name = calm(tidy(reply.text))
    letters = sum(character.isalpha() for character in name)
    if letters < _NAME_LENGTH[0] or len(name) > _NAME_LENGTH[1] or any(character.isdigit() for character in name):
        return refuse(turn, _draw_contact, Words("enter-contact-expected"))
    return go(keep(turn, contact=name), "enter-office")


def _draw_office(turn: Turn) -> Screen | None:
    name = draft(turn.known, CONTACT)
    if not name:
        return None
    buttons = [Choice(role, Words(f"role-{role}")) for role in ROLES]
    rows: list[Row] = [tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2)]
    return Screen("enter-office", Words("enter-office", {"name": cut(name, 60)}), with_last_row(rows))


def _hear_office(turn: Turn, reply: Reply) -> Turn:
    if reply.value not in ROLES:
        return refuse(turn, _draw_office, Words("enter-office-expected"))
    return go(keep(turn, office=reply.value), "enter-phone")


def _draw_phone(turn: Turn) -> Screen | None:
    name = draft(turn.known, CONTACT)
    if not name:
        return None
    return Screen("enter-phone", Words("enter-phone", {"name": cut(name, 60)}), with_last_row((), skip=True))


def _hear_phone(turn: Turn, reply: Reply) -> Turn:
    phone = None
    if reply.value != SKIP:
        phone = colombian(reply.text)
        if phone is None:
            return refuse(turn, _draw_phone, Words("enter-phone-expected"))
    return go(keep(turn, contact_phone=phone), "enter-sure")


# --- permitted? -------------------------------------------------------------------------------------------------------


def _draw_sure(turn: Turn) -> Screen | None:
    board = _board(turn.known)
    if board is None:
        return None
    phone = draft(turn.known, PHONE)
    text = Words("enter-sure", {
        "board": cut(board.name, 90), "kind": Words(f"kind-{board.kind}"), "place": _place(board),
        "nit": Words("answer-skipped") if board.nit is None else written(board.nit),
        "name": cut(board.contact_name, 60), "role": role_words(board.contact_role),
        "phone": value_words("phone", phone), "responsible": turn.known.notice.responsible,
    })  # fmt: skip
    rows = ((Choice(YES, Words("enter-yes-button"), "success"),), (Choice(NO, Words("enter-no-button")),))
    return Screen("enter-sure", text, with_last_row((*rows, (button("cancel"),))))


def _hear_sure(turn: Turn, reply: Reply) -> Turn:
    board = _board(turn.known)
    if board is None or reply.value not in {YES, NO}:
        return refuse(turn, _draw_sure, Words("enter-sure-expected"))
    if reply.value == NO:
        return done(turn, Words("enter-not-permitted"), "home")
    if not mine(turn, board.localidad, "enter_boards"):
        return refuse(turn, _draw_sure, Words("place-not-yours", {"localidad": board.localidad}))
    return done(turn.remember(board), Words("enter-done", {"board": cut(board.name, 90)}), "home")


def _board(known: Known) -> BoardEntered | None:
    """The board as it was described, None while something that is needed is missing."""
    kind = next((kind for kind in KINDS if kind == draft(known, KIND)), None)
    needed = {name: draft(known, name) for name in (NAME, LOCALIDAD, COMUNA, CONTACT, OFFICE)}
    if kind is None or not all(needed.values()) or not drafted(known, PHONE):
        return None
    said = {name: value or "" for name, value in needed.items()}
    chosen: BoardKind = kind
    return BoardEntered(
        chosen, said[NAME], said[LOCALIDAD], said[COMUNA], draft(known, BARRIO) or "", draft(known, SECTOR),
        draft(known, NIT), said[CONTACT], said[OFFICE], draft(known, PHONE),
    )  # fmt: skip


def _place(board: BoardEntered) -> Words:
    barrio: Words | str = cut(board.barrio, 40) if board.barrio else Words("place-wide")
    if board.sector:
        barrio = Words("place-with-sector", {"barrio": barrio, "sector": cut(board.sector, 40)})
    return Words("place-found", {"barrio": barrio, "comuna": comuna_words(board.comuna), "localidad": board.localidad})


_PLACING = Placing("enter", "enter_boards", _placed, _is_association)
PAGES = (
    page("enter", "enter_boards", _draw_kind, _hear_kind, ("enter-label", "enter-help", "enter-expected")),
    _typed_page("enter-name", NAME, lambda turn: go(turn, _PLACING.typed), optional=False),
    *_PLACING.pages,
    _typed_page("enter-sector", SECTOR, lambda turn: go(turn, "enter-nit"), optional=True),
    _typed_page("enter-nit", NIT, _described, optional=True),
    page(
        "enter-near", "enter_boards", _draw_near, _hear_near, ("enter-label", "enter-near-help", "enter-near-expected")
    ),
    page(
        "enter-contact",
        "enter_boards",
        _draw_contact,
        _hear_contact,
        ("enter-label", "enter-contact-help", "enter-contact-expected"),
        free=True,
    ),
    page(
        "enter-office",
        "enter_boards",
        _draw_office,
        _hear_office,
        ("enter-label", "enter-contact-help", "enter-office-expected"),
    ),
    page(
        "enter-phone",
        "enter_boards",
        _draw_phone,
        _hear_phone,
        ("enter-label", "enter-contact-help", "enter-phone-expected"),
        free=True,
    ),
    page(
        "enter-sure", "enter_boards", _draw_sure, _hear_sure, ("enter-label", "enter-sure-help", "enter-sure-expected")
    ),
)

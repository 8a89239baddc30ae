"""Correcting a board's record: which field, the new value, why, and a last look at old and new."""

from collections.abc import Mapping

from conversations.board_decisions import BoardEdited
from conversations.decisions import Choice, Screen, Words
from conversations.desk.page import go, stay, where
from conversations.desk.placing import Placing, Where
from conversations.desk.writing import (
    BLANK,
    begun,
    board_here,
    confirm,
    done,
    draft,
    drafted,
    keep,
    mine,
    page,
    read_field,
    reason_of,
    reason_page,
    record_words,
    refuse,
    same_nit,
    tell_officers,
    value_words,
)
from conversations.records import Board
from conversations.registration_answers import Rejected
from conversations.registration_questions import BARRIO, COMUNA, KIND, KINDS, LOCALIDAD, NAME, NIT, SECTOR, comuna_words
from conversations.roster_columns import STATES
from conversations.screens import YES, Row, with_last_row
from conversations.text import cut
from conversations.turn import Reply, Turn

PERSONERIA, RUC, STATE = "personeria", "ruc", "state"
# Button → fields of the record that are changed together.
FIELDS: Mapping[str, tuple[str, ...]] = {
    NAME: ("name",), KIND: ("kind",), BARRIO: ("localidad", "comuna", "barrio"), SECTOR: ("sector",), NIT: ("nit",),
    PERSONERIA: ("personeria",), RUC: ("ruc",), STATE: ("registry_state",),
}  # fmt: skip
_CHOICES = {KIND: KINDS, STATE: STATES}
_MAY_BE_BLANK = frozenset({SECTOR, NIT, PERSONERIA, RUC, STATE})
_TOLD = {NAME: "edit-told-name", BARRIO: "edit-told-place", SECTOR: "edit-told-place"}


# --- which field ------------------------------------------------------------------------------------------------------


def _draw_fields(turn: Turn) -> Screen | None:
    board = board_here(turn)
    if board is None:
        return None
    buttons = [Choice(field, Words(f"edit-{field}-button")) for field in FIELDS]
    rows: list[Row] = [tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2)]
    return Screen("edit", Words("edit", {"record": record_words(board)}), with_last_row(rows))


def _hear_fields(turn: Turn, reply: Reply) -> Turn:
    field = reply.value or ""
    if field not in FIELDS:
        return refuse(turn, _draw_fields, Words("edit-expected"))
    turn = begun(turn)
    if field == BARRIO:
        return go(turn, _PLACING.typed, field=field)
    return go(turn, "edit-choice" if field in _CHOICES else "edit-value", field=field)


def _field(turn: Turn) -> str:
    field = where(turn).get("field")
    return field if isinstance(field, str) and field in FIELDS else NAME


# --- the new value ----------------------------------------------------------------------------------------------------


def _draw_value(turn: Turn) -> Screen | None:
    board, field = board_here(turn), _field(turn)
    if board is None:
        return None
    old = value_words(FIELDS[field][0], getattr(board, FIELDS[field][0]))
    rows = ((Choice(BLANK, Words("edit-blank-button")),),) if field in _MAY_BE_BLANK else ()
    text = Words(
        "edit-value", {"field": Words(f"edit-{field}"), "old": old, "hint": Words(f"writing-{field}-expected")}
    )
    return Screen("edit-value", text, with_last_row(rows))


def _hear_value(turn: Turn, reply: Reply) -> Turn:
    field = _field(turn)
    if reply.value == BLANK and field in _MAY_BE_BLANK:
        return _taken(turn, {FIELDS[field][0]: None})
    read = read_field(field, reply.text)
    if isinstance(read, Rejected):
        return refuse(turn, _draw_value, Words(read.key))
    return _taken(turn, {FIELDS[field][0]: read.value})


def _draw_choice(turn: Turn) -> Screen | None:
    board, field = board_here(turn), _field(turn)
    if board is None or field not in _CHOICES:
        return None
    names = {KIND: "kind-{}-button", STATE: "edit-state-{}-button"}
    rows: list[Row] = [(Choice(value, Words(names[field].format(value))),) for value in _CHOICES[field]]
    if field in _MAY_BE_BLANK:
        rows.append((Choice(BLANK, Words("edit-blank-button")),))
    old = value_words(FIELDS[field][0], getattr(board, FIELDS[field][0]))
    text = Words("edit-choice", {"field": Words(f"edit-{field}"), "old": old})
    return Screen("edit-choice", text, with_last_row(rows))


def _hear_choice(turn: Turn, reply: Reply) -> Turn:
    field = _field(turn)
    if reply.value == BLANK and field in _MAY_BE_BLANK:
        return _taken(turn, {FIELDS[field][0]: None})
    if reply.value not in _CHOICES.get(field, ()):
        return refuse(turn, _draw_choice, Words("edit-choice-expected"))
    return _taken(turn, {FIELDS[field][0]: reply.value})


def _placed(turn: Turn, place: Where) -> Turn:
    return _taken(turn, {LOCALIDAD: place.localidad, COMUNA: place.comuna, BARRIO: place.barrio})


def _taken(turn: Turn, values: Mapping[str, str | None]) -> Turn:
    board = board_here(turn)
    if board is None:
        return stay(turn, "edit")
    if all(getattr(board, name) == value for name, value in values.items()):
        return stay(turn.say(Words("edit-same")), str(turn.state.question))
    return go(keep(turn, **values), "edit-reason", was=_now(board, _field(turn)))


# --- why, and the last look -------------------------------------------------------------------------------------------


def _draw_reason(turn: Turn) -> Screen | None:
    board, values = board_here(turn), _values(turn)
    if board is None or values is None:
        return None
    return Screen("edit-reason", Words("edit-reason", _change(board, turn, values)), with_last_row(()))


def _draw_confirm(turn: Turn) -> Screen | None:
    board, values = board_here(turn), _values(turn)
    if board is None or values is None:
        return None
    twin = same_nit(turn, values.get("nit"), board.id)
    warning = Words("edit-nit-twin", {"board": cut(twin.name, 90)}) if twin else Words("edit-can-be-changed")
    said = {**_change(board, turn, values), "board": cut(board.name, 90), "reason": reason_of(turn), "warning": warning}
    return confirm("edit-confirm", Words("edit-confirm", said), "edit-save-button")


def _hear_confirm(turn: Turn, reply: Reply) -> Turn:
    board, values, field = board_here(turn), _values(turn), _field(turn)
    if reply.value != YES or board is None or values is None:
        return refuse(turn, _draw_confirm, Words("edit-confirm-expected"))
    if where(turn).get("was") != _now(board, field):
        return stay(turn.say(Words("edit-changed-meanwhile")), "edit-confirm", was=_now(board, field))
    if not mine(turn, values.get(LOCALIDAD) or board.localidad):
        return refuse(turn, _draw_confirm, Words("place-not-yours", {"localidad": values.get(LOCALIDAD) or ""}))
    change = _change(board, turn, values)
    turn = turn.remember(BoardEdited(board.id, values, reason_of(turn)))
    if field in _TOLD:
        turn = tell_officers(
            turn,
            board.id,
            Words(_TOLD[field], {"board": cut(board.name, 90), "old": change["old"], "new": change["new"]}),
        )
    return done(turn, Words("edit-done", {"field": change["field"], "new": change["new"]}))


def _values(turn: Turn) -> dict[str, str | None] | None:
    names = FIELDS[_field(turn)]
    return {name: draft(turn.known, name) for name in names} if all(drafted(turn.known, n) for n in names) else None


def _now(board: Board, field: str) -> str:
    return " | ".join(str(getattr(board, name) or "") for name in FIELDS[field])


def _change(board: Board, turn: Turn, values: Mapping[str, str | None]) -> dict[str, Words | str]:
    field = _field(turn)
    if field == BARRIO:
        old: Words | str = _place(board.barrio, board.comuna, board.localidad)
        new: Words | str = _place(values[BARRIO] or "", values[COMUNA] or "", values[LOCALIDAD] or "")
    else:
        name = FIELDS[field][0]
        old, new = value_words(name, getattr(board, name)), value_words(name, values[name])
    return {"field": Words(f"edit-{field}"), "old": old, "new": new}


def _place(barrio: str, comuna: str, localidad: str) -> Words:
    shown: Words | str = cut(barrio, 60) if barrio else Words("place-wide")
    return Words("place-found", {"barrio": shown, "comuna": comuna_words(comuna), "localidad": localidad})


def _is_association(turn: Turn) -> bool:
    board = board_here(turn)
    return board is not None and board.kind == "asojuntas"


_PLACING = Placing("edit", "edit_boards", _placed, _is_association)
PAGES = (
    page("edit", "edit_boards", _draw_fields, _hear_fields, ("edit-label", "edit-help", "edit-expected")),
    page(
        "edit-value",
        "edit_boards",
        _draw_value,
        _hear_value,
        ("edit-label", "edit-value-help", "edit-value-expected"),
        free=True,
    ),
    page(
        "edit-choice",
        "edit_boards",
        _draw_choice,
        _hear_choice,
        ("edit-label", "edit-value-help", "edit-choice-expected"),
    ),
    *_PLACING.pages,
    reason_page("edit-reason", _draw_reason, lambda turn: go(turn, "edit-confirm")),
    page(
        "edit-confirm",
        "edit_boards",
        _draw_confirm,
        _hear_confirm,
        ("edit-label", "edit-confirm-help", "edit-confirm-expected"),
    ),
)

"""Correcting the record of one's own board: what its president may change at once, and what is asked of the team."""

from collections.abc import Mapping

from conversations.board_decisions import BoardEdited, CorrectionClaimed
from conversations.commands import MY_BOARD_TALK
from conversations.conversation import refused, settled
from conversations.decisions import Choice, Screen, Words
from conversations.desk.writing import BLANK, read_field, same_nit, value_words
from conversations.known import Known
from conversations.my_board_parts import (
    CHOICE,
    FIX,
    OFFERED,
    PAGE,
    PLACE,
    SURE,
    VALUE,
    Part,
    board_here,
    board_name,
    chosen,
    claims_here,
    drafted,
    field_words,
    go,
    keep,
    means,
    presides,
    tell_team,
    without_draft,
    word,
)
from conversations.records import Board
from conversations.registration_answers import Rejected, read_answer
from conversations.registration_questions import BARRIO_OTHER, KINDS
from conversations.roster_columns import STATES
from conversations.screens import NO, OTHER, YES, Row, with_last_row
from conversations.territory import sure
from conversations.turn import Reply, Turn

# Button → field of the record.
FIELDS: Mapping[str, str] = {
    "sector": "sector", "nit": "nit", "personeria": "personeria", "ruc": "ruc", "name": "name", "kind": "kind",
    "barrio": "barrio", "state": "registry_state",
}  # fmt: skip
_CHOICES: Mapping[str, tuple[str, ...]] = {"kind": KINDS, "state": STATES}
_CHOICE_KEYS = {"kind": "kind-{}-button", "state": "edit-state-{}-button"}
# A president's own to fill in while they are empty.
_TO_FILL_IN = frozenset({"nit", "personeria", "ruc"})
SAVE = "save"


def may_change(known: Known, board: Board, field: str) -> bool:
    """Whether the person changes this field (a button's) without asking anybody."""
    if not presides(known, board) or board.status not in {"listed", "proposed"}:
        return False
    return field == "sector" or (field in _TO_FILL_IN and not getattr(board, FIELDS[field]))


# --- which field ------------------------------------------------------------------------------------------------------


def _draw_fix(turn: Turn) -> Screen | None:
    board = board_here(turn)
    if board is None:
        return None
    buttons = [Choice(field, Words(f"edit-{field}-button")) for field in FIELDS]
    rows: list[Row] = [tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2)]
    return Screen(FIX, Words("my-board-fix", {"board": board_name(board), "whose": _whose(turn.known, board)}),
                  with_last_row(rows))  # fmt: skip


def _whose(known: Known, board: Board) -> Words:
    own = [field for field in FIELDS if may_change(known, board, field)]
    if not own:
        return Words("my-board-fix-asked")
    lines = tuple(Words("my-board-field-line", {"field": Words(f"edit-{field}")}) for field in own)
    return Words("my-board-fix-own", {"fields": lines})


def _hear_fix(turn: Turn, reply: Reply) -> Turn | None:
    field = reply.value or ""
    if field not in FIELDS:
        return None
    following = PLACE if field == "barrio" else CHOICE if field in _CHOICES else VALUE
    return chosen(without_draft(turn), "fix", Words(f"edit-{field}"), following, field=field)


def _field(turn: Turn) -> str:
    return word(turn, "field") if word(turn, "field") in FIELDS else "name"


def _now(turn: Turn, board: Board) -> str:
    return str(getattr(board, FIELDS[_field(turn)]) or "")


# --- the new value ----------------------------------------------------------------------------------------------------


def _draw_value(turn: Turn) -> Screen | None:
    board, field = board_here(turn), _field(turn)
    if board is None:
        return None
    rows = ((Choice(BLANK, Words("edit-blank-button")),),) if _may_be_blank(turn, board) else ()
    text = Words("my-board-value", {**_old(turn, board), "hint": Words(f"writing-{field}-expected")})
    return Screen(VALUE, text, with_last_row(rows))


def _may_be_blank(turn: Turn, board: Board) -> bool:
    """A sector that the board does not have, after all."""
    return _field(turn) == "sector" and board.sector is not None and may_change(turn.known, board, "sector")


def _hear_value(turn: Turn, reply: Reply) -> Turn | None:
    board = board_here(turn)
    if board is None:
        return None
    if reply.value == BLANK and _may_be_blank(turn, board):
        return _taken(turn, board, None)
    read = read_field(_field(turn), reply.text)
    if isinstance(read, Rejected):
        screen = _draw_value(turn)
        return None if screen is None else refused(turn, screen, Words(read.key))
    return _taken(turn, board, read.value)


def _draw_choice(turn: Turn) -> Screen | None:
    board, field = board_here(turn), _field(turn)
    if board is None or field not in _CHOICES:
        return None
    rows = [(Choice(value, Words(_CHOICE_KEYS[field].format(value))),) for value in _CHOICES[field]]
    text = Words("my-board-value", {**_old(turn, board), "hint": Words("my-board-choice-hint")})
    return Screen(CHOICE, text, with_last_row(rows))


def _hear_choice(turn: Turn, reply: Reply) -> Turn | None:
    board = board_here(turn)
    if board is None or reply.value not in _CHOICES.get(_field(turn), ()):
        return None
    return _taken(turn, board, reply.value)


def _draw_place(turn: Turn) -> Screen | None:
    board = board_here(turn)
    if board is None:
        return None
    return Screen(PLACE, Words("my-board-value", {**_old(turn, board), "hint": Words("my-board-place-hint")}),
                  with_last_row(()))  # fmt: skip


def _hear_place(turn: Turn, reply: Reply) -> Turn | None:
    board = board_here(turn)
    read = read_answer(BARRIO_OTHER, reply.text)
    if board is None or isinstance(read, Rejected):
        return None
    matches = turn.known.territory.find(read.value)
    if (place := sure(matches)) is not None:
        return _taken(turn, board, place.name)
    if not matches:
        return _taken(turn, board, read.value)
    turn = keep(turn, read.value, "typed").settle(settled(Words(f"edit-{_field(turn)}"), read.value))
    return go(turn, OFFERED, offered=[match.place.id for match in matches])


def _draw_offered(turn: Turn) -> Screen | None:
    typed = drafted(turn.known, "typed")
    if board_here(turn) is None or typed is None:
        return None
    ids = turn.position(MY_BOARD_TALK).get("offered")
    places = [turn.known.territory.place(str(one)) for one in ids] if isinstance(ids, list) else []
    rows: list[Row] = [(Choice(place.id, place.name),) for place in places if place is not None]
    rows.append((Choice(OTHER, Words("my-board-as-typed-button")),))
    return Screen(OFFERED, Words("my-board-offered", {"typed": typed}), with_last_row(rows))


def _hear_offered(turn: Turn, reply: Reply) -> Turn | None:
    board, typed = board_here(turn), drafted(turn.known, "typed")
    place = turn.known.territory.place(reply.value or "")
    if board is None or typed is None:
        return None
    if place is not None or reply.value == OTHER:
        return _taken(turn, board, typed if place is None else place.name)
    return _hear_place(turn, reply) if reply.text else None


def _old(turn: Turn, board: Board) -> dict[str, Words | str]:
    field = _field(turn)
    return {"field": Words(f"edit-{field}"), "old": value_words(FIELDS[field], getattr(board, FIELDS[field]))}


def _taken(turn: Turn, board: Board, value: str | None) -> Turn:
    """The value was understood: on to the last look, as a change of one's own or as a wish."""
    field = FIELDS[_field(turn)]
    if getattr(board, field) == value:
        return go(turn.settle(Words("my-board-same", {"field": Words(f"edit-{_field(turn)}")})), FIX)
    shown = settled(Words(f"edit-{_field(turn)}"), value_words(field, value))
    turn = keep(turn, value).settle(shown)
    return go(turn, SURE, own=_own(turn, board, value), was=_now(turn, board))


def _own(turn: Turn, board: Board, value: str | None) -> bool:
    """Whether it is changed at once: a number that another board bears is looked at by the team first."""
    field = _field(turn)
    twin = field == "nit" and same_nit(turn, value, board.id) is not None
    return may_change(turn.known, board, field) and not twin


# --- the last look ----------------------------------------------------------------------------------------------------


def _draw_sure(turn: Turn) -> Screen | None:
    board, new = board_here(turn), drafted(turn.known)
    if board is None or "value" not in turn.known.answers.get(MY_BOARD_TALK, {}):
        return None
    field = FIELDS[_field(turn)]
    change: dict[str, Words | str | int] = {**_old(turn, board), "new": value_words(field, new)}
    if _own(turn, board, new):
        key, label = "my-board-sure-own", "my-board-save-button"
        change["later"] = Words("my-board-later-own" if field == "sector" else "my-board-later-asked")
    else:
        key, label = "my-board-sure-asked", "my-board-ask-button"
        change["others"] = sum(claim.field == field for claim in claims_here(turn.known, board))
    rows = ((Choice(SAVE, Words(label), "success"),), (Choice(NO, Words("my-board-not-change-button")),))
    return Screen(SURE, Words(key, change), with_last_row(rows))


def _hear_sure(turn: Turn, reply: Reply) -> Turn | None:
    board, new = board_here(turn), drafted(turn.known)
    if board is None:
        return None
    if reply.value == NO:
        return go(without_draft(turn).settle(Words("my-board-not-changed")), PAGE)
    if not means(turn, reply, SAVE, YES):
        return None
    own, field = _own(turn, board, new), FIELDS[_field(turn)]
    if (own, _now(turn, board)) != (turn.position(MY_BOARD_TALK).get("own"), word(turn, "was")):
        # Somebody else changed it, or the right to change it ended: what was read is no longer what would be done.
        return go(turn.settle(Words("my-board-meanwhile")), SURE, own=own, was=_now(turn, board))
    said = {"field": Words(f"edit-{_field(turn)}"), "new": value_words(field, new)}
    turn = without_draft(turn)
    if own:
        turn = turn.remember(BoardEdited(board.id, {field: new})).settle(Words("my-board-changed", said))
        return go(turn, PAGE)
    news = Words("my-board-asked-staff", {
        "field": field_words(field), "board": board_name(board), "localidad": board.localidad,
    })  # fmt: skip
    turn = turn.remember(CorrectionClaimed(board.id, field, new or "")).tell(tell_team(board, news))
    return go(turn.settle(Words("my-board-asked-for", said)), PAGE)


def _expects_value(turn: Turn) -> Words:
    return Words(f"writing-{_field(turn)}-expected")


PARTS = (
    Part(FIX, _draw_fix, _hear_fix, "fix", lambda _: Words("edit-expected")),
    Part(VALUE, _draw_value, _hear_value, "value", _expects_value, behind=FIX, free=True),
    Part(CHOICE, _draw_choice, _hear_choice, "value", lambda _: Words("edit-choice-expected"), behind=FIX),
    Part(PLACE, _draw_place, _hear_place, "value", lambda _: Words("place-barrio-expected"), behind=FIX, free=True),
    Part(OFFERED, _draw_offered, _hear_offered, "value", lambda _: Words("my-board-offered-expected"), behind=PLACE),
    Part(SURE, _draw_sure, _hear_sure, "sure", lambda _: Words("my-board-sure-expected"), behind=FIX),
)

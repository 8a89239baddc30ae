"""How the desk words what stands in the register: boards, offices, fields, reasons, who did what, how long ago."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import reduce

from conversations.decisions import Words
from conversations.nit import written
from conversations.records import Board, Claim, Officer, Reach
from conversations.register import Records
from conversations.registration_board import short_name
from conversations.registration_questions import comuna_words, role_words
from conversations.rights import may
from conversations.text import cut, fold
from conversations.turn import Turn

Arguments = dict[str, str | int | datetime | date | Words | tuple[Words, ...]]
# Reasons, fields and register states that this version has words for.
_WHYS = frozenset({
    "president-taken", "new-board", "near-same", "same-nit", "board-inactive", "review-all", "merged", "term-over",
    "correction",
})  # fmt: skip
_FIELDS = frozenset({
    "name", "kind", "localidad", "comuna", "barrio", "sector", "nit", "personeria", "ruc", "registry_state",
})  # fmt: skip
_REGISTRY_STATES = frozenset({"active", "inactive", "suspended", "cancelled"})
_KINDS = frozenset({"jac", "jvc", "asojuntas"})
_NAME, _LINE = 40, 60
_HOUR, _DAY = 3600, 86400


def lines(*parts: Words | None) -> Words:
    """Several texts as one, each on its own line; those that are None left out."""
    return Words("desk-lines", {"lines": tuple(part for part in parts if part is not None)})


def listed(parts: Sequence[Words]) -> Words:
    """Several words in one line, with commas between them."""
    return reduce(lambda told, part: Words("desk-comma", {"first": told, "second": part}), parts)


def person(name: str) -> str | Words:
    """Somebody's name; who has none in Telegram is said to have none."""
    return cut(name, _NAME) or Words("desk-nameless")


def board_words(board: Board | None, length: int = _LINE) -> str | Words:
    """A board in a few words: what tells it from the others, and its barrio if the name does not say it."""
    if board is None:
        return Words("desk-board-unknown")
    parts = [short_name(board)]
    parts += [more for more in (board.sector, board.barrio) if more and fold(more) not in fold(" ".join(parts))]
    return cut(", ".join(parts), length)


def reach_of(records: Records, board: Board) -> Reach:
    """Whether somebody holds an office on the board, only asked for one, or neither."""
    if records.officers(board.id):
        return "reached"
    waiting = any(claim.status in {"waiting", "asked"} for claim in records.claims_of_board(board.id))
    return "claimed" if waiting else "unreached"


def board_line(records: Records, board: Board, number: int) -> Words:
    """A board in a list, with whether somebody can be reached; one that is not listed says what it is."""
    standing = f"desk-reach-{reach_of(records, board)}" if board.status == "listed" else f"desk-status-{board.status}"
    return Words("desk-board-line", {
        "number": str(number), "board": board_words(board), "kind": Words(f"kind-{board.kind}-short"),
        "standing": Words(standing),
    })  # fmt: skip


def officer_line(officer: Officer, number: int, board: Board | None) -> Words:
    """Somebody in office, in a list of what was found."""
    arguments = {"name": person(officer.name), "role": role_words(officer.role), "board": board_words(board)}
    return Words("desk-officer-line", {"number": str(number), **arguments})


def wish_words(claim: Claim, board: Board | None) -> Words:
    """What a claim asks for, on which board."""
    if claim.kind == "office":
        return Words("desk-wish-office", {"role": role_words(claim.role or ""), "board": board_words(board)})
    return Words("desk-wish-correction", {"field": field_words(claim.field or ""), "board": board_words(board)})


def why_words(claim: Claim) -> Words:
    """Why a claim needs somebody's decision, for the team."""
    return Words(f"desk-why-{claim.why}" if claim.why in _WHYS else "desk-why-other")


def age_words(since: datetime, now: datetime) -> Words:
    """How long ago, in the unit that tells enough."""
    seconds = max(0, int((now - since).total_seconds()))
    if seconds < _HOUR:
        return Words("desk-age-now")
    if seconds < _DAY:
        return Words("desk-age-hours", {"count": seconds // _HOUR})
    return Words("desk-age-days", {"count": seconds // _DAY})


def field_words(field: str) -> Words:
    """The name of a field of a board's record."""
    return Words(f"desk-field-{field.replace('_', '-')}" if field in _FIELDS else "desk-field-other")


def value_words(field: str, value: str | None) -> str | Words:
    """The value of a field of a board's record."""
    if not value:
        return Words("answer-skipped")
    if field == "kind" and value in _KINDS:
        return Words(f"kind-{value}")
    if field == "comuna":
        return comuna_words(value)
    if field == "registry_state" and value in _REGISTRY_STATES:
        return Words(f"roster-state-{value}")
    return written(value) if field == "nit" else cut(value, 90)


def actor_words(turn: Turn, chat_id: int) -> str | Words:
    """Who did something; without names for whoever may not see people."""
    actor = turn.known.records.actor(chat_id)
    if actor.kind == "bot":
        return Words("desk-actor-bot")
    if not may(turn.known.person.staff, "see_people"):
        return Words(f"desk-actor-{actor.kind}")
    if actor.name:
        return Words(f"desk-actor-{actor.kind}-named", {"name": cut(actor.name, _NAME)})
    return Words(f"desk-actor-{actor.kind}")

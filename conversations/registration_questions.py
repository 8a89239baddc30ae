"""What a registration asks, in which order, and how each question is drawn."""

from collections.abc import Mapping
from functools import cache
from typing import Final, Literal, get_args

from conversations import consents
from conversations.commands import REGISTRATION_TALK
from conversations.decisions import Choice, ContactKeyboard, Screen, Words
from conversations.known import Known
from conversations.nit import written
from conversations.records import Board
from conversations.screens import OTHER, Row, with_last_row
from conversations.territory import RURAL, slug
from conversations.text import cut
from conversations.turn import Turn

BoardKind = Literal["jac", "jvc", "asojuntas"]
KINDS: tuple[BoardKind, ...] = get_args(BoardKind)
ROLES: Final = (
    "president", "vice-president", "treasurer", "secretary", "fiscal", "conciliator", "delegate", "other-role",
)  # fmt: skip

KIND, NAME, LOCALIDAD, COMUNA, BARRIO = "kind", "name", "localidad", "comuna", "barrio"
BARRIO_OTHER, SECTOR, NIT, ROLE, PHONE = "barrio_other", "sector", "nit", "role", "phone"
BOARD, BOARD_SURE, NEAR = "board", "board_sure", "near"
CONSENT, ANOTHER, SUMMARY, CHANGE = "consent", "another", "summary", "change"
ORDER: Final = (BOARD, KIND, NAME, LOCALIDAD, COMUNA, BARRIO, BARRIO_OTHER, SECTOR, NIT, ROLE, PHONE)
# All that is left to be said about a board of the register.
_OF_A_LISTED_BOARD: Final = frozenset({BOARD, ROLE, PHONE})
# The answer to BOARD when it is not in the register; any other one is the board's id.
NOT_LISTED: Final = "none"
# Answered in the person's own words: nothing typed there is taken for a button, unless it names one.
FREE: Final = frozenset({BOARD, NAME, BARRIO_OTHER, SECTOR, NIT, PHONE})

Draft = Mapping[str, str | None]


def draft(known: Known) -> Draft:
    """The answers so far."""
    return known.answers.get(REGISTRATION_TALK, {})


def chosen_board(known: Known) -> Board | None:
    """The board of the register that the draft names, as it stands now, whatever became of it."""
    held = draft(known).get(BOARD)
    return known.records.board(int(held)) if held is not None and held != NOT_LISTED else None


def asked(known: Known) -> tuple[str, ...]:
    """The questions that this person will be asked, in order.

    Where the register came from a list, the board is looked up first; only one that is missing from it is described.
    """
    answers = draft(known)
    skipped = set()
    if BOARD not in answers and not known.records.has_roster():
        skipped.add(BOARD)
    elif answers.get(BOARD) != NOT_LISTED:
        skipped |= set(ORDER) - _OF_A_LISTED_BOARD
    if answers.get(BARRIO) != OTHER:
        skipped.add(BARRIO_OTHER)
    if not known.person.accepts("phone") or (known.person.masked_phone is not None and PHONE not in answers):
        skipped.add(PHONE)
    return tuple(question for question in ORDER if question not in skipped)


def next_open(known: Known) -> str:
    """The first question without an answer, or the summary."""
    answers = draft(known)
    return next((question for question in asked(known) if question not in answers), SUMMARY)


def step_words(known: Known, question: str) -> dict[str, str | int | Words]:
    """Where the question stands among those asked; naming another barrio belongs to the barrio."""
    question = BARRIO if question == BARRIO_OTHER else question
    counted = [name for name in in_order(known, question) if name != BARRIO_OTHER]
    return {"step": Words("step", {"step": counted.index(question) + 1, "total": len(counted)})}


def in_order(known: Known, question: str) -> tuple[str, ...]:
    """The questions that will be asked; all there are when one is open that, since a list was read in, is not."""
    line = asked(known)
    return line if question in line else ORDER


def kind_of(known: Known) -> BoardKind:
    """The kind of board; the commonest one until it is answered."""
    held = draft(known).get(KIND)
    return next((kind for kind in KINDS if kind == held), KINDS[0])


def label(question: str) -> Words:
    """The name of a question."""
    return Words(f"registration-{question.replace('_', '-')}-label")


def role_words(role: str) -> Words | str:
    """An office in words; one that this version does not know as it is kept."""
    return Words(f"role-{role}") if role in ROLES else role


def barrio_optional(known: Known) -> bool:
    """An association covers several barrios."""
    return kind_of(known) == "asojuntas"


def drawn(turn: Turn, question: str) -> Screen:
    """A question answered in one's own words, or by one of a few fixed buttons."""
    known = turn.known
    again = question in draft(known)
    text = Words(f"registration-{question.replace('_', '-')}", step_words(known, question))
    if question == KIND:
        rows: tuple[Row, ...] = tuple((Choice(kind, Words(f"kind-{kind}-button")),) for kind in KINDS)
        return Screen(question, text, with_last_row(rows, keep=again))
    if question == ROLE:
        buttons = [Choice(role, Words(f"role-{role}")) for role in ROLES]
        rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
        return Screen(question, text, with_last_row(rows, keep=again))
    if question == PHONE:
        others = (Words("skip-button"), Words("back-button"), Words("help-button"))
        return Screen(question, text, keyboard=ContactKeyboard(Words("share-phone-button"), others))
    return Screen(question, text, with_last_row((), skip=question in {SECTOR, NIT}, keep=again))


def consent_screen() -> Screen:
    """Permission to keep an office, asked where it is needed."""
    return Screen(CONSENT, Words("registration-consent"), with_last_row(consents.CONSENT_ROWS))


def another_screen(known: Known) -> Screen:
    """For somebody who holds an office already."""
    offices = known.person.offices
    latest = max(offices, key=lambda office: office.registered_at)
    arguments = {
        "board": cut(latest.board_name, 80), "role": role_words(latest.role), "registered": latest.registered_at,
        "others": len(offices) - 1,
    }  # fmt: skip
    rows = ((Choice(ANOTHER, Words("register-other-button")),),)
    return Screen(ANOTHER, Words("registration-another", arguments), with_last_row(rows))


def answered(known: Known) -> Mapping[str, Words | str]:
    """The draft as a person reads it, long texts cut, in the order of the questions."""
    from_draft = draft(known)
    unknown = Words("answer-skipped")
    place = known.territory.place(from_draft.get(BARRIO) or "")
    barrio: Words | str = place.name if place else unknown
    if from_draft.get(BARRIO) == OTHER:
        barrio = cut(from_draft.get(BARRIO_OTHER) or "", 40) or unknown
    nit = from_draft.get(NIT)
    board = chosen_board(known)
    return {
        BOARD: Words("registration-board-missing") if board is None else cut(board.name, 90),
        KIND: Words(f"kind-{kind_of(known)}"),
        NAME: cut(from_draft.get(NAME) or "", 90),
        LOCALIDAD: localidad_of(known) or unknown,
        COMUNA: comuna_words(from_draft.get(COMUNA) or ""),
        BARRIO: barrio,
        SECTOR: cut(from_draft.get(SECTOR) or "", 40) or unknown,
        NIT: unknown if nit is None else written(nit),
        ROLE: role_words(from_draft.get(ROLE) or ROLES[0]),
        PHONE: known.person.masked_phone or unknown,
    }


def whole_answers(known: Known) -> Mapping[str, Words | str]:
    """The answers of the draft for the person's own copy: nothing cut, nothing that was not answered."""
    held = draft(known)
    own_words = {question: held.get(question) or "" for question in (NAME, SECTOR) if held.get(question)}
    if held.get(BARRIO) == OTHER and held.get(BARRIO_OTHER):
        own_words[BARRIO] = held[BARRIO_OTHER] or ""
    if (board := chosen_board(known)) is not None:
        own_words[BOARD] = board.name
    return {question: own_words.get(question, shown) for question, shown in answered(known).items() if question in held}


def localidad_of(known: Known) -> str | None:
    """The name of the localidad in the draft."""
    held = draft(known).get(LOCALIDAD)
    return next((name for name in known.territory.localidades() if localidad_id(name) == held), None)


@cache
def localidad_id(name: str) -> str:
    """The value of a localidad's button."""
    return slug(name)


def comuna_words(comuna: str) -> Words:
    """A comuna, or the rural part, in words."""
    return Words("comuna-rural") if comuna == RURAL else Words("comuna-number", {"number": comuna})

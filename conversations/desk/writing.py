"""What all pages of the desk share on which something is written: the draft, the reason, saving and telling.

What a coordinator types lies among their own answers until it is saved or left, never in the chat's state; that is why
these pages are open only to those who accepted the service.
"""

from collections.abc import Callable

from pydantic import JsonValue

from conversations import consents
from conversations.commands import BOARDS_TALK, MY_BOARD, PERMISSIONS, START
from conversations.conversation import link, refused
from conversations.decisions import Answered, Choice, Discarded, Screen, Tell, Words
from conversations.desk.page import Page, leave_to, number
from conversations.known import Known
from conversations.nit import written
from conversations.records import Board
from conversations.registration_answers import Accepted, Rejected, read_answer
from conversations.registration_board import place_words
from conversations.rights import Action, may
from conversations.screens import YES, with_last_row
from conversations.text import cut, tidy
from conversations.turn import Reply, Turn

BLANK = "blank"
REASON = "reason"
_SHORTEST_REASON, _LONGEST_REASON = 3, 200
_LONGEST = {"personeria": 120, "ruc": 30}

Draw = Callable[[Turn], Screen | None]
Hear = Callable[[Turn, Reply], Turn]
Texts = tuple[str, str, str]

_REASON_TEXTS = ("writing-reason-label", "writing-reason-help", "writing-reason-expected")


def page(question: str, action: Action, draw: Draw, hear: Hear, texts: Texts, *, free: bool = False) -> Page:
    """A writing page; ``texts``: keys of its label, help and expectation."""

    def drawn(turn: Turn) -> Screen | None:
        return draw(turn) if turn.known.person.accepts("service") else _needs_service(turn, question)

    def heard(turn: Turn, reply: Reply) -> Turn:
        if not turn.known.person.accepts("service"):
            return refused(turn, _needs_service(turn, question), Words("writing-service"))
        return hear(turn, reply)

    label, help_, expected = map(Words, texts)
    return Page(question, action, drawn, heard, label, help_, expected, free)


def _needs_service(turn: Turn, question: str) -> Screen:
    welcomed = consents.welcomed(turn.known)
    way = link(PERMISSIONS, "permissions-button") if welcomed else link(START, "start-button")
    return Screen(question, Words("writing-service"), with_last_row(((way,),)))


# --- the draft --------------------------------------------------------------------------------------------------------


def draft(known: Known, name: str) -> str | None:
    """What was typed for a name, None if nothing was, or if it is to be left blank."""
    return known.answers.get(BOARDS_TALK, {}).get(name)


def drafted(known: Known, name: str) -> bool:
    """Whether a name was answered, with whatever."""
    return name in known.answers.get(BOARDS_TALK, {})


def keep(turn: Turn, **values: str | None) -> Turn:
    """Keep what was typed."""
    return turn.remember(*(Answered(BOARDS_TALK, name, value) for name, value in values.items()))


def begun(turn: Turn) -> Turn:
    """Without what an earlier page left unfinished."""
    return turn.remember(Discarded(BOARDS_TALK)) if turn.known.answers.get(BOARDS_TALK) else turn


def done(turn: Turn, said: Words, question: str = "board", **place: JsonValue) -> Turn:
    """It was decided: the question's message says so, and the page behind it is drawn anew."""
    return leave_to(begun(turn).settle(said), question, **place)


# --- boards in words --------------------------------------------------------------------------------------------------


def board_here(turn: Turn, name: str = "board") -> Board | None:
    """The board that the page is about; None when it became another one."""
    board = turn.known.records.board(number(turn, name))
    return None if board is None or board.status == "merged" else board


def record_words(board: Board) -> Words:
    """A board's record, a line a field."""
    return Words("writing-record", {
        "board": cut(board.name, 90), "kind": Words(f"kind-{board.kind}"), "place": place_words(board),
        "nit": value_words("nit", board.nit), "personeria": value_words("personeria", board.personeria),
        "ruc": value_words("ruc", board.ruc), "state": value_words("registry_state", board.registry_state),
        "origin": Words("board-assisted") if board.assisted else Words("board-not-assisted"),
    })  # fmt: skip


def value_words(field: str, value: str | None) -> Words | str:
    """A field's value as it is read."""
    if not value:
        return Words("answer-skipped")
    if field == "kind":
        return Words(f"kind-{value}")
    if field == "registry_state":
        return Words(f"roster-state-{value}")
    return written(value) if field == "nit" else cut(value, 90)


# --- typed values -----------------------------------------------------------------------------------------------------


def read_field(field: str, text: str) -> Accepted | Rejected:
    """A typed value of a board's record, read as in a registration."""
    if field not in _LONGEST:
        read = read_answer(field, text)
        return Rejected(read.key.replace("registration-", "writing-")) if isinstance(read, Rejected) else read
    kept = tidy(text)
    if not any(character.isalnum() for character in kept) or kept.startswith("/"):
        return Rejected(f"writing-{field}-expected")
    return Accepted(kept) if len(kept) <= _LONGEST[field] else Rejected(f"writing-{field}-too-long")


def reason_page(question: str, draw: Draw, following: Callable[[Turn], Turn]) -> Page:
    """Where the reason is written; ``following`` goes on from there."""

    def hear(turn: Turn, reply: Reply) -> Turn:
        reason = tidy(reply.text)
        if sum(character.isalpha() for character in reason) < _SHORTEST_REASON or len(reason) > _LONGEST_REASON:
            return refuse(turn, draw, Words("writing-reason-expected"))
        return following(keep(turn, reason=reason))

    return page(question, "edit_boards", draw, hear, _REASON_TEXTS, free=True)


def reason_of(turn: Turn) -> str:
    """The reason that was written."""
    return draft(turn.known, REASON) or ""


def refuse(turn: Turn, draw: Draw, why: Words) -> Turn:
    """What was answered is not taken, and the question stays."""
    screen = draw(turn)
    return turn.say(why) if screen is None else refused(turn, screen, why)


def confirm(question: str, text: Words, yes: str, *, danger: bool = False) -> Screen:
    """The last question before something is saved; ``yes`` is the key of its button."""
    return Screen(question, text, with_last_row(((Choice(YES, Words(yes), "danger" if danger else "success"),),)))


# --- rights and people ------------------------------------------------------------------------------------------------


def mine(turn: Turn, localidad: str, action: Action = "edit_boards") -> bool:
    """Whether a place lies in the part of the city that this coordinator looks after."""
    return may(turn.known.person.staff, action, localidad)


def tell_officers(turn: Turn, board_id: int, text: Words) -> Turn:
    """To everybody who holds an office there, except who is writing; at a decent hour."""
    chats = dict.fromkeys(officer.chat_id for officer in turn.known.records.officers(board_id))
    return turn.tell(*(tell(chat, text) for chat in chats if chat != turn.known.chat_id))


def tell(chat_id: int, text: Words, command: str = MY_BOARD, label: str = "writing-board-button") -> Tell:
    """Something that can wait for the morning, with a way on."""
    return Tell(chat_id, text, ((link(command, label),),), urgent=False)


def same_nit(turn: Turn, nit: str | None, board_id: int) -> Board | None:
    """Another board of the register with this tax number."""
    if not nit:
        return None
    found = turn.known.records.near("", "", None, nit, inactive=True)
    number_of = nit.partition("-")[0]
    return next((one for one in found if one.id != board_id and (one.nit or "").partition("-")[0] == number_of), None)

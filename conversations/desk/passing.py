"""What is said above a page about the deed that led to it."""

from conversations.decisions import Words
from conversations.desk.page import number, where
from conversations.desk.words import person, wish_words
from conversations.turn import Turn

_OF_CLAIMS = frozenset({"approved", "rejected", "asked"})
_PLAIN = frozenset({"gone", "denied", "cancelled"})


def passing_words(turn: Turn) -> Words | None:
    """The sentence, if there is one; names come from the register, never from the chat's state."""
    note = where(turn).get("note")
    if note in _PLAIN:
        return Words(f"desk-{note}")
    claim = turn.known.records.claim(number(turn, "noted"))
    if note not in _OF_CLAIMS or claim is None:
        return None
    wish = wish_words(claim, turn.known.records.board(claim.board_id))
    return Words(f"desk-done-{note}", {"name": person(claim.name), "wish": wish})

"""What a person asked for and nobody has decided yet, as this very step leaves it."""

from dataclasses import replace

from conversations.decisions import Words
from conversations.known import Known
from conversations.records import Claim
from conversations.text import cut

# Reasons that this version has words for.
_WHYS = frozenset({
    "president-taken", "new-board", "near-same", "same-nit", "board-inactive", "review-all", "merged", "term-over",
    "correction",
})  # fmt: skip


def open_claims(known: Known) -> tuple[Claim, ...]:
    """Open claims of who writes, oldest first."""
    moved = known.moved_claims
    claims = (replace(c, status=moved[c.id]) if c.id in moved else c for c in known.records.own_claims())
    return tuple(claim for claim in claims if claim.status != "withdrawn")


def board_name(known: Known, board_id: int, length: int = 80) -> str:
    """A board's name, cut."""
    board = known.records.board(board_id)
    return "" if board is None else cut(board.name, length)


def why_words(why: str) -> Words:
    """Why a claim needs somebody to look at it, in kind words."""
    return Words(f"claim-why-{why}" if why in _WHYS else "claim-why-other")

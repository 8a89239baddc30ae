"""Whether a link to an office can be used by the person who opened it, and why not."""

from dataclasses import dataclass
from datetime import datetime

from conversations.decisions import Words
from conversations.known import Known
from conversations.records import Board, Invitation, Officer
from conversations.registration_board import claimable


@dataclass(frozen=True, slots=True)
class Handover:
    """An office that can be taken over by who holds the link."""

    board: Board
    office: Officer
    expires_at: datetime


def handover_of(known: Known, code: str) -> Handover | Words:
    """What a link's secret offers to who writes; in words, why it offers nothing."""
    if not code:
        return Words("takeover-no-code")
    link = known.records.invitation(code)
    # A link into the team is none of an office: to whoever guesses here, it does not exist.
    office = known.records.officer(link.officer_id or 0) if link is not None and link.kind == "handover" else None
    board = known.records.board(office.board_id) if office is not None else None
    if link is None or office is None or board is None:
        return Words("takeover-unknown")
    why = _why_not(known, link, office, board)
    return Handover(board, office, link.expires_at) if why is None else Words(f"takeover-{why}")


def _why_not(known: Known, link: Invitation, office: Officer, board: Board) -> str | None:
    held = any((mine.board_id, mine.role) == (board.id, office.role) for mine in known.person.offices)
    if link.state == "used":
        return "already-yours" if held else "used"
    if office.until is not None:
        return "ended"
    if office.chat_id == known.chat_id:
        return "own" if link.state == "open" else "own-closed"
    if link.state != "open":
        return link.state
    if held:
        return "already-yours"
    return None if claimable(board) else "board-gone"

"""An office that is asked for twice: said so, instead of a second one."""

from conversations.commands import MY_CLAIM, MY_DATA, REGISTER, REGISTRATION_TALK
from conversations.conversation import link
from conversations.decisions import Discarded, Words
from conversations.own_claims import open_claims
from conversations.records import Board
from conversations.registration_questions import ROLE, chosen_board, draft, role_words
from conversations.text import cut
from conversations.turn import Turn


def held_already(turn: Turn, board: Board | None = None) -> Turn | None:
    """Ends the registration if its office is held, or asked for, already; None if it is neither.

    ``board``: the one that it turned out to be, if not the one that the draft names.
    """
    board, role = board or chosen_board(turn.known), draft(turn.known).get(ROLE)
    if board is None or role is None:
        return None
    said = {"board": cut(board.name, 90), "role": role_words(role)}
    held = [o for o in turn.known.person.offices if (o.board_id, o.role) == (board.id, role)]
    if held:
        text = Words("registration-held", {**said, "registered": held[0].registered_at})
        return _ended(turn).say(text, link(REGISTER, "register-other-button"), link(MY_DATA, "my-data-button"))
    waiting = [c for c in open_claims(turn.known) if c.kind == "office" and (c.board_id, c.role) == (board.id, role)]
    if waiting:
        text = Words("registration-asked-already", {**said, "registered": waiting[0].created_at})
        return _ended(turn).say(text, link(MY_CLAIM, "claim-button"), link(MY_DATA, "my-data-button"))
    return None


def _ended(turn: Turn) -> Turn:
    return turn.remember(Discarded(REGISTRATION_TALK)).forgotten(REGISTRATION_TALK).closed()

"""One's own office: handed over by a link, left, or kept for another term."""

from conversations.board_decisions import (
    HANDOVER_LIFE,
    HandoverOffered,
    HandoversRevoked,
    OfficeClaimed,
    OfficeEnded,
)
from conversations.commands import BOARDS, MY_BOARD_TALK, TAKE_OVER
from conversations.conversation import finished, link
from conversations.decisions import Choice, Screen, TellStaff, Words
from conversations.my_board_parts import (
    CHOOSE,
    HAND,
    LEAVE,
    PAGE,
    PRESIDENT,
    RENEW,
    WHICH,
    Part,
    board_here,
    board_name,
    chosen,
    go,
    means,
    office_here,
    own_boards,
    own_offices,
    person_words,
    tell_team,
    to_renew,
    word,
)
from conversations.records import Board, Officer
from conversations.registration_questions import role_words
from conversations.screens import NO, YES, Row, with_last_row
from conversations.turn import Reply, Turn

MAKE, REVOKE = "make", "revoke"


# --- which office -----------------------------------------------------------------------------------------------------


def _choosable(turn: Turn) -> list[Officer]:
    board = board_here(turn)
    if board is None:
        return []
    return to_renew(turn.known, board) if word(turn, "deed") == RENEW else own_offices(turn.known, board.id)


def _draw_which(turn: Turn) -> Screen | None:
    board, offices = board_here(turn), _choosable(turn)
    if board is None or not offices:
        return None
    rows: list[Row] = [(Choice(f"o{office.id}", role_words(office.role)),) for office in offices]
    return Screen(WHICH, Words("my-board-which", {"board": board_name(board)}), with_last_row(rows))


def _hear_which(turn: Turn, reply: Reply) -> Turn | None:
    deed, offices = word(turn, "deed"), _choosable(turn)
    roles = turn.known.lexicon.means(reply.text)
    meant = [office for office in offices if reply.value == f"o{office.id}" or office.role in roles]
    if len(meant) != 1 or deed not in {HAND, LEAVE, RENEW}:
        return None
    return chosen(turn, "which", role_words(meant[0].role), deed, office=meant[0].id)


# --- handing over -----------------------------------------------------------------------------------------------------


def _draw_hand(turn: Turn) -> Screen | None:
    board, office = board_here(turn), office_here(turn)
    if board is None or office is None:
        return None
    said = {"role": role_words(office.role), "board": board_name(board)}
    made = turn.known.records.handover(office.id)
    if made is None:
        rows: tuple[Row, ...] = ((Choice(MAKE, Words("my-board-make-button"), "primary"),),)
        return Screen(HAND, Words("my-board-hand", said), with_last_row(rows))
    rows = ((Choice(REVOKE, Words("my-board-revoke-button")),), (Choice(MAKE, Words("my-board-make-again-button")),))
    said_of_link = {**said, "made": made.made_at, "expires": made.expires_at}
    return Screen(HAND, Words("my-board-hand-open", said_of_link), with_last_row(rows))


def _hear_hand(turn: Turn, reply: Reply) -> Turn | None:
    board, office = board_here(turn), office_here(turn)
    if board is None or office is None:
        return None
    made, known = turn.known.records.handover(office.id), turn.known
    if made is not None and means(turn, reply, REVOKE):
        return go(turn.remember(HandoversRevoked(office.id)).settle(Words("my-board-revoked")), HAND)
    if not (means(turn, reply, MAKE) or (made is None and means(turn, reply, YES))):
        return None
    turn = turn.remember(HandoverOffered(office.id, known.fresh_code))
    turn = turn.settle(Words("my-board-made"))
    turn = turn.say(Words("my-board-link", {
        "name": person_words(known.person.name), "role": role_words(office.role), "board": board_name(board),
        "link": f"https://t.me/{known.bot_username}?start={TAKE_OVER}_{known.fresh_code}",
        "expires": known.now + HANDOVER_LIFE,
    }))  # fmt: skip
    return go(turn, HAND)


# --- leaving ----------------------------------------------------------------------------------------------------------


def _draw_leave(turn: Turn) -> Screen | None:
    board, office = board_here(turn), office_here(turn)
    if board is None or office is None:
        return None
    what = Words("my-board-leave-president" if office.role == PRESIDENT else "my-board-leave-other")
    rows = (
        (Choice(NO, Words("my-board-stay-button")),),
        (Choice(LEAVE, Words("my-board-leave-button"), "danger"),),
    )
    text = Words("my-board-leave", {"role": role_words(office.role), "board": board_name(board), "what": what})
    return Screen(LEAVE, text, with_last_row(rows))


def _hear_leave(turn: Turn, reply: Reply) -> Turn | None:
    board, office = board_here(turn), office_here(turn)
    if board is None or office is None:
        return None
    if reply.value == NO:
        return go(turn.settle(Words("my-board-stayed")), PAGE)
    if not means(turn, reply, LEAVE, YES):
        return None
    said = {"role": role_words(office.role), "board": board_name(board)}
    turn = turn.remember(OfficeEnded(office.id, "left")).tell(_left_news(board, office))
    return _onward(turn.settle(Words("my-board-left", {**said, "ended": turn.known.now})), board)


def _left_news(board: Board, office: Officer) -> TellStaff:
    news = Words("my-board-left-staff", {
        "name": person_words(office.name), "role": role_words(office.role), "board": board_name(board),
        "localidad": board.localidad,
    })  # fmt: skip
    way = link(BOARDS, "desk-board-button", f"b{board.id}")
    return TellStaff("see_people", board.localidad, f"left-{office.id}", news, ((way,),))


def _onward(turn: Turn, board: Board) -> Turn:
    """Where somebody stands who just left an office: by what they still hold."""
    boards = own_boards(turn.known)
    if board.id in boards:
        return go(turn, PAGE)
    return go(turn, CHOOSE, board=0, page=0) if boards else finished(turn, MY_BOARD_TALK)


# --- another term -----------------------------------------------------------------------------------------------------


def _draw_renew(turn: Turn) -> Screen | None:
    board, office = board_here(turn), _renewable(turn)
    if board is None or office is None or office.term_end is None:
        return None
    rows = (
        (Choice(RENEW, Words("my-board-renew-yes-button"), "success"),),
        (Choice(NO, Words("my-board-renew-no-button")),),
    )
    said = {"role": role_words(office.role), "board": board_name(board), "day": office.term_end}
    return Screen(RENEW, Words("my-board-renew", said), with_last_row(rows))


def _renewable(turn: Turn) -> Officer | None:
    board, office = board_here(turn), office_here(turn)
    return office if board is not None and office in to_renew(turn.known, board) else None


def _hear_renew(turn: Turn, reply: Reply) -> Turn | None:
    board, office = board_here(turn), _renewable(turn)
    if board is None or office is None:
        return None
    if reply.value == NO:
        return go(turn.settle(Words("my-board-not-renewed")), PAGE)
    if not means(turn, reply, RENEW, YES):
        return None
    said = {"role": role_words(office.role), "board": board_name(board), "localidad": board.localidad}
    turn = turn.remember(OfficeClaimed(board.id, office.role, "term-over"))
    turn = turn.tell(tell_team(board, Words("claim-filed-staff", said)))
    return go(turn.settle(Words("my-board-renewal-asked")), PAGE)


PARTS = (
    Part(WHICH, _draw_which, _hear_which, "which", lambda _: Words("my-board-which-expected")),
    Part(HAND, _draw_hand, _hear_hand, "hand", lambda _: Words("my-board-hand-expected")),
    Part(LEAVE, _draw_leave, _hear_leave, "leave", lambda _: Words("my-board-leave-expected")),
    Part(RENEW, _draw_renew, _hear_renew, "renew", lambda _: Words("my-board-renew-expected")),
)

"""How a survey goes, for the team: every board counted once, by state and by localidad."""

from collections import Counter

from conversations.commands import BOARDS, SURVEY
from conversations.conversation import link
from conversations.decisions import Words
from conversations.rights import may
from conversations.survey_work import board_ids, surveys
from conversations.turn import Turn

_STATES = ("complete", "partial", "started", "refused", "invited", "none")


def sees_progress(turn: Turn) -> bool:
    """Whether the person is of the team and may see boards."""
    return may(turn.known.person.staff, "see_boards")


def progress_page(turn: Turn) -> Turn:
    """Count first, then who is where; only the localidad that a member of the team covers."""
    held, staff = surveys(turn), turn.known.person.staff
    if held is None:
        return turn
    states: Counter[str] = Counter()
    sent: Counter[str] = Counter()
    boards: Counter[str] = Counter()
    for row in held.standings():
        if may(staff, "see_boards", row.localidad):
            states[row.status] += row.boards
            boards[row.localidad] += row.boards
            sent[row.localidad] += row.boards if row.status == "complete" else 0
    offered = held.offered()
    lines = tuple(
        Words("survey-progress-line", {"localidad": name, "sent": str(sent[name]), "total": str(boards[name])})
        for name in sorted(boards)
    )
    counted = tuple(
        Words("survey-progress-state", {"state": Words(f"survey-state-{state}"), "count": str(states[state])})
        for state in _STATES
    )
    total = sum(boards.values())
    key = "survey-progress" if total else "survey-progress-empty"
    args = {"title": offered.title if offered else "", "sent": str(states["complete"]), "total": str(total)}
    words = Words(key, {**args, "states": counted, "lines": lines}) if total else Words(key, {"title": args["title"]})
    own = (link(SURVEY, "survey-mine-button", "mia"),) if board_ids(turn) else ()
    return turn.closed().say(words, link(BOARDS, "desk-button"), *own)

"""The list of boards that nobody has reached yet, to be called: how many, and the file."""

from conversations.board_decisions import CallListTaken
from conversations.decisions import Choice, Screen, SendFile, Words
from conversations.desk.page import Page, stay
from conversations.desk.writing import refuse
from conversations.records import Filter
from conversations.screens import Row, with_last_row
from conversations.turn import Reply, Turn

_DOWNLOAD = "download"


def unreached(localidad: str | None) -> Filter:
    """Boards of the programme without anybody in office and without a claim, where this coordinator may look."""
    return Filter(localidad=localidad, status="listed", reach="unreached")


def _localidad(turn: Turn) -> str | None:
    staff = turn.known.person.staff
    return None if staff is None else staff.localidad


def _draw(turn: Turn) -> Screen:
    localidad = _localidad(turn)
    count = turn.known.records.counts(unreached(localidad)).total
    total = turn.known.records.counts(Filter(localidad=localidad, status="listed")).total
    rows: list[Row] = [(Choice(_DOWNLOAD, Words("calls-download-button")),)] if count else []
    where = Words("calls-city") if localidad is None else Words("calls-localidad", {"localidad": localidad})
    text = Words("calls" if count else "calls-none", {"count": count, "total": total, "where": where})
    return Screen("calls", text, with_last_row(rows))


def _hear(turn: Turn, reply: Reply) -> Turn:
    if reply.value != _DOWNLOAD:
        return refuse(turn, _draw, Words("calls-expected"))
    turn = turn.remember(CallListTaken(_localidad(turn)))
    return stay(turn.send(SendFile("call_list", Words("calls-file"))), "calls")


PAGES = (
    Page(
        "calls", "export_people", _draw, _hear, Words("calls-label"), Words("calls-help"), Words("calls-expected")
    ),
)  # fmt: skip

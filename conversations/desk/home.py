"""The first page of the desk: how many boards were reached, what waits for a decision, what can be done."""

from conversations.decisions import Choice, Screen, Words
from conversations.desk.page import Page, go
from conversations.desk.queue import queue_line, split_queue
from conversations.desk.words import Arguments, lines
from conversations.records import Filter
from conversations.rights import Action, may
from conversations.screens import Row, with_last_row
from conversations.turn import Reply, Turn

QUESTION = "home"
_OLDEST = 3
# Value of a button → the page it leads to; the right that shows it.
_WAYS: dict[str, Action] = {
    "find": "see_boards", "list": "see_boards", "enter": "enter_boards", "calls": "export_people",
    "roster": "import_roster",
}  # fmt: skip


def draw(turn: Turn) -> Screen:
    """Counts first, then what needs somebody, oldest first, then the ways on."""
    staff = turn.known.person.staff
    waiting, _ = split_queue(turn)
    rows: list[Row] = []
    if may(staff, "see_people"):
        label = Words("desk-queue-button", {"count": len(waiting)})
        rows.append((Choice("queue", label, "primary" if waiting else None),))
    ways = [Choice(value, Words(f"desk-{value}-button")) for value, right in _WAYS.items() if may(staff, right)]
    rows += [tuple(ways[start : start + 2]) for start in range(0, len(ways), 2)]
    text = lines(*_counts(turn), Words("desk-gap"), *_needed(turn), Words("desk-home-now"))
    return Screen(QUESTION, text, with_last_row(rows))


def hear(turn: Turn, reply: Reply) -> Turn | None:
    """To what was chosen."""
    if reply.value == "queue" and may(turn.known.person.staff, "see_people"):
        return go(turn, "queue", page=0)
    if reply.value in _WAYS and may(turn.known.person.staff, _WAYS[reply.value]):
        return go(turn, reply.value, page=0)
    return None


def _counts(turn: Turn) -> list[Words | None]:
    staff, records = turn.known.person.staff, turn.known.records
    scope = staff.localidad if staff is not None else None
    listed = records.counts(Filter(localidad=scope, status="listed"))
    beside = {
        status: records.counts(Filter(localidad=scope, status=status)).total
        for status in ("proposed", "inactive", "rejected")
    }  # fmt: skip
    where = Words("desk-scope-city") if scope is None else Words("desk-scope-localidad", {"localidad": scope})
    if not listed.total and not any(beside.values()):
        return [Words("desk-home-empty", {"scope": where})]
    counted: Arguments = {"reached": listed.reached, "total": listed.total}
    return [
        Words("desk-home-reached", {**counted, "scope": where}),
        Words("desk-home-rest", {"claimed": listed.claimed, "unreached": listed.unreached}),
        Words("desk-home-beside", {**beside}) if any(beside.values()) else None,
    ]


def _needed(turn: Turn) -> list[Words]:
    waiting, asked = split_queue(turn)
    found = [Words("desk-home-queue", {"count": len(waiting)})]
    if may(turn.known.person.staff, "see_people"):
        found += [queue_line(turn, claim, None) for claim in waiting[:_OLDEST]]
        if len(waiting) > _OLDEST:
            found.append(Words("desk-home-more", {"count": len(waiting) - _OLDEST}))
    if asked:
        found.append(Words("desk-home-asked", {"count": len(asked)}))
    return found


PAGES = (
    Page(
        QUESTION, "see_boards", draw, hear, Words("desk-home-label"), Words("desk-home-help"),
        Words("desk-home-expected"),
    ),
)  # fmt: skip

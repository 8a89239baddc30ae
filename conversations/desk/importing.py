"""The list of boards sent as a file: what it has to hold, what was read from it, and the word to write it down."""

from conversations.board_decisions import FileReadAgain, FileWanted, RosterApplied, UploadDropped
from conversations.commands import BOARDS_TALK
from conversations.conversation import refused
from conversations.decisions import Choice, Screen, SendFile, Words
from conversations.desk.page import Page, go, leave_to, number, stay
from conversations.desk.writing import refuse
from conversations.inputs import Attached
from conversations.records import Upload
from conversations.rights import may
from conversations.roster_outcome import Outcome, changes_anything, counts, told, why_failed
from conversations.screens import NEXT_PAGE, NO, PREVIOUS_PAGE, YES, Row, button, with_last_row
from conversations.text import cut
from conversations.turn import Reply, Turn

ROSTER, PREVIEW, DETAILS = "roster", "roster-preview", "roster-details"
MOST_BYTES = 5_000_000
_TEMPLATE, _DETAILS = "template", "details"
_FIRST_TOLD, _A_PAGE = 3, 4


# --- the file ---------------------------------------------------------------------------------------------------------


def hear_file(turn: Turn, attached: Attached) -> Turn:
    """A document sent while a page of the import is open; anywhere else on the desk it is not wanted."""
    question = turn.state.question
    page = next((page for page in PAGES if page.question == question), None)
    if page is None or not may(turn.known.person.staff, page.action):
        return turn.say(Words("import-elsewhere"))
    if attached.size > MOST_BYTES or not attached.file_id:
        screen = page.draw(turn) or _draw_roster(turn)
        return refused(turn, screen, Words("sheet-too-big" if attached.file_id else "sheet-not-a-sheet"))
    turn = turn.remember(FileWanted("roster", attached.file_id, attached.name, attached.size))
    turn = turn.settle(Words("import-sent")).say(Words("import-reading", {"name": _name(attached.name)}))
    return stay(turn, ROSTER)


def opened(turn: Turn, upload_id: int) -> Turn:
    """To what was read from a file, from wherever one is."""
    here = turn.position(BOARDS_TALK).get("question") in {ROSTER, PREVIEW, DETAILS}
    return (stay if here else go)(turn, PREVIEW, upload=upload_id, page=0)


def _draw_roster(turn: Turn) -> Screen:
    rows = ((Choice(_TEMPLATE, Words("import-template-button")),),)
    key = "import-roster-again" if turn.known.records.has_roster() else "import-roster"
    return Screen(ROSTER, Words(key), with_last_row(rows))


def _hear_roster(turn: Turn, reply: Reply) -> Turn:
    if reply.value != _TEMPLATE:
        return refuse(turn, _draw_roster, Words("import-expected"))
    return stay(turn.send(SendFile("roster_template", Words("import-template-file"))), ROSTER)


# --- what was read ----------------------------------------------------------------------------------------------------


def _upload(turn: Turn) -> Upload | None:
    upload = turn.known.records.upload(number(turn, "upload"))
    return None if upload is None or upload.status in {"used", "dropped"} else upload


def _ready(turn: Turn) -> Outcome | None:
    upload = _upload(turn)
    return upload.outcome if upload is not None and upload.status == "ready" else None


def _draw_preview(turn: Turn) -> Screen | None:
    upload = _upload(turn)
    if upload is None:
        return None
    name = {"name": _name(upload.name)}
    if upload.status == "waiting":
        return Screen(PREVIEW, Words("import-waiting", name), with_last_row(()))
    if upload.status == "failed" or upload.outcome is None:
        return Screen(PREVIEW, Words("import-failed", {**name, "why": why_failed(upload.outcome)}), with_last_row(()))
    outcome, rows = upload.outcome, list[Row]()
    writes = changes_anything(outcome)
    if writes:
        rows.append((Choice(YES, Words("import-yes-button"), "success"),))
    if told(outcome):
        rows.append((Choice(_DETAILS, Words("import-details-button")),))
    rows.append((Choice(NO, Words("import-no-button")),))
    what_now = Words("import-confirm" if writes else "import-nothing-new")
    text = Words("import-preview", {**name, "lines": _lines(outcome), "now": what_now})
    return Screen(PREVIEW, text, with_last_row(rows))


def _lines(outcome: Outcome) -> tuple[Words, ...]:
    """The counts, and the first errors with their remedy."""
    counted = counts(outcome)
    lines = [
        Words(f"roster-preview-{name}", {"count": counted[name]}) for name in ("read", "new", "changed", "unchanged")
    ]
    lines += [
        Words(f"roster-preview-{name}", {"count": counted[name]}) for name in ("doubtful", "missing") if counted[name]
    ]
    if counted["errors"]:
        lines.append(Words("roster-preview-errors", {"count": counted["errors"]}))
        lines += told(outcome)[: min(_FIRST_TOLD, counted["errors"])]
    return tuple(lines)


def _hear_preview(turn: Turn, reply: Reply) -> Turn:
    upload, outcome = _upload(turn), _ready(turn)
    if reply.value == NO and upload is not None:
        return leave_to(turn.remember(UploadDropped(upload.id)).settle(Words("import-dropped")), "home")
    if reply.value == _DETAILS and outcome is not None:
        return go(turn, DETAILS, page=0)
    if reply.value != YES or upload is None or outcome is None or not changes_anything(outcome):
        return refuse(turn, _draw_preview, Words("import-preview-expected"))
    if outcome["revision"] != turn.known.records.revision():
        turn = turn.remember(FileReadAgain(upload.id)).settle(Words("import-register-changed"))
        return stay(turn, PREVIEW)
    counted = counts(outcome)
    turn = turn.remember(RosterApplied(upload.id))
    said = Words("import-done", {"entered": counted["new"], "count": counted["changed"]})
    return leave_to(turn.settle(said), "home")


def _draw_details(turn: Turn) -> Screen | None:
    outcome = _ready(turn)
    if outcome is None:
        return None
    lines = told(outcome)
    last = max(0, -(-len(lines) // _A_PAGE) - 1)
    page = min(max(0, number(turn, "page")), last)
    shown = lines[page * _A_PAGE : (page + 1) * _A_PAGE]
    turned = [*([button(PREVIOUS_PAGE)] if page else []), *([button(NEXT_PAGE)] if page < last else [])]
    text = Words("import-details", {
        "lines": shown, "first": str(page * _A_PAGE + 1), "last": str(page * _A_PAGE + len(shown)),
        "total": str(len(lines)),
    })  # fmt: skip
    return Screen(DETAILS, text, with_last_row([tuple(turned)] if turned else []))


def _hear_details(turn: Turn, reply: Reply) -> Turn:
    outcome = _ready(turn)
    if outcome is None or reply.value not in {NEXT_PAGE, PREVIOUS_PAGE}:
        return refuse(turn, _draw_details, Words("import-details-expected"))
    last = max(0, -(-len(told(outcome)) // _A_PAGE) - 1)
    page = min(max(0, number(turn, "page") + (1 if reply.value == NEXT_PAGE else -1)), last)
    return stay(turn, DETAILS, page=page)


def _name(name: str) -> Words | str:
    return cut(name, 60) if name else Words("import-nameless")


PAGES = (
    Page(
        ROSTER, "import_roster", _draw_roster, _hear_roster,
        Words("import-label"), Words("import-help"), Words("import-expected"),
    ),
    Page(
        PREVIEW, "import_roster", _draw_preview, _hear_preview,
        Words("import-label"), Words("import-preview-help"), Words("import-preview-expected"),
    ),
    Page(
        DETAILS, "import_roster", _draw_details, _hear_details,
        Words("import-label"), Words("import-preview-help"), Words("import-details-expected"),
    ),
)  # fmt: skip

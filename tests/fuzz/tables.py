"""What the database must hold at rest, and what it must not hold anywhere."""

import json

from tests.fuzz.acts import PLACE, SOMEBODYS_PHONE
from tests.fuzz.somebody import PHONE, Question, Somebody
from tests.fuzz.stage import Stage

# Where names, phones and free text may be; everything else holds ids and words of ours.
_MAY_HOLD_TEXT = {
    "answer": {"value"}, "board": {"name", "barrio", "sector", "nit"}, "person": {"name"}, "inbox": {"body"},
    "outbox": {"payload"}, "notice": {"body"}, "note": {"body"}, "claim": {"value"},
    "ticket_message": {"body"}, "staff": {"name"}, "board_change": {"old", "new"},
}  # fmt: skip
_UNHAPPY = {
    "updates wait": "SELECT update_id, kind FROM inbox WHERE status = 'new'",
    "updates were parked": "SELECT update_id, error FROM inbox WHERE status = 'parked'",
    "updates failed at first": "SELECT update_id, error FROM inbox WHERE attempts > 0",
    "messages ended badly": "SELECT id, status, reason FROM outbox WHERE status IN ('failed', 'uncertain', 'dropped')",
    "messages wait": "SELECT id, status FROM outbox WHERE status IN ('queued', 'sending')",
    "messages may have arrived twice": "SELECT id, reason FROM outbox WHERE repeated = 1",
    "messages were not accepted": "SELECT id, reason FROM outbox WHERE status = 'sent' AND reason IS NOT NULL",
    "messages were skipped for no good reason": "SELECT id, reason FROM outbox WHERE status = 'skipped' AND reason "
    "NOT IN ('erased', 'muted', 'its message never arrived')",
    "owners were alerted": "SELECT id, payload FROM outbox WHERE kind = 'alert' "
    "AND dedupe_key LIKE 'alert:%'",  # other messages to them are news, not trouble
    "boards without a name or a place": "SELECT id FROM board WHERE name = '' OR localidad = '' OR comuna = ''",
    "proposed boards that nobody asks for": "SELECT b.id FROM board b WHERE b.status = 'proposed' "
    "AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.board_id = b.id AND c.status IN ('waiting', 'asked'))",
    "people without consent": "SELECT p.chat_id FROM person p WHERE NOT EXISTS (SELECT 1 FROM consent c "
    "WHERE c.chat_id = p.chat_id AND c.purpose = 'service' AND c.accepted = 1)",
}


def unhappy(stage: Stage) -> list[str]:
    """Rows that ended, or stand, as none should."""
    found = []
    for what, query in _UNHAPPY.items():
        if rows := stage.rows(query):
            found.append(f"{what}: {rows[:5]}")
    return found


def mismatch(stage: Stage, somebody: Somebody) -> list[str]:
    """Whether what the person sees is where the bot believes them to be."""
    rows = stage.rows("SELECT state FROM chat WHERE chat_id = ? AND state IS NOT NULL", somebody.id)
    state = json.loads(str(rows[0][0])) if rows else {}
    place = Question(state["focus"], state["question"], state["version"]) if state.get("question") else None
    if place is not None and place[:2] == PHONE[:2]:
        place = PHONE
    if not stage.world.person(somebody.id).blocked:
        somebody.told_of(place)
    if somebody.question == place or (place is None and not somebody.live and somebody.keyboard_left_behind):
        somebody.missed_something = False
    elif not somebody.missed_something:
        return [f"the bot waits for {place}, the person sees {somebody.question}"]
    return []


def unsound(stage: Stage) -> list[str]:
    """What SQLite itself finds wrong."""
    found = [str(row[0]) for row in stage.rows("PRAGMA integrity_check") if row[0] != "ok"]
    return found + [f"foreign key: {row}" for row in stage.rows("PRAGMA foreign_key_check")]


def strays(stage: Stage, people: list[Somebody]) -> list[str]:
    """Texts and numbers of people in places, or lines of the log, where they may not be."""
    found = []
    marks = {somebody.id: f"zq{somebody.id}v" for somebody in people}
    phones = [str(somebody.phone.person.phone).removeprefix("+") for somebody in people]
    secrets = [*marks.values(), *phones, SOMEBODYS_PHONE.removeprefix("+"), PLACE]
    cells = _cells(stage)
    # What somebody called a board stays with the board, and others were told of the board by that name.
    registered = "\n".join(cell for table, _, cell in cells if table in {"board", "board_change"})
    for table, column, cell in cells:
        if column not in _MAY_HOLD_TEXT.get(table, ()):
            found += [f"{table}.{column} holds {secret}" for secret in secrets if secret in cell]
        elif table != "notice":
            found += [f"{table}.{column} holds {number}" for number in secrets[len(marks) :] if number in cell]
            if table not in {"board", "board_change"}:
                left = [mark for mark in _erased(people) if mark in cell and mark not in registered]
                found += [f"{table}.{column} still holds {mark}" for mark in left]
    log = "\n".join(stage.overheard.lines)
    return found + [f"the log holds {secret}" for secret in secrets if secret in log]


def _erased(people: list[Somebody]) -> list[str]:
    """Marks that were in use only before an erasure that took place."""
    return [mark for somebody in people for mark, count in somebody.old_marks if somebody.erasures > count]


def _cells(stage: Stage) -> list[tuple[str, str, str]]:
    cells = []
    tables = [str(row[0]) for row in stage.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    for table in tables:
        columns = [str(row[1]) for row in stage.rows(f"PRAGMA table_info({table})")]
        for row in stage.rows(f"SELECT * FROM {table}"):
            cells += [(table, column, cell) for column, cell in zip(columns, row, strict=True) if isinstance(cell, str)]
    return cells

"""What must hold for everything the bot said and for every table, whatever happened."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from conversations.state import ChatState
from simulator.server import Simulator
from storage.outbox import SENT_AGAIN
from tests.chaos.registrant import Registrant
from tests.chaos.report import Report

_PHONES = b"57000000"  # how every invented number begins


def check_messages(report: Report, connection: sqlite3.Connection, simulator: Simulator, person: Registrant) -> None:
    """Sent in order, and only flagged ones arrived twice."""
    rows = connection.execute(
        "SELECT message_id, repeated, status, attempts > 0 FROM outbox "
        "WHERE chat_id = ? AND method != 'edit' ORDER BY id",
        (person.id,),
    ).fetchall()
    ids = [message_id for message_id, _, status, _ in rows if status == "sent"]
    if ids != sorted(ids):
        report.counts["out of order"] += 1
        report.broken.append(f"{person.id}: messages arrived in another order than they were written")
    bot = simulator.world.bot.id
    seen = {number for number, body in simulator.world.chat(person.id).by_id.items() if body["from"]["id"] == bot}
    # A message in doubt may have arrived once for each of its two tries, also when its person was erased meanwhile.
    doubtful = sum(1 for _, _, status, tried in rows if tried and status in ("uncertain", "skipped"))
    flagged = sum(1 for _, repeated, _, _ in rows if repeated) + doubtful
    more = len(seen) - len(ids)
    report.counts["delivered"] += len(seen)
    report.counts["sent"] += len(ids)
    report.counts["twice"] += max(more, 0)
    report.counts["flagged"] += flagged
    report.counts["unflagged"] += max(more - flagged, 0)
    if set(ids) - seen:
        report.broken.append(f"{person.id}: rows are marked as sent that never arrived")


def check_tables(report: Report, connection: sqlite3.Connection, database: Path) -> None:
    """Nothing is left over, nothing ended in silence, nothing is in clear, every chat can go on."""
    for status, count in connection.execute("SELECT status, count(*) FROM outbox GROUP BY status"):
        report.counts[f"row {status}"] = count
    again = ", ".join(f"'{kind}'" for kind in SENT_AGAIN)
    left_behind = report.counts["boards left behind"]
    checks = {
        "updates left in the inbox": "SELECT count(*) FROM inbox WHERE status = 'new'",
        "updates parked": "SELECT count(*) FROM inbox WHERE status = 'parked'",
        "messages that did not end": "SELECT count(*) FROM outbox WHERE status IN ('queued', 'sending')",
        "messages given up or dropped": "SELECT count(*) FROM outbox WHERE status IN ('failed', 'dropped')",
        "messages skipped without a reason": "SELECT count(*) FROM outbox WHERE status = 'skipped' AND reason IS NULL",
        "messages in doubt that were not sent again": "SELECT count(*) FROM outbox "
        f"WHERE status = 'uncertain' AND repeated = 0 AND (kind IN ({again}) OR method = 'edit')",
        "edits in doubt": "SELECT count(*) FROM outbox WHERE status = 'uncertain' AND method = 'edit'",
        "answers counted twice": "SELECT count(*) FROM (SELECT 1 FROM answer WHERE update_id IS NOT NULL "
        "AND withdrawn = 0 GROUP BY update_id HAVING count(*) > 1)",
        "runs open twice": "SELECT count(*) FROM (SELECT 1 FROM run WHERE status = 'open' "
        "GROUP BY person_id, conversation HAVING count(*) > 1)",
        "boards without an officer beyond those of erased people": f"SELECT max(count(*) - {left_behind}, 0) "
        "FROM board WHERE id NOT IN (SELECT board_id FROM officer)",
        "foreign keys broken": "SELECT count(*) FROM pragma_foreign_key_check",
        "pages damaged": "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check != 'ok'",
        "chats out of reach": "SELECT count(*) FROM chat WHERE unreachable IS NOT NULL",
    }
    for what, query in checks.items():
        if count := connection.execute(query).fetchone()[0]:
            report.broken.append(f"{what}: {count}")
    for file in database.parent.glob(database.name + "*"):
        if file.suffix != ".key" and _PHONES in file.read_bytes():
            report.broken.append(f"a phone number is in clear in {file.name}")
    for chat_id, state in connection.execute("SELECT chat_id, state FROM chat WHERE state IS NOT NULL"):
        if not _readable(ChatState.model_validate_json, state):
            report.broken.append(f"{chat_id}: the chat's state cannot be read")


def _readable(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True

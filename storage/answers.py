"""Runs and their append-only log of answers; what counts is rebuilt from it."""

from datetime import datetime

from storage.database import Transaction
from storage.instants import to_millis


def open_answers(tx: Transaction, person_id: int) -> dict[str, dict[str, str | None]]:
    """conversation → question → value of the runs that are open."""
    rows = tx.execute(
        "SELECT r.conversation, a.question, a.value, a.withdrawn FROM run r LEFT JOIN answer a ON a.run_id = r.id "
        "WHERE r.person_id = ? AND r.status = 'open' ORDER BY a.id",
        (person_id,),
    )
    drafts: dict[str, dict[str, str | None]] = {}
    for conversation, question, value, withdrawn in rows:
        answers = drafts.setdefault(conversation, {})
        if question is None:
            continue
        if withdrawn:
            answers.pop(question, None)
        else:
            answers[question] = value
    return drafts


def find_open_run(tx: Transaction, person_id: int, conversation: str) -> int | None:
    """Id of the open run, if there is one."""
    row = tx.execute(
        "SELECT id FROM run WHERE person_id = ? AND conversation = ? AND status = 'open'", (person_id, conversation)
    ).fetchone()
    return row[0] if row else None


def open_run(tx: Transaction, person_id: int, conversation: str, now: datetime) -> int:
    """Id of the open run, begun now if there was none."""
    found = find_open_run(tx, person_id, conversation)
    if found is not None:
        return found
    created = tx.execute(
        "INSERT INTO run (person_id, conversation, status, started_at) VALUES (?, ?, 'open', ?)",
        (person_id, conversation, to_millis(now)),
    )
    return int(created.lastrowid or 0)


def record(
    tx: Transaction, run_id: int, question: str, value: str | None, update_id: int | None, now: datetime
) -> None:
    """Add an answer. A second one from the same update breaks a unique index: that is a bug, not data."""
    tx.execute(
        "INSERT INTO answer (run_id, question, value, update_id, answered_at) VALUES (?, ?, ?, ?, ?)",
        (run_id, question, value, update_id, to_millis(now)),
    )


def withdraw(tx: Transaction, run_id: int, question: str, now: datetime) -> None:
    """Note that an earlier answer no longer counts."""
    tx.execute(
        "INSERT INTO answer (run_id, question, withdrawn, answered_at) VALUES (?, ?, 1, ?)",
        (run_id, question, to_millis(now)),
    )


def close_run(tx: Transaction, run_id: int, status: str, now: datetime) -> None:
    """End a run as ``finished`` or ``discarded``; a discarded draft's answers are deleted, and what they came from."""
    tx.execute("UPDATE run SET status = ?, closed_at = ? WHERE id = ?", (status, to_millis(now), run_id))
    if status == "discarded":
        tx.execute(
            "UPDATE inbox SET body = NULL WHERE status != 'new' "
            "AND update_id IN (SELECT update_id FROM answer WHERE run_id = ?)",
            (run_id,),
        )
        tx.execute("DELETE FROM answer WHERE run_id = ?", (run_id,))

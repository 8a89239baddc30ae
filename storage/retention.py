"""What is deleted once its time is over: updates (8 days), sent texts (30), what coordinators left half-written (1)."""

from datetime import datetime, timedelta

from conversations.commands import BOARDS_TALK
from storage import answers, questions
from storage.database import Transaction
from storage.instants import to_millis

INBOX_BODIES = timedelta(days=8)
OUTBOX_TEXTS = timedelta(days=30)
# Telegram sends an update again for a day at most, and after a quiet week numbers its updates from a random start: an
# old number must not be taken for a new update's.
UPDATE_NUMBERS = timedelta(days=30)
# What a coordinator began to write about somebody else and left lying.
DESK_DRAFTS = timedelta(days=1)
# What no card answered and nobody asked again.
UNANSWERED = timedelta(days=180)


def purge(tx: Transaction, now: datetime) -> tuple[int, int]:
    """Delete what is older than its term; returns how many (inbox bodies, outbox texts) went."""
    old = to_millis(now - UPDATE_NUMBERS)
    tx.execute("DELETE FROM inbox WHERE status IN ('done', 'skipped') AND closed_at < ?", (old,))
    tx.execute("UPDATE outbox SET dedupe_key = NULL WHERE dedupe_key LIKE 'update:%' AND closed_at < ?", (old,))
    left = to_millis(now - DESK_DRAFTS)
    for (run_id,) in tx.execute(
        "SELECT id FROM run WHERE conversation = ? AND status = 'open' AND started_at < ?", (BOARDS_TALK, left)
    ).fetchall():
        answers.close_run(tx, run_id, "discarded", now)
    questions.purge_unanswered(tx, now - UNANSWERED)
    bodies = tx.execute(
        "UPDATE inbox SET body = NULL WHERE body IS NOT NULL AND status != 'new' AND closed_at < ?",
        (to_millis(now - INBOX_BODIES),),
    ).rowcount
    texts = tx.execute(
        "UPDATE outbox SET payload = NULL WHERE payload IS NOT NULL AND closed_at < ? "
        "AND id NOT IN (SELECT open_row FROM chat WHERE open_row IS NOT NULL)",
        (to_millis(now - OUTBOX_TEXTS),),
    ).rowcount
    return bodies, texts

"""How sending ended, written down: row results, chats that cannot be reached, groups that moved, owners told."""

from dataclasses import dataclass
from datetime import datetime

from bot.turns import ticket_news
from bot.turns.outcome import House, Outcome, alert_owners
from bot.verdicts import Verdict
from conversations.decisions import Words
from storage import chats, outbox
from storage.database import Transaction
from storage.outbox import Row


@dataclass(frozen=True, slots=True)
class Finished:
    """One try of one row, and when its call began."""

    row: Row
    verdict: Verdict
    called_at: datetime


def settle(tx: Transaction, finished: list[Finished], house: House, now: datetime) -> Outcome:
    """Record results of many chats in one go; returns rows planned (alerts) and dropped (unreachable chats)."""
    outcome = Outcome()
    if not finished:
        return outcome
    outbox.close(tx, [end.verdict.result for end in finished], now)
    for end in finished:
        _beyond_the_row(tx, end, house, outcome, now)
    return outcome


def _beyond_the_row(tx: Transaction, end: Finished, house: House, outcome: Outcome, now: datetime) -> None:
    row, reason = end.row, end.verdict.result.reason or ""
    match end.verdict.extra:
        case "unreachable":
            # From when we asked: what its person wrote while the answer was on its way is newer than the refusal.
            chats.save_unreachable(tx, row.chat_id, reason, end.called_at)
            outcome.dropped += outbox.skip_queued(tx, row.chat_id, "unreachable", now, only_started_by_bot=False)
            ticket_news.release(tx, outcome, house, row.chat_id, now)
            ticket_news.not_delivered(tx, outcome, house, row.id, row.chat_id, now)
        case "copy_gone":
            ticket_news.copy_gone(tx, outcome, house, row.id, row.chat_id, now)
        case "moved":
            new = int(end.verdict.value)
            chats.record_migration(tx, row.chat_id, new, now)
            outbox.move_chat(tx, row.chat_id, new)
        case "plain_text":
            row.payload["plain"] = True
            outbox.save_payload(tx, row.id, row.payload)
            alert_owners(tx, outcome, house, Words("owner-plain-text"), "plain-text", now)
        case "in_doubt":
            alert_owners(tx, outcome, house, Words("owner-in-doubt", {"count": 1}), "in-doubt", now)
        case "broken":
            if row.kind != "alert":  # an alert that cannot be sent must not raise another
                alert_owners(tx, outcome, house, Words("owner-not-sent", {"reason": reason}), "not-sent", now)

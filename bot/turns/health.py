"""/salud for owners: what waits, what is uncertain, what failed. Numbers only."""

from datetime import datetime

from conversations.decisions import Words
from storage import boards, chats, inbox, outbox
from storage.database import Transaction

COMMAND = "salud"


def health(tx: Transaction, now: datetime) -> Words:
    """The state of the house in one message."""
    waiting, sending = inbox.counts(tx), outbox.counts(tx, now)
    return Words(
        "owner-health",
        {
            "boards": boards.count(tx),
            "waiting": waiting["waiting"] - 1,  # the question itself is one of them until it is answered
            "parked": waiting["parked"],
            "queued": sending["queued"],
            "uncertain": sending["uncertain"],
            "repeated": sending["repeated"],
            "failed": sending["failed"],
            "trouble": waiting["parked"] + sending["uncertain"] + sending["failed"],
            "unreachable": chats.count_unreachable(tx),
        },
    )

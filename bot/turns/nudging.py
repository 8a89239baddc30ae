"""Once a day the team hears of claims that wait for longer than a day: nothing waits without somebody seeing it."""

from datetime import datetime, time, timedelta

from bot.render import text_payload
from bot.turns.members import members
from bot.turns.outcome import House
from conversations.commands import BOARDS
from conversations.conversation import link
from conversations.decisions import Words
from conversations.desk.words import age_words
from conversations.rights import may
from storage import claims, marks, outbox
from storage.database import Transaction
from storage.outbox import Draft

_FIRST, _LAST = time(8), time(20)  # in the city; a bot that was down at eight makes up for it the same day
_PATIENCE = timedelta(days=1)
_MARK = "nudged"
_QUEUE = "q"


def nudge(tx: Transaction, house: House, now: datetime) -> None:
    """Plan the day's message to everybody who may decide a claim that waits too long; nothing more that day."""
    local = now.astimezone(house.zone)
    day = local.date().isoformat()
    if not _FIRST <= local.time() < _LAST or marks.find(tx, _MARK) == day:
        return
    marks.save(tx, _MARK, day)
    waiting = claims.waiting_since(tx, now - _PATIENCE)
    for chat_id, place in sorted(members(tx, house).items()):
        ages = [since for localidad, since in waiting if may(place, "decide_claims", localidad)]
        if not ages:
            continue
        text = Words("desk-nudge", {"count": len(ages), "age": age_words(min(ages), now)})
        payload = text_payload(text, house.wording(None), ((link(BOARDS, "claims-decide-button", _QUEUE),),))
        outbox.plan(tx, Draft(chat_id, "alert", "send", payload, dedupe_key=f"nudge:{day}:{chat_id}"), now)

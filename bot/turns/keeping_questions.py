"""Counts what is asked about procurement."""

from datetime import datetime
from zoneinfo import ZoneInfo

from conversations.faq.decisions import CardJudged, CardShown, QuestionDecision, QuestionUnanswered
from storage import questions
from storage.database import Transaction


def count(tx: Transaction, decision: QuestionDecision, now: datetime, zone: ZoneInfo) -> None:
    """One more, without who it was."""
    day = now.astimezone(zone).date()
    match decision:
        case CardShown(card_id):
            questions.count_use(tx, card_id, "shown", day)
        case CardJudged(card_id, helped):
            questions.count_use(tx, card_id, "helped" if helped else "failed", day)
        case QuestionUnanswered(text):
            questions.count_unanswered(tx, text, now)

"""Questions are counted by card and day, and what no card answered by its words; nobody's name is among them."""

import sqlite3
from datetime import date, timedelta

from storage import questions
from storage.questions import UseRow
from tests.storage.invented import NOW

TODAY = date(2026, 11, 24)


def test_uses_of_a_card_add_up_over_days_and_the_most_asked_comes_first(tx: sqlite3.Connection) -> None:
    for card, use, day in (
        ("rup", "shown", TODAY), ("rup", "shown", TODAY), ("rup", "helped", TODAY),
        ("nit", "shown", TODAY), ("rup", "shown", TODAY - timedelta(days=1)), ("rup", "failed", TODAY),
        ("old", "shown", TODAY - timedelta(days=40)),
    ):  # fmt: skip
        questions.count_use(tx, card, use, day)  # type: ignore[arg-type]

    assert questions.uses(tx, TODAY - timedelta(days=30)) == [UseRow("rup", 3, 1, 1), UseRow("nit", 1, 0, 0)]


def test_what_is_asked_often_without_an_answer_comes_first_and_what_is_old_is_forgotten(tx: sqlite3.Connection) -> None:
    questions.count_unanswered(tx, "la basura", NOW - timedelta(days=200))
    for _ in range(2):
        questions.count_unanswered(tx, "el alumbrado", NOW)
    questions.count_unanswered(tx, "los perros", NOW)

    assert questions.purge_unanswered(tx, NOW - timedelta(days=180)) == 1
    assert [(row.body, row.asked) for row in questions.unanswered(tx, 5)] == [("el alumbrado", 2), ("los perros", 1)]

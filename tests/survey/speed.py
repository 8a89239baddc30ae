"""How long a whole turn with one answer takes on a form of 500 questions: ``python -m tests.survey.speed``."""

import statistics
import sys
import time
from datetime import timedelta

from bot.incoming import Letter
from bot.turns.outcome import Outcome
from bot.turns.private import converse
from conversations.inputs import Said
from tests.boards.city import City
from tests.survey.answers import begin
from tests.survey.town import ROSA, asking, restarted


def long_form(questions: int = 500) -> bytes:
    """A form in which every fourth question depends on the one before and every fourth is worked out."""
    rows = ["| survey |", "| | type | name | label | relevant | calculation | required |"]
    for number in range(questions):
        relevant = f"${{q{number - 1}}} > 1" if number % 4 == 3 else ""
        rows.append(f"| | integer | q{number} | ¿Cuántos hay en el lugar {number}? | {relevant} | | yes |")
        if number % 4 == 1:
            rows.append(f"| | calculate | s{number} | | | ${{q{number}}} + ${{q{number - 1}}} | |")
    return "\n".join([*rows, "| settings |", "| | form_title | form_id |", "| | Larga | necesidades |", ""]).encode()


def step(town: City, text: str) -> float:
    """Processor milliseconds from the message to the commit, without Telegram; the database is in memory."""
    town._update += 1
    town.now += timedelta(seconds=1)
    letter = Letter(ROSA, "Rosa", Said(text))
    began = time.thread_time()
    town.tx.execute("BEGIN IMMEDIATE")
    converse(town.tx, town._update, letter, town.house, Outcome(), town.now)
    town.tx.execute("COMMIT")
    return (time.thread_time() - began) * 1000


def measured() -> str:
    """Mean and p95 of a step, and what a cold start costs."""
    with asking(long_form()) as town:
        begin(town)
        steps = [step(town, "3") for _ in range(495)]
        restarted(town)
        cold = step(town, "3")
    p95 = statistics.quantiles(steps, n=20)[-1]
    return (
        f"500 questions: {statistics.mean(steps):.1f} ms a turn, p95 {p95:.1f} ms; first after a restart {cold:.1f} ms"
    )


if __name__ == "__main__":
    sys.stdout.write(measured() + "\n")

"""Compares what was acknowledged to the people with what the database holds."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from simulator.server import Simulator
from tests.chaos.invariants import check_messages, check_tables
from tests.chaos.registrant import Registrant
from tests.chaos.report import Report

_CONSENTS = {"age": "adult", "service": "service", "phone": "phone", "role": "role", "statistics": "statistics"}
_NOT_KEPT = ("consent", "another", "summary", "near", "registered")
_ERASURE = ("misdatos", "erase", "erase")
_PERMISSION = ("permisos", "list", "statistics")
Answers = list[tuple[str, object]]


def compare(simulator: Simulator, people: Sequence[Registrant], database: Path) -> Report:
    """Check every invariant."""
    report = Report()
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        for person in people:
            _answers(report, connection, person)
            _consents(report, connection, person)
            _boards(report, connection, person)
            _replies(report, connection, person)
            check_messages(report, connection, simulator, person)
        check_tables(report, connection, database)
    finally:
        connection.close()
    report.counts["told"] = simulator.manners.told
    report.counts["ignored"] = len(simulator.manners.ignored)
    report.broken += simulator.manners.ignored
    for name in ("lost", "doubled", "out of order", "unanswered", "unflagged"):
        if report.counts[name]:
            report.broken.append(f"{name}: {report.counts[name]}")
    return report


def _since_erasure(person: Registrant) -> list[tuple[str, str, str | None]]:
    noted = person.ledger.answers
    last = max((place for place, answer in enumerate(noted) if answer == _ERASURE), default=-1)
    return noted[last + 1 :]


def _answers(report: Report, connection: sqlite3.Connection, person: Registrant) -> None:
    written: Answers = [
        (question, value)
        for conversation, question, value in _since_erasure(person)
        if conversation == "registro" and question not in _NOT_KEPT
    ]
    held = connection.execute(
        "SELECT a.question, a.value FROM answer a JOIN run r ON r.id = a.run_id JOIN person p ON p.id = r.person_id "
        "WHERE p.chat_id = ? AND a.withdrawn = 0 ORDER BY a.id",
        (person.id,),
    ).fetchall()
    _count(report, person, written, held)


def _consents(report: Report, connection: sqlite3.Connection, person: Registrant) -> None:
    written: Answers = []
    statistics = 0
    for answer in person.ledger.answers:
        conversation, question, _ = answer
        if conversation == "bienvenida" and question in _CONSENTS:
            written.append((_CONSENTS[question], 1))
            statistics = int(question == "statistics") or statistics
        elif answer == _PERMISSION:
            statistics = 1 - statistics
            written.append(("statistics", statistics))
        elif answer == _ERASURE:
            written.append(("erasure", 1))
            statistics = 0
    held = connection.execute(
        "SELECT purpose, accepted FROM consent WHERE chat_id = ? ORDER BY id", (person.id,)
    ).fetchall()
    _count(report, person, written, held)


def _count(report: Report, person: Registrant, written: Answers, held: Answers) -> None:
    report.counts["answers"] += len(written)
    if written == held:
        return
    lost, doubled = Counter(written) - Counter(held), Counter(held) - Counter(written)
    report.counts["lost"] += lost.total()
    report.counts["doubled"] += doubled.total()
    report.counts["out of order"] += not lost and not doubled
    report.broken.append(f"{person.id}: wrote {written}\n   held {held}")


def _boards(report: Report, connection: sqlite3.Connection, person: Registrant) -> None:
    said = [name for _, question, name in _since_erasure(person) if question == "registered"]
    held = connection.execute(
        "SELECT b.name FROM board b JOIN officer o ON o.board_id = b.id JOIN person p ON p.id = o.person_id "
        "WHERE p.chat_id = ? ORDER BY b.id",
        (person.id,),
    ).fetchall()
    report.counts["boards"] += len(held)
    if [row[0] for row in held] != said:
        report.broken.append(f"{person.id}: boards {held}, but was told of {said}")
    erased = [place for place, answer in enumerate(person.ledger.answers) if answer == _ERASURE]
    report.counts["erasures"] += len(erased)
    before = person.ledger.answers[: erased[-1]] if erased else []
    report.counts["boards left behind"] += sum(question == "registered" for _, question, _ in before)


def _replies(report: Report, connection: sqlite3.Connection, person: Registrant) -> None:
    """A greeting out of impatience is in order when a message was lost for a reason that the outbox names."""
    ledger = person.ledger
    report.counts["asked again"] += ledger.asked_again
    report.counts["nudges"] += len(ledger.nudges)
    report.counts["unanswered"] += len(ledger.unanswered)
    report.broken += ledger.unanswered
    missed = connection.execute(
        "SELECT count(*) FROM outbox WHERE chat_id = ? AND (status IN ('uncertain', 'unreachable', 'failed') "
        "OR (status = 'skipped' AND attempts > 0))",  # in doubt, and erased since
        (person.id,),
    ).fetchone()[0]
    if len(ledger.nudges) > missed:
        report.broken.append(f"{person.id}: {missed} messages are known as missed, but waited for {ledger.nudges}")

"""Compares what the people wrote down with what the database holds, and with what they were sent."""

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

from simulator.server import Simulator
from tests.chaos.registrant import Registrant

_CONSENTS = {"age": "adult", "service": "service", "phone": "phone", "role": "role", "statistics": "statistics"}


@dataclass(slots=True)
class Report:
    """Counts of a run. ``broken`` holds a sentence for each invariant that did not hold."""

    answers: int = 0
    boards: int = 0
    lost: int = 0
    doubled: int = 0
    out_of_order: int = 0
    unanswered: int = 0
    delivered: int = 0
    sent: int = 0
    repeated_messages: int = 0
    flagged: int = 0
    broken: list[str] = field(default_factory=list)

    def lines(self) -> str:
        """The counts for people."""
        head = (
            f"answers {self.answers}, boards {self.boards}: lost {self.lost}, doubled {self.doubled}, out of order "
            f"{self.out_of_order}, without a reply {self.unanswered}\n"
            f"messages delivered {self.delivered}, rows sent {self.sent}: arrived twice {self.repeated_messages}, "
            f"flagged as possibly twice {self.flagged}"
        )
        return "\n".join([head, *(f"BROKEN: {what}" for what in self.broken)])


def compare(simulator: Simulator, people: list[Registrant], database: Path) -> Report:
    """Check every invariant of the registration."""
    report = Report()
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        for person in people:
            _answers(report, connection, person)
            _messages(report, connection, simulator, person)
        _tables(report, connection)
    finally:
        connection.close()
    for name in ("lost", "doubled", "out_of_order", "unanswered"):
        if getattr(report, name):
            report.broken.append(f"{name}: {getattr(report, name)}")
    if report.repeated_messages > report.flagged:
        report.broken.append("a message arrived twice that no outbox row is flagged for")
    return report


def _answers(report: Report, connection: sqlite3.Connection, person: Registrant) -> None:
    written = [
        (question, value)
        for conversation, question, value in person.ledger.answers
        if conversation == "registro" and question not in ("consent", "another", "summary")
    ]
    held = connection.execute(
        "SELECT a.question, a.value FROM answer a JOIN run r ON r.id = a.run_id JOIN person p ON p.id = r.person_id "
        "WHERE p.chat_id = ? AND a.withdrawn = 0 ORDER BY a.id",
        (person.id,),
    ).fetchall()
    _count(report, person, written, held)
    accepted = [
        (_CONSENTS[question], 1)
        for conversation, question, _ in person.ledger.answers
        if conversation == "bienvenida" and question in _CONSENTS
    ]
    decided = connection.execute(
        "SELECT purpose, accepted FROM consent WHERE chat_id = ? ORDER BY id", (person.id,)
    ).fetchall()
    _count(report, person, accepted, decided)
    sent = sum(question == "summary" for _, question, _ in person.ledger.answers)
    names = connection.execute(
        "SELECT b.name FROM board b JOIN officer o ON o.board_id = b.id JOIN person p ON p.id = o.person_id "
        "WHERE p.chat_id = ? ORDER BY b.id",
        (person.id,),
    ).fetchall()
    report.boards += len(names)
    if [name for (name,) in names] != person.ledger.boards[:sent]:
        report.broken.append(f"{person.id}: boards {names} instead of {person.ledger.boards[:sent]}")
    report.unanswered += len(person.ledger.unanswered)
    report.broken += person.ledger.unanswered


Answers = list[tuple[str, object]]


def _count(report: Report, person: Registrant, written: Answers, held: Answers) -> None:
    report.answers += len(written)
    if written == held:
        return
    lost = [answer for answer in written if written.count(answer) > held.count(answer)]
    doubled = [answer for answer in held if held.count(answer) > written.count(answer)]
    report.lost += len(lost)
    report.doubled += len(doubled)
    if not lost and not doubled:
        report.out_of_order += 1
    report.broken.append(f"{person.id}: wrote {written}\n   held {held}")


def _messages(report: Report, connection: sqlite3.Connection, simulator: Simulator, person: Registrant) -> None:
    rows = connection.execute(
        "SELECT message_id, repeated FROM outbox "
        "WHERE chat_id = ? AND method != 'edit' AND status = 'sent' ORDER BY id",
        (person.id,),
    ).fetchall()
    ids = [message_id for message_id, _ in rows]
    if ids != sorted(ids):
        report.out_of_order += 1
        report.broken.append(f"{person.id}: messages arrived in another order than they were written")
    bot = simulator.world.bot.id
    seen = [number for number, body in simulator.world.chat(person.id).by_id.items() if body["from"]["id"] == bot]
    report.delivered += len(seen)
    report.sent += len(rows)
    report.repeated_messages += len(seen) - len(rows)
    report.flagged += sum(repeated for _, repeated in rows)
    if set(ids) - set(seen):
        report.broken.append(f"{person.id}: rows are marked as sent that never arrived")


def _tables(report: Report, connection: sqlite3.Connection) -> None:
    checks = {
        "updates left in the inbox": "SELECT count(*) FROM inbox WHERE status = 'new'",
        "updates parked": "SELECT count(*) FROM inbox WHERE status = 'parked'",
        "messages that did not end as sent": "SELECT count(*) FROM outbox WHERE status NOT IN ('sent', 'skipped')",
        "messages skipped": "SELECT count(*) FROM outbox WHERE status = 'skipped' AND method != 'edit'",
        "phones in clear": "SELECT count(*) FROM answer WHERE value LIKE '%570000%'",
        "boards without an officer": "SELECT count(*) FROM board WHERE id NOT IN (SELECT board_id FROM officer)",
        "foreign keys broken": "SELECT count(*) FROM pragma_foreign_key_check",
    }
    for what, query in checks.items():
        count = connection.execute(query).fetchone()[0]
        if count:
            report.broken.append(f"{what}: {count}")

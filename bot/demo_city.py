"""The invented city of the demonstration: the boards of its roster, a president, and a request that waits."""

import csv
from datetime import datetime, timedelta
from pathlib import Path

from bot.content import Content, content_dir, load_content
from bot.reports.roster_file import load_columns
from bot.turns.reading_roster import register_of, roster_outcome
from bot.turns.roster import apply_roster
from conversations.known import Notice
from conversations.roster import RosterSheet, read_roster
from conversations.sheet_cells import SheetRow
from conversations.terms import term_of
from storage import audit, boards, chats, claims, consents, officers, people
from storage.claims import ClaimDraft
from storage.database import Transaction

PRESIDENT, NEW_PRESIDENT, COORDINATOR, NEWCOMER, CLAIMANT = 1001, 1002, 1003, 1004, 1005
# Invented people; the numbers are in a range that no Colombian operator uses.
PEOPLE = [
    {
        "id": number, "first_name": first, "last_name": last, "phone": f"+57000000{number}", "label": label,
        # Who is in the register wrote to the bot once: Telegram lets it answer them.
        "started": number in (PRESIDENT, CLAIMANT),
    }
    for number, first, last, label in (
        (PRESIDENT, "Rosa", "Inventada", "Presidenta de junta"),
        (NEW_PRESIDENT, "Efraín", "De Prueba", "Presidente, aún sin registrar"),
        (COORDINATOR, "Marta", "Ejemplo", "Coordinadora de la Alcaldía"),
        (NEWCOMER, "Yesid", "Ficticio", "Recién llegado"),
        (CLAIMANT, "Nelly", "Imaginaria", "Su solicitud espera"),
    )
]  # fmt: skip


def found_city(tx: Transaction, now: datetime) -> None:
    """Fill an empty database. Raises ContentError."""
    root = content_dir(None)
    content = load_content(root)
    _, plan = roster_outcome(register_of(tx), roster(root, content), load_columns(root))
    apply_roster(tx, plan, audit.BOT, now - timedelta(days=30))
    first = boards.in_register(tx)[0]
    rosa = _welcomed(tx, PRESIDENT, "Rosa Inventada", content.notice, now)
    nelly = _welcomed(tx, CLAIMANT, "Nelly Imaginaria", content.notice, now)
    officers.record(tx, first.id, rosa, "president", now - timedelta(days=20), term_of(first.kind, now.date()))
    claim = ClaimDraft("office", first.id, nelly, "president-taken", role="president")
    number = claims.record(tx, claim, now - timedelta(days=2))
    audit.record(tx, CLAIMANT, "claim_filed", f"board:{first.id}", now - timedelta(days=2), f"claim:{number}")


def roster(root: Path, content: Content) -> RosterSheet:
    """The invented list of boards, read as one that somebody sent would be."""
    with (root / "demo" / "roster.csv").open(encoding="utf-8", newline="") as lines:
        rows = [SheetRow(number, tuple(row)) for number, row in enumerate(csv.reader(lines), start=1)]
    return read_roster(rows, content.territory, load_columns(root))


def _welcomed(tx: Transaction, chat_id: int, name: str, notice: Notice, now: datetime) -> int:
    """Somebody who said yes to everything; returns the row's id."""
    chats.record_seen(tx, chat_id, "private", now)
    consents.record_notice(tx, notice.hash, notice.version, notice.text, now)
    for purpose in ("adult", "service", "phone", "role", "statistics"):
        consents.record(tx, chat_id, purpose, now, accepted=True, notice_hash=notice.hash, update_id=None)
    return people.record(tx, chat_id, name, now).id

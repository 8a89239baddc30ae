"""Answers what conversations ask of the register of boards, inside the turn's transaction (conversations.records)."""

from dataclasses import fields
from datetime import datetime
from functools import cached_property
from typing import Any

from bot.turns.outcome import House
from conversations.board_names import near_same
from conversations.records import (
    Board,
    Change,
    Claim,
    Contact,
    Counts,
    Event,
    Filter,
    Invitation,
    Note,
    Officer,
    TeamMember,
    Upload,
)
from storage import boards, claims, contacts, officers, register, staff, uploads
from storage.boards import BoardRow
from storage.claims import ClaimRow
from storage.database import Transaction
from storage.people import PersonRow


class TurnRecords:
    """One turn's view of the register."""

    def __init__(self, tx: Transaction, house: House, chat_id: int, row: PersonRow | None, now: datetime) -> None:
        self._tx, self._house, self._chat_id, self._row, self._now = tx, house, chat_id, row, now

    # --- boards -----------------------------------------------------------------------------------------------------

    def has_roster(self) -> bool:
        return self._imported

    @cached_property
    def _imported(self) -> bool:
        return boards.has_roster(self._tx)

    def board(self, board_id: int) -> Board | None:
        row = boards.find(self._tx, board_id)
        return None if row is None else _board(row)

    def find_boards(self, text: str, limit: int = 6) -> tuple[Board, ...]:
        found = self._house.indexes.newest(self._tx).find(text, limit)
        return tuple(_board(boards.get(self._tx, match.id)) for match in found)

    def near(self, name: str, barrio: str, sector: str | None, nit: str | None) -> tuple[Board, ...]:
        self._house.indexes.newest(self._tx)
        entries = self._house.indexes.entries
        same = [entry.id for entry in entries if nit and entry.nit and entry.nit[:9] == nit[:9]]
        alike = [entry.id for entry in near_same(name, barrio, sector, entries)]
        return tuple(_board(boards.get(self._tx, number)) for number in dict.fromkeys([*same, *alike]))

    def boards_where(self, chosen: Filter, offset: int = 0, limit: int = 8) -> tuple[Board, ...]:
        return tuple(_board(row) for row in register.page(self._tx, _which(chosen), offset, limit))

    def counts(self, chosen: Filter) -> Counts:
        row = register.counted(self._tx, _which(chosen))
        return Counts(row.total, row.reached, row.claimed, row.unreached)

    def timeline(self, board_id: int) -> tuple[Event, ...]:
        return tuple(Event(e.at, e.actor, e.action, e.object) for e in register.timeline(self._tx, board_id))

    def changes(self, board_id: int) -> tuple[Change, ...]:
        return tuple(Change(*line) for line in boards.changes(self._tx, board_id))

    # --- people -----------------------------------------------------------------------------------------------------

    def officers(self, board_id: int, *, past: bool = False) -> tuple[Officer, ...]:
        return tuple(_officer(row) for row in officers.of_board(self._tx, board_id, past=past))

    def officer(self, officer_id: int) -> Officer | None:
        row = officers.find(self._tx, officer_id)
        return None if row is None else _officer(row)

    def contact(self, board_id: int) -> Contact | None:
        row = contacts.find(self._tx, board_id)
        if row is None:
            return None
        return Contact(row.board_id, row.name, row.role, self._house.masked(row.phone_encrypted), row.permitted_at)

    # --- claims -----------------------------------------------------------------------------------------------------

    def claim(self, claim_id: int) -> Claim | None:
        row = claims.find(self._tx, claim_id)
        return None if row is None else self._claim(row)

    def waiting(self, localidad: str | None = None) -> tuple[Claim, ...]:
        return tuple(self._claim(row) for row in claims.waiting(self._tx, localidad))

    def claims_of_board(self, board_id: int) -> tuple[Claim, ...]:
        return tuple(self._claim(row) for row in claims.of_board(self._tx, board_id))

    def own_claims(self) -> tuple[Claim, ...]:
        if self._row is None:
            return ()
        return tuple(self._claim(row) for row in claims.of_person(self._tx, self._row.id))

    def notes(self, claim_id: int) -> tuple[Note, ...]:
        rows = claims.notes(self._tx, claim_id)
        return tuple(Note(row.kind, row.body, row.at, row.person_id is None) for row in rows)  # type: ignore[arg-type]

    def _claim(self, row: ClaimRow) -> Claim:
        values: dict[str, Any] = {field.name: getattr(row, field.name, None) for field in fields(Claim)}
        return Claim(**{**values, "masked_phone": self._house.masked(row.phone_encrypted)})

    # --- the team ---------------------------------------------------------------------------------------------------

    def team(self) -> tuple[TeamMember, ...]:
        rows = staff.team(self._tx)
        members = [TeamMember(r.id, r.chat_id, r.name, r.role, r.localidad, r.granted_at) for r in rows]  # type: ignore[arg-type]
        held = {row.chat_id for row in rows if row.role == "owner"}
        named = [TeamMember(None, o, None, "owner", None, None) for o in sorted(self._house.owner_ids - held)]
        return (*named, *(m for m in members if m.role == "owner" or m.chat_id not in self._house.owner_ids))

    def invitation(self, code: str) -> Invitation | None:
        row = staff.find_invitation(self._tx, code)
        return None if row is None else _invitation(row, self._now)

    def open_invitations(self) -> tuple[Invitation, ...]:
        return tuple(_invitation(row, self._now) for row in staff.open_invitations(self._tx, self._now))

    def upload(self, upload_id: int) -> Upload | None:
        row = uploads.find(self._tx, upload_id)
        if row is None or row.chat_id != self._chat_id:
            return None
        return Upload(row.id, row.purpose, row.name, row.status, row.outcome)  # type: ignore[arg-type]


def _board(row: BoardRow) -> Board:
    return Board(**{field.name: getattr(row, field.name) for field in fields(Board)})


def _officer(row: officers.OfficerRow) -> Officer:
    return Officer(**{field.name: getattr(row, field.name) for field in fields(Officer)})


def _invitation(row: staff.InvitationRow, now: datetime) -> Invitation:
    return Invitation(
        row.kind, row.role, row.localidad, row.officer_id, row.made_by, row.made_at, row.expires_at, row.state(now),  # type: ignore[arg-type]
    )  # fmt: skip


def _which(chosen: Filter) -> register.Which:
    return register.Which(chosen.localidad, chosen.kind, chosen.status, chosen.reach, chosen.in_roster)

"""Answers what conversations ask of the register of boards, inside the turn's transaction (conversations.register)."""

from dataclasses import astuple, fields
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from bot.turns.board_indexes import entry_of
from bot.turns.outcome import House
from conversations.board_names import near_same
from conversations.board_search import BoardIndex
from conversations.name_search import names_like
from conversations.records import (
    Actor,
    Board,
    CardUse,
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
    Ticket,
    TicketMessage,
    Unanswered,
    Upload,
)
from storage import audit, boards, claims, contacts, officers, people, questions, register, staff, tickets, uploads
from storage.boards import BoardRow
from storage.claims import ClaimRow, NoteRow
from storage.database import Transaction
from storage.people import PersonRow
from storage.tickets import TicketRow

_A_MONTH = timedelta(days=30)


class TurnRecords:
    """One turn's view of the register."""

    def __init__(self, tx: Transaction, house: House, chat_id: int, row: PersonRow | None, now: datetime) -> None:
        self._tx, self._house, self._chat_id, self._row, self._now = tx, house, chat_id, row, now

    # --- boards -----------------------------------------------------------------------------------------------------

    def has_roster(self) -> bool:
        return self._imported

    def revision(self) -> int:
        return boards.revision(self._tx)

    @cached_property
    def _imported(self) -> bool:
        return boards.has_roster(self._tx)

    def board(self, board_id: int) -> Board | None:
        row = boards.find(self._tx, board_id)
        return None if row is None else _board(row)

    def find_boards(self, text: str, limit: int = 6, *, everything: bool = False) -> tuple[Board, ...]:
        found = self._house.indexes.index(self._tx).find(text, limit)
        if everything:
            outside = BoardIndex([entry_of(row) for row in boards.outside(self._tx)]).find(text, limit)
            found = tuple(sorted((*found, *outside), key=lambda match: -match.score))[:limit]
        return tuple(_board(boards.get(self._tx, match.id)) for match in found)

    def near(
        self, name: str, barrio: str, sector: str | None, nit: str | None, *, inactive: bool = False
    ) -> tuple[Board, ...]:
        entries = self._house.indexes.entries(self._tx)
        if inactive:
            entries = (*entries, *map(entry_of, boards.inactive(self._tx)))
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

    def find_people(self, text: str, limit: int = 6) -> tuple[Officer, ...]:
        held = officers.names_held(self._tx)
        found = [self.officer(held[place][0]) for place in names_like(text, [name for _, name in held])[:limit]]
        return tuple(officer for officer in found if officer is not None)

    def actor(self, chat_id: int) -> Actor:
        if chat_id == audit.BOT:
            return Actor("bot")
        served, name = staff.name_once(self._tx, chat_id)
        row = people.find(self._tx, chat_id)
        known = name or (row.name if row is not None else None)
        return Actor("team" if served or chat_id in self._house.owner_ids else "person", known)

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

    def own_decided_claims(self) -> tuple[Claim, ...]:
        if self._row is None:
            return ()
        return tuple(self._claim(row) for row in claims.decided_of_person(self._tx, self._row.id))

    def own_past_offices(self) -> tuple[Officer, ...]:
        if self._row is None:
            return ()
        return tuple(_officer(row) for row in officers.past_of_person(self._tx, self._row.id))

    def notes(self, claim_id: int) -> tuple[Note, ...]:
        rows = claims.notes(self._tx, claim_id)
        return tuple(map(_note, rows))

    def board_notes(self, board_id: int) -> tuple[Note, ...]:
        return tuple(map(_note, claims.board_notes(self._tx, board_id)))

    def _claim(self, row: ClaimRow) -> Claim:
        values: dict[str, Any] = {field.name: getattr(row, field.name, None) for field in fields(Claim)}
        return Claim(**{**values, "masked_phone": self._house.masked(row.phone_encrypted)})

    # --- the team ---------------------------------------------------------------------------------------------------

    def team(self) -> tuple[TeamMember, ...]:
        rows = staff.team(self._tx)
        held = {row.chat_id: row for row in rows}
        owners = self._house.owner_ids
        named = [
            TeamMember(None, owner, held[owner].name if owner in held else None, "owner", None, None)
            for owner in sorted(owners)
        ]
        others = [row for row in rows if row.chat_id not in owners]
        return (*named, *(TeamMember(r.id, r.chat_id, r.name, r.role, r.localidad, r.granted_at) for r in others))  # type: ignore[arg-type]

    def invitation(self, code: str) -> Invitation | None:
        row = staff.find_invitation(self._tx, code)
        return None if row is None else _invitation(row, self._now)

    def handover(self, officer_id: int) -> Invitation | None:
        row = staff.find_handover(self._tx, officer_id, self._now)
        return None if row is None else _invitation(row, self._now)

    def open_invitations(self) -> tuple[Invitation, ...]:
        return tuple(_invitation(row, self._now) for row in staff.open_invitations(self._tx, self._now))

    def upload(self, upload_id: int) -> Upload | None:
        row = uploads.find(self._tx, upload_id)
        if row is None or row.chat_id != self._chat_id:
            return None
        return Upload(row.id, row.purpose, row.name, row.status, row.outcome)  # type: ignore[arg-type]

    # --- tickets ----------------------------------------------------------------------------------------------------

    def next_ticket(self) -> int:
        return tickets.next_id(self._tx)

    def own_ticket(self) -> Ticket | None:
        row = None if self._row is None else tickets.open_of_person(self._tx, self._row.id)
        return None if row is None else self._ticket(row)

    def own_tickets(self) -> tuple[Ticket, ...]:
        if self._row is None:
            return ()
        return tuple(self._ticket(row) for row in tickets.of_person(self._tx, self._row.id))

    def ticket(self, ticket_id: int) -> Ticket | None:
        row = tickets.find(self._tx, ticket_id)
        return None if row is None else self._ticket(row)

    def ticket_of_message(self, message_id: int) -> Ticket | None:
        ticket_id = tickets.ticket_of_message(self._tx, self._chat_id, message_id)
        return None if ticket_id is None else self.ticket(ticket_id)

    def open_tickets(self) -> tuple[Ticket, ...]:
        return tuple(self._ticket(row) for row in tickets.unclosed(self._tx))

    def ticket_messages(self, ticket_id: int) -> tuple[TicketMessage, ...]:
        rows = tickets.messages(self._tx, ticket_id)
        return tuple(TicketMessage(row.by_staff, row.author, row.kind, row.body, row.at) for row in rows)

    def _ticket(self, row: TicketRow) -> Ticket:
        board = None if row.board_id is None else self.board(row.board_id)
        values: dict[str, Any] = {field.name: getattr(row, field.name, None) for field in fields(Ticket)}
        names = {} if board is None else {"board_name": board.name, "localidad": board.localidad}
        return Ticket(**{**values, **names})

    # --- procurement questions --------------------------------------------------------------------------------------

    def unanswered(self, limit: int) -> tuple[Unanswered, ...]:
        return tuple(Unanswered(row.body, row.asked) for row in questions.unanswered(self._tx, limit))

    def card_uses(self, limit: int) -> tuple[CardUse, ...]:
        since = self._now.astimezone(self._house.zone).date() - _A_MONTH
        return tuple(CardUse(*astuple(row)) for row in questions.uses(self._tx, since)[:limit])


def _board(row: BoardRow) -> Board:
    return Board(**{field.name: getattr(row, field.name) for field in fields(Board)})


def _note(row: NoteRow) -> Note:
    return Note(row.kind, row.body, row.at, row.person_id is None, row.actor)  # type: ignore[arg-type]


def _officer(row: officers.OfficerRow) -> Officer:
    return Officer(**{field.name: getattr(row, field.name) for field in fields(Officer)})


def _invitation(row: staff.InvitationRow, now: datetime) -> Invitation:
    return Invitation(
        row.kind, row.role, row.localidad, row.officer_id, row.made_by, row.made_at, row.expires_at, row.state(now),  # type: ignore[arg-type]
    )  # fmt: skip


def _which(chosen: Filter) -> register.Which:
    return register.Which(chosen.localidad, chosen.kind, chosen.status, chosen.reach, chosen.in_roster)

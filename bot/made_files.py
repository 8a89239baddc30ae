"""Files made for one person at the moment they are sent: their data, their consent, lists and forms for the team."""

from datetime import datetime

from bot.call_list import call_list, denied, may_have, wording_of
from bot.clock import Clock
from bot.posting import MadeFile, Maker
from bot.reports.roster_file import template
from bot.turns.loading import load_known
from bot.turns.outcome import House
from conversations.claim_pages import claim_words, status_words
from conversations.decisions import Words
from conversations.known import Known
from conversations.own_claims import board_name
from conversations.registration_questions import label, role_words, whole_answers
from conversations.rights import StaffRole
from conversations.roster_columns import RosterColumns
from conversations.team_words import place
from conversations.ticket_words import content
from storage import chats, consents, people, staff
from storage.database import Database, Transaction

_WHOLE = 1000  # letters: longer than any board's name, so that nothing is cut


def makers(database: Database, house: House, clock: Clock, columns: RosterColumns) -> dict[str, Maker]:
    """Name → maker, as SendFile names them."""

    async def my_data(chat_id: int) -> MadeFile:
        text = await database.read(lambda tx: _my_data(tx, chat_id, house, clock.now()))
        return MadeFile("mis-datos.txt", text.encode())

    async def consent_copy(chat_id: int) -> MadeFile:
        text = await database.read(lambda tx: _consent_copy(tx, chat_id, house))
        return MadeFile("mi-autorizacion.txt", text.encode())

    async def calls(chat_id: int) -> MadeFile:
        return await database.read(lambda tx: call_list(tx, chat_id, house))

    async def roster_template(chat_id: int) -> MadeFile:
        wording, allowed = await database.read(
            lambda tx: (wording_of(tx, chat_id, house), may_have(tx, chat_id, house, "import_roster"))
        )
        if not allowed:
            return denied(wording)
        return MadeFile(wording.plain(Words("roster-template-file")), template(columns, wording))

    return {
        "my_data": my_data, "consent_copy": consent_copy, "call_list": calls, "roster_template": roster_template,
    }  # fmt: skip


def _my_data(tx: Transaction, chat_id: int, house: House, now: datetime) -> str:
    chat, row = chats.find(tx, chat_id), people.find(tx, chat_id)
    wording = house.wording(chat.locale if chat else None)
    lines = [Words("file-data-title", {"moment": now}), Words("file-data-chat", {"chat": str(chat_id)})]
    if (held := staff.find(tx, chat_id)) is not None:
        role: StaffRole = held.role  # type: ignore[assignment]  # the table allows no other
        said = {**place(role, held.localidad), "name": held.name or Words("team-nameless"), "moment": held.granted_at}
        lines.append(Words("file-data-team", said))
    if chat is not None and row is not None:
        lines.append(Words("file-data-name", {"name": row.name}))
        if row.phone_encrypted:
            lines.append(Words("file-data-phone", {"phone": house.vault.decrypt(row.phone_encrypted)}))
        known, _ = load_known(tx, chat, row.name, house, now)
        lines += [
            Words("file-data-office", {"board": o.board_name, "role": role_words(o.role), "moment": o.registered_at})
            for o in known.person.offices
        ]
        lines += [*_past_offices(known), *_claims(known), *_tickets(known)]
        lines += [
            Words("file-data-draft", {"question": label(question), "value": value})
            for question, value in whole_answers(known).items()
        ]
    return "\n".join([*map(wording.for_file, lines), "", *_decisions(tx, chat_id, house)]) + "\n"


def _past_offices(known: Known) -> list[Words]:
    return [
        Words("file-data-past-office", {
            "board": board_name(known, office.board_id, _WHOLE), "role": role_words(office.role),
            "moment": office.until or known.now,
        })
        for office in known.records.own_past_offices()
    ]  # fmt: skip


def _claims(known: Known) -> list[Words]:
    lines = []
    for claim in (*known.records.own_decided_claims(), *known.records.own_claims()):
        lines.append(Words("file-data-claim", {
            "moment": claim.created_at, "claim": claim_words(known, claim, _WHOLE), "status": status_words(claim),
        }))  # fmt: skip
        if claim.value is not None:
            lines.append(Words("file-data-claim-value", {"value": claim.value}))
        lines += [
            Words(f"file-data-{note.kind}", {"moment": note.at, "text": note.body})
            for note in known.records.notes(claim.id)
        ]
    return lines


def _tickets(known: Known) -> list[Words]:
    return [
        Words("file-data-ticket-team" if message.by_staff else "file-data-ticket", {
            "number": str(ticket.id), "moment": message.at, "text": content(message.kind, message.body, _WHOLE * 5),
        })
        for ticket in known.records.own_tickets()
        for message in known.records.ticket_messages(ticket.id)
    ]  # fmt: skip


def _consent_copy(tx: Transaction, chat_id: int, house: House) -> str:
    parts = [*_decisions(tx, chat_id, house), ""]
    seen = dict.fromkeys(held.notice_hash for held, _ in consents.history(tx, chat_id))
    for notice_hash in seen:
        parts += [notice_hash, "", consents.notice_body(tx, notice_hash) or "", ""]
    return "\n".join(parts) + "\n"


def _decisions(tx: Transaction, chat_id: int, house: House) -> list[str]:
    chat = chats.find(tx, chat_id)
    wording = house.wording(chat.locale if chat else None)
    return [
        wording.for_file(
            Words(
                "file-consent-line",
                {
                    "purpose": held.purpose,
                    "accepted": "yes" if held.accepted else "no",
                    "moment": held.decided_at,
                    "version": version,
                    "hash": held.notice_hash,
                },
            )
        )
        for held, version in consents.history(tx, chat_id)
    ]

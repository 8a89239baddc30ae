"""Files made for one person at the moment they are sent: the copy of their data and of their consent."""

from datetime import datetime

from bot.clock import Clock
from bot.posting import MadeFile, Maker
from bot.turns.loading import load_known
from bot.turns.outcome import House
from conversations.decisions import Words
from conversations.registration import label
from conversations.registration_questions import role_words, whole_answers
from storage import chats, consents, people
from storage.database import Database, Transaction


def makers(database: Database, house: House, clock: Clock) -> dict[str, Maker]:
    """Name → maker, as SendFile names them."""

    async def my_data(chat_id: int) -> MadeFile:
        text = await database.read(lambda tx: _my_data(tx, chat_id, house, clock.now()))
        return MadeFile("mis-datos.txt", text.encode())

    async def consent_copy(chat_id: int) -> MadeFile:
        text = await database.read(lambda tx: _consent_copy(tx, chat_id, house))
        return MadeFile("mi-autorizacion.txt", text.encode())

    return {"my_data": my_data, "consent_copy": consent_copy}


def _my_data(tx: Transaction, chat_id: int, house: House, now: datetime) -> str:
    chat, row = chats.find(tx, chat_id), people.find(tx, chat_id)
    wording = house.wording(chat.locale if chat else None)
    lines = [Words("file-data-title", {"moment": now}), Words("file-data-chat", {"chat": str(chat_id)})]
    if chat is not None and row is not None:
        lines.append(Words("file-data-name", {"name": row.name}))
        if row.phone_encrypted:
            lines.append(Words("file-data-phone", {"phone": house.vault.decrypt(row.phone_encrypted)}))
        known, _ = load_known(tx, chat, row.name, house, now)
        lines += [
            Words("file-data-office", {"board": o.board_name, "role": role_words(o.role), "moment": o.registered_at})
            for o in known.person.offices
        ]
        lines += [
            Words("file-data-draft", {"question": label(question), "value": value})
            for question, value in whole_answers(known).items()
        ]
    return "\n".join([*map(wording.for_file, lines), "", *_decisions(tx, chat_id, house)]) + "\n"


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

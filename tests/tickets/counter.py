"""A city in which messages have Telegram's numbers, so that one can be answered, copied and edited."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.turns.outcome import Outcome
from conversations.inputs import Attached, AttachmentKind, Edited, Incoming, Said
from storage import chats, officers, people, staff
from storage.outbox import Row
from storage.tickets import ticket_of_row
from tests.boards.city import OWNER, City

ROSA, PEDRO = 501, 502
CARLA, SAUL, OLGA = 910, 911, 920  # coordinators of the city and of the south, an observer
NORTH, SOUTH = "Histórica y del Caribe Norte", "Industrial y de la Bahía"
QUESTION = "¿Dónde saco el RUT de la junta?"


@dataclass
class Counter(City):
    """``said`` holds copies too, as {"from_chat_id", "message_id"}."""

    number: int = field(default=5000)

    def write(self, chat: int, incoming: Incoming | str, reply_to: int | None = None) -> int:
        """Something with a number of its own; what the bot says to it has arrived when this returns the number."""
        self.number += 1
        what = Said(incoming) if isinstance(incoming, str) else incoming
        self.send(chat, what, message_id=self.number, reply_to=reply_to)
        self.arrive()
        return self.number

    def attach(self, chat: int, kind: AttachmentKind = "voice", reply_to: int | None = None) -> int:
        """A voice note, a photo, a file."""
        return self.write(chat, Attached(kind, "file", "acta.pdf" if kind == "document" else "", 1000), reply_to)

    def answer(self, chat: int, incoming: Incoming | str) -> int:
        """In Telegram, to the newest message about a ticket in this chat."""
        self.arrive()
        return self.write(chat, incoming, self.newest(chat))

    def edit(self, chat: int, message_id: int) -> None:
        """A message of before is changed."""
        self.send(chat, Edited(), message_id=message_id)

    def arrive(self) -> None:
        """Everything that was planned is sent and has a number."""
        self.tx.execute(
            "UPDATE outbox SET status = 'sent', message_id = 100000 + id, closed_at = created_at "
            "WHERE status = 'queued' AND method != 'edit'"
        )

    def newest(self, chat: int) -> int:
        """The number of the newest message about a ticket in a chat."""
        found = self.column(
            "SELECT o.message_id FROM outbox o JOIN relay r ON r.row_id = o.id WHERE r.chat_id = ? "
            "ORDER BY o.id DESC LIMIT 1", chat,
        )  # fmt: skip
        assert found, f"nothing about a ticket was said to {chat}"
        return int(found[0])

    def ticket(self, column: str, number: int = 1) -> Any:
        """What is kept of a ticket."""
        return self.column(f"SELECT {column} FROM ticket WHERE id = ?", number)[0]

    def later(self, **time: float) -> "Counter":
        """Time passes."""
        self.now += timedelta(**time)
        return self


def seated(town: City) -> None:
    """Carla for the whole city, Saúl for the south, Olga who only looks."""
    for chat, role, localidad, name in (
        (CARLA, "coordinator", None, "Carla Coordina"), (SAUL, "coordinator", SOUTH, "Saúl Sur"),
        (OLGA, "observer", None, "Olga Observa"),
    ):  # fmt: skip
        chats.record_seen(town.tx, chat, "private", town.now)
        staff.grant(town.tx, chat, role, localidad, OWNER, town.now, name)


def presides(town: City, chat: int, name: str = "Junta de Acción Comunal Barrio Manga", **changes: Any) -> int:
    """A board with its president."""
    board = town.board(name, **changes)
    person = people.find(town.tx, chat)
    assert person is not None
    officers.record(town.tx, board, person.id, "president", town.now)
    return board


def asked(town: Counter, chat: int = ROSA, text: str = QUESTION) -> int:
    """A ticket of somebody with one board or none; the number of its first message."""
    town.say(chat, "/persona")
    return town.write(chat, text)


def heard(town: City, chat: int, since: int = 0) -> str:
    """Everything said to a chat after so many messages."""
    return "\n".join(town.texts(chat)[since:])


def rows_of(outcome: Outcome) -> list[tuple[int, str]]:
    """What an outcome plans: chat and text."""
    return [(row.chat_id, str(row.payload.get("text", ""))) for row in outcome.rows]


def row(town: City, row_id: int) -> Row:
    """An outbox row as the sender holds it."""
    found = town.tx.execute("SELECT chat_id, priority, kind, method FROM outbox WHERE id = ?", (row_id,)).fetchone()
    assert ticket_of_row(town.tx, row_id) is not None
    return Row(row_id, found[0], found[1], found[2], found[3], {}, None, None, town.now)

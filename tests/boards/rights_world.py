"""A city for the proof of the rights table: a register with people in it, and somebody who takes every place."""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from bot.content import content_dir
from bot.reports.roster_file import load_columns
from bot.turns.reading_roster import register_of, roster_outcome
from conversations.rights import RIGHTS, Action, Staff, may
from conversations.roster import read_roster
from conversations.sheet_cells import SheetRow
from storage import claims, contacts, officers, people, staff, tickets, uploads
from storage.claims import ClaimDraft
from tests.boards.city import OWNER, START, City

ACTOR, ZORAIDA, WILFRIDO, TERESA = 700, 701, 702, 703
HERE, ELSEWHERE = "Histórica y del Caribe Norte", "Industrial y de la Bahía"
RESERVED, DOUBLE, FAR = "Manga Reservada", "Manga Repetida", "Ceballos Lejana"
LINK = "code-of-an-open-link"
# Where a deed may leave traces that are no deed: places of chats, what was said, and a draft that is one's own.
_NO_DEED = frozenset({"chat", "inbox", "outbox", "mark", "sqlite_sequence", "schema_version"})
_DRAFT = frozenset({"answer", "run"})
# Text that only some may see → the right to it, on something that lies HERE (None: no matter where).
SECRETS: dict[str, tuple[Action, str | None]] = {
    RESERVED: ("see_boards", HERE), DOUBLE: ("see_boards", HERE),
    "Zoraida Oficial": ("see_people", HERE), "Wilfrido Reclama": ("see_people", HERE),
    "Nubia Contacto": ("see_people", HERE), "una asamblea en mayo": ("see_people", HERE),
    "extravió el libro de actas": ("see_tickets", HERE),
    "Teresa del Equipo": ("see_team", None), "Estado del bot": ("see_health", None),
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where somebody stands: a role and a part of the city, or what is left of it once it was revoked."""

    name: str
    staff: Staff | None
    once: Staff | None = None
    named: bool = False

    def may(self, action: Action, localidad: str | None) -> bool:
        return may(self.staff, action, localidad)


def places() -> list[Place]:
    """Every role of the table for the whole city, here and elsewhere; each role revoked; nobody; a named owner."""
    found = [
        Place(f"{role} {where}", Staff(role, localidad))
        for role in RIGHTS
        for where, localidad in (("of the city", None), ("here", HERE), ("elsewhere", ELSEWHERE))
    ]
    found += [Place(f"revoked {role}", None, once=Staff(role)) for role in RIGHTS]
    return [*found, Place("nobody", None), Place("owner named in the settings", Staff("owner"), named=True)]


@dataclass(frozen=True)
class _Standing:
    """A city in which somebody went some way."""

    image: bytes
    drawn: list[dict[str, Any]]
    now: datetime
    update: int


_STANDING: dict[tuple[int, tuple[str, ...]], _Standing] = {}


@dataclass
class RightsCity(City):
    """A copy of one prepared city; ``since``: the outbox row after which what ACTOR is shown counts."""

    since: int = 0
    before: dict[str, list[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.image = _prepared()
        super().__post_init__()
        self._update, self.now = 10_000, START + timedelta(hours=2)

    def again(self, image: bytes) -> None:
        """Everything as it was when the image was made, and no screen drawn yet."""
        self.tx.close()
        self.begin(image)
        self.drawn.clear()
        self.watch()

    def stand(self, chat: int, steps: tuple[str, ...]) -> None:
        """Somebody with every right went this way and is at its end; the way is walked once and then remembered."""
        if chat == ACTOR:
            self.give(Place("owner", Staff("owner")))
        if (chat, steps) not in _STANDING:
            assert self.walk(chat, steps), (steps, self.buttons(chat))
            _STANDING[chat, steps] = _Standing(self.tx.serialize(), list(self.drawn[chat]), self.now, self._update)
        held = _STANDING[chat, steps]
        self.again(held.image)
        self.drawn[chat], self.now, self._update = list(held.drawn), held.now, held.update

    # --- who ACTOR is -----------------------------------------------------------------------------------------------

    def give(self, place: Place) -> None:
        """ACTOR takes a place, outside any turn, whatever was held before."""
        held = staff.find(self.tx, ACTOR)
        if held is not None:
            staff.revoke(self.tx, held.id, OWNER, self.now)
        owners = {OWNER, ACTOR} if place.named else {OWNER}
        self.house = replace(self.house, owner_ids=frozenset(owners))
        if place.named:
            return
        if (given := place.staff or place.once) is not None:
            row = staff.grant(self.tx, ACTOR, given.role, given.localidad, OWNER, self.now, "Alguien que Mira")
            if place.staff is None:
                staff.revoke(self.tx, row, OWNER, self.now)

    def watch(self) -> None:
        """From here on, what ACTOR is shown and what changes counts."""
        self.since = self.column("SELECT coalesce(max(id), 0) FROM outbox")[0]
        self.before = self.kept(drafts=True)

    # --- what came of it --------------------------------------------------------------------------------------------

    def kept(self, *, drafts: bool) -> dict[str, list[Any]]:
        """Every table but those in which something changes with every message."""
        names = self.column("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        left_out = _NO_DEED if drafts else _NO_DEED | _DRAFT
        return {
            name: [tuple(row) for row in self.tx.execute(f"SELECT * FROM {name}")]
            for name in names if name not in left_out
        }  # fmt: skip

    def changed(self, *, drafts: bool) -> set[str]:
        """Tables in which something changed since it was watched."""
        now = self.kept(drafts=drafts)
        return {name for name, rows in now.items() if rows != self.before[name]}

    def shown(self) -> str:
        """Everything sent to ACTOR since it was watched: messages, edits, buttons, and what flashed by."""
        rows = self.column(
            "SELECT payload FROM outbox WHERE chat_id = ? AND id > ? AND payload IS NOT NULL", ACTOR, self.since
        )
        written = [json.dumps(json.loads(row), ensure_ascii=False) for row in rows]
        return "\n".join([*written, *self.toasts[ACTOR]])

    def leaked(self, place: Place) -> list[str]:
        """Secrets that ACTOR was shown without the right to them."""
        shown = self.shown()
        return [secret for secret, (right, where) in SECRETS.items() if secret in shown and not place.may(right, where)]

    # --- steps ------------------------------------------------------------------------------------------------------

    def walk(self, chat: int, steps: tuple[str, ...]) -> bool:
        """Step by step, as far as the buttons go: ``/command``, ``=typed``, ``go:link``, ``file``, or a press."""
        return all(self.step(chat, step) for step in steps)

    def step(self, chat: int, step: str) -> bool:
        """One step; False when there is no such button."""
        if step.startswith("/"):
            self.say(chat, step)
        elif step.startswith("="):
            self.say(chat, step[1:])
        elif step.startswith("go:"):
            self.forge(chat, step)
        elif step == "file":
            self.send_file(chat)
        elif step == "reading":
            self._read_outside()
        elif step == "read":
            return self._tell_of_reading(chat)
        elif step in self.values(chat):
            self.press(chat, step)
        else:
            return False
        return True

    def _read_outside(self) -> None:
        """What was sent is read, outside any turn."""
        for row in uploads.waiting(self.tx):
            lines = [SheetRow(1, ("nombre", "barrio")), SheetRow(2, ("JAC Getsemaní Nueva", "Getsemaní"))]
            sheet = read_roster(lines, self.house.territory, load_columns(content_dir(None)))
            status, outcome = roster_outcome(register_of(self.tx), sheet, load_columns(content_dir(None)))
            uploads.close(self.tx, row.id, status, outcome, self.now)

    def _tell_of_reading(self, chat: int) -> bool:
        """The chat is told of what was read; False when nothing was."""
        read = self.column("SELECT id FROM upload WHERE status = 'ready'")
        for upload in read:
            self.file_read(chat, upload)
        return bool(read)


@cache
def _prepared() -> bytes:
    town = City()
    town.welcomed(OWNER, ACTOR)
    for chat, name in ((ZORAIDA, "Zoraida Oficial"), (WILFRIDO, "Wilfrido Reclama")):
        town.welcomed(chat)
        people.record(town.tx, chat, name, town.now)
    reserved = town.board(f"JAC {RESERVED}", nit="890480184-4")
    double = town.board(f"JAC {DOUBLE}", in_roster=False)
    town.board(f"JAC {FAR}", localidad=ELSEWHERE, comuna="11", barrio="Ceballos")
    assert (reserved, double) == (1, 2)
    persons = [people.find(town.tx, chat) for chat in (ZORAIDA, WILFRIDO)]
    zoraida, wilfrido = (person.id for person in persons if person is not None)
    officers.record(town.tx, reserved, zoraida, "president", town.now)
    claim = claims.record(town.tx, ClaimDraft("office", reserved, wilfrido, "review-all", role="treasurer"), town.now)
    claims.record_note(
        town.tx, reserved, "answer", "Fue en una asamblea en mayo", WILFRIDO, town.now, claim_id=claim,
        person_id=wilfrido,
    )  # fmt: skip
    contacts.record(
        town.tx, double, "Nubia Contacto", "president", None, town.house.vault, actor=OWNER, now=town.now
    )  # fmt: skip
    tickets.open_ticket(town.tx, 1, zoraida, reserved, None, town.now)
    tickets.record_message(
        town.tx, 1, by_staff=False, author=ZORAIDA, kind="text", body="Se nos extravió el libro de actas",
        message_id=None, now=town.now,
    )  # fmt: skip
    staff.grant(town.tx, TERESA, "coordinator", None, OWNER, town.now, "Teresa del Equipo")
    expires = town.now + timedelta(days=3)
    staff.record_invitation(town.tx, LINK, "staff", OWNER, town.now, expires, role="coordinator")
    image = town.tx.serialize()
    town.close()
    return image

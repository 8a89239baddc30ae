"""An invented person with a telephone: sees the chat, does acts, and writes down what came of each."""

import time
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from simulator.virtual import VirtualPerson, text_of
from simulator.world import World
from tests.fuzz.acts import EVERYBODYS, SILENT, Act, perform
from tests.fuzz.shown import complaints, leftovers, rows_of

JSON = dict[str, Any]
ERASED = "Borré sus datos"
REGISTERED = "quedó registrada el"
IN_REVIEW = "Quedó en revisión"


class Question(NamedTuple):
    """The open question, read from its buttons."""

    conversation: str
    name: str
    version: int


PHONE = Question("registro", "phone", 0)  # asked with a keyboard, which carries no version


@dataclass(slots=True)
class Heard:
    """What came of acts until the bot was at rest."""

    messages: list[JSON] = field(default_factory=list)
    edits: dict[int, JSON] = field(default_factory=dict)
    toasts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Exchange:
    """Acts done without waiting in between, and what was heard."""

    acts: list[Act]
    heard: Heard


class Somebody:
    """``plain``: whether they never type what would be a mistake of ours."""

    def __init__(self, world: World, person_id: int, *, plain: bool = True) -> None:
        self.world = world
        self.id = person_id
        self.plain = plain
        self.phone = VirtualPerson(world, person_id)
        account = self.phone.person
        # Telegram joins first and last name; the bot may quote both.
        self.own_words = {account.first_name, account.last_name or "", f"{account.first_name} {account.last_name}"}
        self.quoted: tuple[set[str], ...] = ()  # words of others: names of boards, what is passed on to the team
        self.labels: dict[tuple[int, str], str] = {}  # every button ever seen, with its data
        self.asked: dict[int, Question] = {}  # messages with buttons of a question as they stand now
        self.written: list[int] = []  # own texts
        self.journal: list[Exchange] = []
        self.complaints: list[str] = []
        self.old_marks: list[tuple[str, int]] = []  # with the count of erasures at that time
        self.boards = 0
        self.reviews = 0  # offices that were asked for and wait for a coordinator
        self.erasures = 0
        self.longest_wait = 0.0
        self.missed_something = False  # while the bot was blocked, and not seen again since
        # Questions and a keyboard that nobody could take away during a block.
        self.left_behind: set[int] = set()
        self.keyboard_left_behind = False
        self._rows: dict[int, list[list[JSON]]] = {}  # messages with buttons of any kind
        self._heard = Heard()
        self._acts: list[Act] = []
        self._presses: set[str] = set()
        self._acted_at: float | None = None
        world.subscribe(self._on_event, person_id)

    # --- what is seen -----------------------------------------------------------------------------------------------

    @property
    def question(self) -> Question | None:
        """The open question, as far as it can be seen."""
        if self.keyboard and not self.keyboard_left_behind:
            return PHONE
        if seen := self.live or self.asked.keys():
            return self.asked[max(seen)]
        return PHONE if self.keyboard else None

    @property
    def keyboard(self) -> bool:
        """Whether the keyboard that asks for a contact is shown."""
        return "keyboard" in (self.world.chat(self.id).keyboard or {})

    @property
    def live(self) -> set[int]:
        """Messages with buttons of a question, without those that a block left behind."""
        return self.asked.keys() - self.left_behind

    def answers(self) -> list[tuple[int, str, str]]:
        """The buttons of the open question."""
        open_message = max(self.live or self.asked.keys(), default=0)
        return [button for button in self.buttons(question=True) if button[0] == open_message]

    def buttons(self, *, question: bool | None = None) -> list[tuple[int, str, str]]:
        """Inline buttons in sight: message, label, data; only those (not) of a question, if told."""
        return [
            (number, button["text"], button["callback_data"])
            for number in sorted(self._rows, reverse=True)
            for row in self._rows[number]
            for button in row
            if question is None or question is (button["callback_data"].count(":") == 3)
        ]

    @property
    def mark(self) -> str:
        """A word that only this person writes, another one after each try at an erasure."""
        return f"zq{self.id}v{len(self.old_marks)}z"

    @property
    def last_text(self) -> str:
        """The bot's newest message."""
        return text_of(self.phone.last or {})

    def told_of(self, place: Question | None) -> None:
        """Where the bot truly is, for whoever was left with old buttons by a block."""
        if place is None:
            for number in self.left_behind:
                self.asked.pop(number, None)
        self.left_behind = {n for n in self.left_behind if n in self.asked and self.asked[n] != place}
        if place == PHONE:
            self.keyboard_left_behind = False

    # --- what is done -----------------------------------------------------------------------------------------------

    def do(self, acts: list[Act]) -> None:
        """Do acts one after the other without waiting."""
        self._heard, self._acts, self._presses = Heard(), list(acts), set()
        self.journal.append(Exchange(self._acts, self._heard))
        self._acted_at = time.monotonic() if any(act.kind not in SILENT for act in acts) else None
        for act in acts:
            if act.kind in EVERYBODYS:
                continue
            if act.kind in {"type", "forward", "edit", "start"}:
                self.own_words.add(act.text)
            if act.kind == "block":
                self.missed_something = True
                self.left_behind |= self.asked.keys()
                self.keyboard_left_behind = self.keyboard
            data = self.labels.get((act.message, act.text), act.data)
            if act.kind in {"press", "forge", "type"} and self.question and self.question[:2] == ("misdatos", "erase"):
                self.old_marks.append((self.mark, self.erasures))
            press = perform(self.world, self.id, act, data)
            if press:
                self._presses.add(press)

    def also(self, act: Act) -> None:
        """Something that happened to everybody meanwhile."""
        self._acts.append(act)

    def look(self) -> list[str]:
        """What is wrong now that the bot is at rest; empty when nothing is."""
        found, self.complaints = self.complaints, []
        if self._erased and len(self._acts) > 1:
            self.left_behind |= self.asked.keys()  # an edit that still waited when everything was erased is never made
        found += self._unanswered()
        if len(self.live) > 1:
            found.append(f"questions are open in the messages {sorted(self.live)}")
        if self.live and self.keyboard and not self.keyboard_left_behind:
            found.append("a question has buttons while the contact keyboard is shown")
        return found

    @property
    def _erased(self) -> bool:
        return any(ERASED in text_of(body) for body in self._heard.messages)

    def _unanswered(self) -> list[str]:
        kinds = [act.kind for act in self._acts]
        if "block" in kinds or self.world.person(self.id).blocked:
            return []
        found = []
        if self._presses and "silence" not in kinds:  # Telegram forgets presses
            found.append("a press was not answered")
        owed = sum(kind not in SILENT | {"press", "forge"} for kind in kinds)
        if self._erased:
            owed = min(owed, 1)  # what was still to be said before an erasure is never said
        if len(self._heard.messages) < owed:
            found.append(f"{owed} messages were answered with {len(self._heard.messages)}")
        return found

    # --- what is heard ----------------------------------------------------------------------------------------------

    def _on_event(self, event: JSON) -> None:
        kind = event["type"]
        if kind == "callback_answer":
            self._presses.discard(event["callback_query_id"])
            if event["text"]:
                self._heard.toasts.append(event["text"])
                self.complaints += [f"a toast shows {piece!r}" for piece in leftovers(event["text"], self.own_words)]
        elif kind == "keyboard":
            self.keyboard_left_behind = False
            return
        elif kind in ("message", "edit"):
            body = event["message"]
            if body["from"]["id"] == self.id:
                if kind == "message" and "text" in body and "forward_origin" not in body:
                    self.written.append(body["message_id"])
                return
            self._hear(kind, body)
        else:
            return
        if self._acted_at is not None:
            self.longest_wait = max(self.longest_wait, time.monotonic() - self._acted_at)
            self._acted_at = None

    def _hear(self, kind: str, body: JSON) -> None:
        number = body["message_id"]
        if kind == "message":
            self._heard.messages.append(body)
            self.boards += REGISTERED in text_of(body) and "Muchas gracias" in text_of(body)
            self.reviews += IN_REVIEW in text_of(body)
            self.erasures += ERASED in text_of(body)
        else:
            self._heard.edits[number] = body
        self.asked.pop(number, None)
        self._rows.pop(number, None)
        if rows := rows_of(body):
            self._rows[number] = rows
        for row in rows:
            for button in row:
                self.labels[number, button["text"]] = button["callback_data"]
                parts = button["callback_data"].split(":")
                if len(parts) == 4:
                    self.asked[number] = Question(parts[0], parts[1], int(parts[3]))
        wrong = complaints(body, self.own_words.union(*self.quoted))
        if body.get("document", {}).get("file_name", "").endswith(".txt"):
            content = self.world.files.by_id[body["document"]["file_id"]].content.decode()
            wrong += [f"its file shows {piece!r}" for piece in leftovers(content, self.own_words)]
        self.complaints += [f"message {number}: {what}: {text_of(body)!r:.200}" for what in wrong]

"""Owns the person whom tests and load runs steer: says, presses, waits for what the bot answers, without polling."""

import asyncio
import time
import unicodedata
from collections import deque
from collections.abc import Callable
from typing import Any

from .accounts import Person
from .world import World

Json = dict[str, Any]
Wanted = str | Callable[[Json], bool]

_CONTENT = ("document", "photo", "voice", "video", "audio", "contact", "location", "venue", "sticker", "animation")


class VirtualPerson:
    """One person's private chat, seen from their phone. Awaiting `expect` is how a test goes on."""

    def __init__(self, world: World, person: Person | int) -> None:
        self.world = world
        self.person = person if isinstance(person, Person) else world.person(person)
        self.id = self.person.id
        # What the bot did and `expect` has not consumed yet: messages, edits and answers to presses.
        self._unseen: deque[Json] = deque(maxlen=1000)
        self._happened = asyncio.Event()
        self._close = world.subscribe(self._on_event, self.id)

    def close(self) -> None:
        """Stop listening."""
        self._close()

    async def start(self, payload: str = "") -> Json:
        """Press START, with the payload of a link if any."""
        return self._act(self.world.start(self.id, payload))

    async def say(self, text: str, *, reply_to: int | None = None, forward: bool = False) -> Json:
        """Write a text."""
        return self._act(self.world.send_text(self.id, text, reply_to=reply_to, forward=forward))

    async def share_contact(self, phone: str | None = None, user_id: int | None = None) -> Json:
        """Share one's own contact, or another one's."""
        return self._act(self.world.share_contact(self.id, phone, user_id))

    async def send_file(self, kind: str, content: bytes, file_name: str | None = None, mime_type: str = "") -> Json:
        """Send a photo, document, voice and so on."""
        sent = self.world.send_file(self.id, kind, content, file_name=file_name, mime_type=mime_type or None)
        return self._act(sent)

    async def press(self, label_or_data: str) -> str:
        """Press the newest button with this data, or whose label begins so; emoji, accents and case do not matter.

        Inline buttons come first (returns the callback query's id), then the reply keyboard, whose button sends its
        label or the own contact (returns ""). LookupError when there is no such button.
        """
        found = self.find_button(label_or_data)
        if found is not None:
            message_id, button = found
            self._unseen.clear()
            return self.world.press(self.id, message_id, button["callback_data"])
        wanted = plain(label_or_data)
        for row in (self.world.chat(self.id).keyboard or {}).get("keyboard", []):
            for button in row:
                if plain(button["text"]).startswith(wanted):
                    await (self.share_contact() if button.get("request_contact") else self.say(button["text"]))
                    return ""
        raise LookupError(f"person {self.id} sees no button {label_or_data!r}; the chat ends with {self._tail()}")

    def find_button(self, label_or_data: str) -> tuple[int, Json] | None:
        """The newest inline button with this data or label and its message's number."""
        wanted = plain(label_or_data)
        chat = self.world.chat(self.id)
        for number in reversed(chat.by_id):
            body = chat.message(number)
            if body is None or "reply_markup" not in body:
                continue
            for row in body["reply_markup"]["inline_keyboard"]:
                for button in row:
                    if "callback_data" not in button:
                        continue
                    if button["callback_data"] == label_or_data or (
                        wanted and plain(button["text"]).startswith(wanted)
                    ):
                        return number, button
        return None

    @property
    def last(self) -> Json | None:
        """The bot's newest message as it stands now, edits included."""
        chat = self.world.chat(self.id)
        for number in reversed(chat.by_id):
            body = chat.message(number)
            if body is not None and self._from_bot(body):
                return body
        return None

    def texts(self) -> list[str]:
        """What the bot's messages say now, in order; captions count."""
        chat = self.world.chat(self.id)
        return [text_of(body) for body in chat.by_id.values() if self._from_bot(body) and self._is_there(body)]

    def transcript(self) -> str:
        """The chat as a play: one line per message with its buttons, to print when a test fails."""
        lines: list[str] = []
        for body in self.world.chat(self.id).by_id.values():
            if not self._is_there(body):
                continue
            speaker = "bot" if self._from_bot(body) else self.person.first_name
            rows = body.get("reply_markup", {}).get("inline_keyboard", [])
            buttons = "".join(f" [{button['text']}]" for row in rows for button in row)
            lines.append(f"{speaker}: {text_of(body)}{buttons}")
        return "\n".join(lines)

    async def expect(self, wanted: Wanted, timeout: float = 5.0) -> Json:  # noqa: ASYNC109 - a test's own patience
        """Wait real seconds for a message, edit or press answer of the bot with a text or to a predicate; return it.

        What came since the person last acted counts; what is returned and all before it is consumed.
        AssertionError with the transcript when nothing of the kind comes.
        """
        deadline = time.monotonic() + timeout
        while True:
            while self._unseen:
                body = self._unseen.popleft()
                if wanted(body) if callable(wanted) else wanted in text_of(body):
                    return body
            self._happened.clear()
            try:
                async with asyncio.timeout(deadline - time.monotonic()):
                    await self._happened.wait()
            except TimeoutError:
                raise AssertionError(
                    f"{self.person.first_name} waited {timeout} s for {wanted!r}; the chat:\n{self.transcript()}"
                ) from None

    async def quiet(self, seconds: float) -> None:
        """Be sure that the bot says nothing new for real seconds; AssertionError with what it said."""
        self._unseen.clear()
        self._happened.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._happened.wait()
        except TimeoutError:
            return
        raise AssertionError(f"{self.person.first_name} wanted quiet but heard {text_of(self._unseen[0])!r}")

    def _act(self, sent: Json) -> Json:
        # Called after the update was queued but before the loop can run the bot: nothing of its answer is lost.
        self._unseen.clear()
        return sent

    def _on_event(self, event: Json) -> None:
        kind = event["type"]
        if kind in ("message", "edit") and self._from_bot(event["message"]):
            self._unseen.append(event["message"])
        elif kind == "callback_answer":
            self._unseen.append({"text": event["text"], "callback_answer": event})
        else:
            return
        self._happened.set()

    def _from_bot(self, body: Json) -> bool:
        return bool(body.get("from", {}).get("id") == self.world.bot.id)

    def _is_there(self, body: Json) -> bool:
        return body["message_id"] not in self.world.chat(self.id).deleted

    def _tail(self) -> str:
        return self.transcript().rpartition("\n")[2]


def text_of(body: Json) -> str:
    """Text or caption of a message, or the name of its content in angle brackets."""
    text: str = body.get("text") or body.get("caption") or ""
    return text or next((f"<{kind}>" for kind in _CONTENT if kind in body), "")


def plain(label: str) -> str:
    """A label without emoji, accents and capitals, so that tests survive a change of decoration."""
    letters = unicodedata.normalize("NFKD", label.casefold())
    kept = "".join(char if char.isalnum() else " " for char in letters if not unicodedata.combining(char))
    return " ".join(kept.split())

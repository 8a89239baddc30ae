"""Plans what was decided to be said: outbox rows, and which message holds the open question."""

from datetime import datetime

from bot.render import clipped, screen_payload, text_payload, toast
from bot.turns.loading import load_known
from bot.turns.members import members
from bot.turns.outcome import Occasion
from conversations import chat as conversation
from conversations.decisions import (
    Ask,
    AskAfresh,
    Redraw,
    Say,
    Screen,
    SendFile,
    Settle,
    Spoken,
    Tell,
    TellStaff,
    Toast,
)
from conversations.known import Known
from conversations.quiet import decent
from conversations.rights import may
from conversations.state import ChatState
from conversations.ticket_decisions import TellTicket
from storage import chats, tickets
from storage.outbox import Draft, Kind, Method


class Saying:
    """Says the decisions of one turn. ``before``: the state and facts the turn began with."""

    def __init__(self, occasion: Occasion, before: tuple[ChatState, Known]) -> None:
        chat = occasion.chat
        self._occasion = occasion
        self._tx = occasion.tx
        self._chat_id = chat.chat_id
        self._update_id = occasion.update_id
        self._wording = occasion.house.wording(chat.locale)
        self._outcome = occasion.outcome
        self._now = occasion.now
        self._before = before
        self._count = 0
        self.open_row = chat.open_row
        self.drawn_at = chat.open_drawn_at

    def say(self, decision: Spoken, after: ChatState) -> None:
        """Plan one decision; ``after`` is where the chat stands when all is said."""
        match decision:
            case Ask(screen):
                self._ask(screen, after)
            case AskAfresh():
                self._ask_afresh(after)
            case Redraw(screen):
                self._redraw(screen, after)
            case Settle(text):
                self._edit_open({"text": clipped(self._wording.text(text))}, "freeze")
                self.open_row = self.drawn_at = None
            case Say(text, links, close_keyboard):
                payload = text_payload(text, self._wording, links)
                if close_keyboard:
                    payload["reply_markup"] = {"remove_keyboard": True}
                self._plan("reply", "send", payload)
            case Toast(text):
                if self._outcome.query_id is not None:
                    self._outcome.toast = toast(text, self._wording)
            case SendFile(maker, caption):
                self._plan("reply", "file", {"maker": maker, "caption": self._wording.text(caption)})
            case Tell():
                self._tell(decision)
            case TellStaff():
                self._tell_staff(decision)
            case TellTicket():
                self._tell_ticket(decision)

    def _ask(self, screen: Screen, after: ChatState) -> None:
        if self.open_row is not None:
            self._take_buttons_off()
        payload = screen_payload(screen, after.focus or "", after.version, self._wording)
        self.open_row = self._plan("reply", "send", payload)
        self.drawn_at = self._now

    def _ask_afresh(self, after: ChatState) -> None:
        occasion = self._occasion
        known, _ = load_known(self._tx, occasion.chat, occasion.letter.name, occasion.house, self._now)
        screen = conversation.open_screen(after, known)
        if screen is not None:
            self._ask(screen, after)

    def _tell(self, message: Tell) -> None:
        """To another chat, in its own language; what can wait does not come at night."""
        chat = chats.find(self._tx, message.chat_id)
        wording = self._occasion.house.wording(chat.locale if chat else None)
        due = None if message.urgent else decent(self._now, wording.zone)
        self._to_other(message.chat_id, "alert", text_payload(message.text, wording, message.links), due)

    def _tell_staff(self, message: TellStaff) -> None:
        house = self._occasion.house
        hour = self._now.strftime("%Y%m%d%H")
        for chat_id, place in sorted(members(self._tx, house).items()):
            if chat_id == self._chat_id or not may(place, message.action, message.localidad):
                continue
            payload = text_payload(message.text, house.wording(None), message.links)
            key = f"staff:{message.key}:{hour}:{chat_id}"
            self._outcome.plan(self._tx, Draft(chat_id, "alert", "send", payload, dedupe_key=key), self._now)

    def _tell_ticket(self, message: TellTicket) -> None:
        """What was written in a ticket, to the others in it; each row is noted, so that it can be answered."""
        for chat_id in message.chat_ids:
            chat = chats.find(self._tx, chat_id)
            wording = self._occasion.house.wording(chat.locale if chat else None)
            self._relay(message, chat_id, "send", text_payload(message.text, wording, message.links))
            if message.copied is not None:
                source: dict[str, object] = {"from_chat_id": self._chat_id, "message_id": message.copied}
                self._relay(message, chat_id, "copy", source)

    def _relay(self, message: TellTicket, chat_id: int, method: Method, payload: dict[str, object]) -> None:
        key = f"update:{self._update_id}:{self._count}"
        self._count += 1
        kind: Kind = "ticket" if method == "copy" else message.kind
        row = self._outcome.plan(self._tx, Draft(chat_id, kind, method, payload, dedupe_key=key), self._now)
        if row is not None:
            tickets.record_relay(self._tx, row.id, message.ticket_id, chat_id)

    def _to_other(self, chat_id: int, kind: Kind, payload: dict[str, object], due: datetime | None) -> None:
        key = f"update:{self._update_id}:{self._count}"
        self._count += 1
        self._outcome.plan(self._tx, Draft(chat_id, kind, "send", payload, dedupe_key=key, due_at=due), self._now)

    def _redraw(self, screen: Screen, after: ChatState) -> None:
        if self.open_row is None or screen.keyboard is not None:
            self._ask(screen, after)
            return
        payload = screen_payload(screen, after.focus or "", after.version, self._wording)
        self._edit_open(payload, "reply")
        self.drawn_at = self._now

    def _take_buttons_off(self) -> None:
        """The question moves down the chat: its old message keeps its text and loses its buttons."""
        state, known = self._before
        screen = conversation.open_screen(state, known)
        if screen is not None and screen.keyboard is None:
            self._edit_open({"text": clipped(self._wording.text(screen.text))}, "freeze")

    def _edit_open(self, payload: dict[str, object], kind: Kind) -> None:
        if self.open_row is None:
            return
        self._plan(kind, "edit", payload, edits=self.open_row)

    def _plan(self, kind: Kind, method: Method, payload: dict[str, object], edits: int | None = None) -> int | None:
        draft = Draft(
            self._chat_id, kind, method, payload, edits=edits, dedupe_key=f"update:{self._update_id}:{self._count}"
        )
        self._count += 1
        row = self._outcome.plan(self._tx, draft, self._now)
        return None if row is None else row.id

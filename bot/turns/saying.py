"""Plans what was decided to be said: outbox rows, and which message holds the open question."""

from bot.render import clipped, screen_payload, text_payload, toast
from bot.turns.outcome import Occasion
from conversations import chat as conversation
from conversations.decisions import Ask, Redraw, Say, Screen, SendFile, Settle, Spoken, Toast
from conversations.known import Known
from conversations.state import ChatState
from storage.outbox import Draft, Kind, Method


class Saying:
    """Says the decisions of one turn. ``before``: the state and facts the turn began with."""

    def __init__(self, occasion: Occasion, before: tuple[ChatState, Known]) -> None:
        chat = occasion.chat
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

    def _ask(self, screen: Screen, after: ChatState) -> None:
        if self.open_row is not None:
            self._take_buttons_off()
        payload = screen_payload(screen, after.focus or "", after.version, self._wording)
        self.open_row = self._plan("reply", "send", payload)
        self.drawn_at = self._now

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

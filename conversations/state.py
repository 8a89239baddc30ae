"""Where a chat stands between two messages: a small value without personal data, kept as JSON."""

from typing import Any

from pydantic import BaseModel, ConfigDict, JsonValue

from conversations.decisions import Decision


class ChatState(BaseModel):
    """Position of one chat.

    ``focus``: the conversation whose question is open. ``version``: of the last drawn screen; the buttons of earlier
    screens change nothing. ``refusals``: answers in a row that the open question did not accept. ``positions``: the
    place in each conversation that was begun and not finished, by its name. ``pending``: where the person wanted to go
    before consent was asked.
    """

    model_config = ConfigDict(frozen=True)

    focus: str | None = None
    question: str | None = None
    version: int = 0
    refusals: int = 0
    positions: dict[str, dict[str, JsonValue]] = {}
    pending: str | None = None

    def moved(self, **changes: Any) -> "ChatState":
        """A copy with these fields changed."""
        return self.model_copy(update=changes)


Step = tuple[ChatState, tuple[Decision, ...]]

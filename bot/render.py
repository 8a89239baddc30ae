"""What was decided → payloads of the Bot API: texts and keyboards. Pure."""

from typing import Any

from bot.words import Wording
from conversations.decisions import Choice, ContactKeyboard, Link, Screen, Words

TEXT_LIMIT = 4096  # UTF-16 units, after parsing; Telegram's limit for a message
DATA_LIMIT = 64  # bytes of callback_data
TOAST_LIMIT = 200
LINK = "go"  # the conversation name of buttons that belong to no question

Payload = dict[str, Any]


def screen_payload(screen: Screen, conversation: str, version: int, wording: Wording) -> Payload:
    """A question as a message; each button carries conversation, question, value and the screen's version."""
    payload: Payload = {"text": clipped(wording.text(screen.text))}
    if screen.keyboard is not None:
        payload["reply_markup"] = _contact_keyboard(screen.keyboard, wording)
    elif screen.rows:
        rows = [[_button(item, conversation, screen.question, version, wording) for item in row] for row in screen.rows]
        payload["reply_markup"] = {"inline_keyboard": rows}
    return payload


def text_payload(text: Words, wording: Wording, links: tuple[tuple[Link, ...], ...] = ()) -> Payload:
    """A message that asks nothing, with buttons that open a part of the bot."""
    payload: Payload = {"text": clipped(wording.text(text))}
    if links:
        payload["reply_markup"] = {"inline_keyboard": [[_link(link, wording) for link in row] for row in links]}
    return payload


def toast(text: Words, wording: Wording) -> str:
    """What is shown for a moment over the chat."""
    worded = wording.plain(text)
    return worded if len(worded) <= TOAST_LIMIT else worded[: TOAST_LIMIT - 1] + "…"


def button_data(conversation: str, question: str, value: str, version: int) -> str:
    """Data of a button. Raises ValueError when it does not fit: a value was chosen too long, which is a bug."""
    data = f"{conversation}:{question}:{value}:{version}"
    if len(data.encode()) > DATA_LIMIT:
        raise ValueError(f"button data over {DATA_LIMIT} bytes in {conversation}:{question}")
    return data


def clipped(text: str) -> str:
    """A text that Telegram takes whatever happens; nothing of ours comes near the limit."""
    if len(text) <= TEXT_LIMIT // 2:  # a character is at most two units
        return text
    units = len(text.encode("utf-16-le")) // 2
    return text if units <= TEXT_LIMIT else text[: TEXT_LIMIT // 2 - 1] + "…"


def _button(item: Choice | Link, conversation: str, question: str, version: int, wording: Wording) -> Payload:
    if isinstance(item, Link):
        return _link(item, wording)
    label = wording.plain(item.label) if isinstance(item.label, Words) else item.label
    button: Payload = {"text": label, "callback_data": button_data(conversation, question, item.value, version)}
    if item.style:
        button["style"] = item.style
    return button


def _link(link: Link, wording: Wording) -> Payload:
    data = f"{LINK}:{link.command}:{link.argument}" if link.argument else f"{LINK}:{link.command}"
    return {"text": wording.plain(link.label), "callback_data": data}


def _contact_keyboard(keyboard: ContactKeyboard, wording: Wording) -> Payload:
    rows: list[list[Payload]] = [[{"text": wording.plain(keyboard.share), "request_contact": True}]]
    rows += [[{"text": wording.plain(label)}] for label in keyboard.others]
    return {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}

"""How tickets are worded: what they are about, what was written, who looks after them."""

from conversations.decisions import Words
from conversations.known import Known
from conversations.records import Ticket, TicketMessage
from conversations.text import cut

NAME, BOARD, _TOPIC, _BODY = 40, 60, 80, 200
# What passes from one to the other by copying.
PASSED = frozenset({"audio", "document", "photo", "video", "video_note", "voice"})
# Ready answers, as the locale files hold them.
CANNED = ("studying", "entity", "more", "visit", "settled")


def person_words(name: str) -> str | Words:
    """Who asked; somebody without a name in Telegram is said to have none."""
    return cut(name, NAME) or Words("ticket-nameless")


def about(known: Known, board_name: str | None, topic: str | None) -> Words:
    """Which board it is about, and which card did not help."""
    board: str | Words = Words("ticket-no-board") if board_name is None else cut(board_name, BOARD)
    card = None if known.library is None or topic is None else known.library.cards.get(topic)
    if card is None:
        return Words("ticket-about", {"board": board})
    return Words("ticket-about-card", {"board": board, "topic": cut(card.question, _TOPIC)})


def status_words(known: Known, ticket: Ticket) -> Words:
    """How a ticket stands, and who looks after it."""
    if ticket.status == "closed":
        return Words("ticket-status-closed")
    if ticket.assignee is None:
        return Words("ticket-status-free")
    key = f"ticket-status-{ticket.status}"
    return Words(key, {"colleague": colleague(known, ticket.assignee)})


def colleague(known: Known, chat_id: int) -> str | Words:
    """Somebody of the team, to the team."""
    if chat_id == known.chat_id:
        return Words("ticket-you")
    name = known.records.actor(chat_id).name
    return cut(name, NAME) if name else Words("ticket-colleague")


def content(kind: str, body: str | None, length: int = _BODY) -> str | Words:
    """What was written, or what was sent in place of words."""
    if kind == "canned" and body in CANNED:
        return Words(f"canned-{body}-title")
    if body is not None:
        return cut(body, length)
    return Words(f"ticket-kind-{kind.replace('_', '-')}" if kind in PASSED else "ticket-kind-other")


def message_line(known: Known, ticket: Ticket, message: TicketMessage) -> Words:
    """One message of a ticket, to the team."""
    author = colleague(known, message.author) if message.by_staff else person_words(ticket.name)
    return Words("ticket-message", {
        "author": author, "moment": message.at, "text": content(message.kind, message.body),
    })  # fmt: skip

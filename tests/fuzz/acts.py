"""What a person can do to the bot: acts as small values that can be written down and done again."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from simulator.world import World

JSON = dict[str, Any]

FILES = ("sticker", "voice", "photo", "document", "video", "video_note", "audio", "animation")
PLACE = "10.4012345"  # degrees; nobody is to keep them
SOMEBODYS_PHONE = "+570000009999"
OTHER_CONTENT: dict[str, JSON] = {
    "location": {"latitude": float(PLACE), "longitude": -75.5},
    "poll": {"id": "1", "question": "¿?", "options": [], "total_voter_count": 0, "is_closed": False,
             "is_anonymous": True, "type": "regular", "allows_multiple_answers": False},
    "dice": {"emoji": "🎲", "value": 6},
    "story": {"id": 1, "chat": {"id": 5, "type": "private", "first_name": "Invented"}},
    "checklist": {"title": "x", "tasks": []},
}  # fmt: skip
ATTACHMENTS = (*FILES, *OTHER_CONTENT)
# Messages of Telegram itself in the person's name: the bot says nothing to them.
SERVICE = "message_auto_delete_timer_changed"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a person does. ``text``: typed, or the button's label, the kind of attachment, the link's code.

    ``message``: number of the message whose button is pressed or which is edited. ``data``: of a forged button.
    ``seconds``: how long everybody is silent.
    """

    kind: str
    text: str = ""
    message: int = 0
    data: str = ""
    seconds: float = 0.0

    def written(self) -> JSON:
        """As JSON, without what is not said."""
        return {name: value for name, value in asdict(self).items() if value or name == "kind"}

    @classmethod
    def read(cls, written: JSON) -> Self:
        """What :meth:`written` wrote. Raises ValueError for a field that no act has."""
        known = {field.name for field in fields(cls)}
        if not written.keys() <= known:
            raise ValueError(f"an act has no {sorted(written.keys() - known)}")
        return cls(**written)

    def __str__(self) -> str:
        said = " ".join(f"{name}={value!r:.100}" for name, value in self.written().items() if name != "kind")
        return f"{self.kind} {said}".rstrip()


# What happens to everybody, written down with each person's own acts.
EVERYBODYS = frozenset({"silence", "restart"})
# Acts that are no message to the bot, or one it is right to pass over.
SILENT = frozenset({"block", "unblock", "service", *EVERYBODYS})


def perform(world: World, person_id: int, act: Act, pressed: str = "") -> str:
    """Do it; returns the press's id, or "". ``pressed``: the data of the button that the act presses.

    Raises WorldError for what a person cannot do, such as writing to a bot they have blocked, and KeyError for an act
    that nobody knows.
    """
    if act.kind in {"press", "forge"}:
        return world.press(person_id, act.message, act.data if act.kind == "forge" else pressed)
    _WAYS[act.kind](world, person_id, act)
    return ""


def _attach(world: World, person_id: int, kind: str) -> None:
    if kind in FILES:
        world.send_file(person_id, kind, b"invented", caption="con un texto" if kind == "photo" else None)
    else:
        world.send_other(person_id, {kind: OTHER_CONTENT[kind]})


_WAYS: dict[str, Callable[[World, int, Act], object]] = {
    "type": lambda world, person, act: world.send_text(person, act.text),
    "forward": lambda world, person, act: world.send_text(person, act.text, forward=True),
    "start": lambda world, person, act: world.start(person, act.text),
    "contact": lambda world, person, _: world.share_contact(person),
    "somebody's contact": lambda world, person, act: world.share_contact(person, act.text, user_id=person + 1),
    "contact without an account": lambda world, person, act: world.share_contact(person, act.text),
    "attach": lambda world, person, act: _attach(world, person, act.text),
    "edit": lambda world, person, act: world.edit_text(person, act.message, act.text),
    "block": lambda world, person, _: world.block(person),
    "unblock": lambda world, person, _: world.unblock(person),
    "service": lambda world, person, _: world.send_other(person, {SERVICE: {"message_auto_delete_time": 86400}}),
}

"""The boards of one person: each attempt at a registration has a name of its own, and a board counts as registered
when a message of the bot said so, however late and in whichever words."""

from collections.abc import Callable
from typing import Any

from simulator.world import World

_WORDS = ("Uno", "Dos", "Tres", "Cuatro", "Cinco", "Seis", "Siete", "Ocho", "Nueve", "Diez")
# Thanks right after the sending and greetings later; the offer to register another one.
_SAY_SO = ("quedó registrada", "usted registró")
JSON = dict[str, Any]


class Boards:
    """``registered`` is called with the name of a board, once, when it is first read that it is registered."""

    def __init__(self, world: World, person_id: int, registered: Callable[[str], None]) -> None:
        self._bot = world.bot.id
        self._owner = world.person(person_id)
        self._registered = registered
        self._attempt = 0
        self._sent = False
        self._unproved: list[str] = []
        world.subscribe(self._on_event, person_id)

    @property
    def name(self) -> str:
        """Of the board that is being registered; its number is nobody else's, so that no two boards look alike."""
        return f"Junta Inventada {self._owner.id}{self._attempt:03} de {self._owner.first_name}"

    @property
    def sector(self) -> str:
        """Of the board that is being registered."""
        return f"Sector Inventado {_WORDS[self._attempt % 10]}"

    def named(self) -> str:
        """The name to be given now: a new one if what had the last name was sent, whatever became of it."""
        if self._sent:
            self._attempt += 1
            self._sent = False
        return self.name

    def sent(self) -> None:
        """The board that is being registered was sent off, perhaps not for the first time."""
        self._sent = True
        if self.name not in self._unproved:
            self._unproved.append(self.name)

    def erased(self) -> None:
        """The draft is gone with everything else: what comes next is another board."""
        self._sent = True

    def _on_event(self, event: JSON) -> None:
        if event["type"] not in ("message", "edit") or event["message"]["from"]["id"] != self._bot:
            return
        text = event["message"].get("text", "")
        if any(words in text for words in _SAY_SO):
            for name in [name for name in self._unproved if name in text]:
                self._unproved.remove(name)
                self._registered(name)

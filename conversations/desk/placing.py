"""Where a board is, on the desk: a place typed by name, one of a few that may be meant, or a barrio not on the map."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from conversations.board_names import telling_words
from conversations.decisions import Choice, Screen, Words
from conversations.desk.page import Page, go, where
from conversations.desk.writing import mine, page, refuse
from conversations.registration_answers import Rejected, read_answer
from conversations.registration_questions import BARRIO_OTHER, comuna_words, localidad_id
from conversations.rights import Action
from conversations.screens import OTHER, SKIP, Row, with_last_row
from conversations.territory import RURAL, Place, sure
from conversations.text import cut, fold
from conversations.turn import Reply, Turn

_MOST_OFFERED = 6
_PLACE_TEXTS = ("place-label", "place-help", "place-expected")
_PLACE_AREA_TEXTS = ("place-label", "place-area-help", "place-area-expected")
_PLACE_BARRIO_TEXTS = ("place-label", "place-area-help", "place-barrio-expected")


@dataclass(frozen=True, slots=True)
class Where:
    """A place: the localidad by its name, the comuna as in Territory, the barrio by its name or as it was written."""

    localidad: str
    comuna: str
    barrio: str


@dataclass(frozen=True, slots=True)
class Placing:
    """Four pages, their questions begun by ``prefix``: typed name, names offered, localidad and comuna, other barrio.

    ``placed`` goes on with the place; ``optional`` says whether the barrio may stay open (an association).
    """

    prefix: str
    action: Action
    placed: Callable[[Turn, Where], Turn]
    optional: Callable[[Turn], bool]

    @property
    def pages(self) -> tuple[Page, ...]:
        """For the desk's table."""
        return (
            page(self.typed, self.action, self._draw_typed, self._hear_typed, _PLACE_TEXTS, free=True),
            page(self.offered, self.action, self._draw_offered, self._hear_offered, _PLACE_TEXTS),
            page(self.area, self.action, self._draw_area, self._hear_area, _PLACE_AREA_TEXTS),
            page(self.comuna, self.action, self._draw_comuna, self._hear_comuna, _PLACE_AREA_TEXTS),
            page(self.barrio, self.action, self._draw_barrio, self._hear_barrio, _PLACE_BARRIO_TEXTS, free=True),
        )

    @property
    def typed(self) -> str:
        """The question to begin with."""
        return f"{self.prefix}-place"

    @property
    def offered(self) -> str:
        """Several places may be meant."""
        return f"{self.prefix}-offered"

    @property
    def area(self) -> str:
        """In which localidad an unknown barrio lies."""
        return f"{self.prefix}-area"

    @property
    def comuna(self) -> str:
        """In which comuna an unknown barrio lies."""
        return f"{self.prefix}-comuna"

    @property
    def barrio(self) -> str:
        """How an unknown barrio is called."""
        return f"{self.prefix}-barrio"

    # --- by name ----------------------------------------------------------------------------------------------------

    def _draw_typed(self, _turn: Turn) -> Screen:
        rows = ((Choice(OTHER, Words("place-other-button")),),)
        return Screen(self.typed, Words("place-typed"), with_last_row(rows))

    def _hear_typed(self, turn: Turn, reply: Reply) -> Turn:
        if reply.value == OTHER:
            return go(turn, self.area)
        return self._by_name(turn, reply.text) or refuse(turn, self._draw_typed, Words("place-expected"))

    def _by_name(self, turn: Turn, text: str) -> Turn | None:
        matches = turn.known.territory.find(text)
        if (place := sure(matches)) is not None:
            return self._taken(turn, place)
        if not matches:
            return None
        return go(turn, self.offered, offered=[match.place.id for match in matches[:_MOST_OFFERED]])

    def _draw_offered(self, turn: Turn) -> Screen | None:
        places = _offered(turn)
        if not places:
            return None
        rows: list[Row] = [(Choice(place.id, _apart(place, places)),) for place in places]
        rows.append((Choice(OTHER, Words("place-other-button")),))
        return Screen(self.offered, Words("place-offered"), with_last_row(rows))

    def _hear_offered(self, turn: Turn, reply: Reply) -> Turn:
        if reply.value == OTHER:
            return go(turn, self.area)
        place = turn.known.territory.place(reply.value or "")
        if place is not None:
            return self._taken(turn, place)
        return self._by_name(turn, reply.text) or refuse(turn, self._draw_offered, Words("place-expected"))

    def _taken(self, turn: Turn, place: Place) -> Turn:
        return self._settled(turn, Where(place.localidad, place.comuna, place.name), self._draw_typed)

    # --- not on the map ---------------------------------------------------------------------------------------------

    def _draw_area(self, turn: Turn) -> Screen:
        rows = [(Choice(localidad_id(name), name),) for name in turn.known.territory.localidades()]
        return Screen(self.area, Words("place-area"), with_last_row(rows))

    def _hear_area(self, turn: Turn, reply: Reply) -> Turn:
        named = [name for name in turn.known.territory.localidades() if _means(reply, localidad_id(name), name)]
        if len(named) != 1:
            return refuse(turn, self._draw_area, Words("place-area-expected"))
        if not mine(turn, named[0], self.action):
            return refuse(turn, self._draw_area, Words("place-not-yours", {"localidad": named[0]}))
        return go(turn, self.comuna, area=named[0])

    def _draw_comuna(self, turn: Turn) -> Screen | None:
        area = str(where(turn).get("area", ""))
        comunas = turn.known.territory.comunas(area)
        if not comunas:
            return None
        buttons = [
            Choice(number, Words("comuna-rural-button") if number == RURAL else comuna_words(number))
            for number in comunas
        ]  # fmt: skip
        rows: list[Row] = [tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2)]
        return Screen(self.comuna, Words("place-comuna", {"localidad": area}), with_last_row(rows))

    def _hear_comuna(self, turn: Turn, reply: Reply) -> Turn:
        if reply.value not in turn.known.territory.comunas(str(where(turn).get("area", ""))):
            return refuse(turn, self._draw_comuna, Words("place-area-expected"))
        return go(turn, self.barrio, comuna=reply.value)

    def _draw_barrio(self, turn: Turn) -> Screen:
        skip = self.optional(turn)
        rows = ((Choice(SKIP, Words("place-wide-button")),),) if skip else ()
        return Screen(self.barrio, Words("place-barrio"), with_last_row(rows))

    def _hear_barrio(self, turn: Turn, reply: Reply) -> Turn:
        barrio = ""
        if not (reply.value == SKIP and self.optional(turn)):
            read = read_answer(BARRIO_OTHER, reply.text)
            if isinstance(read, Rejected) or not telling_words(read.value):
                return refuse(turn, self._draw_barrio, Words("place-barrio-expected"))
            barrio = read.value
        area, comuna = where(turn).get("area"), where(turn).get("comuna")
        return self._settled(turn, Where(str(area), str(comuna), barrio), self._draw_barrio)

    def _settled(self, turn: Turn, place: Where, draw: Callable[[Turn], Screen]) -> Turn:
        if not mine(turn, place.localidad, self.action):
            return refuse(turn, draw, Words("place-not-yours", {"localidad": place.localidad}))
        return self.placed(turn, place)


def _offered(turn: Turn) -> list[Place]:
    ids = where(turn).get("offered")
    found = [turn.known.territory.place(str(each)) for each in ids] if isinstance(ids, list) else []
    return [place for place in found if place is not None]


def _apart(place: Place, places: Sequence[Place]) -> Words | str:
    same = [other for other in places if fold(other.name) == fold(place.name)]
    if len(same) == 1:
        return cut(place.name, 40)
    return Words("place-in-comuna", {"name": place.name, "comuna": comuna_words(place.comuna)})


def _means(reply: Reply, value: str, name: str) -> bool:
    if reply.value is not None:
        return reply.value == value
    said = set(fold(reply.text).split())
    return bool(said) and said <= set(fold(name).split())

"""The city's places: localidades, comunas, barrios and villages, and finding one by what people type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from conversations.place_search import PlaceIndex, comparable
from conversations.text import fold

RURAL = "rural"
_ID_LENGTH = 20
# A find is sure at these scores: (nearly) as written, or good and well ahead of the next one.
_AS_WRITTEN = 97.0
_GOOD = 84.0
_AHEAD = 8.0
_WORTH_SHOWING = 66.0
_MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Place:
    """A barrio, island, corregimiento or village. ``comuna`` is a number as text, or ``rural``."""

    id: str
    localidad: str
    comuna: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a text may mean; score 0–100."""

    place: Place
    score: float


class Territory:
    """All places, indexed once; nothing here changes afterwards."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.places = tuple(places)
        self._by_id = {place.id: place for place in self.places}
        if len(self._by_id) != len(self.places):
            raise ValueError("two places share an id")
        self._localidades = tuple(dict.fromkeys(place.localidad for place in self.places))
        comunas: dict[str, dict[str, None]] = {}
        barrios: dict[tuple[str, str], list[Place]] = {}
        for place in self.places:
            comunas.setdefault(place.localidad, {})[place.comuna] = None
            barrios.setdefault((place.localidad, place.comuna), []).append(place)
        self._comunas = {name: tuple(sorted(found, key=_comuna_order)) for name, found in comunas.items()}
        self._barrios = {key: tuple(sorted(found, key=lambda p: fold(p.name))) for key, found in barrios.items()}
        self._index = PlaceIndex([place.name for place in self.places])

    @classmethod
    def from_rows(cls, rows: Sequence[Mapping[str, str]]) -> "Territory":
        """Rows with ``localidad``, ``comuna``, ``kind`` and ``name``, in the order localidades are to be shown in."""
        taken: set[str] = set()
        places = []
        for row in rows:
            name, comuna, localidad = row["name"].strip(), row["comuna"].strip(), row["localidad"].strip()
            place_id = slug(name)
            if place_id in taken:
                place_id = slug(f"{name} {comuna} {localidad}")
            taken.add(place_id)
            places.append(Place(place_id, localidad, comuna, row["kind"].strip(), name))
        return cls(places)

    def localidades(self) -> tuple[str, ...]:
        """Names of the localidades, in the order of the file."""
        return self._localidades

    def comunas(self, localidad: str) -> tuple[str, ...]:
        """Numbers of the comunas of a localidad, the rural part last; none for an unknown name."""
        return self._comunas.get(localidad, ())

    def barrios(self, localidad: str, comuna: str) -> tuple[Place, ...]:
        """Places of a comuna by name; none for an unknown pair."""
        return self._barrios.get((localidad, comuna), ())

    def place(self, place_id: str) -> Place | None:
        """The place with this id."""
        return self._by_id.get(place_id)

    def named(self, name: str) -> Place | None:
        """The place of exactly this name, but for accents and capitals; None if there is none, or more than one."""
        found = [place for place in self.places if fold(place.name) == fold(name)]
        return found[0] if len(found) == 1 else None

    def find(self, text: str, localidad: str | None = None, comuna: str | None = None) -> tuple[Match, ...]:
        """Up to six places that the text may mean, best first; only in the localidad and comuna, if given."""
        if not comparable(text):
            return ()
        scored = [
            Match(place, score)
            for place, score in zip(self.places, self._index.scores(text), strict=True)
            if score >= _WORTH_SHOWING
            and (localidad is None or place.localidad == localidad)
            and (comuna is None or place.comuna == comuna)
        ]
        scored.sort(key=lambda match: (-match.score, len(match.place.name)))
        return tuple(scored[:_MOST_SHOWN])


def sure(matches: Sequence[Match]) -> Place | None:
    """The one place that was certainly meant, if there is one."""
    if not matches:
        return None
    best, following = matches[0].score, matches[1].score if len(matches) > 1 else 0.0
    if best >= _AS_WRITTEN:
        return matches[0].place if following < best else None
    return matches[0].place if best >= _GOOD and best - following >= _AHEAD else None


def slug(name: str) -> str:
    """A short stable name in plain letters, ≤ 20 characters; long names end in a bit of their hash."""
    plain = fold(name).replace("ñ", "n").replace(" ", "-")
    if len(plain) <= _ID_LENGTH:
        return plain
    return f"{plain[: _ID_LENGTH - 7]}-{sha256(name.encode()).hexdigest()[:6]}"


def _comuna_order(comuna: str) -> tuple[int, str]:
    return (int(comuna) if comuna.isdigit() else 99, comuna)

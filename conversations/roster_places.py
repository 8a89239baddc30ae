"""Where a row of the roster says that its board is, held against the territory."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from conversations.place_search import comparable
from conversations.roster_columns import RosterColumns
from conversations.sheet_cells import BadCell
from conversations.territory import RURAL, Match, Territory, sure
from conversations.text import calm, fold

# Scores of Territory.find: letter by letter, with other words around, near enough inside what the row itself gives.
_LITERALLY = 100.0
_AS_WRITTEN = 97.0
_NEAR = 86.0
_LOCALIDAD_NEAR = 85.0
_DIGITS = re.compile(r"\d+")
_SAID_AROUND = frozenset({"localidad", "loc", "de", "del", "la", "y", "no", "nro", "numero", "n"})


@dataclass(frozen=True, slots=True)
class Where:
    """A place; a ``known`` barrio has the territory's own name, ``read_from`` says how else it was written."""

    localidad: str
    comuna: str
    barrio: str
    known: bool
    read_from: str | None = None


def read_localidad(text: str, territory: Territory) -> str | BadCell:
    """A localidad by its name, part of it, its number or nearly its name."""
    names = territory.localidades()
    words = frozenset(fold(text).split()) - _SAID_AROUND
    numbers = {word for word in words if word.isdigit()}
    words -= numbers
    if not words and len(numbers) == 1:
        number = int(numbers.pop())
        if 1 <= number <= len(names):
            return names[number - 1]
    part_of = [name for name in names if words and words <= frozenset(fold(name).split())]
    if len(part_of) == 1:
        return part_of[0]
    near = [name for name in names if fuzz.ratio(fold(text), fold(name)) >= _LOCALIDAD_NEAR]
    if len(near) == 1:
        return near[0]
    return BadCell("roster-localidad-unknown", {"value": text, "known": "; ".join(names)})


def read_comuna(text: str, territory: Territory, columns: RosterColumns) -> str | BadCell:
    """A comuna by its number, however introduced, or ``rural``."""
    folded = fold(text)
    if folded in columns.rural:
        return RURAL
    known = {comuna for name in territory.localidades() for comuna in territory.comunas(name)}
    numbers = _DIGITS.findall(folded)
    if len(numbers) == 1 and (number := str(int(numbers[0]))) in known:
        return number
    most = max(int(comuna) for comuna in known if comuna.isdigit())
    return BadCell("roster-comuna-unknown", {"value": text, "most": str(most)})


def settle(
    localidad: str | None, comuna: str | None, barrio: str | None, territory: Territory, *, barrio_needed: bool
) -> Where | tuple[str, BadCell]:
    """One place out of the three columns, or the column at fault and why.

    A known barrio or a numbered comuna tells the localidad. What contradicts the territory is refused; a barrio that
    the territory does not know is kept as it is written, if the rest says where it is.
    """
    if comuna is not None:
        homes = [name for name in territory.localidades() if comuna in territory.comunas(name)]
        if localidad is not None and localidad not in homes:
            right = {"comuna": comuna, "localidad": localidad, "right": "; ".join(homes)}
            return "comuna", BadCell("roster-comuna-elsewhere", right)
        if localidad is None and len(homes) == 1:
            localidad = homes[0]
    if barrio is None:
        return _without_barrio(localidad, comuna, needed=barrio_needed)
    found = _find(barrio, localidad, comuna, territory)
    if isinstance(found, BadCell):
        return "barrio", found
    if found is not None:
        place = found.place
        changed = None if found.score >= _AS_WRITTEN else barrio
        return Where(place.localidad, place.comuna, place.name, known=True, read_from=changed)
    if localidad is None:
        return "localidad", BadCell("roster-place-missing", {"barrio": barrio})
    if comuna is None:
        return "comuna", BadCell("roster-place-missing", {"barrio": barrio})
    return Where(localidad, comuna, calm(barrio), known=False)


def _without_barrio(localidad: str | None, comuna: str | None, *, needed: bool) -> Where | tuple[str, BadCell]:
    if needed:
        return "barrio", BadCell("roster-cell-missing")
    if localidad is None:
        return "localidad", BadCell("roster-cell-missing")
    return Where(localidad, comuna or "", "", known=True)


def _find(barrio: str, localidad: str | None, comuna: str | None, territory: Territory) -> Match | BadCell | None:
    alike = [match for match in territory.find(barrio) if match.score >= _AS_WRITTEN]
    fitting = [m for m in alike if localidad in {None, m.place.localidad} and comuna in {None, m.place.comuna}]
    if fitting:
        return fitting[0] if sure(fitting) is not None else None
    if not alike or alike[0].score < _LITERALLY:
        inside = territory.find(barrio, localidad, comuna)
        place = sure(inside)
        if place is not None and inside[0].score >= _NEAR and _numbers(barrio) == _numbers(place.name):
            return inside[0]
    if alike:
        place = alike[0].place
        right = {"barrio": place.name, "localidad": place.localidad, "comuna": place.comuna}
        return BadCell("roster-barrio-elsewhere", right)
    return None


def _numbers(text: str) -> list[str]:
    return _DIGITS.findall(comparable(text))

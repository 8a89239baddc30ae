"""Where a board is: localidad, comuna and barrio, by buttons or by typing a name at any of the three steps."""

from collections.abc import Sequence
from dataclasses import dataclass

from conversations.commands import REGISTRATION_TALK
from conversations.decisions import Answered, Choice, Remembered, Screen, Withdrawn, Words
from conversations.known import Known
from conversations.registration_questions import (
    BARRIO,
    BARRIO_OTHER,
    COMUNA,
    LOCALIDAD,
    barrio_optional,
    comuna_words,
    draft,
    localidad_id,
    localidad_of,
    step_words,
)
from conversations.screens import (
    NEXT_PAGE,
    NONE,
    OTHER,
    PREVIOUS_PAGE,
    SKIP,
    Row,
    button,
    with_last_row,
)
from conversations.territory import RURAL, Match, Place, sure
from conversations.text import fold
from conversations.turn import Position, Turn

PLACE_QUESTIONS = (LOCALIDAD, COMUNA, BARRIO)
_A_PAGE = 8
# Two names share a row when both are short enough to be read on a small telephone.
_SHORT = 15
_NAME_WORDS_WITHOUT_WEIGHT = frozenset({"y", "de", "del", "la", "el", "localidad", "norte"})


@dataclass(frozen=True, slots=True)
class Found:
    """What a typed place led to: answers, places to choose among, or nothing."""

    answers: tuple[Remembered, ...] = ()
    offered: tuple[str, ...] = ()


def drawn_place(turn: Turn, question: str) -> Screen:
    """One of the three questions; the barrio as a page of buttons, or as the few that a typed name may mean."""
    known, position = turn.known, turn.position(REGISTRATION_TALK)
    again = question in draft(known)
    arguments = step_words(known, question)
    offered = _offered(known, position)
    if question == BARRIO and offered:
        rows: list[Row] = [(Choice(place.id, _apart(place, offered)),) for place in offered]
        rows.append((button(NONE),))
        return Screen(question, Words("registration-barrio-offered", arguments), with_last_row(rows))
    localidad = localidad_of(known)
    if question == LOCALIDAD or localidad is None:
        rows = [(Choice(localidad_id(name), name),) for name in known.territory.localidades()]
        return Screen(LOCALIDAD, Words("registration-localidad", arguments), with_last_row(rows, keep=again))
    if question == COMUNA:
        rows = _paired([Choice(number, _comuna_button(number)) for number in known.territory.comunas(localidad)])
        text = Words("registration-comuna", {**arguments, "localidad": localidad})
        return Screen(question, text, with_last_row(rows, keep=again))
    return _barrio_page(known, position, localidad, again=again)


def _barrio_page(known: Known, position: Position, localidad: str, *, again: bool) -> Screen:
    comuna = draft(known).get(COMUNA) or ""
    places = known.territory.barrios(localidad, comuna)
    pages = max(1, -(-len(places) // _A_PAGE))
    page = min(page_of(position), pages - 1)
    rows = _paired([Choice(place.id, place.name) for place in places[page * _A_PAGE : (page + 1) * _A_PAGE]])
    turned = [*([button(PREVIOUS_PAGE)] if page else []), *([button(NEXT_PAGE)] if page + 1 < pages else [])]
    if turned:
        rows.append(tuple(turned))
    rows.append((button(OTHER),))
    arguments = {
        **step_words(known, BARRIO), "comuna": comuna_words(comuna), "page": page + 1, "pages": pages,
    }  # fmt: skip
    text = Words("registration-barrio-rural" if comuna == RURAL else "registration-barrio", arguments)
    return Screen(BARRIO, text, with_last_row(rows, keep=again, skip=barrio_optional(known)))


def chosen(turn: Turn, question: str, value: str) -> tuple[Remembered, ...]:
    """What a button of one of the three questions settles; nothing if its value is none of theirs."""
    known = turn.known
    if question == LOCALIDAD and value in {localidad_id(name) for name in known.territory.localidades()}:
        return located(known, {LOCALIDAD: value})
    if question == COMUNA and value in known.territory.comunas(localidad_of(known) or ""):
        return located(known, {COMUNA: value})
    if question == BARRIO:
        if (place := known.territory.place(value)) is not None:
            return located(known, _answers_of(place))
        if value == OTHER or (value == SKIP and barrio_optional(known)):
            return located(known, {BARRIO: value if value == OTHER else None})
    return ()


def typed(turn: Turn, question: str, text: str) -> Found:
    """A localidad by part of its name, or any place of the city by its name, with typos and without accents."""
    known = turn.known
    if question == LOCALIDAD and (localidad := _localidad_named(known, text)) is not None:
        return Found(located(known, {LOCALIDAD: localidad}))
    matches = known.territory.find(text)
    localidad_name, comuna = localidad_of(known), draft(known).get(COMUNA)
    if question == LOCALIDAD:
        inside: Sequence[Match] = matches
    else:
        inside = known.territory.find(text, localidad_name, comuna if question == BARRIO else None)
    meant = sure(matches)
    if meant is not None and any(match.place is meant for match in inside):
        return Found(located(known, _answers_of(meant)))
    if meant is None and (near := sure(inside)) is not None:
        return Found(located(known, _answers_of(near)))
    # Elsewhere than the comuna that was chosen: shown, not taken.
    first = [meant] if meant is not None else []
    offered = dict.fromkeys([*first, *(match.place for match in (*inside, *matches))])
    return Found(offered=tuple(place.id for place in list(offered)[:6]))


def located(known: Known, answers: dict[str, str | None]) -> tuple[Remembered, ...]:
    """The answers, and the withdrawal of what no longer fits them. What did not change stays."""
    held = draft(known)
    asked_for = list(answers)[-1]
    dependent = {LOCALIDAD: (COMUNA, BARRIO, BARRIO_OTHER), COMUNA: (BARRIO, BARRIO_OTHER), BARRIO: (BARRIO_OTHER,)}
    withdrawn = dict.fromkeys(
        below
        for question, value in answers.items()
        if question in held and held[question] != value
        for below in dependent[question]
        if below in held and below not in answers
    )
    return (
        *(Withdrawn(REGISTRATION_TALK, question) for question in withdrawn),
        *(
            Answered(REGISTRATION_TALK, question, value)
            for question, value in answers.items()
            if question == asked_for or question not in held or held[question] != value
        ),
    )


def turned_page(turn: Turn, value: str) -> Position | None:
    """The place after a page was turned; None if the value turns none."""
    if value not in {NEXT_PAGE, PREVIOUS_PAGE}:
        return None
    position = turn.position(REGISTRATION_TALK)
    return {**position, "page": max(0, page_of(position) + (1 if value == NEXT_PAGE else -1))}


def page_of(position: Position) -> int:
    """The page of barrios in sight, from 0."""
    page = position.get("page")
    return page if isinstance(page, int) else 0


def _offered(known: Known, position: Position) -> list[Place]:
    ids = position.get("offered")
    found = [known.territory.place(str(place_id)) for place_id in ids] if isinstance(ids, list) else []
    return [place for place in found if place is not None]


def _apart(place: Place, offered: Sequence[Place]) -> str | Words:
    """The name; with its comuna when another of the same name is offered."""
    same = [other for other in offered if fold(other.name) == fold(place.name)]
    if len(same) == 1:
        return place.name
    return Words("place-in-comuna", {"name": place.name, "comuna": comuna_words(place.comuna)})


def _answers_of(place: Place) -> dict[str, str | None]:
    return {LOCALIDAD: localidad_id(place.localidad), COMUNA: place.comuna, BARRIO: place.id}


def _localidad_named(known: Known, text: str) -> str | None:
    words = frozenset(fold(text).split()) - _NAME_WORDS_WITHOUT_WEIGHT
    named = [name for name in known.territory.localidades() if words and words <= frozenset(fold(name).split())]
    return localidad_id(named[0]) if len(named) == 1 else None


def _comuna_button(comuna: str) -> Words:
    return Words("comuna-rural-button") if comuna == RURAL else comuna_words(comuna)


def _paired(items: Sequence[Choice]) -> list[Row]:
    """One button a row; two where both are short."""
    rows: list[Row] = []
    for item in items:
        if rows and len(rows[-1]) == 1 and _is_short(item) and _is_short(rows[-1][0]):
            rows[-1] = (rows[-1][0], item)
        else:
            rows.append((item,))
    return rows


def _is_short(item: object) -> bool:
    return isinstance(item, Choice) and (not isinstance(item.label, str) or len(item.label) <= _SHORT)

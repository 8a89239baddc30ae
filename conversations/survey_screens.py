"""How a question of a survey is drawn: buttons where labels fit, numbered lists where not, boxes to tick, pages."""

from collections.abc import Sequence

from conversations.decisions import Choice, Screen, Words
from conversations.forms.asking import Asked, asked
from conversations.forms.choices import Choice as Option
from conversations.forms.instance import Instance
from conversations.forms.texts import said
from conversations.forms.walking import is_note, places
from conversations.screens import NEXT_PAGE, NO, PREVIOUS_PAGE, YES, Row, button, stacked, with_last_row
from conversations.survey_words import PNR, answer_words, plain, where
from conversations.survey_work import ANOTHER, QUESTION
from conversations.text import cut

PASS, DONE, READ = "pass", "ready", "read"
_BUTTON, _MOST_BUTTONS, _SHORT = 20, 8, 14
_PAGE, _A_ROW = 8, 4
_SEARCH_FROM = 30
_SEARCHED = frozenset({"minimal", "autocomplete", "search"})
_TICK = "✓ "
_MOST_STEPS = 11


def question_screen(filling: Instance, key: str, page: int = 0, hits: Sequence[int] | None = None) -> Screen:
    """The question at this key. ``hits``: positions of the choices that a search found."""
    if key.endswith(ANOTHER):
        return _another(filling, key)
    question = asked(filling, key)
    text = stacked(where(filling, key), _label(filling, question))
    if question.hint:
        text = stacked(text, plain(cut(question.hint, 200)))
    answered = filling.cell(key).asked and bool(question.value)
    if answered and question.kind != "select":
        text = stacked(text, Words("survey-answer-now", {"answer": answer_words(filling, key, 60)}))
    lines, rows = _body(question, page, hits)
    if lines:
        text = stacked(text, Words("survey-lines", {"lines": lines}))
    if searched(question):
        text = stacked(text, Words("survey-search" if hits is None else "survey-search-again"))
    if any(option.value == PNR for option in question.choices):
        rows = (*rows, (button(PNR),))
    if not question.required and question.kind != "trigger":
        rows = (*rows, (button(PASS),))
    return Screen(QUESTION, text, with_last_row(rows, keep=answered and question.kind != "select"))


def searched(question: Asked) -> bool:
    """Whether the choices are too many for buttons, so that one is searched for by typing."""
    if question.kind not in ("select1", "select"):
        return False
    few = len(question.choices) <= _MOST_BUTTONS
    return len(question.choices) > _SEARCH_FROM or (not few and bool(_SEARCHED & set(question.appearances)))


def shown_choices(question: Asked) -> list[tuple[int, Option]]:
    """The choices with their positions, without the one that has a button of its own."""
    return [(place, option) for place, option in enumerate(question.choices) if option.value != PNR]


def pages_of(question: Asked) -> int:
    """On how many pages the choices stand."""
    options = shown_choices(question)
    if searched(question) or _has_buttons(question, options):
        return 1
    return -(-len(options) // _PAGE)


def _label(filling: Instance, question: Asked) -> Words:
    """The question, after the notes that stand just before it."""
    notes: list[str] = []
    way = places(filling)
    here = next((number for number, place in enumerate(way) if place.key == question.key), 0)
    for place in reversed(way[:here]):
        if place.kind == "question" and not is_note(filling, place.cell):
            break
        if place.kind == "question":
            notes.insert(0, asked(filling, place.key).label)
    label = Words("survey-label", {"label": cut(question.label, 400)})
    return stacked(plain(cut("\n".join(notes), 250)), label) if notes else label


def _another(filling: Instance, key: str) -> Screen:
    parent, _, name = key.removesuffix(ANOTHER).rpartition("/")
    here = filling.cell(parent).instances(name)
    place = next(place for place in places(filling) if place.key == key)
    label = said(filling.live, place.part.label, place.cell) or name
    text = Words("survey-another", {"label": cut(label, 80), "count": len(here)})
    return Screen(QUESTION, text, with_last_row(((button(YES), button(NO)),)))


def _body(question: Asked, page: int, hits: Sequence[int] | None) -> tuple[tuple[Words, ...], tuple[Row, ...]]:
    match question.kind:
        case "select1" | "select":
            return _choices(question, page, hits)
        case "rank":
            return _lines(question, shown_choices(question)), ()
        case "range":
            return (), _scale(question)
        case "trigger":
            return (), ((button(READ),),)
        case _:
            return (), ()


def _choices(question: Asked, page: int, hits: Sequence[int] | None) -> tuple[tuple[Words, ...], tuple[Row, ...]]:
    options = shown_choices(question)
    ticked = set(question.value.split()) if question.kind == "select" else set()
    done: tuple[Row, ...] = ()
    if question.kind == "select":
        done = ((Choice(DONE, Words("survey-ready-button", {"count": len(ticked)}), "primary"),),)
    if not searched(question) and _has_buttons(question, options):
        buttons = [Choice(f"c{place}", _ticked(option, ticked)) for place, option in options]
        wide = 2 if len(buttons) > 4 and all(len(str(one.label)) <= _SHORT for one in buttons) else 1
        return (), (*_rows(buttons, wide), *done)
    turning: tuple[Row, ...] = ()
    if searched(question):
        options = [(place, question.choices[place]) for place in hits or () if place < len(question.choices)]
    else:
        pages = pages_of(question)
        page = min(page, pages - 1)
        options = options[page * _PAGE : (page + 1) * _PAGE]
        turns = [button(PREVIOUS_PAGE)] if page else []
        turns += [button(NEXT_PAGE)] if page + 1 < pages else []
        turning = (tuple(turns),) if turns else ()
    numbers = [Choice(f"c{place}", f"{_TICK if o.value in ticked else ''}{place + 1}") for place, o in options]
    return _lines(question, options), (*_rows(numbers, _A_ROW), *turning, *done)


def _has_buttons(question: Asked, options: Sequence[tuple[int, Option]]) -> bool:
    room = _BUTTON - (len(_TICK) if question.kind == "select" else 0)
    return len(options) <= _MOST_BUTTONS and all(len(option.label) <= room for _, option in options)


def _ticked(option: Option, ticked: set[str]) -> str:
    return f"{_TICK}{option.label}" if option.value in ticked else option.label


def _lines(question: Asked, options: Sequence[tuple[int, Option]]) -> tuple[Words, ...]:
    ticked = set(question.value.split()) if question.kind == "select" else set()
    return tuple(
        Words(
            "survey-line-ticked" if option.value in ticked else "survey-line",
            {"number": str(place + 1), "label": cut(option.label, 60)},
        )
        for place, option in options
    )


def _scale(question: Asked) -> tuple[Row, ...]:
    try:
        start, end, step = (float(question.parameters.get(name, "nan")) for name in ("start", "end", "step"))
    except ValueError:
        return ()
    steps = (end - start) / step if step else 0
    if not 0 < steps <= _MOST_STEPS or steps != int(steps):
        return ()
    values = [f"{start + step * number:g}" for number in range(int(steps) + 1)]
    if any("." in value for value in values):  # a point would be lost in a button's value
        return ()
    return _rows([Choice(f"v{value}", value) for value in values], 5 if len(values) <= 5 else 6)


def _rows(buttons: Sequence[Choice], wide: int) -> tuple[Row, ...]:
    return tuple(tuple(buttons[start : start + wide]) for start in range(0, len(buttons), wide))

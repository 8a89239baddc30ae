"""How a survey says things: where one is, an answer in words, why an answer may not stand, scores."""

from datetime import date

from conversations.decisions import Args, Words
from conversations.forms.asking import Asked, asked
from conversations.forms.cells import Cell
from conversations.forms.checking import Violation
from conversations.forms.instance import Instance
from conversations.forms.texts import said
from conversations.forms.walking import places, progress
from conversations.text import cut

PNR = "pnr"  # the choice of this name is "I prefer not to say", with a button of its own
CHALLENGES = ("r1", "r2", "r3", "r4", "r5", "r6", "r7")
_LABEL, _ANSWER = 160, 120


def plain(text: str) -> Words:
    """Words of a form or a person, as they are."""
    return Words("survey-plain", {"text": text})


def label_of(filling: Instance, key: str, length: int = _LABEL) -> str:
    """The question, cut to a length."""
    return cut(asked(filling, key).label, length)


def section_of(filling: Instance, key: str) -> str:
    """The heading that the question stands under; ``""`` without one."""
    found = ""
    for place in places(filling):
        if place.key == key:
            break
        if place.kind in ("group", "instance") and key.startswith(place.key + "/"):
            found = said(filling.live, place.part.label, place.cell) or found
    return found


def where(filling: Instance, key: str) -> Words:
    """The section and how far one is."""
    far, section = progress(filling, key), section_of(filling, key)
    args: Args = {"number": far.number, "total": far.total}
    if not section:
        return Words("survey-where", {**args})
    return Words("survey-where-section", {**args, "section": cut(section, 60)})


def answer_words(filling: Instance, key: str, length: int = _ANSWER) -> Words:
    """What was answered, as a person reads it."""
    question = asked(filling, key)
    value = question.value
    if not value:
        return Words("survey-passed")
    if question.choices:
        chosen = [value] if question.kind == "select1" else value.split()
        names = {choice.value: choice.label for choice in question.choices}
        return plain(cut(", ".join(names.get(one, one) for one in chosen), length))
    if question.kind == "trigger":
        return Words("survey-read")
    if question.type == "binary":
        return Words("survey-sent")
    if question.type == "geopoint":
        return plain(" ".join(value.split()[:2]))
    if question.type == "date":
        try:
            return Words("survey-date", {"day": date.fromisoformat(value)})
        except ValueError:
            return plain(cut(value, length))
    return plain(cut(value, length))


def wrong_words(wrong: Violation, question: Asked) -> Words:
    """Why the answer may not stand: the form's own message, or what the rule means."""
    if wrong.message:
        return plain(cut(wrong.message, 300))
    if wrong.rule == "required" and question.choices:
        return Words("survey-wrong-required-choice")
    return Words(f"survey-wrong-{wrong.rule}")


def scores(filling: Instance) -> tuple[Words, ...]:
    """The board's result for each challenge that it has one for, 0 to 100, with how many answers it rests on."""
    lines = []
    for name in CHALLENGES:
        score, items = (filling.root.first(f"{what}_{name}") for what in ("score", "n"))
        if isinstance(score, Cell) and isinstance(items, Cell) and score.text:
            args: Args = {"challenge": name, "score": score.text, "items": items.text}
            lines.append(Words("survey-score", args))
    return tuple(lines)

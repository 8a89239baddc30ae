"""What a codec needs to know to read an answer: the question as it is asked now, and the words people use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from conversations.forms.cells import Cell
from conversations.forms.choices import Choice, choices_of
from conversations.forms.definition import Question
from conversations.forms.instance import Instance
from conversations.forms.texts import guidance, media_of, said
from conversations.forms.walking import is_note
from conversations.lexicon import Lexicon
from conversations.text import fold


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is asked: ``type`` is the XForms type, ``kind`` the control; ``value`` is what is stored now."""

    key: str
    type: str
    kind: str
    label: str = ""
    hint: str = ""
    guidance: str = ""
    appearances: tuple[str, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    media: Mapping[str, str] = field(default_factory=dict)
    required: bool = False
    note: bool = False
    value: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """The words answers are read with. Keys are folded; ``days`` counts from today, ``halves`` in hours to add.

    ``now`` is aware, in the person's zone.
    """

    lexicon: Lexicon
    now: datetime
    months: Mapping[str, int]
    days: Mapping[str, int]
    halves: Mapping[str, int]
    joiners: frozenset[str]

    @classmethod
    def from_lists(cls, lexicon: Lexicon, now: datetime, lists: Mapping[str, Sequence[str]]) -> "Speech":
        """Lists by name: ``months``, ``days``, ``halves`` with ``form = number``, and ``joiners``.

        Raises KeyError for a list that is not there and ValueError for a number that is none.
        """
        numbers: dict[str, dict[str, int]] = {}
        for name in ("months", "days", "halves"):
            pairs = (entry.partition("=") for entry in lists[name])
            numbers[name] = {fold(form): int(number) for form, _, number in pairs}
        joiners = frozenset(fold(form) for form in lists["joiners"])
        return cls(lexicon, now, numbers["months"], numbers["days"], numbers["halves"], joiners)


def asked(instance: Instance, key: str) -> Asked:
    """The question at this key, worded and with its choices as they are now. Raises UnknownPlace or KeyError."""
    cell: Cell = instance.cell(key)
    question: Question = instance.form.questions[cell.field.path]
    live = instance.live
    return Asked(
        key=key,
        type=cell.field.bind.type,
        kind=question.kind,
        label=said(live, question.label, cell) or ("" if question.label is None else cell.name),
        hint=said(live, question.hint, cell),
        guidance=guidance(live, question.hint, cell),
        appearances=question.appearances,
        parameters=question.parameters,
        choices=choices_of(live, question, cell),
        media=media_of(live, question.label),
        required=live.holds(cell.field.bind.required, cell, without=False),
        note=is_note(instance, cell),
        value=cell.text,
    )

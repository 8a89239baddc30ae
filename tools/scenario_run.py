"""One scripted filling: the acts and looks of a scenario, done with the form engine."""

import json
import re
from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from conversations.forms.cells import Cell
from conversations.forms.checking import violation
from conversations.forms.choices import choices_of
from conversations.forms.definition import Form, Question, Repeat
from conversations.forms.entries import Entry
from conversations.forms.finishing import refusals, submission_xml
from conversations.forms.instance import Instance, rebuild, start
from conversations.forms.live import Setting
from conversations.forms.place import Place
from conversations.forms.reading import read_form
from conversations.forms.texts import said
from conversations.forms.walking import places

BEGINNING, END = "BEGINNING_OF_FORM", "END_OF_FORM"
_SETTING = Setting(str(UUID(int=7)), ZoneInfo("UTC"))
_STEP = re.compile(r"([^\[\]/]+)(?:\[(\d+)\])?")
_TYPED = frozenset({"int", "decimal", "date", "time", "dateTime", "geopoint"})


class NotRun(Exception):
    """The scenario needs something that the engine does not do; the message is the reason that is counted."""


class Answered:
    """What an act on a question gives back: the question, to look at how valid it is."""

    def __init__(self, run: "Run", cell: Cell) -> None:
        self.run, self.cell = run, cell

    def __repr__(self) -> str:
        return f"answer {self.cell.text!r}"


class Run:
    """A filling with a position in it."""

    def __init__(self, xml: str, *, attachments: Any = None, instance: Instance | None = None) -> None:
        if attachments or "jr://file" in xml or "jr://instance" in xml:
            raise NotRun("attached lists")
        if "setgeopoint" in xml:
            raise NotRun("setgeopoint: a chat cannot ask the phone for a place unseen")
        self.xml = xml
        form: Form = read_form(xml.encode()) if instance is None else instance.form
        self.now = datetime.now(UTC)
        self.instance = instance if instance is not None else start(form, _SETTING, self.now)
        self.at: str = BEGINNING
        self.restored = instance is not None

    # --- acts ---

    def do(self, act: str, args: list[Any]) -> Any:
        """Does what the step says and returns what it gives back."""
        method = getattr(self, "_do_" + re.sub(r"[A-Z]", lambda m: "_" + m[0].lower(), act), None)
        if method is None:
            raise NotRun(f"act {act}")
        return method(*args)

    def _do_next(self, expected: str | None = None, *_: Any) -> str:
        return self._go(1, expected)

    def _do_prev(self, expected: str | None = None, *_: Any) -> str:
        return self._go(-1, expected)

    def _go(self, by: int, expected: str | None) -> str:
        stations = [BEGINNING, *map(_station, places(self.instance)), END]
        here = stations.index(self.at) if self.at in stations else 0
        self.at = stations[max(0, min(here + by, len(stations) - 1))]
        if isinstance(expected, str) and self._reference() != expected:
            raise ValueError(f"next is {self._reference()}, not {expected}")
        return self.at

    def _do_jump_to_beginning_of_form(self) -> None:
        self.at = BEGINNING

    def _do_answer(self, *args: Any) -> Answered:
        if len(args) > 1 and isinstance(args[0], str) and args[0].startswith("/"):
            cell, values = self._cell(args[0]), list(args[1:])
        else:
            cell, values = self._here(), list(args)
        self.instance.put(cell.key, self._written(cell, values), self.now, "person")
        return Answered(self, cell)

    def _do_create_new_repeat(self, ref: Any = None, *_: Any) -> None:
        if isinstance(ref, dict):
            if set(ref) != {"assertCurrentReference"}:
                raise NotRun("a repeat made in a way that was not written down")
            if self._reference() != ref["assertCurrentReference"]:
                raise ValueError(f"at {self._reference()}, not {ref}")
            ref = None
        if ref is None:
            ref = self._reference()
        above, _, name = ref.rpartition("/")
        self.at = self.instance.add(self._cell(above).key, name.partition("[")[0], self.now, "person").key

    def _do_proposed_add_explicit_create_new_repeat_call_here(self, ref: str, options: dict[str, Any]) -> None:
        if options.get("explicitRepeatCreation"):
            self._do_create_new_repeat(ref)

    def _do_remove_repeat(self, ref: Any, *_: Any) -> None:
        if isinstance(ref, dict):
            ref = ref.get("assertCurrentReference", "")
        self.instance.remove(self._cell(ref).key, self.now, "person")
        self.at = BEGINNING

    def _do_proposed_can_create_or_remove_repeat(self, ref: str) -> bool:
        repeat = self.instance.form.repeats[re.sub(r"\[\d+\]", "", ref)]
        return repeat.count is None and not repeat.fixed

    def _do_set_language(self, language: str) -> None:
        self.instance.live.language = language

    def _do_proposed_get_available_option_labels(self, *_: Any) -> list[str]:
        return [choice["label"] for choice in self._choices(self._here())]

    def _do_serialised(self) -> str:
        return submission_xml(self.instance)

    def _do_prepare_web_forms_instance_payload(self, *_: Any) -> "Run":
        return self

    def _restored(self, *_: Any) -> "Run":
        kept = json.loads(json.dumps([entry.to_json() for entry in self.instance.log]))
        log = [Entry.from_json(entry) for entry in kept]
        again = rebuild(self.instance.form, _SETTING, log, self.now, self.instance.live.language)
        again.take_up(self.now)
        return Run(self.xml, instance=again)

    _do_proposed_serialize_and_restore_instance_state = _restored
    _do_serialize_and_deserialize_instance = _restored
    _do_serialize_and_deserialize_form = _restored
    _do_edit_current_instance = _restored

    def _do_new_instance(self, *_: Any) -> "Run":
        return Run(self.xml)

    # --- looks ---

    def get(self, look: str, args: list[Any]) -> Any:
        """What the scenario looks at."""
        match look:
            case "answerOf" | "getInstanceNode":
                return Answered(self, self._cell(args[0]))
            case "refAtIndex":
                return self._reference()
            case "getCurrentIndex":
                return self.at
            case "indexOf":
                return self._index(args[0])
            case "atTheEndOfForm":
                return self.at == END
            case "countRepeatInstancesOf":
                above, _, name = args[0].rpartition("/")
                return len(self._cell(above).instances(name))
            case "choicesOf":
                return self._choices(self._cell(args[0]))
            case "getQuestionLabelText":
                return self._label()
            case "attributeOf":
                return self._cell(args[0]).attributes.get(args[1])
            case "getValidationOutcome":
                return refusals(self.instance)
            case _:
                raise NotRun(f"look {look}")

    def part(self, found: Any, part: Any) -> Any:
        """A property, or a call, of what was found."""
        if isinstance(found, Run) and isinstance(part, list):
            name, args = part
            return found.do(name, args) if hasattr(found, f"_do_{name}") else found.get(name, args)
        match found, part:
            case Answered(), "value":
                return self._value(found.cell)
            case Answered(), ("stringValue" | ["getValue", []]):
                return found.cell.text if found.cell.relevant else ""
            case str(), "xpathReference":
                return found
            case str(), ["isEndOfFormIndex", []]:
                return found == END
            case tuple(), "outcome":
                names = {"required": "ANSWER_REQUIRED_BUT_EMPTY", "constraint": "ANSWER_CONSTRAINT_VIOLATED"}
                return names[found[0].violation.rule] if found else "ANSWER_OK"
            case tuple(), "failedPrompt":
                return found[0].key if found else None
            case _:
                raise NotRun(f"part {part if isinstance(part, str) else part[0]}")

    # --- inside ---

    def _cell(self, ref: str) -> Cell:
        cell = self.instance.root
        for name, position in _STEP.findall(ref.removeprefix("/"))[1:]:
            found = cell.instances(name.rpartition(":")[2])
            cell = found[int(position or 1) - 1]
        return cell

    def _here(self) -> Cell:
        place = next((p for p in places(self.instance) if p.kind == "question" and _station(p) == self.at), None)
        if place is None and self.restored and self.at == BEGINNING:
            raise NotRun("moves after restoring were not written down")
        if place is None:
            raise ValueError(f"no question at {self.at}")
        return place.cell

    def _reference(self) -> str:
        if self.at in (BEGINNING, END):
            return self.at
        if self.at.endswith("{0}"):
            parent, _, name = self.at.removesuffix("{0}").rpartition("/")
            return f"{_positional(self.instance.cell(parent))}/{name}"
        return _positional(self.instance.cell(self.at))

    def _index(self, ref: str) -> str | None:
        try:
            cell = self._cell(ref)
        except IndexError:
            return None
        return cell.key if any(_station(place) == cell.key for place in places(self.instance)) else None

    def _label(self) -> str:
        cell = self._here()
        return said(self.instance.live, self.instance.form.questions[cell.field.path].label, cell)

    def _choices(self, cell: Cell) -> list[dict[str, str]]:
        found = choices_of(self.instance.live, self.instance.form.questions[cell.field.path], cell)
        return [{"choice": choice.value, "label": choice.label} for choice in found]

    def _written(self, cell: Cell, values: list[Any]) -> str:
        question = self.instance.form.questions.get(cell.field.path)
        written = []
        for value in values:
            match value:
                case bool():
                    trigger = question is not None and question.kind == "trigger"
                    written.append(("OK" if value else "") if trigger else str(int(value)))
                case None:
                    written.append("")
                case int() | float() | str():
                    written.append(str(value))
                case {"latitude": latitude, "longitude": longitude, **rest}:
                    more = (rest.get("altitude") or 0, rest.get("accuracy") or 0)
                    written.append(" ".join(map(str, (latitude, longitude, *more))))
                case _:
                    raise NotRun("an answer of a kind a chat does not have (a file, a browser's own value)")
        return " ".join(written)

    def _value(self, cell: Cell) -> Any:
        kind = cell.field.bind.type
        text = cell.text if cell.relevant else ""
        if not text:
            return None if kind in _TYPED else ""
        match kind:
            case "int":
                return int(text)
            case "decimal":
                return float(text)
            case "geopoint":
                names = ("latitude", "longitude", "altitude", "accuracy")
                return dict(zip(names, map(float, text.split()), strict=False))
            case _:
                return text


def _positional(cell: Cell) -> str:
    steps = []
    at: Cell | None = cell
    while at is not None:
        steps.append(f"{at.name}[{at.position()}]" if at.is_repeat else at.name)
        at = at.above
    return "/" + "/".join(reversed(steps))


def _station(place: Place) -> str:
    return place.key


def appearances_of(answered: Answered) -> list[str]:
    """The appearances of a question, group or repeat."""
    path = answered.cell.field.path
    form = answered.run.instance.form
    part: Question | Repeat | None = form.questions.get(path) or form.repeats.get(path)
    if part is not None:
        return list(part.appearances)
    return next((list(p.part.appearances) for p in places(answered.run.instance) if p.cell is answered.cell), [])


def violated(answered: Answered) -> Any:
    """What is wrong with the question's answer now."""
    return violation(answered.run.instance.live, answered.cell)

"""A compiled form as it never changes again: its fields, rules, body, texts, choice lists and actions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from conversations.forms.node import Node
from conversations.forms.xpath import Expression

Part = str | Expression


@dataclass(frozen=True, slots=True)
class Text:
    """Something to read: ``itext`` names a translated text, else ``parts`` are said one after the other."""

    parts: tuple[Part, ...] = ()
    itext: str | None = None


@dataclass(frozen=True, slots=True)
class Bind:
    """The rules of one field. ``type`` is the XForms type (``string``, ``int``, ``date`` …)."""

    type: str = "string"
    relevant: Expression | None = None
    constraint: Expression | None = None
    required: Expression | None = None
    calculate: Expression | None = None
    readonly: Expression | None = None
    constraint_text: Text | None = None
    required_text: Text | None = None
    preload: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Seed:
    """An element of the primary instance as the form delivers it; ``tag`` keeps its prefix."""

    tag: str
    text: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["Seed", ...] = ()

    @property
    def name(self) -> str:
        """The tag without its prefix."""
        return self.tag.rpartition(":")[2]


@dataclass(frozen=True, slots=True)
class Field:
    """A place in the primary instance, whatever the number of its instances. ``template`` is only for repeats."""

    path: str
    bind: Bind
    template: Seed | None = None
    is_group: bool = False

    @property
    def name(self) -> str:
        """The last step of the path, the name in the sheet."""
        return self.path.rpartition("/")[2]


Kind = Literal["input", "select1", "select", "rank", "range", "upload", "trigger", "secret"]


@dataclass(frozen=True, slots=True)
class Item:
    """A choice written into the body."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class ItemSet:
    """Choices taken from a list: ``nodes`` gives the rows, ``value`` and ``label`` are read in each of them.

    The two are mostly the name of a child, then given as text. ``translated`` says that ``label`` yields the name of a
    translated text and not the text itself.
    """

    nodes: Expression
    value: Expression | str
    label: Expression | str | None
    translated: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A control of the body. ``parameters`` are its attributes besides ref and appearance (range: start, end, step)."""

    path: str
    kind: Kind
    label: Text | None = None
    hint: Text | None = None
    appearances: tuple[str, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    items: tuple[Item, ...] = ()
    itemset: ItemSet | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the body; ``path`` is None for one that only groups on the screen."""

    path: str | None
    label: Text | None
    appearances: tuple[str, ...]
    children: tuple["Part_", ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A repeat of the body: ``count`` governs its length if given; ``fixed`` means nobody adds or removes."""

    path: str
    label: Text | None
    appearances: tuple[str, ...]
    count: Expression | None
    fixed: bool
    children: tuple["Part_", ...]


Part_ = Question | Group | Repeat

FIRST_LOAD = "odk-instance-first-load"
EVERY_LOAD = "odk-instance-load"
NEW_REPEAT = "odk-new-repeat"
CHANGED = "xforms-value-changed"


@dataclass(frozen=True, slots=True)
class Action:
    """What writes a value by itself. ``source`` is the control or repeat it sits in, None for the whole form.

    ``value`` None means the text; ``place`` asks for a location, which a chat cannot take unasked.
    """

    events: frozenset[str]
    ref: Expression
    value: Expression | None
    text: str = ""
    source: str | None = None
    place: bool = False


# What is worked out and kept: how many instances a repeat has, whether a place matters, its calculated value, whether
# the choice made is still offered.
What = Literal["count", "relevant", "calculate", "choices"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to work out, at every instance of a place."""

    path: str
    what: What


@dataclass(frozen=True, slots=True)
class Plan:
    """In which order things are worked out, and what has to be worked out anew when a place changes.

    Steps are given by their positions in ``order``. ``readers``: place → steps that read its value. ``below``: place →
    steps that depend on whether the place (or one above) is there at all. ``cycles``: places that depend on each
    other in a ring. ``kept``: calculated places whose value is history and not only a consequence: dice, moments,
    fields that a person may overwrite.
    """

    order: tuple[Step, ...]
    readers: Mapping[str, tuple[int, ...]]
    below: Mapping[str, tuple[int, ...]]
    cycles: tuple[tuple[str, ...], ...]
    kept: frozenset[str]


Forms = Mapping[str, tuple[Part, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """Everything about a form. ``itext``: language → name of a text → form of it (``""``, image …) → parts."""

    id: str
    version: str
    title: str
    seed: Seed
    fields: Mapping[str, Field]
    questions: Mapping[str, Question]
    repeats: Mapping[str, Repeat]
    body: tuple[Part_, ...]
    itext: Mapping[str, Mapping[str, Forms]]
    default_language: str
    lists: Mapping[str, Node]
    child_order: Mapping[str, Mapping[str, int]]
    actions: tuple[Action, ...]
    plan: Plan
    namespaces: Mapping[str, str]

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages with texts, the default first."""
        return tuple(sorted(self.itext, key=lambda name: name != self.default_language))

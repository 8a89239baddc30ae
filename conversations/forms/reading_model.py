"""The model of an XForm: the primary instance with its rules, the translations and the choice lists."""

from dataclasses import dataclass, field, replace

from lxml import etree

from conversations.forms.definition import Bind, Field, Forms, Seed
from conversations.forms.node import Node
from conversations.forms.nodes import from_element
from conversations.forms.reading_texts import Reader, attribute, local, place

_JAVAROSA = "http://openrosa.org/javarosa"
_TYPES = {"integer": "int", "double": "decimal", "float": "decimal", "datetime": "dateTime"}
_RULES = ("relevant", "constraint", "required", "calculate", "readonly")


@dataclass(slots=True)
class ModelFacts:
    """What the model says."""

    seed: Seed
    fields: dict[str, Field] = field(default_factory=dict)
    itext: dict[str, dict[str, Forms]] = field(default_factory=dict)
    default_language: str = ""
    lists: dict[str, Node] = field(default_factory=dict)


class ModelReader:
    """Reads the model. ``repeats`` are the places that the body repeats."""

    def __init__(
        self, reader: Reader, model: etree._Element, instance: etree._Element, repeats: frozenset[str]
    ) -> None:
        self._reader = reader
        self._model = model
        self._instance = instance
        self._repeats = repeats
        self._binds: dict[str, Bind] = {}
        self._templates: dict[str, Seed] = {}
        self._groups: set[str] = set()
        self._order: dict[str, None] = {}

    def read(self) -> ModelFacts:
        """Everything in the model except its actions."""
        root = "/" + local(self._instance)
        for bind in self._model.iterchildren("{*}bind"):
            self._read_bind(bind, root)
        seed = _with_identity(self._seed(self._instance, root, kept=True))
        self._survey(seed, root)
        meta = next((child for child in seed.children if child.name == "meta"), None)
        if meta is not None:
            self._identify(f"{root}/meta/instanceID", next(c for c in meta.children if c.name == "instanceID"))
        facts = ModelFacts(seed)
        for path in self._order:
            facts.fields[path] = Field(
                path, self._binds.get(path, Bind()), self._templates.get(path), path in self._groups
            )
        for path in self._binds.keys() - facts.fields.keys():
            owner, at, _ = path.rpartition("/@")
            if at and owner in facts.fields:
                facts.fields[path] = Field(path, self._binds[path])
        self._read_itext(facts)
        self._read_lists(facts)
        return facts

    def _read_bind(self, element: etree._Element, root: str) -> None:
        path = place(attribute(element, "nodeset") or attribute(element, "ref") or "", root)
        kind = (attribute(element, "type") or "string").rpartition(":")[2]
        rules = {rule: self._reader.expression(attribute(element, rule), path, rule) for rule in _RULES}
        preload = attribute(element, "preload")
        bind = Bind(
            type=_TYPES.get(kind, kind),
            **rules,
            constraint_text=self._reader.message(attribute(element, "constraintMsg"), path, "constraint_message"),
            required_text=self._reader.message(attribute(element, "requiredMsg"), path, "required_message"),
            preload=None if preload is None else (preload, attribute(element, "preloadParams") or ""),
        )
        before = self._binds.get(path)
        # Two binds for one place add up; the later wins where both say something.
        self._binds[path] = bind if before is None else _merged(before, bind)

    def _seed(self, element: etree._Element, path: str, *, kept: bool) -> Seed:
        """The element as seed. Templates are set apart; ``kept`` says that this one is part of a fresh instance."""
        children = []
        for child in element:
            child_path = f"{path}/{local(child)}"
            is_template = child.get(f"{{{_JAVAROSA}}}template") is not None
            seed = self._seed(child, child_path, kept=kept and not is_template)
            if child_path in self._repeats and (is_template or child_path not in self._templates):
                self._templates[child_path] = seed
            if not is_template:
                children.append(seed)
        self._order.setdefault(path)
        if len(element):
            self._groups.add(path)
        return Seed(
            tag=f"{element.prefix}:{local(element)}" if element.prefix else local(element),
            text="" if len(element) else element.text or "",
            attributes=tuple(_attributes(element)),
            children=tuple(children),
        )

    def _survey(self, seed: Seed, path: str) -> None:
        """The places in document order, those of templates where their repeat is."""
        order: dict[str, None] = {}

        def visit(seed: Seed, path: str) -> None:
            order.setdefault(path)
            for child in seed.children:
                visit(child, f"{path}/{child.name}")
            for repeat in self._repeats:
                if repeat.rpartition("/")[0] == path and repeat in self._templates:
                    visit(self._templates[repeat], repeat)

        visit(seed, path)
        self._order = order

    def _identify(self, path: str, seed: Seed) -> None:
        """A submission needs an identity: an empty instanceID without a rule gets one."""
        bind = self._binds.get(path, Bind())
        if not seed.text and bind.calculate is None and bind.preload is None:
            self._binds[path] = replace(bind, preload=("uid", ""))

    def _read_itext(self, facts: ModelFacts) -> None:
        for itext in self._model.iterchildren("{*}itext"):
            for translation in itext.iterchildren("{*}translation"):
                language = attribute(translation, "lang") or ""
                texts = facts.itext.setdefault(language, {})
                if attribute(translation, "default") is not None or not facts.default_language:
                    facts.default_language = language
                for text in translation.iterchildren("{*}text"):
                    name = attribute(text, "id") or ""
                    texts[name] = {
                        attribute(value, "form") or "": self._reader.parts(value, name.partition(":")[0], "label")
                        for value in text.iterchildren("{*}value")
                    }

    def _read_lists(self, facts: ModelFacts) -> None:
        primary = True
        for instance in self._model.iterchildren("{*}instance"):
            if primary:
                primary = False
                continue
            content = next(iter(instance), None)
            name = attribute(instance, "id") or ""
            facts.lists[name] = Node("root") if content is None else from_element(content)


def _attributes(element: etree._Element) -> list[tuple[str, str]]:
    found = []
    prefixes = {uri: prefix for prefix, uri in element.nsmap.items() if prefix}
    for key, value in element.attrib.items():
        name = etree.QName(str(key))
        if name.namespace == _JAVAROSA and name.localname == "template":
            continue
        prefix = prefixes.get(str(name.namespace))
        found.append((f"{prefix}:{name.localname}" if prefix else name.localname, str(value)))
    return found


def _with_identity(seed: Seed) -> Seed:
    """With meta/instanceID, which every submission carries."""
    meta = next((child for child in seed.children if child.name == "meta"), None)
    if meta is None:
        added = Seed("orx:meta", children=(Seed("orx:instanceID"),))
        return replace(seed, children=(*seed.children, added))
    if any(child.name == "instanceID" for child in meta.children):
        return seed
    prefix = meta.tag.rpartition(":")[0]
    named = Seed(f"{prefix}:instanceID" if prefix else "instanceID")
    filled = replace(meta, children=(*meta.children, named), text="")
    return replace(seed, children=tuple(filled if child is meta else child for child in seed.children))


def _merged(first: Bind, second: Bind) -> Bind:
    changes = {
        name: value
        for name in (*_RULES, "constraint_text", "required_text", "preload")
        if (value := getattr(second, name)) is not None
    }
    if second.type != "string":
        changes["type"] = second.type
    return replace(first, **changes)

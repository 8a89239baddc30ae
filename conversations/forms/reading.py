"""ODK XForm XML → Form."""

from collections.abc import Mapping

from lxml import etree

from conversations.forms.definition import Field, Form, Group, Part_, Question, Repeat
from conversations.forms.nodes import XmlRefused, read_tree
from conversations.forms.planning import plan
from conversations.forms.problems import Problem, UnreadableForm
from conversations.forms.reading_body import BodyReader
from conversations.forms.reading_model import ModelReader
from conversations.forms.reading_texts import Reader, local


def read_form(xml: bytes) -> Form:
    """The compiled form. Raises UnreadableForm with everything that is wrong, not only the first thing."""
    root = _parsed(xml)
    reader = Reader()
    model = next(root.iter("{*}model"), None)
    body = next(root.iter("{*}body"), None)
    seed_element = None if model is None else _primary(model)
    if model is None or body is None or seed_element is None:
        raise UnreadableForm((Problem("model"),))
    title = next((e.text or "" for e in root.iter("{*}title")), "")
    tree = BodyReader(reader, local(seed_element)).read(body)
    repeats = {part.path: part for part in _walk(tree) if isinstance(part, Repeat)}
    questions = {part.path: part for part in _walk(tree) if isinstance(part, Question)}
    facts = ModelReader(reader, model, seed_element, frozenset(repeats)).read()
    actions = reader.actions(model, root)
    for path in (*questions, *repeats):
        if path not in facts.fields:
            reader.problems.append(Problem("place", path, "ref", path))
    if reader.problems:
        raise UnreadableForm(tuple(reader.problems))
    return Form(
        id=_attribute(seed_element, "id"),
        version=_attribute(seed_element, "version"),
        title=title.strip(),
        seed=facts.seed,
        fields=facts.fields,
        questions=questions,
        repeats=repeats,
        body=tree,
        itext=facts.itext,
        default_language=facts.default_language,
        lists=facts.lists,
        actions=actions,
        child_order=_child_order(facts.fields),
        plan=plan(facts.fields, repeats, questions),
        namespaces={prefix: uri for prefix, uri in seed_element.nsmap.items() if prefix is not None},
    )


def _parsed(xml: bytes) -> etree._Element:
    try:
        root = read_tree(xml)
    except XmlRefused as error:
        raise UnreadableForm((Problem(error.reason, position=error.line or 0),)) from error
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    return root


def _primary(model: etree._Element) -> etree._Element | None:
    for instance in model.iterchildren("{*}instance"):
        return next(iter(instance), None)
    return None


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if etree.QName(str(key)).localname == name), "")


def _child_order(fields: Mapping[str, Field]) -> dict[str, dict[str, int]]:
    order: dict[str, dict[str, int]] = {}
    for path in fields:
        above, _, name = path.rpartition("/")
        names = order.setdefault(above, {})
        names[name] = len(names)
    return order


def _walk(parts: tuple[Part_, ...]) -> list[Part_]:
    found: list[Part_] = []
    for part in parts:
        found.append(part)
        if isinstance(part, Group | Repeat):
            found.extend(_walk(part.children))
    return found

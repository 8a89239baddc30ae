"""What every part of the reader shares: names, places, expressions, texts and actions of an XForm."""

import re

from lxml import etree

from conversations.forms.definition import Action, Part, Text
from conversations.forms.problems import Problem
from conversations.forms.xpath import Expression, XPathSyntaxError, parse

CONTROLS = {
    "input": "input", "select1": "select1", "select": "select", "rank": "rank", "range": "range", "upload": "upload",
    "trigger": "trigger", "secret": "secret",
}  # fmt: skip
_ITEXT = re.compile(r"\s*jr:itext\(\s*(?:'([^']*)'|\"([^\"]*)\"|([^)]*?))\s*\)\s*")
_NAME = re.compile(r"[^\W\d][\w-]*")
_PREFIX = re.compile(r"(?<=/)(@?)[\w.-]+:(?=[\w.-])")
_PREDICATE = re.compile(r"\[[^\]]*\]")
_EVENTS = {"xforms-ready": "odk-instance-load"}


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return etree.QName(element).localname


def attribute(element: etree._Element, name: str) -> str | None:
    """The attribute of that name in whatever namespace."""
    plain = element.get(name)
    if plain is not None:
        return str(plain)
    return next((str(v) for key, v in element.attrib.items() if str(key).endswith("}" + name)), None)


def place(written: str, base: str) -> str:
    """An absolute path of the instance, without prefixes and predicates, from one that may be relative to ``base``."""
    path = _PREDICATE.sub("", written).replace(" ", "")
    if not path.startswith("/"):
        steps = base.split("/")
        for step in path.split("/"):
            if step == "..":
                steps.pop()
            elif step not in ("", ".", "current()"):
                steps.append(step)
        path = "/".join(steps)
    return _PREFIX.sub(r"\1", path)


class Reader:
    """Compiles the pieces and collects what is wrong with them in ``problems``."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._compiled: dict[str, Expression] = {}

    def expression(self, text: str | None, path: str, rule: str) -> Expression | None:
        """The compiled expression; None if there is none, or if it does not parse (then a problem is noted)."""
        if text is None or not text.strip():
            return None
        known = self._compiled.get(text)
        if known is None:
            try:
                known = self._compiled[text] = parse(text)
            except XPathSyntaxError as error:
                self.problems.append(Problem("syntax", path, rule, text.strip(), error.position, error.found))
                return None
        return known

    def text(self, element: etree._Element | None, path: str, rule: str) -> Text | None:
        """What a label, hint or message element says."""
        if element is None:
            return None
        ref = element.get("ref")
        if ref is not None:
            return self.text_ref(str(ref), path, rule)
        return Text(self.parts(element, path, rule))

    def text_ref(self, ref: str, path: str, rule: str) -> Text:
        """A text given as ``jr:itext('…')``, or as a path whose value is said."""
        match = _ITEXT.fullmatch(ref)
        if match and match[3] is None:
            return Text(itext=match[1] if match[1] is not None else match[2])
        found = self.expression(ref, path, rule)
        return Text(() if found is None else (found,))

    def message(self, written: str | None, path: str, rule: str) -> Text | None:
        """A message in an attribute: plain text or ``jr:itext('…')``."""
        if written is None:
            return None
        return self.text_ref(written, path, rule) if _ITEXT.fullmatch(written) else Text((written,))

    def column(self, ref: str | None, path: str, rule: str) -> Expression | str | None:
        """What is read in each row of a list: mostly a child, given by its name."""
        if ref is not None and _NAME.fullmatch(ref.strip()):
            return ref.strip()
        return self.expression(ref, path, rule)

    def item_label(self, ref: str | None, path: str) -> tuple[Expression | str | None, bool]:
        """Where a choice of a list has its label, and whether that is the name of a translated text."""
        if ref is None:
            return None, False
        match = _ITEXT.fullmatch(ref)
        return (self.column(match[3] if match else ref, path, "label"), match is not None)

    def parts(self, element: etree._Element, path: str, rule: str) -> tuple[Part, ...]:
        """Text and outputs of an element, in order."""
        found: list[Part] = [str(element.text)] if element.text else []
        for child in element:
            if local(child) == "output":
                value = self.expression(attribute(child, "value") or attribute(child, "ref"), path, rule)
                if value is not None:
                    found.append(value)
            else:
                found.extend(self.parts(child, path, rule))
            if child.tail:
                found.append(str(child.tail))
        return tuple(found)

    def actions(self, model: etree._Element, root: etree._Element) -> tuple[Action, ...]:
        """Every setvalue and setgeopoint of the model and of the body."""
        elements = root.iter("{*}setvalue", "{*}setgeopoint")
        binds = {attribute(e, "id"): attribute(e, "nodeset") for e in model.iterchildren("{*}bind")}
        return tuple(action for element in elements if (action := self._action(element, binds)) is not None)

    def _action(self, element: etree._Element, binds: dict[str | None, str | None]) -> Action | None:
        source = None
        for ancestor in element.iterancestors():
            if local(ancestor) in CONTROLS or local(ancestor) == "repeat":
                ref = attribute(ancestor, "ref") or attribute(ancestor, "nodeset") or binds.get(ancestor.get("bind"))
                source = place(ref or "", "")
                break
        ref = attribute(element, "ref") or binds.get(attribute(element, "bind")) or ""
        target = self.expression(ref, place(ref, source or ""), "setvalue")
        if target is None:
            return None
        events = (_EVENTS.get(name, name) for name in (attribute(element, "event") or "").split())
        return Action(
            events=frozenset(events),
            ref=target,
            value=self.expression(attribute(element, "value"), place(ref, source or ""), "setvalue"),
            text=(element.text or "").strip(),
            source=source,
            place=local(element) == "setgeopoint",
        )

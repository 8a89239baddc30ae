"""The body of an XForm: groups, repeats and controls in the order in which they are asked."""

from typing import cast

from lxml import etree

from conversations.forms.definition import Group, Item, ItemSet, Kind, Part_, Question, Repeat
from conversations.forms.reading_texts import CONTROLS, Reader, attribute, local, place

_NOT_PARAMETERS = frozenset({"ref", "bind", "appearance", "class", "nodeset"})
_RENAMED = {"search": "autocomplete", "horizontal": "columns", "horizontal-compact": "columns-pack"}
_TRUE = frozenset({"true()", "true", "1"})


class BodyReader:
    """Reads the body; ``root`` is the name of the instance's root."""

    def __init__(self, reader: Reader, root: str) -> None:
        self._reader = reader
        self._root = "/" + root
        self._binds: dict[str, str] = {}

    def read(self, body: etree._Element) -> tuple[Part_, ...]:
        """The ordered tree of the body."""
        for bind in body.getroottree().getroot().iter("{*}bind"):
            if bind.get("id") is not None:
                self._binds[str(bind.get("id"))] = attribute(bind, "nodeset") or ""
        return self._children(body, self._root)

    def _children(self, element: etree._Element, base: str) -> tuple[Part_, ...]:
        found: list[Part_] = []
        for child in element:
            name = local(child)
            if name == "group":
                found.append(self._group(child, base))
            elif name == "repeat":
                found.append(self._repeat(child, base))
            elif name in CONTROLS:
                found.append(self._question(child, base))
        return tuple(found)

    def _ref(self, element: etree._Element, base: str) -> str | None:
        written = attribute(element, "ref") or attribute(element, "nodeset")
        if written is None and element.get("bind") is not None:
            written = self._binds.get(str(element.get("bind")))
        return None if written is None else place(written, base)

    def _group(self, element: etree._Element, base: str) -> Part_:
        path = self._ref(element, base)
        label = self._reader.text(_first(element, "label"), path or base, "label")
        children = self._children(element, path or base)
        only = children[0] if len(children) == 1 else None
        if isinstance(only, Repeat) and path in (None, only.path):
            # A repeat comes wrapped in a group that only carries its label.
            return Repeat(
                only.path, label or only.label, (*_appearances(element), *only.appearances), only.count, only.fixed,
                only.children,
            )  # fmt: skip
        return Group(path, label, _appearances(element), children)

    def _repeat(self, element: etree._Element, base: str) -> Repeat:
        path = self._ref(element, base) or base
        return Repeat(
            path=path,
            label=self._reader.text(_first(element, "label"), path, "label"),
            appearances=_appearances(element),
            count=self._reader.expression(attribute(element, "count"), path, "repeat_count"),
            fixed=(attribute(element, "noAddRemove") or "").replace(" ", "") in _TRUE,
            children=self._children(element, path),
        )

    def _question(self, element: etree._Element, base: str) -> Question:
        path = self._ref(element, base) or base
        itemset = _first(element, "itemset")
        return Question(
            path=path,
            kind=cast("Kind", CONTROLS[local(element)]),
            label=self._reader.text(_first(element, "label"), path, "label"),
            hint=self._reader.text(_first(element, "hint"), path, "hint"),
            appearances=_appearances(element),
            parameters={
                etree.QName(str(key)).localname: str(value)
                for key, value in element.attrib.items()
                if etree.QName(str(key)).localname not in _NOT_PARAMETERS
            },
            items=tuple(self._item(item, path) for item in element.iterchildren("{*}item")),
            itemset=None if itemset is None else self._itemset(itemset, path),
        )

    def _item(self, element: etree._Element, path: str) -> Item:
        value = _first(element, "value")
        label = self._reader.text(_first(element, "label"), path, "label")
        name = "" if value is None else (value.text or "").strip()
        from_itext = label is not None and (label.itext is not None or label.parts)
        return Item(name, label if label is not None and from_itext else self._reader.text_ref(f"'{name}'", path, ""))

    def _itemset(self, element: etree._Element, path: str) -> ItemSet | None:
        value, label = _first(element, "value"), _first(element, "label")
        nodes = self._reader.expression(element.get("nodeset"), path, "choice_filter")
        name = self._reader.column(None if value is None else value.get("ref"), path, "value")
        said, translated = self._reader.item_label(None if label is None else label.get("ref"), path)
        if nodes is None or name is None:
            return None
        return ItemSet(nodes, name, said, translated=translated)


def _first(element: etree._Element, name: str) -> etree._Element | None:
    return next(iter(element.iterchildren("{*}" + name)), None)


def _appearances(element: etree._Element) -> tuple[str, ...]:
    """The appearances as written, each old name with its new one before it."""
    names: list[str] = []
    for name in (attribute(element, "appearance") or "").split():
        names.extend([_RENAMED[name], name] if name in _RENAMED else [name])
    return tuple(dict.fromkeys(names))

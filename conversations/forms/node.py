"""The tree that forms live in: elements with their answers, whether they are relevant, and quick ways to find them."""

# ruff: noqa: SLF001  a node and its neighbours are of the same class and keep each other's indexes

from collections.abc import Iterable, Iterator
from enum import Enum

# From this many children on, they are also kept by name: lists of choices have hundreds.
_INDEXED_FROM = 8


class Kind(Enum):
    """The kinds of node XPath tells apart."""

    DOCUMENT = "document"
    ELEMENT = "element"
    ATTRIBUTE = "attribute"
    TEXT = "text"
    COMMENT = "comment"
    INSTRUCTION = "instruction"


class Node:
    """An element, or one of the smaller things around it.

    ``name`` is local; ``text`` is an element's own value; ``children`` are its elements, templates included, changed
    only through the methods. ``relevant`` holds for the node and all above it; whoever evaluates relevance keeps it so.
    ``is_repeat`` marks an instance of a repeat, ``is_template`` what such instances are copied from.
    """

    __slots__ = (
        "_content", "_index", "_is_template", "_numbered", "_order", "_small", "attributes", "children", "is_repeat",
        "kind", "name", "namespace", "origin", "parent", "prefix", "relevant", "text",
    )  # fmt: skip

    def __init__(self, name: str, text: str = "", kind: Kind = Kind.ELEMENT, namespace: str = "") -> None:
        self.name = name
        self.text = text
        self.kind = kind
        self.namespace = namespace
        self.prefix = ""
        self.parent: Node | None = None
        self.children: list[Node] = []
        self.attributes: dict[str, str] = {}
        self.relevant = True
        self.is_repeat = False
        self.origin: Node | None = None
        self._is_template = False
        self._content: list[Node] | None = None  # with texts and comments, only where they stand between elements
        self._index: dict[str, list[Node]] | None = None
        self._small: dict[str, Node] | None = None  # attributes and the own text as nodes, made when first asked for
        self._order = (0, 0, 0)
        self._numbered = False

    def __repr__(self) -> str:
        return f"<Node {self.path()}>"

    @property
    def is_template(self) -> bool:
        """Whether the node is only copied from, and never found."""
        return self._is_template

    @is_template.setter
    def is_template(self, value: bool) -> None:
        self._is_template = value
        if self.parent is not None:
            self.parent._index = None

    # --- finding ---

    def named(self, name: str) -> list["Node"]:
        """Child elements of this name in order, without templates. The list belongs to the node: do not change it."""
        children = self.children
        if len(children) < _INDEXED_FROM:
            return [child for child in children if child.name == name and not child._is_template]
        index = self._index
        if index is None:
            index = self._index = {}
            for child in children:
                if not child._is_template:
                    index.setdefault(child.name, []).append(child)
        return index.get(name, [])

    def first(self, name: str) -> "Node | None":
        """The first child element of this name."""
        found = self.named(name)
        return found[0] if found else None

    def elements(self) -> list["Node"]:
        """Child elements without templates."""
        return [child for child in self.children if not child._is_template]

    def contents(self) -> list["Node"]:
        """All that stands inside: elements, texts, comments, instructions, without templates."""
        if self._content is not None:
            return [child for child in self._content if not child._is_template]
        if self.children or not self.text or self.kind is not Kind.ELEMENT:
            return self.elements()
        own = self._small_node("#text", Kind.TEXT)
        own.text = self.text
        return [own]

    def attribute_nodes(self) -> list["Node"]:
        """The attributes as nodes."""
        found = []
        for name, value in self.attributes.items():
            attribute = self._small_node(name, Kind.ATTRIBUTE)
            attribute.text = value
            found.append(attribute)
        return found

    def _small_node(self, name: str, kind: Kind) -> "Node":
        if self._small is None:
            self._small = {}
        node = self._small.get(name)
        if node is None:
            node = self._small[name] = Node("" if kind is Kind.TEXT else name, kind=kind)
            node.parent = self
        node.relevant = self.relevant
        return node

    def string(self) -> str:
        """XPath's string-value: an element's own text, or all texts inside it joined."""
        if not self.children and self._content is None:
            return self.text
        return "".join(node.text for node in self.descendants() if node.kind is Kind.TEXT or not node.has_parts())

    def has_parts(self) -> bool:
        """Whether there are elements inside, or texts kept apart."""
        return bool(self.children) or self._content is not None or self.kind in {Kind.COMMENT, Kind.INSTRUCTION}

    def descendants(self) -> Iterator["Node"]:
        """Everything below in document order; the own text of an element without children is not listed apart."""
        waiting = [iter(self.elements() if self._content is None else self.contents())]
        while waiting:
            node = next(waiting[-1], None)
            if node is None:
                waiting.pop()
                continue
            yield node
            waiting.append(iter(node.elements() if node._content is None else node.contents()))

    def position(self) -> int:
        """The place among siblings of the same name, from 1, templates not counted."""
        node = self.origin or self
        if node.parent is None or node._is_template:
            return 1
        return node.parent.named(node.name).index(node) + 1

    def top(self) -> "Node":
        """The document; one is made for an element that stands alone."""
        node = self
        while node.parent is not None:
            node = node.parent
        if node.kind is Kind.ELEMENT:
            document = Node("", kind=Kind.DOCUMENT)
            document.append(node)
            return document
        return node

    def path(self) -> str:
        """``/data/person[2]/age``: for logs and errors; positions only where there are namesakes."""
        node: Node | None = self.origin or self
        parts: list[str] = []
        while node is not None and node.kind is not Kind.DOCUMENT:
            alone = node.parent is None or len(node.parent.named(node.name)) < 2
            parts.append(node.name if alone else f"{node.name}[{node.position()}]")
            node = node.parent
        return "/" + "/".join(reversed(parts))

    # --- changing ---

    def append(self, child: "Node") -> None:
        """Adds a child element at the end."""
        self.insert(len(self.children), child)

    def insert(self, place: int, child: "Node") -> None:
        """Adds a child element at this place among the child elements, templates counted."""
        if self._content is not None:
            following = self.children[place] if place < len(self.children) else None
            self._content.insert(len(self._content) if following is None else self._content.index(following), child)
        self.children.insert(place, child)
        child.parent = self
        self._changed()

    def remove(self, child: "Node") -> None:
        """Takes a child element out. Raises ``ValueError`` if it is not one."""
        self.children.remove(child)
        if self._content is not None:
            self._content.remove(child)
        child.parent = None
        self._changed()

    def fill(self, content: Iterable["Node"]) -> None:
        """Sets all that stands inside, texts and comments between the elements included."""
        self._content = list(content)
        self.children = [child for child in self._content if child.kind is Kind.ELEMENT]
        for child in self._content:
            child.parent = self
        self._changed()

    def copied(self) -> "Node":
        """The same node and all below it, without a parent and not a template."""
        twin = Node(self.name, self.text, self.kind, self.namespace)
        twin.prefix, twin.relevant, twin.is_repeat = self.prefix, self.relevant, self.is_repeat
        twin.attributes = dict(self.attributes)
        if self._content is not None:
            twin.fill([_copied_with_flag(child) for child in self._content])
        for child in self.children if self._content is None else ():
            below = _copied_with_flag(child)
            below.parent = twin
            twin.children.append(below)
        return twin

    def proposing(self, text: str) -> "Node":
        """A stand-in for this node with another value, in the same place, that is not part of the tree."""
        stand_in = Node(self.name, text, self.kind, self.namespace)
        stand_in.prefix, stand_in.parent, stand_in.attributes = self.prefix, self.parent, self.attributes
        stand_in.origin = self
        return stand_in

    def _changed(self) -> None:
        self._index = None
        node = self
        while node.parent is not None:
            node = node.parent
        node._numbered = False

    # --- document order ---

    def order(self) -> tuple[int, int, int]:
        """Sorts nodes of one document as they stand in it; after ``number`` only."""
        node = self.origin or self
        if node.kind is Kind.ATTRIBUTE and node.parent is not None:
            return (node.parent._order[0], 1, list(node.parent.attributes).index(node.name))
        if node.kind is Kind.TEXT and node.parent is not None and node.parent._content is None:
            return (node.parent._order[0], 2, 0)
        return node._order

    def number(self) -> None:
        """Prepares ``order`` for the document that starts here; does nothing if nothing moved since."""
        if self._numbered:
            return
        self._order = (0, 0, 0)
        for place, node in enumerate(self.descendants(), start=1):
            node._order = (place, 0, 0)
        self._numbered = True


def _copied_with_flag(child: Node) -> Node:
    twin = child.copied()
    twin._is_template = child._is_template  # the setter would look for a parent's index
    return twin


def in_document_order(nodes: Iterable[Node]) -> list[Node]:
    """Each node once, sorted; nodes of different documents stay in the order their documents were first met."""
    distinct = list(dict.fromkeys(nodes))
    if len(distinct) < 2:
        return distinct
    tops: dict[Node, int] = {}
    for node in distinct:
        top = node.top()
        if top not in tops:
            top.number()
            tops[top] = len(tops)
    return sorted(distinct, key=lambda node: (tops[node.top()], node.order()))

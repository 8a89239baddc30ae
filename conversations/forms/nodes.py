"""XML made into nodes: nothing is fetched, no entity is expanded, and size has limits."""

from lxml import etree

from conversations.forms.node import Kind, Node, in_document_order

__all__ = ["Kind", "Node", "XmlRefused", "from_element", "in_document_order", "read_tree", "read_xml"]

MAX_BYTES = 20_000_000
MAX_DEPTH = 60


class XmlRefused(Exception):
    """``reason`` is ``size``, ``syntax``, ``doctype`` or ``depth``; ``line`` is where the syntax broke, if it did."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(f"{reason} (line {line})")
        self.reason = reason
        self.line = line


def read_tree(source: bytes | str, max_bytes: int = MAX_BYTES) -> etree._Element:
    """The document element of XML that nobody vouches for. Raises ``XmlRefused``."""
    content = source.encode(errors="replace") if isinstance(source, str) else source
    if len(content) > max_bytes:
        raise XmlRefused("size")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        element = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise XmlRefused("syntax", error.lineno) from error
    if element.getroottree().docinfo.internalDTD is not None:
        raise XmlRefused("doctype")
    return element


def read_xml(source: bytes | str, max_bytes: int = MAX_BYTES, *, whitespace: bool = False) -> Node:
    """The document element as a node, below its document. Raises ``XmlRefused``.

    Blank texts between elements are left out unless ``whitespace`` is asked for: in a form they are layout.
    """
    node = from_element(read_tree(source, max_bytes), whitespace=whitespace)
    node.top()
    return node


def from_element(element: etree._Element, *, whitespace: bool = False) -> Node:
    """An element and all below it as nodes that do not remember the XML they came from. Raises ``XmlRefused``."""
    return _element(element, MAX_DEPTH, whitespace=whitespace)


def _element(element: etree._Element, levels: int, *, whitespace: bool) -> Node:
    if not levels:
        raise XmlRefused("depth")
    name = etree.QName(element)
    node = Node(name.localname, namespace=name.namespace or "")
    node.prefix = element.prefix or ""
    for key, value in element.attrib.items():
        node.attributes[etree.QName(key).localname] = str(value)
    inside: list[Node] = []
    text = element.text or ""
    for child in element:
        named: object = child.tag  # a function where it is no element, which the stubs do not know
        made = _element(child, levels - 1, whitespace=whitespace) if isinstance(named, str) else _other(child, named)
        if made is not None:
            inside.extend(_texts(text, whitespace=whitespace))
            inside.append(made)
            text = ""
        text += child.tail or ""
    if not inside:
        node.text = text
        return node
    inside.extend(_texts(text, whitespace=whitespace))
    if any(part.kind is not Kind.ELEMENT for part in inside):
        node.fill(inside)
        return node
    node.children = inside
    for part in inside:
        part.parent = node
    return node


def _texts(text: str, *, whitespace: bool) -> list[Node]:
    return [Node("", text, Kind.TEXT)] if text and (whitespace or not text.isspace()) else []


def _other(child: etree._Element, named: object) -> Node | None:
    if named is etree.Comment:
        return Node("", child.text or "", Kind.COMMENT)
    if named is etree.PI:
        return Node(str(getattr(child, "target", "")), child.text or "", Kind.INSTRUCTION)
    return None  # an entity that was not expanded

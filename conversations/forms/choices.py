"""The choices of a question as they are offered now: filtered, shuffled, labelled in the person's language."""

from dataclasses import dataclass

from conversations.forms.cells import Cell
from conversations.forms.definition import ItemSet, Question, Text
from conversations.forms.node import Node
from conversations.forms.reading_texts import place
from conversations.forms.texts import Reading, label_of, media_of, said
from conversations.forms.xpath import Context, Expression, XPathError, parse


@dataclass(frozen=True, slots=True)
class Choice:
    """``value`` is what is stored, ``label`` what is read, ``image`` the name of a picture if it has one."""

    value: str
    label: str
    image: str = ""


def choices_of(reading: Reading, question: Question, cell: Cell) -> tuple[Choice, ...]:
    """What can be chosen at this cell, in the order it is shown; always the same order for the same filling."""
    if question.itemset is None:
        return tuple(
            Choice(
                item.value,
                said(reading, item.label, cell) or item.value,
                media_of(reading, item.label).get("image", ""),
            )
            for item in question.items
        )
    found = []
    for node in _rows(reading, question.itemset, cell):
        value = _read(reading, question.itemset.value, node)
        label = "" if question.itemset.label is None else _read(reading, question.itemset.label, node)
        image = ""
        if question.itemset.translated:
            image = media_of(reading, Text(itext=label)).get("image", "")
            label = label_of(reading, label)
        found.append(Choice(value, label or value, image))
    return tuple(found)


def offered_values(reading: Reading, cell: Cell) -> list[str]:
    """Only the values that can be chosen at this cell, in order."""
    question = reading.form.questions[cell.field.path]
    if question.itemset is None:
        return [item.value for item in question.items]
    itemset = question.itemset
    return [_read(reading, itemset.value, node) for node in _rows(reading, itemset, cell)]


def choice_name(reading: Reading, value: str, path: str, context: Context) -> str:
    """The label of a choice of the question at ``path`` (``jr:choice-name``); the value itself if it is no choice."""
    current = context.current
    where = current if isinstance(current, Cell) else reading.root
    try:
        found = [node for node in parse(path).as_nodes(context) if isinstance(node, Cell)]
    except XPathError:
        found = []
    question = reading.form.questions.get(found[0].field.path if found else place(path, where.field.path))
    if question is None:
        return value
    cell = found[0] if found else where
    return next((choice.label for choice in choices_of(reading, question, cell) if choice.value == value), value)


def _rows(reading: Reading, itemset: ItemSet, cell: Cell) -> list[Node]:
    try:
        return itemset.nodes.as_nodes(Context(cell, reading.throwing(cell.key)))
    except XPathError:
        return []


def _read(reading: Reading, column: Expression | str, node: Node) -> str:
    if isinstance(column, str):
        child = node.first(column)
        return "" if child is None else child.string().strip()
    try:
        return column.as_string(Context(node, reading.environment)).strip()
    except XPathError:
        return ""

"""Functions on chosen values, on what they are called, and on attached tables."""

import math

from conversations.forms.node import Node
from conversations.forms.xpath.context import Context
from conversations.forms.xpath.registry import Function
from conversations.forms.xpath.values import Value, to_number, to_string


def _selected(_context: Context, chosen: Value, value: Value) -> Value:
    values, sought = to_string(chosen).split(), to_string(value).strip()
    return sought in values if values else not sought


def _selected_at(context: Context, chosen: Value, place: Value) -> Value:
    values, number = to_string(chosen).split(), to_number(place, context)
    return values[int(number)] if not math.isnan(number) and 0 <= number < len(values) else ""


def _count_selected(_context: Context, chosen: Value) -> Value:
    return float(len(to_string(chosen).split()))


def _choice_name(context: Context, value: Value, path: Value) -> Value:
    return context.environment.choice_name(to_string(value), to_string(path), context)


def _itext(context: Context, identifier: Value) -> Value:
    return context.environment.itext(to_string(identifier))


def _pulldata(context: Context, source: Value, wanted: Value, column: Value, value: Value) -> Value:
    name, key, sought = to_string(source).removesuffix(".csv"), to_string(column), to_string(value)
    table = context.environment.tables.get(name)
    if table is not None:
        row = table.find(key, sought)
        return "" if row is None else row.get(to_string(wanted), "")
    root = context.environment.instances.get(name)
    for item in () if root is None else root.elements():
        if _cell(item, key) == sought:
            return _cell(item, to_string(wanted)) or ""
    return ""


def _cell(item: Node, column: str) -> str | None:
    """A child's text, or with ``@`` before its name an attribute."""
    if column.startswith("@"):
        return item.attributes.get(column[1:])
    child = item.first(column)
    return None if child is None else child.string()


SELECTS = {
    "selected": Function(2, 2, _selected),
    "selected-at": Function(2, 2, _selected_at),
    "count-selected": Function(1, 1, _count_selected),
    "jr:choice-name": Function(2, 2, _choice_name),
    "jr:itext": Function(1, 1, _itext),
    "pulldata": Function(4, 4, _pulldata),
}

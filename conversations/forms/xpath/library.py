"""All functions an expression may call, by name."""

from conversations.forms.xpath.functions_chance import CHANCE
from conversations.forms.xpath.functions_date import DATES
from conversations.forms.xpath.functions_geo import GEOGRAPHY
from conversations.forms.xpath.functions_logic import LOGIC
from conversations.forms.xpath.functions_nodes import NODES
from conversations.forms.xpath.functions_number import NUMBERS
from conversations.forms.xpath.functions_select import SELECTS
from conversations.forms.xpath.functions_text import TEXTS
from conversations.forms.xpath.registry import Function

FUNCTIONS: dict[str, Function] = {
    **LOGIC,
    **NUMBERS,
    **TEXTS,
    **SELECTS,
    **NODES,
    **DATES,
    **CHANCE,
    **GEOGRAPHY,
}

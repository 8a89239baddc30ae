"""The expressions of forms: XPath 1.0 with the functions of ODK XForms, parsed once and evaluated over our own nodes.

How it is used::

    expression = parse("/data/age > 17 and selected(../topics, 'water')")   # or XPathSyntaxError
    expression.paths        # Reference(origin, instance, steps, position) each, also those inside predicates
    expression.functions    # FunctionUse(name, count, position, literals) each; compare with KNOWN_FUNCTIONS
    expression.strings      # the string literals
    environment = Environment(root=data, now=now, zone=zone, random=Random(7), instances={"towns": towns})
    expression.as_boolean(Context(node, environment))

- ``Environment`` is what does not change during one evaluation of the form: the primary instance (``root``, its
  document element), the secondary ones by id (their document elements: ``instance('towns')/root/item``), the moment,
  the zone, the dice, names of months and days, what labels are looked up with, tables for ``pulldata``.
- ``Context`` is where an expression stands: the node it belongs to (``.``); inside predicates the engine makes its own.
  ``Context(node, environment, proposed="42")`` is for constraints: the node reads as ``42`` wherever it is reached.
- Nodes whose ``relevant`` is false (the form engine keeps it: own and all ancestors') drop out of every path, and an
  answer that is not relevant compares as ``''``. Nodes marked ``is_template`` are never found. Inside a repeat
  (``is_repeat`` on its instances) an absolute path to something in that repeat means the own instance; its last step
  is never narrowed, so ``count(/data/person)`` counts all of them, and neither are steps with predicates.
- A value is ``float``, ``str``, ``bool``, ``DateValue`` or ``list[Node]``. ``as_string`` gives what is stored.
- Evaluating raises ``XPathFunctionError`` for an unknown function or a wrong number of arguments, only when the call
  is reached, and ``XPathTypeError`` for a path on something that is no node-set; both are ``XPathError``. Numbers,
  dates and patterns that make no sense give NaN, ``''`` or false; nothing else is raised.
- ``regex`` searches (it is not anchored) and never with a pattern ``pattern_problem`` objects to; how long a text it
  looks at depends on the pattern, 4096 characters at most.

Sources: XPath 1.0 (W3C, 1999), ODK XForms specification (getodk.github.io/xforms-spec).
"""

from conversations.forms.xpath.context import ENGLISH_NAMES, Context, DateNames, Environment
from conversations.forms.xpath.dates import DateValue
from conversations.forms.xpath.errors import XPathError, XPathFunctionError, XPathSyntaxError, XPathTypeError
from conversations.forms.xpath.expression import KNOWN_FUNCTIONS, Expression, parse
from conversations.forms.xpath.patterns import pattern_problem, regex_is_dangerous
from conversations.forms.xpath.references import FunctionUse, Reference
from conversations.forms.xpath.tables import Table
from conversations.forms.xpath.values import Value, to_boolean, to_number, to_string

__all__ = [
    "ENGLISH_NAMES",
    "KNOWN_FUNCTIONS",
    "Context",
    "DateNames",
    "DateValue",
    "Environment",
    "Expression",
    "FunctionUse",
    "Reference",
    "Table",
    "Value",
    "XPathError",
    "XPathFunctionError",
    "XPathSyntaxError",
    "XPathTypeError",
    "parse",
    "pattern_problem",
    "regex_is_dangerous",
    "to_boolean",
    "to_number",
    "to_string",
]

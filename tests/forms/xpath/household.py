"""An invented family survey to put expressions to."""

from collections.abc import Mapping
from datetime import datetime
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from conversations.forms.nodes import Node, read_xml
from conversations.forms.xpath import Context, DateNames, Environment, Value, parse

ZONE = ZoneInfo("America/Bogota")
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=ZONE)
SPANISH = DateNames(
    ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
    ("dom", "lun", "mar", "mié", "jue", "vie", "sáb"),
)
SURVEY = """
<data id="familia" version="2">
  <nombre>Rosa Invento</nombre>
  <edad>67</edad>
  <ingreso/>
  <codigo>07</codigo>
  <servicios>agua luz gas</servicios>
  <nacio>1959-03-08</nacio>
  <llego>2026-11-24T23:30:00.000-05:00</llego>
  <zona>norte</zona>
  <persona><apodo>Chepe</apodo><anos>40</anos><mascota><raza>criollo</raza></mascota></persona>
  <persona><apodo>Nena</apodo><anos>12</anos><mascota><raza>siamés</raza></mascota><mascota><raza>loro</raza></mascota></persona>
  <persona><apodo>Tato</apodo><anos/></persona>
</data>
"""
NEIGHBOURHOODS = """
<root>
  <item><name>b1</name><label>Barrio Uno</label><zona>norte</zona></item>
  <item><name>b2</name><label>Barrio Dos</label><zona>sur</zona></item>
  <item><name>b3</name><label>Barrio Tres</label><zona>norte</zona></item>
</root>
"""


def survey() -> Node:
    """A fresh survey; persons are instances of a repeat, and so are their pets."""
    root = read_xml(SURVEY)
    for node in root.descendants():
        node.is_repeat = node.name in {"persona", "mascota"}
    return root


def around(root: Node, **changes: Any) -> Environment:
    """What surrounds the survey at noon in Cartagena."""
    given: Mapping[str, Any] = {
        "now": NOON,
        "zone": ZONE,
        "random": Random(3),
        "names": SPANISH,
        "instances": {"barrios": read_xml(NEIGHBOURHOODS)},
    }
    return Environment(root=root, **{**given, **changes})


def at(root: Node, path: str, environment: Environment | None = None, proposed: str | None = None) -> Context:
    """Standing at the first node of a path."""
    surroundings = environment or around(root)
    [node, *_] = parse(path).as_nodes(Context(root, surroundings))
    return Context(node, surroundings, proposed=proposed)


def worth(expression: str, path: str = "/data", root: Node | None = None) -> Value:
    """What an expression gives at a place of the survey."""
    return parse(expression).evaluate(at(root or survey(), path))


def text(expression: str, path: str = "/data", root: Node | None = None) -> str:
    """The same as a text."""
    return parse(expression).as_string(at(root or survey(), path))

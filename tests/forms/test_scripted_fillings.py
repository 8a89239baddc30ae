"""The score of scripted fillings counts what holds, what does not, and what was left out."""

import json
from pathlib import Path
from typing import Any

from tools.conformance_scenarios import score

XFORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
<h:head><h:title>Prueba</h:title><model><instance><data id="prueba"><edad/><mayor/><foto/></data></instance>
<bind nodeset="/data/edad" type="int" constraint=". &lt; 120"/>
<bind nodeset="/data/mayor" calculate="if(/data/edad &gt; 17, 'si', 'no')"/></model></h:head>
<h:body><input ref="/data/edad"><label>¿Edad?</label></input><upload ref="/data/foto"/></h:body></h:html>"""


def scenario(name: str, *steps: dict[str, Any], known_fail: bool = False) -> dict[str, Any]:
    """A scripted filling in the shape of the suites."""
    return {"id": name, "source": "own", "complete": True, "web_forms_known_fail": known_fail, "test": name,
            "forms": [{"xml": XFORM}], "steps": [{"init": 0}, *steps]}  # fmt: skip


def answered(ref: str, value: object) -> dict[str, Any]:
    """The step that answers a question."""
    return {"op": "answer", "args": [ref, value]}


def expected(ref: str, kind: str, value: object) -> dict[str, Any]:
    """The step that expects an answer."""
    return {"assert": {"ref": {"get": "answerOf", "args": [ref]}}, "matcher": "toEqualAnswer",
            "expected": [{"answer": kind, "value": value}]}  # fmt: skip


def test_each_filling_is_counted_once(tmp_path: Path) -> None:
    cases = [
        scenario("holds", answered("/data/edad", 20), expected("/data/mayor", "string", "si")),
        scenario("does not", answered("/data/edad", 2), expected("/data/mayor", "string", "si")),
        scenario("walks", {"op": "next", "args": ["/data/edad"]}, {"op": "next", "args": ["/data/nada"]}),
        scenario("unknown act", {"op": "fly", "args": []}),
        scenario("a file", answered("/data/foto", {})),
        scenario("fails there too", known_fail=True),
    ]
    file = tmp_path / "scenarios_own.jsonl"
    file.write_text("\n".join(map(json.dumps, cases)), encoding="utf-8")

    result = score(file)

    assert result.passed == 1
    assert set(result.failures) == {"does not", "walks"}
    assert sum(result.left_out.values()) == 3

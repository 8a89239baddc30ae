"""Scoring the engine against cases of other suites says what passed, what failed and what was left out."""

import json
from pathlib import Path
from typing import Any

import pytest

from tools.conformance import main


def case(identifier: str, expression: str, expected: Any, kind: str, **more: Any) -> str:
    return json.dumps({
        "id": identifier, "expression": expression, "expected": expected, "type": kind, "context_node": "/*[1]/b[2]",
        "instance": "<a><b>1</b><b>2</b></a>", "tolerance": None, "tz": "America/Bogota", **more,
    })  # fmt: skip


def test_every_case_is_counted_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases = [
        case("n-1", ". * 2", 4.0, "number"),
        case("n-2", "0 div 0", "NaN", "number"),
        case("s-1", "../b", "1", "string"),
        case("b-1", ". = 2", True, "boolean"),
        case("d-1", "date('2026-03-08')", "2026-03-08", "date"),
        case("e-1", "nobody()", None, "error"),
        case("e-2", "number('x')", None, "error"),
        case("wrong", "1 + 1", 3.0, "number"),
        case("unsure", "1", 2.0, "number", contested=True),
    ]
    (tmp_path / "xpath_own.jsonl").write_text("\n".join(cases), encoding="utf-8")

    assert main([str(tmp_path), "--failures"]) == 1
    told = capsys.readouterr().out
    assert "passed 7 of 8 run" in told
    assert "1 × contested" in told
    assert "failed: wrong: 1 + 1 expected 3.0, given 2.0" in told


def test_nothing_failing_is_success(tmp_path: Path) -> None:
    (tmp_path / "xpath_own.jsonl").write_text(case("n-1", "1", 1.0, "number"), encoding="utf-8")

    assert main([str(tmp_path)]) == 0

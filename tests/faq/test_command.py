"""python -m bot faq: questions in, cards out; and the check that authors of cards run."""

import io
import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.cli.faq import run
from tests.faq.world import ROOT

TODAY = date(2026, 11, 25)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Content that may be spoiled."""
    shutil.copytree(ROOT, tmp_path / "content", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "content"


def spoil(file: Path, before: str, after: str) -> None:
    """Write something else in a file."""
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def test_each_question_is_answered_by_one_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    asked = io.StringIO("qué es el secop\nhola\n\ncomo saco el sisben\r\n")

    code = run(["match"], asked=asked)

    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert [row["question"] for row in rows] == ["qué es el secop", "hola", "", "como saco el sisben"]
    assert [row["declined"] for row in rows] == [False, True, True, True]
    assert rows[0]["answers"][0]["id"] == "que-es-secop-ii"
    assert all(len(row["answers"]) >= 3 and {"id", "score"} == set(row["answers"][0]) for row in rows)


def test_the_cards_of_the_program_pass_their_check(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["check"], today=TODAY)

    said = capsys.readouterr().out
    assert (code, said.count("\n")) == (0, 1)
    assert said.startswith("Están bien las 60 fichas.")


def test_every_mistake_in_the_cards_is_told_in_its_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(folder / "faq/liquidacion.md", "confianza: alta", "confianza: total")
    spoil(folder / "faq/que-es-el-paa.md", "relacionadas: ", "relacionadas: ficha-perdida, ")
    (folder / "faq/que-es-el-rup.md").unlink()
    spoil(folder / "faq/preguntas.tsv", "que-es-una-jac\t", "que-es-una-jaca\t")

    code = run(["check"], content=folder, today=TODAY)

    said = capsys.readouterr().out
    assert code == 1
    assert "liquidacion, línea 6: «total» no es una confianza. Escriba alta, media o baja." in said
    assert "que-es-el-paa: la ficha relacionada «ficha-perdida» no existe." in said
    assert "que-es-el-rup: no hay ficha para este tema." in said
    assert "preguntas.tsv, línea 1: «que-es-una-jaca» no es un tema de topics.txt." in said


def test_hard_words_do_not_pass(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hard = "La perfeccionabilidad contractualmente institucionalizada imposibilita extraordinariamente incumplimientos."
    file = folder / "faq/liquidacion.md"
    head, heading, rest = file.read_text("utf-8").partition("\n## Pasos")
    file.write_text(head.partition("\n# ")[0] + f"\n# ¿Qué es?\n\n{hard}\n" + heading + rest, "utf-8")

    code = run(["check"], content=folder, today=TODAY)

    assert code == 1
    assert "liquidacion: la respuesta es difícil de leer" in capsys.readouterr().out


def test_an_expired_card_is_told_but_does_not_fail_the_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(folder / "faq/liquidacion.md", "válida hasta: 2027-11-22", "válida hasta: 2026-11-24")

    code = run(["check"], content=folder, today=TODAY)

    assert code == 0
    assert "liquidacion: la ficha venció el 2026-11-24." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("faq/topics.txt", "la-junta que-es-una-jac sobra"),
        ("faq/format.toml", "[fields"),
        ("faq/aliases.tsv", "sin tabulador"),
        ("amounts.csv", "name,valid_from\nsmmlv,2026-01-01\n"),
    ],
)
def test_a_table_that_cannot_be_read_is_named(
    folder: Path, file: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / file).write_text(text, "utf-8")

    code = run(["match"], asked=io.StringIO("hola\n"), content=folder)

    assert code == 2
    assert capsys.readouterr().err.startswith("Content: ")


@pytest.mark.parametrize("arguments", [[], ["busca"], ["match", "hola"]])
def test_wrong_use_says_how_it_is_used(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "faq match" in capsys.readouterr().err


@pytest.mark.process
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak")
def test_a_process_that_answers_questions_stays_below_60_megabytes() -> None:
    program = (
        "import sys, pathlib; from bot.cli.faq import run; run(['match']); "
        "print(pathlib.Path('/proc/self/status').read_text(), file=sys.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], input="que es el secop\n" * 50, capture_output=True, text=True, check=True
    )

    assert len(done.stdout.splitlines()) == 50
    peak = next(line.split()[1] for line in done.stderr.splitlines() if line.startswith("VmHWM"))
    assert int(peak) < 60 * 1024

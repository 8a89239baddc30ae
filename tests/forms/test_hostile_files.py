"""Files that want to do harm are refused with a reason, and nobody waits for them."""

import asyncio
import io
import time
import zipfile

import pytest
from openpyxl import Workbook

from bot.cli.forms import run
from bot.forms.compiling import Compiled, Limits, compile_form
from conversations.forms.problems import UnreadableForm
from conversations.forms.reading import read_form


def workbook(rows: int = 1, *, extra: dict[str, bytes] | None = None) -> bytes:
    """A form as a spreadsheet, with files that do not belong there."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "survey"
    sheet.append(["type", "name", "label"])
    for number in range(rows):
        sheet.append(["text", f"q{number}", "Pregunta"])
    settings = book.create_sheet("settings")
    settings.append(["form_title"])
    settings.append(["Prueba"])
    target = io.BytesIO()
    book.save(target)
    if extra:
        with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
            for name, content in extra.items():
                archive.writestr(name, content)
    return target.getvalue()


def reason(compiled: Compiled) -> str | int | None:
    """Why the file was refused."""
    return compiled.findings[0].args.get("reason") if compiled.findings else None


async def test_a_sound_spreadsheet_becomes_a_form() -> None:
    compiled = await compile_form(workbook(), "Encuesta.XLSX")

    assert compiled.form is not None
    assert (compiled.form.title, list(compiled.form.questions), compiled.findings) == ("Prueba", ["/data/q0"], ())


async def test_a_zip_bomb_is_not_unpacked() -> None:
    compiled = await compile_form(workbook(extra={"xl/bomb.xml": b"0" * (80 * 1024 * 1024)}), "a.xlsx")

    assert reason(compiled) == "bomb"


async def test_entities_in_a_spreadsheet_are_refused() -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'

    assert reason(await compile_form(workbook(extra={"xl/evil.xml": evil}), "a.xlsx")) == "entities"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"\x00" * 1000, b"not a table"])
async def test_a_broken_file_is_refused(content: bytes) -> None:
    compiled = await compile_form(content, "a.xlsx")

    assert compiled.form is None
    assert compiled.errors


async def test_other_kinds_of_file_and_heavy_ones_are_refused() -> None:
    assert reason(await compile_form(b"x", "a.pdf")) == "kind"
    assert reason(await compile_form(b"x" * 100, "a.md", Limits(bytes=10))) == "bytes"


async def test_too_many_rows_are_refused() -> None:
    assert reason(await compile_form(workbook(30), "a.xlsx", Limits(rows=20))) == "rows"


async def test_a_form_that_needs_too_much_memory_ends_alone() -> None:
    compiled = await compile_form(workbook(2000), "a.xlsx", Limits(memory=48 * 1024 * 1024))

    assert compiled.form is None
    assert reason(compiled) in ("memory", "time")


async def test_a_chat_goes_on_while_a_form_is_compiled() -> None:
    longest = 0.0

    async def chat() -> None:
        nonlocal longest
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.005)
            longest = max(longest, time.perf_counter() - before)

    talking = asyncio.create_task(chat())
    compiled = await compile_form(workbook(300), "a.xlsx")
    talking.cancel()

    assert compiled.form is not None
    assert longest < 1


def test_an_xform_with_entities_is_refused() -> None:
    xform = b'<?xml version="1.0"?><!DOCTYPE h [<!ENTITY a "b">]><h><model/><body/></h>'

    with pytest.raises(UnreadableForm):
        read_form(xform)


def test_the_command_prints_the_report_and_its_verdict(tmp_path, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    good, bad = tmp_path / "a.xlsx", tmp_path / "b.md"
    good.write_bytes(workbook())
    bad.write_text("| survey |\n| | type | name | label |\n| | texto | a | A |\n")

    codes = [run(["check", str(good)]), run(["check", str(bad)]), run(["check", str(tmp_path / "no.md")]), run([])]

    said = capsys.readouterr().out
    assert codes == [0, 1, 1, 2]
    assert "«Prueba»: 1 pregunta." in said
    assert "hoja survey, fila 2, columna type: El tipo «texto» no existe." in said

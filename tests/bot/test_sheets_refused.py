"""Files that are no list, too much, or dangerous: refused with a reason, while the bot goes on."""

import asyncio
import io
import struct
import zipfile
from time import monotonic

import pytest

from bot.reports import sheet_child
from bot.reports.roster_file import load_columns, not_a_sheet_words, read_roster_file
from bot.reports.sheets import MOST_BYTES, REASONS, NotASheet, Table, _environment, read_table
from bot.reports.writing import write_book, write_sheet
from conversations.roster import RosterSheet
from conversations.roster_words import error_words
from tests.bot.sheet_files import HEADINGS, readers_left, refused, rezipped, separated
from tests.conversations.roster_world import COLUMNS, HEADER
from tests.conversations.world import CONTENT, TERRITORY, worded

# --- what is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"), (b" \n\r\n ", "empty"), (b";;;\n;;;\n", "empty"), (write_book([("J", [], [])]), "empty"),
        (b"x" * (MOST_BYTES + 1), "too_big"), (b"%PDF-1.7 ...", "not_a_sheet"), (b"\x89PNG\r\n\x1a\n", "not_a_sheet"),
        (bytes(range(256)) * 12, "not_a_sheet"), (b"PK\x03\x04" + b"\0" * 200, "not_a_sheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected"),
        (b"\xef\xbb\xbf<html><table><tr><td>nombre</td></tr></table>", "old_xls"),
        (b'<?xml version="1.0"?><Workbook/>', "old_xls"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "open_document"),
        (write_sheet("J", HEADER, [])[:900], "not_a_sheet"),
        (("nombre;barrio\n" + "JAC;Manga\n" * 12_100).encode(), "too_many_rows"),
        (("nombre;barrio\n" + ("J" * 1_900 + ";" + "M" * 1_900 + "\n") * 1_200).encode(), "too_big"),
    ],
    ids=lambda value: value if isinstance(value, str) else "a file",
)  # fmt: skip
async def test_what_is_no_list_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    assert await refused(content) == reason


async def test_ten_thousand_rows_reach_the_one_who_can_say_how_many_are_too_many() -> None:
    columns = load_columns(CONTENT)
    many = [[f"JAC Manga etapa {number}", "Manga"] for number in range(10_000)]
    found = await read_roster_file(write_sheet("J", ["nombre", "barrio"], many), TERRITORY, columns)

    assert isinstance(found, RosterSheet)
    told = worded(error_words(found.errors[0], COLUMNS))
    assert told.startswith("El archivo tiene 10.000 filas y puedo leer 5.000.")


def bomb(part: str, unzipped: int) -> bytes:
    """A small archive with one part that is big inside."""
    return rezipped(write_sheet("J", ["nombre", "barrio"], []), {part: b" " * unzipped})


async def test_an_archive_that_grows_beyond_measure_is_not_unpacked() -> None:
    content = bomb("xl/media/image1.bin", 70_000_000)

    assert len(content) < 200_000
    assert await refused(content) == "too_big"


async def test_an_archive_that_lies_about_its_size_is_not_unpacked_beyond_what_it_says() -> None:
    content = bomb("xl/worksheets/sheet1.xml", 70_000_000)
    content = content.replace(struct.pack("<I", 70_000_000), struct.pack("<I", 1_000))

    assert await refused(content) == "not_a_sheet"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
async def test_entities_that_grow_or_fetch_are_not_even_parsed(part: str, encoding: str) -> None:
    made = write_sheet("J", ["nombre", "barrio"], [["JAC A", "Manga"]])
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        root = archive.read(part).decode() if part in archive.namelist() else "<sst/>"
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'<!DOCTYPE x [<!ENTITY l0 "ja"><!ENTITY f SYSTEM "file:///invented/secret">{laughs}]>'
    root = root.partition("?>")[2] or root
    evil = f'<?xml version="1.0" encoding="{encoding}"?>{declared}{root}'.encode(encoding)

    assert await refused(rezipped(made, {part: evil})) == "unsafe"


async def test_a_password_inside_the_archive_is_told() -> None:
    content = bytearray(write_sheet("J", ["nombre", "barrio"], []))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + flags] |= 1
            place = content.find(mark, place + 4)

    assert await refused(bytes(content)) == "protected"


# --- what the bot goes through meanwhile ------------------------------------------------------------------------------


async def test_the_bot_goes_on_answering_while_a_big_file_is_read() -> None:
    rows = [[f"JAC número {number}", "Manga", *"abcdef"] for number in range(4_000)]
    reading = asyncio.create_task(read_table(write_sheet("J", ["nombre", "barrio", *"abcdef"], rows), HEADINGS))
    longest, before = 0.0, monotonic()
    while not reading.done():
        await asyncio.sleep(0.005)
        longest, before = max(longest, monotonic() - before), monotonic()

    assert isinstance(reading.result(), Table)
    assert longest < 0.5


async def test_a_file_that_takes_too_long_is_given_up_and_its_reader_ended() -> None:
    rows = [["JAC", "Manga"]] * 9_000
    outcome = await read_table(write_sheet("J", ["nombre", "barrio"], rows), HEADINGS, seconds=0.05)

    assert outcome == NotASheet("too_slow")
    assert readers_left() == []


async def test_a_reader_whose_turn_is_given_up_ends_too() -> None:
    reading = asyncio.create_task(read_table(separated(";").encode(), HEADINGS))
    while not readers_left():
        await asyncio.sleep(0.005)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading

    assert readers_left() == []


async def test_the_reader_is_given_none_of_the_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:SECRET")

    assert "SECRET" not in str(_environment())


def test_every_reason_has_its_words() -> None:
    for reason in REASONS:
        assert worded(not_a_sheet_words(NotASheet(reason)))


def test_a_file_that_the_library_stumbles_over_is_no_sheet() -> None:
    broken = rezipped(write_sheet("J", HEADER, []), {"xl/workbook.xml": b"<workbook"})

    assert sheet_child.answer(broken, HEADINGS) == {"reason": "not_a_sheet"}

"""Text with separated values → rows: the encoding and the separator are guessed from the text itself."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from conversations.sheet_cells import SheetRow
from conversations.text import fold

_SEPARATORS = (";", ",", "\t", "|")
_LOOKED_AT = 20
_MOST_COLUMNS = 100
_LONGEST_FIELD = 200_000


def csv_rows(content: bytes, headings: frozenset[str]) -> Iterator[SheetRow]:
    """Rows as a spreadsheet program would number them. Raises csv.Error for a field without end."""
    csv.field_size_limit(_LONGEST_FIELD)
    # Broken exports hold NULs; no cell means one.
    text = decoded(content).replace("\0", "")
    first_number = 1
    separator = _told_separator(text)
    if separator is not None:
        text, first_number = text.partition("\n")[2], 2
    else:
        separator = _likeliest_separator(text, headings)
    for number, cells in enumerate(_reader(text, separator), first_number):
        yield SheetRow(number, tuple(cells[:_MOST_COLUMNS]))


def decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 if it is that, or else what Windows writes in Western Europe and Latin America."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if (wide := _wide(content)) is not None:
        return content.decode(wide, errors="replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _wide(content: bytes) -> str | None:
    # UTF-16 without its mark: every other byte of Western text is zero.
    sample = content[:2_000]
    if sample[1::2].count(0) * 2 > len(sample) // 2:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) * 2 > len(sample) // 2 else None


def _told_separator(text: str) -> str | None:
    # Excel's own way of saying it, in the first line.
    first = text.partition("\n")[0].strip().lower()
    return first[4] if len(first) == 5 and first.startswith("sep=") and first[4] in ";,|" else None


def _likeliest_separator(text: str, headings: frozenset[str]) -> str:
    return max(_SEPARATORS, key=lambda separator: _promise(text, separator, headings))


def _promise(text: str, separator: str, headings: frozenset[str]) -> tuple[int, int]:
    try:
        rows = [row for row in islice(_reader(text, separator), _LOOKED_AT) if row]
    except csv.Error:
        return 0, 0
    named = max((sum(fold(cell) in headings for cell in row) for row in rows), default=0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return named, max((count * width for width, count in widths.items()), default=0)


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)

"""Runs in a process of its own with little memory and time: a sheet on standard input, an XForm as JSON on output.

It imports nothing of ours, so that it starts quickly and can be run without the packages on its path.
"""

import io
import json
import re
import resource
import sys
import zipfile
from typing import Any

_SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")
_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\x00!\x00(?:D|E)", re.IGNORECASE)


class Refused(Exception):
    """The file is not even tried; the message is the reason: bomb, entities, rows, macros …"""


def main() -> int:
    """Reads the limits as JSON from the first argument, the kind of file (``.xlsx`` …) from the second."""
    limits: dict[str, int] = json.loads(sys.argv[1])
    # Before anything is imported or read: the limits hold for pyxform too.
    resource.setrlimit(resource.RLIMIT_AS, (limits["memory"], limits["memory"]))
    resource.setrlimit(resource.RLIMIT_CPU, (limits["seconds"], limits["seconds"]))
    # pyxform writes its result to a temporary file on the way.
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits["unpacked"], limits["unpacked"]))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    content = sys.stdin.buffer.read(limits["bytes"] + 1)
    try:
        answer = answer_for(content, sys.argv[2], limits)
    except Refused as refusal:
        answer = {"refused": str(refusal)}
    except MemoryError:
        answer = {"refused": "memory"}
    json.dump(answer, sys.stdout)
    return 0


def answer_for(content: bytes, kind: str, limits: dict[str, int]) -> dict[str, Any]:
    """The sheets with the XForm or the error. Raises Refused, and MemoryError when it runs out of it."""
    if len(content) > limits["bytes"]:
        raise Refused("bytes")
    if kind in (".xlsx", ".xlsm"):
        _look_inside(content, limits)
    # Only now: the limits of main() hold for what pyxform does while it is imported, too.
    from pyxform.errors import PyXFormError  # noqa: PLC0415
    from pyxform.xls2json_backends import get_xlsform  # noqa: PLC0415
    from pyxform.xls2xform import convert  # noqa: PLC0415

    answer: dict[str, Any] = {"sheets": {}, "warnings": []}
    try:
        book = get_xlsform(content, file_type=kind)
        answer["sheets"] = {name: _sheet(book, name, limits) for name in _SHEETS}
        answer["xform"] = convert(
            content, file_type=kind, warnings=answer["warnings"], validate=False, pretty_print=False
        ).xform
    except PyXFormError as error:
        code, context = (error.code.name, error.context) if error.code else _recognised(str(error))
        answer["error"] = {
            "text": str(error),
            "code": code,
            "context": {key: str(value) for key, value in context.items()} or _twice(str(error), content, kind),
        }
    except (Refused, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001  pyxform falls over some files in its own ways
        answer["error"] = {"text": f"{type(error).__name__}: {error}", "code": None, "context": {}}
    return answer


def _sheet(book: Any, name: str, limits: dict[str, int]) -> dict[str, Any]:
    rows = getattr(book, name) or ()
    if len(rows) > limits["choices" if "choices" in name else "rows"]:
        raise Refused("rows")
    header = getattr(book, f"{name}_header") or ()
    return {"header": [str(column) for row in header for column in row], "rows": [_cells(row) for row in rows]}


def _recognised(text: str) -> tuple[str | None, dict[str, Any]]:
    """The code and the facts of an error that pyxform worded before raising it."""
    from pyxform.errors import ErrorCode  # noqa: PLC0415

    for code in ErrorCode:
        pieces = re.split(r"\{(\w+)\}", code.value.msg.replace("{{", "{").replace("}}", "}"))
        names: list[str] = []
        pattern = ""
        for place, piece in enumerate(pieces):
            if place % 2 == 0:
                pattern += re.escape(piece)
            else:
                pattern += f"(?P={piece})" if piece in names else f"(?P<{piece}>.*?)"
                names.append(piece)
        match = re.match(pattern + r"\s*(?:\n|$)", text, re.DOTALL)
        if match:
            return code.name, match.groupdict()
    return None, {}


def _twice(text: str, content: bytes, kind: str) -> dict[str, str]:
    """Where the column is that the error calls a duplicate, which it does not say itself."""
    duplicate = re.search(r"Duplicate column header: (.+)", text)
    if duplicate is None or kind != ".xlsx":
        return {}
    from openpyxl import load_workbook  # noqa: PLC0415  only this one error needs it

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    for sheet in book.worksheets:
        first = next(sheet.iter_rows(max_row=1, values_only=True), ())
        if sum(1 for cell in first if cell is not None and str(cell).strip() == duplicate[1].strip()) > 1:
            return {"sheet": sheet.title, "row": "1", "column": duplicate[1].strip()}
    return {}


def _look_inside(content: bytes, limits: dict[str, int]) -> None:
    """What a workbook unpacks to, told by its directory; the reader never unpacks more than is told there."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if len(members) > limits["members"] or sum(member.file_size for member in members) > limits["unpacked"]:
                raise Refused("bomb")
            for member in members:
                if member.filename.endswith((".xml", ".rels")) and _ENTITY.search(archive.read(member)):
                    raise Refused("entities")
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError, RuntimeError) as error:
        raise Refused("unreadable") from error


def _cells(row: dict[str, Any]) -> dict[str, str]:
    return {str(key): str(value) for key, value in row.items() if value is not None and not str(key).startswith("__")}


if __name__ == "__main__":
    sys.exit(main())

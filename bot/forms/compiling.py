"""A sheet that somebody sent → a form and what there is to say about it, compiled in a child process with limits."""

import asyncio
import hashlib
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from conversations.forms.definition import Form
from conversations.forms.findings import Finding
from conversations.forms.lint import lint, lint_unreadable, ordered
from conversations.forms.lint_compiler import compiler_finding
from conversations.forms.problems import UnreadableForm
from conversations.forms.reading import read_form
from conversations.forms.sheets import Sheet, Sheets

_CHILD = Path(__file__).with_name("compiler_child.py")
_MEGABYTE = 1024 * 1024
KINDS = (".xlsx", ".xls", ".xlsm", ".md")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a form may cost: bytes sent and unpacked, files in it, rows of survey and choices, memory, seconds."""

    bytes: int = 5 * _MEGABYTE
    unpacked: int = 60 * _MEGABYTE
    members: int = 200
    rows: int = 5_000
    choices: int = 50_000
    memory: int = 700 * _MEGABYTE
    seconds: int = 20

    def told(self) -> str:
        """As the child reads them."""
        return json.dumps({name: getattr(self, name) for name in self.__slots__})


@dataclass(frozen=True, slots=True)
class Compiled:
    """``form`` is None if the file gave none; ``findings`` say why. ``digest`` names the content for ever."""

    digest: str
    form: Form | None
    xform: str
    sheets: Sheets
    findings: tuple[Finding, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps the form from going live."""
        return tuple(finding for finding in self.findings if finding.severity == "error")


async def compile_form(content: bytes, name: str, limits: Limits | None = None) -> Compiled:
    """Compiles and checks the file; ``name`` is only looked at for its ending. Never raises for what is in it."""
    limits = limits or Limits()
    digest = hashlib.sha256(content).hexdigest()
    kind = Path(name).suffix.lower()
    if kind not in KINDS:
        return _refused(digest, "kind")
    if len(content) > limits.bytes:
        return _refused(digest, "bytes")
    answer = await _asked(content, ".xlsx" if kind == ".xlsm" else kind, limits)
    if "refused" in answer:
        return _refused(digest, answer["refused"])
    # Reading and linting take tens of milliseconds on a long form: not on the loop's time.
    return await asyncio.to_thread(read_answer, digest, answer)


def read_answer(digest: str, answer: dict[str, Any]) -> Compiled:
    """What the child said, made into a form and its findings."""
    sheets = _sheets(answer["sheets"])
    error = answer.get("error")
    if error is not None:
        finding = compiler_finding(error["text"], error["code"], error["context"], sheets)
        return Compiled(digest, None, "", sheets, (finding,))
    xform: str = answer["xform"]
    try:
        form = read_form(xform.encode())
    except UnreadableForm as unreadable:
        return Compiled(digest, None, xform, sheets, lint_unreadable(unreadable.problems, sheets))
    return Compiled(digest, form, xform, sheets, ordered(lint(form, sheets)), tuple(answer["warnings"]))


async def _asked(content: bytes, kind: str, limits: Limits) -> dict[str, Any]:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-I", str(_CHILD), limits.told(), kind,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        # Processor time is limited in the child; the clock also catches one that waits.
        output, _ = await asyncio.wait_for(child.communicate(content), limits.seconds * 2)
        if child.returncode == 0:
            answer: dict[str, Any] = json.loads(output)
            return answer
    except (TimeoutError, ValueError, BrokenPipeError, ConnectionResetError):
        return {"refused": "time"}
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    # A signal ended it: too much processor time. Other ends are a lack of memory outside of Python's own count.
    return {"refused": "time" if child.returncode is not None and child.returncode < 0 else "memory"}


def _refused(digest: str, reason: str) -> Compiled:
    finding = Finding("error", None, None, None, "form-refused", {"reason": reason})
    return Compiled(digest, None, "", Sheets(), (finding,))


def _sheets(answer: dict[str, Any]) -> Sheets:
    read = {name: _sheet(sheet) for name, sheet in answer.items()}
    others = tuple(name for name, sheet in read.items() if sheet.rows and name not in ("survey", "choices", "settings"))
    empty = Sheet()
    return Sheets(read.get("survey", empty), read.get("choices", empty), read.get("settings", empty), others)


def _sheet(answer: dict[str, Any]) -> Sheet:
    rows = tuple({key.strip().lower(): value for key, value in row.items()} for row in answer["rows"])
    header = dict.fromkeys([*(h.strip().lower() for h in answer["header"]), *(key for row in rows for key in row)])
    return Sheet(tuple(header), rows)

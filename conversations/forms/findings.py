"""One remark about a form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """``error`` keeps the form from going live, ``warning`` is likely a mistake, ``note`` says what the chat does.

    ``key`` is a message of the locale files with ``args``; ``row`` counts as the spreadsheet does, None if unknown.
    """

    severity: Literal["error", "warning", "note"]
    sheet: str | None
    row: int | None
    column: str | None
    key: str
    args: Mapping[str, str | int] = field(default_factory=dict)

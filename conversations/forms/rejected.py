"""An answer that was not understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rejected:
    """``key`` is a message of the locale files that says what is expected, with its arguments."""

    key: str
    args: Mapping[str, str | int] = field(default_factory=dict)

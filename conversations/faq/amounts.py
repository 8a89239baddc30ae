"""Amounts that change every year: one table with validity and source, and the placeholders that ask for them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

_PLACEHOLDER = re.compile(r"\{\s*(?:(\d+(?:\.\d{3})*)\s+)?([a-z]+)\s*\}")


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in whole ``unit`` (COP: pesos) and the days it holds on, both included; ``confidence`` as in cards."""

    name: str
    valid_from: date
    valid_until: date
    value: int
    unit: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a placeholder asks for: so many times the amount of this name."""

    times: int
    name: str


class Amounts:
    """The table. A day without a row has no value: nothing is carried over from the year before."""

    def __init__(self, rows: Sequence[Amount]) -> None:
        """Raises ValueError when two rows of a name hold on the same day, or a row ends before it begins."""
        self._rows: dict[str, list[Amount]] = {}
        for row in sorted(rows, key=lambda row: row.valid_from):
            before = self._rows.setdefault(row.name, [])
            if row.valid_until < row.valid_from:
                raise ValueError(f"{row.name} {row.valid_from}: ends before it begins")
            if before and row.valid_from <= before[-1].valid_until:
                raise ValueError(f"{row.name} {row.valid_from}: holds on the same day as the row before")
            before.append(row)

    @classmethod
    def from_rows(cls, rows: Sequence[Mapping[str, str]]) -> "Amounts":
        """Rows with the fields of Amount as text. Raises ValueError or KeyError for what is unsound."""
        return cls([
            Amount(
                row["name"].strip(), date.fromisoformat(row["valid_from"].strip()),
                date.fromisoformat(row["valid_until"].strip()), int(row["value"]), row["unit"].strip(),
                row["source"].strip(), row["confidence"].strip(),
            )
            for row in rows
        ])  # fmt: skip

    @property
    def names(self) -> frozenset[str]:
        """Every name that some row has."""
        return frozenset(self._rows)

    def find(self, name: str, day: date) -> Amount | None:
        """The amount that holds on the day, if the table knows it."""
        return next((row for row in self._rows.get(name, ()) if row.valid_from <= day <= row.valid_until), None)

    def fill(self, text: str, day: date, say_unknown: Callable[[Asked], str]) -> str:
        """The text with its placeholders as money of the day; ``say_unknown`` words those without a value."""

        def money(found: re.Match[str]) -> str:
            asked = _asked(found)
            amount = self.find(asked.name, day)
            return say_unknown(asked) if amount is None else pesos(asked.times * amount.value)

        return _PLACEHOLDER.sub(money, text)


def asked_in(text: str) -> Iterator[Asked]:
    """The placeholders of a text, in order: ``{smmlv}``, ``{28 smmlv}``, ``{1.000 smmlv}``."""
    return map(_asked, _PLACEHOLDER.finditer(text))


def pesos(value: int) -> str:
    """Whole Colombian pesos as they are written there: $1.750.905."""
    return f"${value:,}".replace(",", ".")


def _asked(found: re.Match[str]) -> Asked:
    return Asked(int((found[1] or "1").replace(".", "")), found[2])

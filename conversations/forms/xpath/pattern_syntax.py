"""Regular expressions read just far enough to judge how long they can take."""

import re
from dataclasses import dataclass
from typing import TypeAlias

# Stands for all characters there are: two classes overlap if they share one of these.
_SAMPLE = "".join(map(chr, range(9, 127))) + "áéíñÑü\u00a0中"
_ATOM = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\]", re.DOTALL)
_QUANTIFIER = re.compile(r"([*+?])|\{(\d*)(,?)(\d*)\}", re.ASCII)
_NOT_A_GROUP = re.compile(r"\(\?(?:[=!#(]|<[=!]|P=|[aiLmsux-])")
_GROUP = re.compile(r"\((?:\?(?::|>|P?<\w+>))?")
_EDGES = frozenset({"^", "$", "\\b", "\\B", "\\A", "\\Z"})


class NotUnderstood(Exception):
    """The pattern uses something that is not judged here: looking around, back references, inline flags."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One character out of these."""

    letters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other; empty for what matches without taking anything."""

    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """At least and at most so many times; None is without end."""

    part: "Part"
    least: int
    most: int | None


Part: TypeAlias = Letter | Sequence | Choice | Repeated


def read(pattern: str) -> Part:
    """The pattern as parts. Raises ``NotUnderstood``, also for what ``re`` would refuse."""
    part, place = _choice(pattern, 0)
    if place < len(pattern):
        raise NotUnderstood
    return part


def _choice(pattern: str, place: int) -> tuple[Part, int]:
    options: list[Part] = []
    while True:
        part, place = _sequence(pattern, place)
        options.append(part)
        if pattern[place : place + 1] != "|":
            return (options[0] if len(options) == 1 else Choice(tuple(options))), place
        place += 1


def _sequence(pattern: str, place: int) -> tuple[Part, int]:
    parts: list[Part] = []
    while place < len(pattern) and pattern[place] not in "|)":
        part, place = _piece(pattern, place)
        quantifier = _QUANTIFIER.match(pattern, place)
        while quantifier is not None and quantifier[0] not in {"{}", "{,}"}:
            part = Repeated(part, *_bounds(quantifier))
            place = quantifier.end()
            if pattern[place : place + 1] in {"?", "+"}:
                place += 1  # lazy or possessive: as slow when it fails, or quicker
            quantifier = _QUANTIFIER.match(pattern, place)
        parts.append(part)
    return Sequence(tuple(parts)), place


def _piece(pattern: str, place: int) -> tuple[Part, int]:
    if _NOT_A_GROUP.match(pattern, place):
        raise NotUnderstood
    opening = _GROUP.match(pattern, place)
    if opening is not None:
        part, place = _choice(pattern, opening.end())
        if pattern[place : place + 1] != ")":
            raise NotUnderstood
        return part, place + 1
    atom = _ATOM.match(pattern, place)
    if atom is None or re.fullmatch(r"\\[1-9gk]", atom[0]):
        raise NotUnderstood
    if atom[0] in _EDGES:
        return Sequence(()), atom.end()
    return Letter(_letters(atom[0])), atom.end()


def _bounds(quantifier: re.Match[str]) -> tuple[int, int | None]:
    sign, least, comma, most = quantifier.groups()
    if sign:
        return {"*": (0, None), "+": (1, None), "?": (0, 1)}[sign]
    low = int(least or 0)
    return low, (int(most) if most else None) if comma else low


def _letters(atom: str) -> frozenset[str]:
    try:
        return frozenset(re.findall(atom, _SAMPLE, re.ASCII))
    except re.error as error:
        raise NotUnderstood from error

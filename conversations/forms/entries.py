"""The append-only log of one filling: who changed what from what to what, and when."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

# Who is named for what the form does by itself: defaults, triggers, counted repeats.
BY_FORM = "form"


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. ``key`` is a place with the ids of its repeat instances: ``/data/person{2}/age``.

    Values are as stored. For a repeat instance (the key ends in ``}``) ``new`` is ``""`` when it comes into view and
    None when it goes out of view; its answers are kept either way. ``at`` is aware.
    """

    key: str
    old: str | None
    new: str | None
    at: datetime
    by: str
    erased: bool = False

    def to_json(self) -> dict[str, str | bool | None]:
        """Plain values for storage."""
        kept: dict[str, str | bool | None] = {
            "key": self.key, "old": self.old, "new": self.new, "at": self.at.isoformat(), "by": self.by,
        }  # fmt: skip
        if self.erased:
            kept["erased"] = True
        return kept

    @classmethod
    def from_json(cls, kept: dict[str, str | bool | None]) -> "Entry":
        """The entry that ``to_json`` gave. Raises KeyError or ValueError for anything else."""
        old, new = kept["old"], kept["new"]
        return cls(
            key=str(kept["key"]),
            old=None if old is None else str(old),
            new=None if new is None else str(new),
            at=datetime.fromisoformat(str(kept["at"])),
            by=str(kept["by"]),
            erased=bool(kept.get("erased", False)),
        )


def place_of(key: str) -> str:
    """The place of a key, without the ids of repeat instances."""
    if "{" not in key:
        return key
    return "/".join(step.partition("{")[0] for step in key.split("/"))


def erased(log: Iterable[Entry], places: Collection[str]) -> tuple[Entry, ...]:
    """The log without what was written at these places: that something was written stays, the words go."""
    return tuple(
        replace(entry, old="" if entry.old else entry.old, new="" if entry.new else entry.new, erased=True)
        if not entry.key.endswith("}") and place_of(entry.key) in places
        else entry
        for entry in log
    )

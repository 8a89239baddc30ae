"""The counts of a chaos run, and a sentence for each invariant that did not hold."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Report:
    """``struck``: fault → how often, ``hit``: fault → calls or updates it met, ``whims``: what people did,
    ``last_words``: of a bot that ended by itself."""

    counts: Counter[str] = field(default_factory=Counter)
    struck: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    whims: Counter[str] = field(default_factory=Counter)
    last_words: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def lost(self) -> int:
        """Answers that were acknowledged and are not held."""
        return self.counts["lost"]

    def lines(self) -> str:
        """The counts for people."""
        count = self.counts
        held = ("answers", "boards", "erasures", "lost", "doubled", "out of order", "unanswered")
        said = ("delivered", "sent", "twice", "flagged", "unflagged")
        heard = ("asked again", "nudges", "told", "ignored", "ended by itself")
        lines = [
            f"held: {', '.join(f'{name} {count[name]}' for name in held)}",
            f"messages: {', '.join(f'{name} {count[name]}' for name in said)}",
            f"rows by their end: {_listed(count, 'row ')}",
            f"manners: {', '.join(f'{name} {count[name]}' for name in heard)}",
        ]
        if self.whims:
            lines.append(f"people: {_listed(self.whims)}")
        if self.struck:
            hits = ", ".join(f"{kind} {times} ({self.hit[kind]} hits)" for kind, times in sorted(self.struck.items()))
            lines.append(f"faults: {hits}")
        lines += [f"ended by itself: {words}" for words in self.last_words]
        return "\n".join([*lines, *(f"BROKEN: {what}" for what in self.broken)])


def _listed(counter: Counter[str], prefix: str = "") -> str:
    return ", ".join(f"{key.removeprefix(prefix)} {n}" for key, n in sorted(counter.items()) if key.startswith(prefix))

"""One walk: many people in rounds, everybody doing something in each, the bot at rest in between.

Rounds make a walk repeatable: what anybody does rests on the dice and on what they saw at rest, not on who was faster.
"""

import asyncio
import random
from dataclasses import dataclass, field
from pathlib import Path

from simulator.world import World
from tests.conftest import OWNER
from tests.fuzz import tables, words
from tests.fuzz.acts import Act
from tests.fuzz.choices import next_acts
from tests.fuzz.somebody import Somebody
from tests.fuzz.stage import PATIENCE, Stage
from tests.fuzz.straight import lead_on, lead_out

_RESTARTS, _SILENCES = 0.03, 0.05  # chances in a round
_AN_HOUR = 3600.0
_DAYS = (86_400.0, 3 * 86_400.0, 8 * 86_400.0)  # after a quiet week Telegram numbers its updates anew
_TABLES_EVERY = 10  # rounds
_LAST_ACTS = 20


@dataclass(slots=True)
class Counts:
    """What happened in a walk. ``violations``: each with the transcript of its person."""

    steps: int = 0
    messages: int = 0
    presses: int = 0
    people: int = 0
    restarts: int = 0
    silences: int = 0
    erasures: int = 0
    boards: int = 0
    longest_wait: float = 0.0
    violations: list[str] = field(default_factory=list)

    def add(self, other: "Counts") -> None:
        """Take another walk's counts in."""
        for name in ("steps", "messages", "presses", "people", "restarts", "silences", "erasures", "boards"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.longest_wait = max(self.longest_wait, other.longest_wait)
        self.violations += other.violations

    def __str__(self) -> str:
        return (
            f"{self.steps} steps of {self.people} people, {self.messages} messages and edits of the bot, "
            f"{self.presses} presses, {self.restarts} restarts, {self.silences} silences, {self.erasures} erasures, "
            f"{self.boards} boards registered, longest wait {self.longest_wait:.2f} s, "
            f"{len(self.violations)} violations"
        )


async def walk(
    folder: Path, *, steps: int, people: int, seed: int, calm: bool = False
) -> tuple[Counts, list[Somebody]]:
    """Let people walk for about ``steps`` acts; stops at the first round with a violation.

    ``calm``: the bot is not restarted and no time passes, so that one person's part can be played again alone.
    """
    dice = random.Random(seed)
    async with Stage(folder, seed) as stage:
        crowd = [invent(stage.world, number, dice) for number in range(people - 1)]
        crowd.append(Somebody(stage.world, OWNER))
        for person in crowd:
            person.quoted = tuple(other.own_words for other in crowd)
        counts = Counts(people=people)
        rounds = 0
        while counts.steps < steps and not counts.violations:
            rounds += 1
            await _round(stage, crowd, dice, counts, calm=calm)
            if rounds % _TABLES_EVERY == 0 or counts.violations:
                counts.violations += tables.unhappy(stage)
        if not counts.violations:
            await _last_look(stage, crowd, dice, counts)
        counts.restarts = stage.restarts
        for somebody in crowd:
            counts.erasures += somebody.erasures
            counts.boards += somebody.boards
            counts.longest_wait = max(counts.longest_wait, somebody.longest_wait)
    counts.violations += stage.overheard.complaints
    return counts, crowd


def invent(world: World, number: int, dice: random.Random) -> Somebody:
    """Somebody who has never written; every other one never types what looks like a mistake of the bot."""
    plain = number % 2 == 0
    first = dice.choice(words.FIRST_NAMES if plain else [*words.FIRST_NAMES, *words.TELLTALE_NAMES])
    account = world.add_person(first, last_name=dice.choice(words.LAST_NAMES), phone=f"+57000000{1000 + number}")
    return Somebody(world, account.id, plain=plain)


async def _round(stage: Stage, crowd: list[Somebody], dice: random.Random, counts: Counts, *, calm: bool) -> None:
    for somebody in crowd:
        acts = next_acts(somebody, dice, [other for other in crowd if other is not somebody])
        counts.steps += len(acts)
        counts.presses += sum(act.kind in {"press", "forge"} for act in acts)
        somebody.do(acts)
    if not calm:
        await _everybodys(stage, crowd, dice, counts)
    rested = await stage.at_rest()
    counts.violations += look(stage, crowd, rested=rested)
    for somebody in crowd:
        heard = somebody.journal[-1].heard
        counts.messages += len(heard.messages) + len(heard.edits)


async def _everybodys(stage: Stage, crowd: list[Somebody], dice: random.Random, counts: Counts) -> None:
    """What happens to all at once, sometimes, while the bot has not answered yet."""
    if dice.random() < _SILENCES:
        seconds = _AN_HOUR
        if dice.random() < 0.6:
            await stage.at_rest()  # Telegram itself forgets what was not fetched for a day
            seconds = dice.choice(_DAYS)
        counts.silences += 1
        for somebody in crowd:
            somebody.also(Act("silence", seconds=seconds))
        await stage.let_pass(seconds)
    if dice.random() < _RESTARTS:
        await asyncio.sleep(dice.random() * 0.05)
        for somebody in crowd:
            somebody.also(Act("restart"))
        await stage.restart()


def look(stage: Stage, crowd: list[Somebody], *, rested: bool) -> list[str]:
    """Everything that must hold at rest, person by person."""
    found = [] if rested else [f"not at rest within {PATIENCE} s; {tables.unhappy(stage)}"]
    found += [f"refused: {call.method} {call.params} → {call.description}" for call in stage.take_refused()]
    for somebody in crowd:
        what = somebody.look() + tables.mismatch(stage, somebody)
        if what:
            found.append(told(somebody, what))
    return found


def told(somebody: Somebody, what: list[str]) -> str:
    """A violation with the person's last acts and their chat."""
    acts = [str(act) for exchange in somebody.journal[-_LAST_ACTS:] for act in exchange.acts][-_LAST_ACTS:]
    chat = somebody.phone.transcript().splitlines()[-120:]
    lines = [f"{somebody.id}: {'; '.join(what)}", "its last acts:", *(f"  {act}" for act in acts), "the chat:", *chat]
    return "\n".join(lines)


async def _last_look(stage: Stage, crowd: list[Somebody], dice: random.Random, counts: Counts) -> None:
    for somebody in dice.sample(crowd, min(len(crowd), 8)):
        what = await lead_out(stage, somebody) + await lead_on(stage, somebody)
        counts.violations += look(stage, [somebody], rested=True)
        if what:
            counts.violations.append(told(somebody, what))
    await stage.at_rest()
    counts.violations += tables.unhappy(stage) + tables.unsound(stage) + tables.strays(stage, crowd)

"""Somebody does anything at any time, drawn by Hypothesis so that what breaks is shrunk to its shortest story."""

import asyncio
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from tests.fuzz import tables, words
from tests.fuzz.acts import ATTACHMENTS, SOMEBODYS_PHONE, Act
from tests.fuzz.somebody import Somebody
from tests.fuzz.stage import Stage
from tests.fuzz.straight import lead_on, lead_out, straight_answer
from tests.fuzz.walk import told, walk

_TYPED = st.one_of(
    st.sampled_from(words.EVERYDAY), st.sampled_from(words.COMMANDS),
    st.sampled_from([*words.NAMES, *words.BARRIOS, *words.NUMBERS, *words.STRANGE]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
)  # fmt: skip
_ANY = st.integers(0, 30)
_SILENCES = st.sampled_from([3600.0, 86_400.0, 3 * 86_400.0])


class AnythingAtAnyTime(RuleBasedStateMachine):
    """One person and the bot. Rules are synchronous: the machine has an event loop of its own, run in each rule."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.Runner()
        self._folder = tempfile.TemporaryDirectory(prefix="fuzz-")
        self._stage = Stage(Path(self._folder.name), seed=1)
        self._run(self._stage.__aenter__())
        account = self._stage.world.add_person("Rosa", last_name="Inventada", phone="+570000001001")
        self._rosa = Somebody(self._stage.world, account.id)

    def teardown(self) -> None:
        """The ways out and on, the tables, and everything closed."""
        try:
            wrong = self._run(lead_out(self._stage, self._rosa)) + self._run(lead_on(self._stage, self._rosa))
            wrong += tables.unhappy(self._stage) + tables.unsound(self._stage)
            wrong += tables.strays(self._stage, [self._rosa])
            assert not wrong, told(self._rosa, wrong)
        finally:
            self._run(self._stage.__aexit__(None, None, None))
            self._loop.close()
            self._folder.cleanup()
        assert not self._stage.overheard.complaints

    @property
    def _blocked(self) -> bool:
        return self._rosa.phone.person.blocked

    @precondition(lambda self: not self._blocked)
    @rule(times=st.integers(1, 4))
    def answers_straight(self, times: int) -> None:
        """A few sensible answers, so that stories get somewhere."""
        for _ in range(times):
            self._does(straight_answer(self._rosa))

    @precondition(lambda self: not self._blocked)
    @rule(text=_TYPED)
    def types(self, text: str) -> None:
        """Anything."""
        self._does(Act("type", text))

    @precondition(lambda self: not self._blocked and self._rosa.labels)
    @rule(which=_ANY, newest=st.booleans(), second=st.one_of(st.none(), _TYPED))
    def presses(self, which: int, newest: bool, second: str | None) -> None:
        """A button in sight, or one of long ago; perhaps writing something at once."""
        seen = [(number, label) for number, label, _ in self._rosa.buttons()]
        known = seen if newest and seen else list(self._rosa.labels)
        number, label = known[which % len(known)]
        self._does(Act("press", label, number), *([Act("type", second)] if second else []))

    @precondition(lambda self: not self._blocked)
    @rule(data=st.sampled_from(words.FORGED), message=st.integers(1, 40))
    def presses_what_no_button_says(self, data: str, message: int) -> None:
        """A modified client."""
        self._does(Act("forge", message=message, data=data))

    @precondition(lambda self: not self._blocked)
    @rule(kind=st.sampled_from(ATTACHMENTS))
    def sends_something(self, kind: str) -> None:
        """No text."""
        self._does(Act("attach", kind))

    @precondition(lambda self: not self._blocked)
    @rule(kind=st.sampled_from(["contact", "somebody's contact", "contact without an account"]))
    def shares_a_contact(self, kind: str) -> None:
        """Her own or another's."""
        self._does(Act(kind, "" if kind == "contact" else SOMEBODYS_PHONE))

    @precondition(lambda self: not self._blocked and self._rosa.written)
    @rule(which=_ANY, text=_TYPED)
    def edits_or_forwards(self, which: int, text: str) -> None:
        """An earlier message of hers; or somebody else's words."""
        written = self._rosa.written
        self._does(Act("edit", text, written[which % len(written)]) if which % 2 else Act("forward", text))

    @rule(code=st.sampled_from(words.CODES))
    def starts(self, code: str) -> None:
        """The START button, with a link's code or without; takes the bot back if it was blocked."""
        self._does(Act("start", code))

    @precondition(lambda self: not self._blocked)
    @rule(text=st.one_of(st.none(), _TYPED))
    def blocks(self, text: str | None) -> None:
        """Perhaps before she was answered."""
        self._does(*([Act("type", text)] if text else []), Act("block"))

    @rule(seconds=_SILENCES)
    def is_silent(self, seconds: float) -> None:
        """Time passes."""
        self._rosa.do([Act("silence", seconds=seconds)])
        self._run(self._stage.let_pass(seconds))

    @rule(text=st.one_of(st.none(), _TYPED))
    def meets_a_restart(self, text: str | None) -> None:
        """The bot is stopped and started, perhaps when she has just written."""
        self._rosa.do([Act("type", text)] if text and not self._blocked else [])
        self._rosa.also(Act("restart"))
        self._run(self._stage.restart())

    @precondition(lambda self: not self._blocked)
    @rule()
    def erases(self) -> None:
        """Everything held about her."""
        for text in ("/misdatos", "borrar", "borrar"):
            self._does(Act("type", text))

    @invariant()
    def all_is_well(self) -> None:
        """At rest, after each rule."""
        rested = self._run(self._stage.at_rest())
        wrong = [] if rested else ["the bot does not come to rest"]
        wrong += self._rosa.look() + tables.mismatch(self._stage, self._rosa) + self._stage.overheard.complaints
        wrong += [f"refused: {call.method} → {call.description}" for call in self._stage.take_refused()]
        assert not wrong, told(self._rosa, wrong)

    def _does(self, *acts: Act) -> None:
        self._rosa.do(list(acts))
        self._run(self._stage.at_rest())

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._loop.run(work)


def test_whatever_somebody_does_the_bot_answers_and_leads_on() -> None:
    run_state_machine_as_test(
        AnythingAtAnyTime,
        settings=settings(
            max_examples=12, stateful_step_count=20, deadline=None, derandomize=True,
            phases=[Phase.explicit, Phase.generate, Phase.shrink], suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip


async def test_many_people_at_once_do_what_they_like(tmp_path: Path) -> None:
    counts, _ = await walk(tmp_path, steps=400, people=14, seed=1)

    assert not counts.violations, "\n\n".join(counts.violations)
    assert counts.presses > 100
    assert counts.boards > 0


async def test_the_same_seed_gives_the_same_walk(tmp_path: Path) -> None:
    walks = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        counts, crowd = await walk(tmp_path / name, steps=150, people=6, seed=3)
        walks.append((counts.steps, [str(act) for one in crowd for exchange in one.journal for act in exchange.acts]))

    assert walks[0] == walks[1]

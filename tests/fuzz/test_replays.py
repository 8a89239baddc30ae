"""Recorded conversations, done again: the bot answers as it did when somebody read the answers and found them right."""

from pathlib import Path

import pytest

from tests.fuzz.replay import ACCEPT, RECORDINGS, difference, load, replay

_FILES = sorted(RECORDINGS.glob("*.jsonl"))


@pytest.mark.parametrize("file", _FILES, ids=[file.stem for file in _FILES])
async def test_a_recorded_conversation_is_answered_as_before(file: Path) -> None:
    recorded = load(file)

    answered = await replay(recorded)

    if changed := difference(recorded, answered):
        pytest.fail(f"If the new answers are right: {ACCEPT} {file}\n{changed}", pytrace=False)


async def test_another_answer_is_shown_as_a_changed_line_of_the_play() -> None:
    recorded = load(RECORDINGS / "consent_refused_and_changed.jsonl")
    answered = [*recorded[:-1], {**recorded[-1], "said": [{"text": "Algo nuevo", "buttons": [["Seguir"]]}]}]

    changed = difference(recorded, answered)

    assert "+bot: Algo nuevo" in changed
    assert "+     [Seguir]" in changed
    assert not difference(recorded, recorded)

"""The bench measures what it says: each bot it compares is really walked through to the end."""

import asyncio
from pathlib import Path

import pytest

from tests.bench.measure import OURS, measure

pytestmark = pytest.mark.process
_ACTIONS = 17  # one welcome and one registration, greeting and order included, at least


@pytest.mark.parametrize("who", [OURS, "echo", "pickle"])
async def test_a_person_gets_through_with_each_of_the_bots(tmp_path: Path, who: str) -> None:
    async with asyncio.timeout(60):
        measured = await measure(tmp_path, people=1, latency=0.0, boards=1, who=who)

    assert measured.answers >= _ACTIONS
    assert measured.cpu_ms > 0

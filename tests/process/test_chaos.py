"""A short run of the chaos suite: nothing of what people wrote is lost or doubled by kill -9."""

from pathlib import Path

import pytest

from tests.chaos.run import kill_and_compare

pytestmark = pytest.mark.process


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_five_kills_break_no_invariant(tmp_path: Path, mode: str) -> None:
    report = await kill_and_compare(tmp_path, kills=5, people=40, mode=mode, seed=20261124)

    assert report.broken == [], report.lines()
    assert report.counts["answers"] > 100, "people did answer meanwhile"

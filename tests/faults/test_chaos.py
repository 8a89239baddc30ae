"""Everything at once, for a moment: the long form is make chaos."""

from pathlib import Path

import pytest

from tests.chaos.run import kill_and_compare

pytestmark = pytest.mark.process


async def test_people_register_while_everything_goes_wrong_at_once(tmp_path: Path) -> None:
    report = await kill_and_compare(tmp_path, kills=6, people=20, mode="webhook", seed=21, faults=True)

    assert report.broken == [], report.lines()
    assert report.counts["answers"] > 50
    assert report.struck.total() > 3

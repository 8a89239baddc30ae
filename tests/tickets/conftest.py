"""A team at its desk on a Tuesday morning, and two people who were welcomed."""

from collections.abc import Iterator

import pytest

from tests.tickets.counter import PEDRO, ROSA, Counter, seated


@pytest.fixture
def town() -> Iterator[Counter]:
    made = Counter()
    seated(made)
    made.welcomed(ROSA, PEDRO)
    yield made
    made.close()

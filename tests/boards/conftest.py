"""The city of the tests."""

from collections.abc import Iterator

import pytest

from tests.boards.applicants import four_boards
from tests.boards.city import City, city


@pytest.fixture
def town() -> Iterator[City]:
    with city() as made:
        yield made


@pytest.fixture
def register(town: City) -> dict[str, int]:
    """Four boards of an imported list, by name; Rosa and Pedro were welcomed."""
    return four_boards(town)

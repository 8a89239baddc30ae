"""The city of the tests."""

from collections.abc import Iterator

import pytest

from tests.boards.city import City, city


@pytest.fixture
def town() -> Iterator[City]:
    with city() as made:
        yield made

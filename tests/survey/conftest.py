"""The city in which the survey is asked."""

from collections.abc import Iterator

import pytest

from tests.boards.city import City
from tests.survey.town import asking


@pytest.fixture
def town() -> Iterator[City]:
    with asking() as made:
        yield made

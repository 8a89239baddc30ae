"""A city whose cards can be found by their words."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.content import content_dir
from bot.faq_content import load_faq
from conversations.faq.library import Library
from conversations.faq.matching import Finder, take_apart
from tests.boards.city import City, city

ANA = 501


@pytest.fixture(scope="session")
def library() -> Library:
    """The real cards, found by the real finder."""
    content = load_faq(content_dir(None))
    finder = Finder(take_apart(content.examples.all(), content.language), content.language)
    return replace(Library.of(content.cards, content.amounts), finder=finder)


@pytest.fixture
def town(library: Library) -> Iterator[City]:
    """Ana has been welcomed, and nothing is asked of her."""
    with city() as made:
        made.house.shelf.library = library
        yield made.welcomed(ANA)

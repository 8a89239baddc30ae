"""The cards of this installation and how to find one: what conversations are given to answer questions with."""

from collections.abc import Mapping
from dataclasses import dataclass

from conversations.faq.amounts import Amounts
from conversations.faq.cards import Card
from conversations.faq.matching import Finder


@dataclass(frozen=True, slots=True)
class Library:
    """``categories``: ids of cards by category, both in the order they are shown in.

    ``finder`` is None until it has learned from the examples, which takes a second after the start; until then cards
    are found by category only.
    """

    cards: Mapping[str, Card]
    categories: Mapping[str, tuple[str, ...]]
    amounts: Amounts
    finder: Finder | None = None

    @classmethod
    def of(cls, cards: tuple[Card, ...], amounts: Amounts) -> "Library":
        """Cards in the order they are to be shown in."""
        categories: dict[str, tuple[str, ...]] = {}
        for card in cards:
            categories[card.category] = (*categories.get(card.category, ()), card.id)
        return cls({card.id: card for card in cards}, categories, amounts)

"""Puts the procurement cards on the shelf: at once by theme, a moment later to be found by their words."""

import asyncio
import logging
from dataclasses import replace
from pathlib import Path

from bot.content import ContentError
from bot.faq_content import FaqContent, load_faq
from bot.turns.outcome import Shelf
from conversations.faq.library import Library
from conversations.faq.matching import Finder, take_apart

_LOG = logging.getLogger(__name__)


def fill_shelf(shelf: Shelf, root: Path) -> FaqContent | None:
    """Put the cards of a content folder on the shelf, in a twentieth of a second; returns what a finder learns from.

    A folder without sound cards leaves the shelf empty, which the log says; the rest of the bot works.
    """
    try:
        content = load_faq(root)
    except ContentError as error:
        _LOG.error("no procurement cards: %s", error)
        return None
    for fault in content.faults:
        _LOG.error("card %s, line %s: %s (%s)", fault.file, fault.line, fault.kind, fault.fact)
    if not content.cards:
        return None
    shelf.library = Library.of(content.cards, content.amounts)
    return content


async def learn(shelf: Shelf, content: FaqContent | None) -> None:
    """From then on cards are found by their words. In a thread: chats are answered meanwhile."""
    if content is None or shelf.library is None:
        return
    finder = await asyncio.to_thread(_finder, content)
    shelf.library = replace(shelf.library, finder=finder)
    _LOG.info("procurement questions are understood: %s cards", len(content.cards))


def _finder(content: FaqContent) -> Finder:
    return Finder(take_apart(content.examples.all(), content.language), content.language)

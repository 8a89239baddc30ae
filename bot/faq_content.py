"""Reads content/faq and the table of amounts: cards, ways of asking and word lists, as values for the rest."""

import csv
import tomllib
from dataclasses import dataclass
from pathlib import Path

from bot.content_files import ContentError, read_text
from conversations.faq.amounts import Amounts
from conversations.faq.cards import Card, CardFormat, Fault, parse_card
from conversations.faq.checking import Topic
from conversations.faq.examples import Example, Examples, read_rows
from conversations.faq.language import Language

_OF_CARDS = "cards"


@dataclass(frozen=True, slots=True)
class FaqContent:
    """The cards that could be read, the faults of those that could not, and all that is needed to find a card."""

    form: CardFormat
    cards: tuple[Card, ...]
    faults: tuple[Fault, ...]
    files: tuple[str, ...]
    topics: tuple[Topic, ...]
    amounts: Amounts
    examples: Examples
    language: Language


def load_faq(root: Path) -> FaqContent:
    """``root`` is the content folder. Raises ContentError for a missing or unsound table; a card's faults are told."""
    folder = root / "faq"
    try:
        form = CardFormat(**tomllib.loads(read_text(folder / "format.toml")))
        topics = tuple(Topic(*line.split()) for line in _lines(folder / "topics.txt"))
        amounts = Amounts.from_rows(list(csv.DictReader(read_text(root / "amounts.csv").splitlines())))
        language = _language(folder)
    except (TypeError, KeyError, ValueError) as error:
        raise ContentError(f"{folder}: {error}") from error
    files = sorted(folder.glob("*.md"))
    parsed = [parse_card(file.stem, read_text(file), form) for file in files]
    cards = [one for one in parsed if isinstance(one, Card)]
    place = {topic.id: number for number, topic in enumerate(topics)}
    cards.sort(key=lambda card: (place.get(card.id, len(place)), card.id))
    faults = tuple(fault for one in parsed if not isinstance(one, Card) for fault in one)
    return FaqContent(
        form, tuple(cards), faults, tuple(file.stem for file in files), topics, amounts,
        _examples(folder, cards), language,
    )  # fmt: skip


def _examples(folder: Path, cards: list[Card]) -> Examples:
    of_cards = tuple(
        Example(way, card.id, "", f"{card.id}.md", number)
        for card in cards
        for number, way in enumerate((card.question, *card.ways), start=1)
    )
    authors: dict[str, list[Example]] = {}
    for kind in ("preguntas", "fuera"):
        for file in sorted(folder.glob(f"{kind}*.tsv")):
            # preguntas-x.tsv and fuera-x.tsv were written by the same people.
            author = file.stem.partition("-")[2] or "preguntas"
            authors.setdefault(author, []).extend(read_rows(file.name, read_text(file).splitlines()))
    return Examples(((_OF_CARDS, of_cards), *((name, tuple(found)) for name, found in authors.items())))


def _language(folder: Path) -> Language:
    return Language.from_lists(
        aliases=_lines(folder / "aliases.tsv"),
        lexicon=_lines(folder / "lexicon.tsv"),
        fillers=_lines(folder / "fillers.txt"),
    )


def _lines(file: Path) -> list[str]:
    """Lines that are neither empty nor a remark."""
    return [line.strip() for line in read_text(file).splitlines() if line.strip() and not line.startswith("#")]

"""Whether the cards hold together: topics, dates, sources, links between them, amounts, lengths, ease of reading."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from conversations.faq.amounts import Amounts, asked_in
from conversations.faq.cards import Card, Fault
from conversations.faq.examples import Examples
from conversations.text import fold

# What a person sees before "ver más": question, answer, source and its date. Characters.
LONGEST = 900
FEWEST_WAYS = 12
# Flesch reading ease of the short answer, Spanish formula, 0 (hard) to 100 (easy).
EASE_OF_EACH = 55.0
EASE_OF_ALL = 65.0
# Nothing to mend today: the owner is told, and the reader is warned on the card.
NOTICES = frozenset({"card-expired"})

_MONEY = re.compile(r"\$\s*\d")
_RESEARCH_TAG = re.compile(r"\[[A-Z]?\d+\]")
_NO_FILE = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic that must have a card; ``id`` is the name of its file."""

    category: str
    id: str


def check_cards(
    cards: Sequence[Card], topics: Sequence[Topic], amounts: Amounts, today: date, ease: Mapping[str, float]
) -> tuple[Fault, ...]:
    """Every fault of the cards that could be read; ``ease``: card id → reading ease of its short answer."""
    categories = {topic.id: topic.category for topic in topics}
    found = [fault for card in cards for fault in _of_card(card, categories, amounts, today, ease)]
    found += _average(ease)
    return tuple(found)


def check_topics(files: Sequence[str], topics: Sequence[Topic]) -> tuple[Fault, ...]:
    """Topics without a file; ``files`` are the ids of all card files, also of those that could not be read."""
    missing = [topic.id for topic in topics if topic.id not in files]
    return tuple(Fault(topic, 0, "card-missing") for topic in missing)


def check_examples(examples: Examples, topics: Sequence[Topic]) -> tuple[Fault, ...]:
    """Ways of asking that belong to no topic, or to two."""
    ids = {topic.id for topic in topics}
    first: dict[str, str] = {}
    found = []
    for example in examples.all():
        if example.topic is not None and example.topic not in ids:
            found.append(Fault(example.file, example.line, "unknown-topic", example.topic))
        meant = example.topic or example.kind
        before = first.setdefault(fold(example.text) or example.text, meant)
        if before != meant:
            found.append(Fault(example.file, example.line, "asked-of-two", before))
    return tuple(found)


def _of_card(
    card: Card, categories: Mapping[str, str], amounts: Amounts, today: date, ease: Mapping[str, float]
) -> Iterator[Fault]:
    def fault(kind: str, fact: object = "") -> Fault:
        return Fault(card.id, 0, kind, str(fact))

    if card.id not in categories:
        yield fault("no-such-topic")
    elif card.category != categories[card.id]:
        yield fault("wrong-category", categories[card.id])
    yield from (fault(kind, fact) for kind, fact in _sources_and_dates(card, today))
    yield from (fault("related-unknown", name) for name in card.related if name not in categories)
    if card.id in card.related or len(set(card.related)) < len(card.related):
        yield fault("related-twice")
    yield from (fault(kind, fact) for kind, fact in _money(card, amounts, today))
    length = len(shown_first(card, amounts, today))
    if length > LONGEST:
        yield fault("too-long", length)
    if len({fold(way) for way in card.ways}) < FEWEST_WAYS:
        yield fault("few-ways", len(card.ways))
    if ease.get(card.id, 100.0) < EASE_OF_EACH:
        yield fault("hard-to-read", round(ease[card.id]))


def _sources_and_dates(card: Card, today: date) -> Iterator[tuple[str, object]]:
    if _RESEARCH_TAG.search(card.source):
        yield "source-tag", card.source
    if card.confidence != "high" and not card.confirm_with:
        yield "nobody-to-confirm", ""
    if card.link is not None and not card.link.startswith("https://"):
        yield "link-not-https", card.link
    if card.as_of > today:
        yield "as-of-ahead", card.as_of
    if card.valid_until <= card.as_of:
        yield "ends-before-it-begins", card.valid_until
    elif card.valid_until < today:
        yield "card-expired", card.valid_until


def _money(card: Card, amounts: Amounts, today: date) -> Iterator[tuple[str, object]]:
    text = "\n".join((card.question, card.answer, *card.steps, card.example))
    # What a contract costs in an invented example is no amount of the law.
    if _MONEY.search("\n".join((card.answer, *card.steps))):
        yield "money-typed", ""
    for asked in asked_in(text):
        if asked.name not in amounts.names:
            yield "unknown-amount", asked.name
        elif amounts.find(asked.name, min(today, card.valid_until)) is None:
            yield "amount-without-value", f"{asked.name} {today.year}"
    if re.search(r"[{}]", amounts.fill(text, today, lambda _: "")):
        yield "stray-brace", ""


def shown_first(card: Card, amounts: Amounts, today: date) -> str:
    """What is read before "ver más": question, answer with its amounts, source and date."""
    answer = amounts.fill(card.answer, today, lambda asked: f"{asked.times} {asked.name}")
    return f"{card.question}\n\n{answer}\n\n{card.source}\n{card.as_of.isoformat()}"


def _average(ease: Mapping[str, float]) -> list[Fault]:
    average = sum(ease.values()) / len(ease) if ease else EASE_OF_ALL
    if average >= EASE_OF_ALL:
        return []
    return [Fault(_NO_FILE, 0, "hard-on-average", f"{average:.1f}")]

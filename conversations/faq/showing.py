"""A card as a message: the short answer with its source and date, then what can be done from there."""

from datetime import date

from conversations.commands import ASK
from conversations.decisions import Link, Words
from conversations.faq.amounts import asked_in
from conversations.faq.cards import Card
from conversations.faq.library import Library

# What an argument of the command begins with, besides the id of a card itself.
CATEGORY, MORE, RELATED, HELPED, FAILED = "c-", "m-", "r-", "s-", "n-"
# What the team is told about questions.
GAPS = "gaps"
_IN_A_ROW = 5
Rows = tuple[tuple[Link, ...], ...]


def card_words(library: Library, card: Card, today: date) -> Words:
    """Question, answer, whom to confirm it with, source and date; a warning first when its time is over."""
    notes = []
    if card.valid_until < today:
        notes.append(Words("card-expired", {"until": card.valid_until}))
    if any(library.amounts.find(asked.name, today) is None for asked in asked_in(card.answer)):
        notes.append(Words("card-amount-unknown", {"year": str(today.year)}))
    if card.confirm_with:
        notes.append(Words("card-confirm", {"entity": card.confirm_with}))
    notes.append(Words("card-source", {"source": card.source, "as_of": card.as_of}))
    answer = filled(library, card.answer, today)
    return Words("card", {"question": card.question, "answer": answer, "notes": tuple(notes)})


def more_words(library: Library, card: Card, today: date) -> Words:
    """The steps and the example."""
    steps = tuple(
        Words("card-step", {"number": number, "text": filled(library, step, today)})
        for number, step in enumerate(card.steps, start=1)
    )
    parts: list[Words] = []
    if steps:
        parts.append(Words("card-steps", {"steps": steps}))
    if card.example:
        parts.append(Words("card-example", {"text": filled(library, card.example, today)}))
    if card.link:
        parts.append(Words("card-link", {"link": card.link}))
    return Words("card-more", {"question": card.question, "parts": tuple(parts)})


def has_more(card: Card) -> bool:
    """Whether there is anything beyond the short answer."""
    return bool(card.steps or card.example or card.link)


def card_rows(library: Library, card: Card) -> Rows:
    """Steps, whether it helped, and what is related."""
    rows: list[tuple[Link, ...]] = []
    if has_more(card):
        rows.append((Link(ASK, Words("card-more-button"), MORE + card.id),))
    rows.append(judging(card))
    if related(library, card):
        rows.append((Link(ASK, Words("card-related-button"), RELATED + card.id),))
    return tuple(rows)


def related(library: Library, card: Card) -> tuple[Card, ...]:
    """The cards that this one names, if this installation has them."""
    return tuple(library.cards[name] for name in card.related if name in library.cards)


def judging(card: Card) -> tuple[Link, ...]:
    """Whether the answer helped."""
    return (
        Link(ASK, Words("card-helped-button"), HELPED + card.id),
        Link(ASK, Words("card-failed-button"), FAILED + card.id),
    )


def numbered(cards: tuple[Card, ...]) -> tuple[tuple[Words, ...], Rows]:
    """Questions as numbered lines, and a button for each number."""
    lines = tuple(Words("card-line", {"number": i, "question": c.question}) for i, c in enumerate(cards, start=1))
    buttons = [Link(ASK, Words("numbered", {"number": i}), card.id) for i, card in enumerate(cards, start=1)]
    rows = tuple(tuple(buttons[i : i + _IN_A_ROW]) for i in range(0, len(buttons), _IN_A_ROW))
    return lines, rows


def filled(library: Library, text: str, today: date) -> str:
    """A text with its amounts worked out for a day; one that is not known yet stays a number of its unit."""
    return library.amounts.fill(text, today, lambda asked: f"{asked.times} {asked.name.upper()}")

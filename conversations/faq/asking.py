"""Procurement questions at any moment: a card, a choice of cards, or an honest "I do not know".

Answers are messages, not questions: whatever was asked before stays open, and their buttons work for good.
"""

import re

from conversations import home
from conversations.commands import ASK, PERSON
from conversations.conversation import link
from conversations.decisions import Link, Words
from conversations.faq.cards import Card
from conversations.faq.decisions import CardJudged, CardShown, QuestionUnanswered
from conversations.faq.library import Library
from conversations.faq.matching import Outcome
from conversations.faq.showing import (
    CATEGORY,
    FAILED,
    GAPS,
    HELPED,
    MORE,
    RELATED,
    card_rows,
    card_words,
    judging,
    more_words,
    numbered,
    related,
)
from conversations.rights import may
from conversations.text import cut, fold
from conversations.turn import Turn

# Small talk that gets an answer of its own: names of word lists, the likeliest first.
_TALK = ("thanks", "bye", "robot", "upset", "fine")
_PRIVATE = re.compile(r"\S*(?:@|https?:|www\.|\d{5,})\S*")
_LONGEST_KEPT = 200
_FEWEST_WORDS = 3
_A_PAGE = 7
_MOST_TOLD = 5
_GAP_SHOWN = 60


def ask(turn: Turn) -> Turn:
    """/consulta and the buttons of cards: ``turn.argument`` is a card, a category, or what to do with a card."""
    library = turn.known.library
    if library is None:
        return home.home(turn, Words("questions-none"))
    if turn.argument == GAPS and may(turn.known.person.staff, "see_boards"):
        return _gaps(turn, library)
    kind, rest = turn.argument[:2], turn.argument[2:]
    if turn.argument in library.cards:
        return _shown(turn, library, library.cards[turn.argument])
    if kind == CATEGORY and (place := _place_of(library, rest)) is not None:
        return _category(turn, library, *place)
    card = library.cards.get(rest)
    if card is None or kind not in (MORE, RELATED, HELPED, FAILED):
        return _menu(turn, library)
    if kind == MORE:
        return turn.say_rows(more_words(library, card, turn.known.today), (judging(card), (_menu_link(),)))
    lines, rows = numbered(related(library, card))
    if kind == RELATED:
        return turn.say_rows(Words("card-related", {"lines": lines}), (*rows, (_menu_link(),)))
    turn = turn.remember(CardJudged(card.id, helped=kind == HELPED))
    if kind == HELPED:
        return turn.say(Words("card-helped"), _menu_link())
    person = link(PERSON, "person-button", f"k{card.id}")
    return turn.say_rows(Words("card-failed", {"lines": lines}), (*rows, (person,), (_menu_link(),)))


def answered(turn: Turn, text: str) -> Turn | None:
    """What somebody wrote while nothing was asked; None when the bot has no cards to look it up in."""
    library = turn.known.library
    if library is None or library.finder is None or not fold(text):
        return None
    found = library.finder.match(text)
    cards = tuple(library.cards[answer.id] for answer in found.offered if answer.id in library.cards)
    if found.outcome is Outcome.SURE and cards:
        return _shown(turn, library, cards[0])
    if found.outcome is Outcome.UNSURE and cards:
        lines, rows = numbered(cards)
        return turn.say_rows(Words("questions-unsure", {"lines": lines}), (*rows, (_menu_link(),)))
    if found.outcome is Outcome.TALK:
        return home.home(turn, Words(f"small-talk-{_talk(turn, text)}"))
    turn = turn.remember(*_unanswered(text))
    ways = home.ways(turn.state, turn.known)
    person = tuple(way for way in ways if way.command == PERSON)
    return turn.say(Words("question-unanswered"), *person, _menu_link(), *(way for way in ways if way not in person))


def beside(turn: Turn, text: str, *, refused: bool) -> Turn | None:
    """A question asked in place of an answer: its card, to be followed by what is open. None when it is none.

    ``refused``: the open question did not take the text. Where it did, only what is clearly asked counts.
    """
    library = turn.known.library
    if library is None or library.finder is None or not (refused or "?" in text or "¿" in text):
        return None
    if len(fold(text).split()) < _FEWEST_WORDS and "?" not in text:
        return None  # a word or two are an answer that went wrong rather than a question
    found = library.finder.match(text)
    if found.outcome is not Outcome.SURE:
        return None
    return _shown(turn, library, library.cards[found.answers[0].id])


def _shown(turn: Turn, library: Library, card: Card) -> Turn:
    turn = turn.remember(CardShown(card.id))
    return turn.say_rows(card_words(library, card, turn.known.today), (*card_rows(library, card), (_menu_link(),)))


def _menu(turn: Turn, library: Library) -> Turn:
    rows = tuple((Link(ASK, Words(f"category-{name}-button"), CATEGORY + name),) for name in library.categories)
    if may(turn.known.person.staff, "see_boards"):
        rows = (*rows, (link(ASK, "questions-gaps-button", GAPS),))
    return turn.say_rows(Words("questions-menu", {"count": len(library.cards)}), rows)


def _gaps(turn: Turn, library: Library) -> Turn:
    """For the team: what is asked most, and what no card answers yet."""
    records = turn.known.records
    asked = [
        Words("questions-use", {
            "question": library.cards[use.card_id].question, "shown": use.shown, "helped": use.helped,
            "failed": use.failed,
        })
        for use in records.card_uses(_MOST_TOLD) if use.card_id in library.cards
    ]  # fmt: skip
    missing = [
        Words("questions-gap", {"text": cut(gap.text, _GAP_SHOWN), "count": gap.asked})
        for gap in records.unanswered(_MOST_TOLD)
    ]
    nothing = Words("questions-nothing-yet")
    lines = {"asked": tuple(asked) or nothing, "missing": tuple(missing) or nothing}
    return turn.say(Words("questions-gaps", lines), _menu_link())


def _category(turn: Turn, library: Library, name: str, page: int) -> Turn:
    cards = library.categories[name]
    shown = cards[page * _A_PAGE : (page + 1) * _A_PAGE]
    lines, rows = numbered(tuple(library.cards[card] for card in shown))
    if (page + 1) * _A_PAGE < len(cards):
        rows = (*rows, (link(ASK, "next-button", f"{CATEGORY}{name}-{page + 1}"),))
    if page:
        rows = (*rows, (link(ASK, "previous-button", f"{CATEGORY}{name}-{page - 1}"),))
    text = Words("questions-category", {"category": Words(f"category-{name}"), "lines": lines})
    return turn.say_rows(text, (*rows, (_menu_link(),)))


def _place_of(library: Library, said: str) -> tuple[str, int] | None:
    """A category and its page, from ``name`` or ``name-1``."""
    name, _, page = said.rpartition("-")
    if said in library.categories:
        return said, 0
    return (name, int(page)) if name in library.categories and page.isdecimal() and len(page) == 1 else None


def _menu_link() -> Link:
    return link(ASK, "questions-button")


def _talk(turn: Turn, text: str) -> str:
    meanings = turn.known.lexicon.mentions(text)
    return next((name for name in _TALK if name in meanings), "other")


def _unanswered(text: str) -> tuple[QuestionUnanswered, ...]:
    kept = fold(_PRIVATE.sub(" ", text))[:_LONGEST_KEPT].strip()
    return (QuestionUnanswered(kept),) if kept else ()

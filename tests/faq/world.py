"""An invented card, and the content that comes with the program."""

from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.cli.faq_check import fault_words
from bot.content import load_content
from bot.content_files import DEFAULT_LOCALE, content_dir
from bot.faq_content import FaqContent, load_faq
from bot.words import Wording
from conversations.faq.cards import Card, CardFormat, Fault, parse_card
from conversations.faq.matching import Finder, take_apart

ROOT = content_dir(None)
FORM = CardFormat(
    fields={
        "category": "categoría", "source": "fuente", "as_of": "vigente a", "valid_until": "válida hasta",
        "reviewer": "revisó", "confidence": "confianza", "related": "relacionadas", "confirm_with": "confirme con",
        "link": "enlace",
    },
    headings={"steps": "Pasos", "example": "Ejemplo", "ways": "Maneras de preguntar"},
    confidence={"high": "alta", "medium": "media", "low": "baja"},
)  # fmt: skip
TEXT = """\
categoría: la-junta
fuente: Ley 2166 de 2021, artículo 7
vigente a: 2026-11-22
válida hasta: 2027-06-30
revisó: Rosa Inventada
confianza: media
relacionadas: otra-ficha, y-otra
confirme con: la Alcaldía

# ¿Qué es una junta?

Es un grupo de vecinos.

Cuesta {28 smmlv}.

## Pasos
1. Reúna a los vecinos
   de su cuadra.
2) Vote.

## Ejemplo
La junta de Loma Inventada se reunió.

## Maneras de preguntar
- que es la junta
* y eso que es
"""


def card(text: str = TEXT, card_id: str = "que-es") -> Card:
    """The card of a text that has no faults."""
    parsed = parse_card(card_id, text, FORM)
    assert isinstance(parsed, Card), parsed
    return parsed


@cache
def _wording() -> Wording:
    return Wording(DEFAULT_LOCALE, load_content(ROOT).messages[DEFAULT_LOCALE], ZoneInfo("America/Bogota"))


def told(fault: Fault) -> str:
    """What the author of the card reads about a fault."""
    return _wording().plain(fault_words(fault))


@cache
def content(root: Path = ROOT) -> FaqContent:
    """What comes with the program, read once."""
    return load_faq(root)


@cache
def finder() -> Finder:
    """A finder that learned everything that comes with the program."""
    return Finder(take_apart(content().examples.all(), content().language), content().language)

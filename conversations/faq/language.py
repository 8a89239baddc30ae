"""How people ask: acronyms as they are said, everyday words for technical ones, words without weight, sentences."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from snowballstemmer.spanish_stemmer import SpanishStemmer

from conversations.sounds import by_ear
from conversations.text import fold

_SENTENCES = re.compile(r"[.;!?¿¡\n]+")
_SPANISH = SpanishStemmer()
_STEMS_KEPT = 16_384
# A file of aliases or meanings holds forms of at most this many words.
_LONGEST_FORM = 4


@dataclass(frozen=True, slots=True)
class Said:
    """A text in comparable words: as they sound, as stems, and the meanings that everyday words stand for."""

    sounds: tuple[str, ...]
    stems: tuple[str, ...]
    meanings: tuple[str, ...]


@dataclass(frozen=True)
class Language:
    """Word lists of ``content/faq``. Forms are tuples of words: of sounds in ``aliases``, of stems in ``meanings``."""

    aliases: Mapping[tuple[str, ...], tuple[str, ...]]
    meanings: Mapping[tuple[str, ...], tuple[str, ...]]
    fillers: frozenset[tuple[str, ...]]

    @classmethod
    def from_lists(cls, aliases: Sequence[str], lexicon: Sequence[str], fillers: Sequence[str]) -> "Language":
        """``aliases`` and ``lexicon``: ``word TAB form, form``; ``fillers``: one form an entry. Raises ValueError."""
        heard = {hear(form): hear(word) for word, form in _pairs(aliases)}
        meant: dict[tuple[str, ...], tuple[str, ...]] = {}
        for word, form in _pairs(lexicon):
            stems = tuple(map(_stem, hear(form)))
            meant[stems] = (*meant.get(stems, ()), word)
        return cls(heard, meant, frozenset(hear(form) for form in fillers))

    def understand(self, heard: tuple[str, ...]) -> Said:
        """The words that carry weight among those of ``hear``; all words when none does."""
        sounds = _replaced(heard, self.aliases)
        return self.part(_replaced(sounds, self._without_fillers) or sounds)

    def part(self, sounds: tuple[str, ...]) -> Said:
        """The same for words that were understood already, such as some of a long message."""
        stems = tuple(map(_stem, sounds))
        meanings: list[str] = []
        for place in range(len(stems)):
            for length in range(1, min(_LONGEST_FORM, len(stems) - place) + 1):
                meanings += self.meanings.get(stems[place : place + length], ())
        return Said(sounds, stems, tuple(dict.fromkeys(meanings)))

    @cached_property
    def _without_fillers(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        return dict.fromkeys(self.fillers, ())


def hear(text: str) -> tuple[str, ...]:
    """The words of a text as they sound."""
    # A word of which by ear nothing is left (a lone h) stays as it was typed.
    return tuple(by_ear(word) or word for word in fold(text).split())


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a message, in order; a message without marks is one sentence."""
    return tuple(part.strip() for part in _SENTENCES.split(text) if part.strip())


def _pairs(lines: Sequence[str]) -> list[tuple[str, str]]:
    pairs = []
    for line in lines:
        word, tab, forms = line.partition("\t")
        if not tab or not forms.strip():
            raise ValueError(f"{line!r}: a word, a tab and its forms are expected")
        pairs += [(word.strip(), form.strip()) for form in forms.split(",") if form.strip()]
    return pairs


@lru_cache(_STEMS_KEPT)
def _stem(word: str) -> str:
    stem: str = _SPANISH.stemWord(word)
    return stem


def _replaced(words: tuple[str, ...], forms: Mapping[tuple[str, ...], tuple[str, ...]]) -> tuple[str, ...]:
    """The longest forms first, from left to right."""
    out: list[str] = []
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST_FORM, len(words) - place), 0, -1):
            form = forms.get(words[place : place + length])
            if form is not None:
                out += form
                place += length
                break
        else:
            out.append(words[place])
            place += 1
    return tuple(out)

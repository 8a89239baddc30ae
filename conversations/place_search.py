"""Names of places compared the way people type them: no accents, by ear, words swapped or missing, numbers any way."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from conversations.sounds import by_ear
from conversations.text import fold

_NUMBER_WORDS = {
    "dos": "2", "seis": "6", "siete": "7", "nueve": "9", "once": "11", "trece": "13", "veinte": "20",
    "veintitres": "23", "primero": "1", "segundo": "2", "i": "1", "ii": "2", "iii": "3", "iv": "4", "vi": "6",
    "vii": "7", "xi": "11", "xxiii": "23",
}  # fmt: skip
_SHORT_FORMS = {
    "sn": "san", "sta": "santa", "sto": "santo", "urb": "urbanizacion", "cdad": "ciudad", "fco": "francisco",
    "rep": "republica", "gral": "general", "nva": "nueva", "nvo": "nuevo", "dpto": "departamento", "mcia": "",
}  # fmt: skip
# Said around a name without being part of it. What is left counts; if nothing is left, they count after all.
_AROUND = frozenset({
    "accion", "barriada", "barrio", "cartagena", "ciudadela", "comuna", "comunal", "corregimiento", "de", "del",
    "distrito", "el", "en", "etapa", "isla", "islas", "jac", "junta", "la", "las", "localidad", "los", "mi", "sector",
    "somos", "soy", "urbanizacion", "vereda", "vivo", "y",
})  # fmt: skip


def comparable(text: str) -> str:
    """Folded, short forms spelled out, numbers as digits."""
    words = (_SHORT_FORMS.get(word, word) for word in fold(text).split())
    return " ".join(_NUMBER_WORDS.get(word, word) for word in words if word)


def core(text: str) -> str:
    """A comparable text without the words said around a name."""
    kept = [word for word in text.split() if word not in _AROUND]
    return " ".join(kept) or text


class PlaceIndex:
    """Names made comparable once."""

    def __init__(self, names: Sequence[str]) -> None:
        self._written = [comparable(name) for name in names]
        self._cores = [by_ear(core(name)) for name in self._written]
        self._sorted = [_in_order(name) for name in self._cores]
        self._words = [frozenset(name.split()) for name in self._cores]

    def scores(self, text: str) -> list[float]:
        """How likely each name is meant, 0–100, in the order the names were given."""
        written = comparable(text)
        heard = by_ear(core(written))
        words = frozenset(heard.split())
        alike = [0.0] * len(self._cores)
        # Letters as they come, then the same with the words in order of the alphabet.
        for query, names in ((heard, self._cores), (_in_order(heard), self._sorted)):
            for _, score, place in process.extract(query, names, scorer=fuzz.ratio, limit=None):
                alike[place] = max(alike[place], score)
        joined = heard.replace(" ", "")
        return [self._score(place, written, joined, words, alike[place]) for place in range(len(self._cores))]

    def _score(self, place: int, written: str, joined: str, words: frozenset[str], alike: float) -> float:
        if written == self._written[place]:
            return 100.0
        own = self._words[place]
        if own == words:
            # The words around may tell two names apart ("El Recreo", "Recreo (rural)"): a little less than as written.
            return 98.0 + fuzz.ratio(written, self._written[place]) / 100
        if joined == self._cores[place].replace(" ", ""):
            return 96.0
        shared = words & own
        if shared and (words < own or own < words):
            # A name cut short, or a name with something after it: the more of it was said, the surer.
            whole = sum(map(len, words | own))
            return max(alike, 78.0 + 16.0 * sum(map(len, shared)) / whole)
        return alike


def _in_order(text: str) -> str:
    return " ".join(sorted(text.split()))

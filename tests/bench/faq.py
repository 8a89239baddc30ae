"""How often the right card is found, with ways of asking, or a whole author, left out of what is learned from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.content_files import content_dir
from bot.faq_content import FaqContent, load_faq
from conversations.faq.examples import Example, read_rows
from conversations.faq.matching import Finder, Found, take_apart

_FOLDS = 20
UNSEEN = Path(__file__).parents[1] / "faq" / "questions.tsv"


@dataclass(frozen=True, slots=True)
class Trial:
    """A question, and what was found without having learned from it."""

    example: Example
    found: Found

    @property
    def place(self) -> int | None:
        """Where the right card came, from 0; None when it was not among the answers, or the question was declined."""
        ids = [answer.id for answer in self.found.answers]
        if self.found.declined or self.example.topic not in ids:
            return None
        return ids.index(self.example.topic)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Shares from 0 to 1: right cards first, among three, in-scope questions declined, out of scope ones by kind."""

    name: str
    asked: int
    first: float
    three: float
    declined: float
    outside: float
    sure: float
    sure_wrong: float

    def line(self) -> str:
        """One line for a person."""
        return (
            f"{self.name}: {self.asked} questions, right card first {self.first:.1%}, in three {self.three:.1%}, "
            f"declined in scope {self.declined:.1%}, out of scope {self.outside:.1%}; "
            f"one card shown for {self.sure:.1%}, wrong in {self.sure_wrong:.1%} of them"
        )


def accuracy(name: str, trials: Sequence[Trial]) -> Accuracy:
    """The figures of some trials; a share of none is 0."""
    inside = [trial for trial in trials if trial.example.topic is not None]
    outside = [trial for trial in trials if trial.example.topic is None]
    sure = [trial for trial in trials if len(trial.found.offered) == 1]
    return Accuracy(
        name,
        len(trials),
        first=_share(inside, lambda trial: trial.place == 0),
        three=_share(inside, lambda trial: trial.place is not None and trial.place < 3),
        declined=_share(inside, lambda trial: trial.found.declined),
        outside=_share(outside, lambda trial: trial.found.declined),
        sure=_share(inside, lambda trial: len(trial.found.offered) == 1),
        sure_wrong=_share(sure, lambda trial: trial.place != 0),
    )


class Trials:
    """Questions asked of finders that did not learn from them."""

    def __init__(self, content: FaqContent) -> None:
        self._language = content.language
        self._authors = content.examples.authors
        self._everything = tuple(content.examples.all())
        self._learned = take_apart(self._everything, content.language)  # once for all folds

    def one_way_left_out(self, folds: int = _FOLDS) -> list[Trial]:
        """Every question asked of a finder that learned all others but one in ``folds`` of each topic."""
        return [trial for fold in range(folds) for trial in self.left_out(folds, fold)]

    def left_out(self, folds: int, fold: int) -> list[Trial]:
        """One in ``folds`` of each topic's questions, asked of a finder that learned the others."""
        turn: dict[str, int] = {}
        asked = []
        for example in self._everything:
            turn[example.meant] = turn.get(example.meant, -1) + 1
            if turn[example.meant] % folds == fold:
                asked.append(example)
        return self.ask(asked)

    def one_author_left_out(self) -> Iterator[tuple[str, list[Trial]]]:
        """Every author's questions asked of a finder that learned those of the others."""
        for name, written in self._authors:
            yield name, self.ask(written)

    def unseen(self, file: Path) -> list[Trial]:
        """The questions of a file (id TAB question, ``-`` out of scope) that nobody learned from."""
        return self.ask(list(read_rows(file.name, file.read_text(encoding="utf-8").splitlines())))

    def ask(self, asked: Sequence[Example]) -> list[Trial]:
        """Some examples asked of a finder that learned all the others."""
        gone = set(asked)
        kept = [number for number, example in enumerate(self._everything) if example not in gone]
        finder = Finder(self._learned.only(kept), self._language)
        return [Trial(example, finder.match(example.text)) for example in asked]


def _share(trials: Sequence[Trial], holds: Callable[[Trial], bool]) -> float:
    return sum(map(holds, trials)) / len(trials) if trials else 0.0


def lines() -> Iterator[str]:
    """The figures, one line each, as they are found."""
    trials = Trials(load_faq(content_dir(None)))
    for name, found in trials.one_author_left_out():
        yield accuracy(f"cards, without the questions of {name}", found).line()
    yield accuracy("cards, one way of asking left out at a time", trials.one_way_left_out()).line()
    if UNSEEN.exists():
        yield accuracy("cards, questions nobody learned from", trials.unseen(UNSEEN)).line()


if __name__ == "__main__":
    for line in lines():
        print(line, flush=True)

"""Learns from examples which features speak for which meaning, and by how much."""

from collections.abc import Callable, Iterator, Sequence
from math import gcd

import numpy as np

from conversations.faq.features import Floats, Row

# Chosen by leaving out one author after another: more rounds or larger steps learn the examples by heart.
_ROUNDS = 3
_STEP = 1.0
_FIRST_SQUARE = 0.01
_BIAS_STEP = 0.01


class Linear:
    """One weight for each feature and meaning, fitted by adaptive steps; the same examples give the same weights."""

    def __init__(
        self, rows: Sequence[Row], meant: Sequence[int], shape: tuple[int, int], weigh: Callable[[Row], Row]
    ) -> None:
        """``shape``: how many features, how many meanings; ``weigh`` is applied to each row when its turn comes."""
        self._weights = np.zeros(shape, dtype=np.float32)
        self._bias = np.zeros(shape[1], dtype=np.float32)
        squares = np.full(shape, _FIRST_SQUARE, dtype=np.float16)  # half as exact, half the memory, as good a model
        for _ in range(_ROUNDS):
            for turn in _mixed(len(rows)):
                places, values = weigh(rows[turn])
                before = self._weights[places]
                wrong = _shares(values @ before + self._bias)
                wrong[meant[turn]] -= 1
                slope = values[:, None] * wrong
                squared = squares[places] + slope * slope
                squares[places] = squared
                self._weights[places] = before - _STEP * slope / np.sqrt(squared)
                self._bias -= _BIAS_STEP * wrong

    def scores(self, row: Row) -> Floats:
        """One score a meaning for a weighed row; their exponentials are in proportion to how likely each is."""
        places, values = row
        found: Floats = values @ self._weights[places] + self._bias
        return found


def _mixed(count: int) -> Iterator[int]:
    """Every number once, neighbours far apart: examples of one topic stand together and are not to come in a row."""
    stride = round(count * 0.618) or 1
    while gcd(stride, count) > 1:
        stride += 1
    return (turn * stride % count for turn in range(count))


def _shares(scores: Floats) -> Floats:
    raised: Floats = np.exp(scores - scores.max())
    shares: Floats = raised / raised.sum()
    return shares

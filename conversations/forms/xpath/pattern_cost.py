"""How long a backtracking search can take at worst: exponentially in the text's length, or as which power of it.

A pattern is turned into an automaton with one state for each letter it can take. If a loop leads back to a state on
two different ways with the same letters, every round doubles the work. Otherwise the power is the number of loops one
after the other, and one more if the search may begin anywhere.
"""

import math
from collections import Counter
from itertools import product

from conversations.forms.xpath.pattern_syntax import Choice, Letter, NotUnderstood, Part, Repeated, Sequence, read

_MOST_STATES = 400
_LARGEST_LOOP = 60
# Repetitions up to this many are written out; more are taken for a loop.
_WRITTEN_OUT = 4
_EXACTLY_WRITTEN_OUT = 32
_MOST_WAYS = 16.0  # as a power of two
Ends = tuple[bool, tuple[int, ...], tuple[int, ...]]


class TooSlow(Exception):
    """Exponential, or too large to tell."""


def cost_of(pattern: str) -> tuple[int, float]:
    """The power of the text's length, and a factor for the ways through the pattern itself.

    Raises ``TooSlow``, and ``NotUnderstood`` for what cannot be judged.
    """
    automaton = _Automaton()
    try:
        automaton.add(read(pattern))
    except RecursionError as error:
        raise NotUnderstood from error
    loops = automaton.loops()
    for loop in loops:
        if automaton.is_ambiguous(loop):
            raise TooSlow
    if automaton.ways > _MOST_WAYS:
        raise TooSlow
    power = automaton.loops_in_a_row(loops) + (0 if pattern.startswith("^") and "|" not in pattern else 1)
    return power, 2**automaton.ways


class _Automaton:
    def __init__(self) -> None:
        self._letters: list[frozenset[str]] = []
        self._follow: list[Counter[int]] = []
        self.ways = 0.0  # through all choices and optional parts, as a power of two

    # --- from pattern to states ---

    def add(self, part: Part) -> Ends:
        """Whether it can be empty, the states it can begin with, those it can end with; repeated where ways differ."""
        match part:
            case Letter(letters):
                if len(self._letters) >= _MOST_STATES:
                    raise TooSlow
                self._letters.append(letters)
                self._follow.append(Counter())
                state = (len(self._letters) - 1,)
                return False, state, state
            case Sequence(parts):
                return self._sequence(parts)
            case Choice(parts):
                self.ways += math.log2(len(parts))
                ends = [self.add(each) for each in parts]
                first = tuple(state for each in ends for state in each[1])
                last = tuple(state for each in ends for state in each[2])
                return any(each[0] for each in ends), first, last
            case Repeated(inner, least, most):
                return self._repeated(inner, least, most)

    def _sequence(self, parts: tuple[Part, ...]) -> Ends:
        empty, first, last = True, (), ()  # type: tuple[bool, tuple[int, ...], tuple[int, ...]]
        for part in parts:
            other_empty, other_first, other_last = self.add(part)
            self._connect(last, other_first)
            first = first + other_first if empty else first
            last = last + other_last if other_empty else other_last
            empty = empty and other_empty
        return empty, first, last

    def _repeated(self, part: Part, least: int, most: int | None) -> Ends:
        if most == 1 and least == 0:
            self.ways += 1
            _, first, last = self.add(part)
            return True, first, last
        if most is not None and (most <= _WRITTEN_OUT or least == most <= _EXACTLY_WRITTEN_OUT):
            return self._sequence((part,) * least + (Repeated(part, 0, 1),) * (most - least))
        empty, first, last = self.add(part)
        self._connect(last, first)
        return empty or least == 0, first, last

    def _connect(self, ends: tuple[int, ...], starts: tuple[int, ...]) -> None:
        for end, start in product(ends, starts):
            self._follow[end][start] += 1

    # --- loops ---

    def loops(self) -> list[frozenset[int]]:
        """States that can be reached from themselves, together with those on the way."""
        reach = [self._reached_from(state) for state in range(len(self._letters))]
        found = []
        seen: set[int] = set()
        for state, reached in enumerate(reach):
            if state in reached and state not in seen:
                loop = frozenset(other for other in reached if state in reach[other])
                seen |= loop
                found.append(loop)
        return found

    def _reached_from(self, state: int) -> set[int]:
        reached: set[int] = set()
        waiting = [state]
        while waiting:
            for other in self._follow[waiting.pop()]:
                if other not in reached:
                    reached.add(other)
                    waiting.append(other)
        return reached

    def is_ambiguous(self, loop: frozenset[int]) -> bool:
        """Whether two different ways around the loop take the same letters."""
        if len(loop) > _LARGEST_LOOP:
            return True
        inside = {state: [other for other in self._follow[state] if other in loop] for state in loop}
        if any(self._follow[state][other] > 1 for state, others in inside.items() for other in others):
            return True
        # Pairs of states two walks can be in after the same letters: forwards from equal, and backwards to equal.
        ahead: dict[tuple[int, int], list[tuple[int, int]]] = {}
        behind: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for pair in product(loop, loop):
            for nexts in product(inside[pair[0]], inside[pair[1]]):
                if self._letters[nexts[0]] & self._letters[nexts[1]]:
                    ahead.setdefault(pair, []).append(nexts)
                    behind.setdefault(nexts, []).append(pair)
        equal = {(state, state) for state in loop}
        apart = _closure(equal, ahead) & _closure(equal, behind)
        return any(first != second for first, second in apart)

    def loops_in_a_row(self, loops: list[frozenset[int]]) -> int:
        """The most loops that one walk can go through."""
        reached = {loop: self._reached_from(next(iter(loop))) for loop in loops}
        order = sorted(loops, key=lambda loop: len(reached[loop]))
        longest: dict[frozenset[int], int] = {}
        for loop in order:
            after = [longest[other] for other in longest if other != loop and other & reached[loop]]
            longest[loop] = 1 + max(after, default=0)
        return max(longest.values(), default=0)


def _closure(pairs: set[tuple[int, int]], ways: dict[tuple[int, int], list[tuple[int, int]]]) -> set[tuple[int, int]]:
    reached = set(pairs)
    waiting = list(pairs)
    while waiting:
        for other in ways.get(waiting.pop(), ()):
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    return reached

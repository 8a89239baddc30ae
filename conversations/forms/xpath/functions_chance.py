"""Functions whose result is drawn by lot, and shuffling that gives the same order again for the same seed."""

import hashlib
import math
import string
import uuid
from collections.abc import Callable

from conversations.forms.node import Node
from conversations.forms.xpath.context import Context
from conversations.forms.xpath.registry import Function, nodes_of
from conversations.forms.xpath.values import Value, is_nodes, to_number, to_string

# Park and Miller's generator, "minimal standard" (Communications of the ACM 31, 1988), as the ODK specification asks.
_MODULUS = 2_147_483_647
_MULTIPLIER = 16_807
_LETTERS = string.ascii_letters + string.digits
_LONGEST = 1_000


def park_miller(seed: int) -> Callable[[], float]:
    """Numbers from 0 up to 1 that depend on the seed only."""
    state = abs(seed) % _MODULUS * (-1 if seed < 0 else 1)  # the remainder keeps the sign, as where this was defined
    if state <= 0:
        state += _MODULUS - 1

    def draw() -> float:
        nonlocal state
        state = state * _MULTIPLIER % _MODULUS
        return (state - 1) / (_MODULUS - 1)

    return draw


def shuffled(nodes: list[Node], draw: Callable[[], float]) -> list[Node]:
    """The inside-out variant of Fisher and Yates' shuffle."""
    result: list[Node] = []
    for place, node in enumerate(nodes):
        other = math.floor(draw() * (place + 1))
        result.append(node)
        result[place] = result[other]
        result[other] = node
    return result


def _seed(value: Value, context: Context) -> int:
    """A number without its fraction; of another text the first eight bytes of its SHA-256 (as JavaRosa does)."""
    number = to_number(value, context)
    if math.isfinite(number):
        return int(number)
    text = to_string(value).strip() if is_nodes(value) or isinstance(value, str) else ""
    return int.from_bytes(hashlib.sha256(text.encode(errors="replace")).digest()[:8], "big", signed=True) if text else 0


def _randomize(context: Context, nodes: Value, *seed: Value) -> Value:
    draw = park_miller(_seed(seed[0], context)) if seed else context.environment.random.random
    return shuffled(nodes_of(nodes, "randomize", 1 + len(seed)), draw)


def _random(context: Context) -> Value:
    return context.environment.random.random()


def _uuid(context: Context, *length: Value) -> Value:
    random = context.environment.random
    if not length:
        return str(uuid.UUID(int=random.getrandbits(128), version=4))
    number = to_number(length[0], context)
    wanted = 0 if math.isnan(number) else int(max(0.0, min(number, _LONGEST)))
    return "".join(random.choice(_LETTERS) for _ in range(wanted))


CHANCE = {
    "random": Function(0, 0, _random),
    "uuid": Function(0, 1, _uuid),
    "randomize": Function(1, 2, _randomize),
}

"""What somebody does next: mostly what the bot asks for, often anything else. All chance comes from the dice."""

import random
from collections.abc import Callable

from tests.fuzz import words
from tests.fuzz.acts import ATTACHMENTS, SOMEBODYS_PHONE, Act
from tests.fuzz.somebody import PHONE, Question, Somebody

_NAVIGATION = frozenset({"back", "help", "cancel", "skip", "keep", "next", "previous", "none"})
_ONWARD = ("yes", "continue", "send", "another")
_SHARE = "Compartir mi número"
_OMIT = "Omitir"
_FREE = {
    "name": words.NAMES, "barrio_other": words.NAMES, "sector": [*words.NAMES, "Sector Central", "Etapa 2"],
    "nit": words.NUMBERS, "barrio": words.BARRIOS, "comuna": words.BARRIOS, "localidad": words.BARRIOS,
}  # fmt: skip
# The way to an erasure, which nobody finds by chance: the open question, and what is done about it.
_TO_ERASURE = {("misdatos", "card"): "erase", ("misdatos", "erase"): "erase"}


def next_acts(somebody: Somebody, dice: random.Random, others: list[Somebody]) -> list[Act]:
    """One act, sometimes two or three at once."""
    if somebody.world.person(somebody.id).blocked:
        return _back_again(somebody, dice)
    acts = [_act(somebody, dice, others)]
    while len(acts) < 3 and dice.random() < 0.08:
        acts.append(_act(somebody, dice, others))
    # Whoever blocks the bot does nothing more.
    blocked = next((place for place, act in enumerate(acts) if act.kind == "block"), len(acts))
    return acts[: blocked + 1]


def sensible(somebody: Somebody, dice: random.Random) -> Act:
    """An answer to the open question, or the beginning of something."""
    question = somebody.question
    if question is None:
        links = somebody.buttons(question=False)[:3]
        if links and dice.random() < 0.6:
            return _press(dice.choice(links))
        return Act("type", dice.choice(["registrar", "/registrar", "hola", "mis datos", "/permisos", "borrador"]))
    if question == PHONE:
        return dice.choice([Act("contact"), Act("type", _OMIT), Act("type", "omitir"), Act("type", "Atrás")])
    answers = [button for button in somebody.answers() if _value(button) not in _NAVIGATION]
    free = _FREE.get(question.name)
    if free and (not answers or dice.random() < 0.4):
        return Act("type", _signed(somebody, question, dice.choice(free)))
    onward = [button for button in answers if _value(button) in _ONWARD]
    if onward and dice.random() < 0.85:
        return _press(onward[0])
    seen = answers or somebody.answers()
    return _press(dice.choice(seen)) if seen else Act("type", "hola")


def _act(somebody: Somebody, dice: random.Random, others: list[Somebody]) -> Act:
    (choose,) = dice.choices([way for way, _ in _WAYS], [weight for _, weight in _WAYS])
    return choose(somebody, dice, others) or sensible(somebody, dice)


Way = Callable[[Somebody, random.Random, list[Somebody]], Act | None]


def _answer(somebody: Somebody, dice: random.Random, _others: list[Somebody]) -> Act:
    return sensible(somebody, dice)


def _type(somebody: Somebody, dice: random.Random, _others: list[Somebody]) -> Act:
    pools = [words.EVERYDAY, words.COMMANDS, words.NAMES, words.BARRIOS, words.NUMBERS, words.STRANGE]
    if not somebody.plain:
        pools.append(words.TELLTALE)
    if seen := [label for _, label, _ in somebody.buttons()[:12]]:
        pools.append(seen)
    return Act("type", dice.choice(dice.choice(pools)))


def _visible(somebody: Somebody, dice: random.Random, _others: list[Somebody]) -> Act | None:
    seen = somebody.buttons()
    return _press(dice.choice(seen)) if seen else None


def _old(somebody: Somebody, dice: random.Random, _others: list[Somebody]) -> Act | None:
    if not somebody.labels:
        return None
    number, label = dice.choice(list(somebody.labels))
    return Act("press", label, number)


def _forged(somebody: Somebody, dice: random.Random, others: list[Somebody]) -> Act:
    stolen = [data for other in others for _, _, data in other.buttons()[:6]]
    data = dice.choice(stolen) if stolen and dice.random() < 0.4 else dice.choice(words.FORGED)
    numbers = [1, 999_999, *somebody.written[-3:], *somebody.asked]
    return Act("forge", message=dice.choice(numbers), data=data)


def _contact(_somebody: Somebody, dice: random.Random, _others: list[Somebody]) -> Act:
    kind = dice.choice(["contact", "somebody's contact", "contact without an account"])
    return Act(kind, "" if kind == "contact" else SOMEBODYS_PHONE)


def _edit(somebody: Somebody, dice: random.Random, _others: list[Somebody]) -> Act | None:
    if not somebody.written:
        return None
    return Act("edit", dice.choice(words.EVERYDAY), dice.choice(somebody.written))


def _towards_erasure(somebody: Somebody, _dice: random.Random, _others: list[Somebody]) -> Act:
    question = somebody.question
    wanted = _TO_ERASURE.get((question.conversation, question.name)) if question else None
    button = next((found for found in somebody.answers() if _value(found) == wanted), None)
    return _press(button) if button else Act("type", "/misdatos")


_WAYS: tuple[tuple[Way, float], ...] = (
    (_answer, 48),
    (_type, 14),
    (_visible, 10),
    (_old, 5),
    (_forged, 4),
    (_contact, 3),
    (_towards_erasure, 4),
    (_edit, 2),
    (lambda _s, dice, _o: Act("attach", dice.choice(ATTACHMENTS)), 4),
    (lambda _s, dice, _o: Act("forward", dice.choice(words.EVERYDAY)), 1),
    (lambda _s, dice, _o: Act("start", dice.choice(words.CODES)), 3),
    (lambda _s, _d, _o: Act("block"), 1.5),
    (lambda _s, _d, _o: Act("service"), 0.5),
)


def _back_again(somebody: Somebody, dice: random.Random) -> list[Act]:
    if dice.random() < 0.4:
        return []
    if dice.random() < 0.5:
        return [Act("start", dice.choice(words.CODES))]
    return [Act("unblock"), Act("type", dice.choice(["hola", *words.COMMANDS[:6]]))]


def _signed(somebody: Somebody, question: Question, text: str) -> str:
    """Names carry a mark by which they can be found again wherever they should not be."""
    return f"{text} {somebody.mark}" if question.name in {"name", "barrio_other", "sector"} else text


def _press(button: tuple[int, str, str]) -> Act:
    return Act("press", button[1], button[0])


def _value(button: tuple[int, str, str]) -> str:
    return button[2].split(":")[2]

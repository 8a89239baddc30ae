"""The ways that must exist from everywhere: out of any conversation, and straight on to a registered board."""

from tests.fuzz.acts import Act
from tests.fuzz.somebody import IN_REVIEW, PHONE, REGISTERED, Somebody
from tests.fuzz.stage import Stage
from tests.fuzz.tables import mismatch

_MOST_CANCELS = 3  # what was interrupted opens again, and takes a cancel of its own
_MOST_ACTS = 45
_PRESSED = {
    "age": "yes", "notice": "continue", "service": "yes", "phone": "yes", "role": "yes", "statistics": "yes",
    "consent": "yes", "another": "another", "near": "another", "kind": "jac",
    "localidad": None, "comuna": None, "barrio": None,
    "sector": "skip", "nit": "skip", "summary": "send", "change": "back", "list": "back", "card": "back", "erase": "no",
    "sure": "no",
}  # fmt: skip
_NAVIGATION = frozenset({"back", "help", "cancel", "skip", "keep", "next", "previous", "none", "other"})


async def lead_out(stage: Stage, somebody: Somebody) -> list[str]:
    """«cancelar» leads home; what is wrong if it does not."""
    if stage.world.person(somebody.id).blocked:
        await _step(stage, somebody, Act("start"))
    for _ in range(_MOST_CANCELS):
        await _step(stage, somebody, Act("type", "cancelar"))
        if somebody.question is None:
            return []
    return [f"{_MOST_CANCELS} times «cancelar» and still at {somebody.question}"]


async def lead_on(stage: Stage, somebody: Somebody) -> list[str]:
    """The straight way from home to a registered board, or one that waits; what is wrong if there is none."""
    before = somebody.boards + somebody.reviews
    await _step(stage, somebody, Act("start"))
    for _ in range(_MOST_ACTS):
        act = straight_answer(somebody)
        await _step(stage, somebody, act)
        if somebody.boards + somebody.reviews > before:
            said = REGISTERED in somebody.last_text or IN_REVIEW in somebody.last_text
            return [] if said else ["registered, and something else is said last"]
    return [f"no board after {_MOST_ACTS} acts"]


def straight_answer(somebody: Somebody) -> Act:
    """What leads on from what is seen, by buttons where there are any."""
    question = somebody.question
    if question is None:
        links = {
            data: Act("press", label, number) for number, label, data in reversed(somebody.buttons(question=False))
        }
        return _at_home(somebody, links)
    if question == PHONE:
        return Act("contact")
    offered = {data.split(":")[2]: Act("press", label, number) for number, label, data in somebody.answers()}
    if question.conversation == "permisos":
        # Only who refused the service has to come here, and the service is the first line.
        return offered["service" if "Permitir servicio" in [act.text for act in offered.values()] else "back"]
    if question.name == "role" and question.conversation == "registro":
        return offered["treasurer"]
    wanted = _PRESSED.get(question.name)
    if wanted is not None and wanted in offered:
        return offered[wanted]
    places = [act for value, act in offered.items() if value not in _NAVIGATION]
    return places[0] if places else Act("type", f"Junta Inventada {somebody.mark}")


def _at_home(somebody: Somebody, links: dict[str, Act]) -> Act:
    text = somebody.last_text
    if "permiso" in text and "go:permisos" in links:
        return links["go:permisos"]
    if "Corregir mi edad" in [act.text for act in links.values()] and "mayores de 18" in text:
        return Act("start")
    return Act("type", "/registrar")


async def _step(stage: Stage, somebody: Somebody, act: Act) -> None:
    somebody.do([act])
    await stage.at_rest()
    somebody.complaints += mismatch(stage, somebody)

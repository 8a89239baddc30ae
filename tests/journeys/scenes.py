"""Owns the scenes that many stories share: the welcome, and a registration up to a question."""

from simulator.virtual import VirtualPerson

Json = dict[str, object]
PURPOSES = ("¿Me permite usar sus datos", "la Alcaldía le llame", "guardar su cargo", "para estadísticas")
# Question by question: what is asked, and how Rosa answers with buttons where there are any.
BY_BUTTONS = (
    ("¿Qué va a registrar?", "press", "Acción comunal"),
    ("¿Cómo se llama la junta?", "say", "JAC Inventada del Getsemaní"),
    ("¿En qué localidad queda?", "press", "Histórica"),
    ("¿En qué comuna queda?", "press", "Comuna 1"),
    ("¿En qué barrio?", "press", "Getsemaní"),
    ("¿La junta es de un sector", "press", "Omitir"),
    ("¿Cuál es el NIT", "press", "Omitir"),
    ("¿Cuál es su cargo", "press", "Presidencia"),
    ("¿Me comparte su número?", "press", "Compartir mi número"),
)
SUMMARY = "Revise antes de enviar"


async def welcome(person: VirtualPerson, *refused: str) -> None:
    """From /start to home, everything allowed but the purposes in ``refused`` (parts of their questions)."""
    await person.start()
    await person.expect("¿Tiene usted 18 años o más?")
    await person.press("Tengo 18")
    await person.expect("Antes de seguir")
    await person.press("Seguir")
    for purpose in PURPOSES:
        await person.expect(purpose)
        await person.press("No acepto" if purpose in refused else "Acepto")
    await person.expect("todo está listo")


async def answer(person: VirtualPerson, way: str, what: str) -> None:
    """One answer of a registration."""
    await (person.press(what) if way == "press" else person.say(what))


async def register_until(person: VirtualPerson, question: str) -> None:
    """From the welcome's end to an open question of the registration, which the bot has just asked."""
    await person.say("/registrar")
    for asked, way, what in BY_BUTTONS:
        await person.expect(asked)
        if asked == question:
            return
        await answer(person, way, what)
    await person.expect(question)


async def register(person: VirtualPerson) -> None:
    """A whole registration."""
    await register_until(person, SUMMARY)
    await person.press("Enviar")
    await person.expect("quedó registrada")

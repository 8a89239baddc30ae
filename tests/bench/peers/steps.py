"""The questions that the peers ask: as many, as long and with as many buttons as ours."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

CONSENTS = ("age", "notice", "service", "phone", "role", "statistics")
REGISTRATION = ("kind", "name", "localidad", "comuna", "barrio", "sector", "nit", "role", "phone", "summary")
STEPS = (*(("bienvenida", name) for name in CONSENTS), *(("registro", name) for name in REGISTRATION))
FIRST_OF_REGISTRATION = len(CONSENTS)
_TEXT = "<b>Una pregunta tan larga como las del bot</b> (pregunta 3 de 9)\n" + "Con una línea que la explica. " * 3
_VALUES = {
    "age": ("yes", "no"), "notice": ("continue",), "summary": ("send", "change"), "nit": ("skip",), "sector": ("skip",),
    **dict.fromkeys(("service", "phone", "role", "statistics"), ("yes", "no")),
}  # fmt: skip


def text() -> str:
    """What a question says."""
    return _TEXT


def thanks(name: str) -> str:
    """What is said at the end: people count a board by being told that it is registered."""
    return f"<b>{name}</b> quedó registrada. Muchas gracias."


def is_name(step: int) -> bool:
    """Whether the step asks what the board is called."""
    return STEPS[step] == ("registro", "name")


def is_typed(step: int) -> bool:
    """Whether the step is answered by writing (or by sharing a contact)."""
    return STEPS[step] in {("registro", "name"), ("registro", "sector"), ("registro", "phone")}


def keyboard(step: int, version: int) -> InlineKeyboardMarkup | ReplyKeyboardMarkup:
    """The buttons of a step, with data of our form."""
    conversation, name = STEPS[step]
    if (conversation, name) == ("registro", "phone"):
        return ReplyKeyboardMarkup([[KeyboardButton("Compartir mi número", request_contact=True)]])
    values = _VALUES.get(name, ()) if conversation == "bienvenida" or name in _VALUES else ("uno", "dos", "tres")
    rows = [[_button(value.capitalize(), conversation, name, value, version)] for value in values]
    rows.append([_button(label, conversation, name, label.lower(), version) for label in ("Back", "Help")])
    return InlineKeyboardMarkup(rows)


def _button(label: str, conversation: str, name: str, value: str, version: int) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=f"{conversation}:{name}:{value}:{version}")

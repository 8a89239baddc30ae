"""Names that people see or type: commands, and the conversations whose drafts and buttons carry them.

The one file where the code speaks Spanish.
"""

from typing import Final

START: Final = "start"
REGISTER: Final = "registrar"
MY_DATA: Final = "misdatos"
PERMISSIONS: Final = "permisos"
NOTICE: Final = "aviso"
HELP: Final = "ayuda"
CANCEL: Final = "cancelar"
MUTE: Final = "silencio"
UNMUTE: Final = "mensajes"
DISCARD: Final = "borrador"
ASK: Final = "consulta"
MY_CLAIM: Final = "solicitud"
MY_BOARD: Final = "mijunta"
BOARDS: Final = "juntas"
TEAM: Final = "equipo"
JOIN: Final = "unirse"
TAKE_OVER: Final = "relevo"
PERSON: Final = "persona"
INBOX: Final = "bandeja"
SURVEY: Final = "encuesta"

# Every command open to anybody; MENU is shown in Telegram, in this order.
COMMANDS: Final = (
    REGISTER, MY_DATA, HELP, CANCEL, PERMISSIONS, MUTE, UNMUTE, NOTICE, DISCARD, START, MY_BOARD, ASK, PERSON, MY_CLAIM,
    SURVEY,
)  # fmt: skip
MENU: Final = (REGISTER, MY_BOARD, SURVEY, ASK, PERSON, MY_DATA, HELP, CANCEL, PERMISSIONS, MUTE)
# Of the team; each is offered to those who have the right to it (conversations/routes.py).
STAFF_COMMANDS: Final = (BOARDS, INBOX, TEAM)
# Parts of the bot that a link (/start CODE) may lead to; the latter with a secret (/start relevo_SECRET).
START_CODES: Final = (REGISTER, MY_DATA, PERMISSIONS, HELP, MY_BOARD, ASK, PERSON, MY_CLAIM, SURVEY)
SECRET_CODES: Final = (JOIN, TAKE_OVER)

# Conversations, as buttons, positions and drafts name them.
WELCOME_TALK: Final = "bienvenida"
REGISTRATION_TALK: Final = "registro"
MY_DATA_TALK: Final = "misdatos"
PERMISSIONS_TALK: Final = "permisos"
DISCARD_TALK: Final = "borrador"
MY_CLAIM_TALK: Final = "solicitud"
MY_BOARD_TALK: Final = "mijunta"
BOARDS_TALK: Final = "juntas"
TEAM_TALK: Final = "equipo"
JOIN_TALK: Final = "unirse"
TAKE_OVER_TALK: Final = "relevo"
PERSON_TALK: Final = "persona"
INBOX_TALK: Final = "bandeja"
SURVEY_TALK: Final = "encuesta"

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

# Every command there is; the first six are shown in Telegram's menu, in this order.
COMMANDS: Final = (REGISTER, MY_DATA, HELP, CANCEL, PERMISSIONS, MUTE, UNMUTE, NOTICE, DISCARD, START)
MENU: Final = COMMANDS[:6]
# Parts of the bot that a link (/start CODE) may lead to.
START_CODES: Final = (REGISTER, MY_DATA, PERMISSIONS, HELP)

# Conversations, as buttons, positions and drafts name them.
WELCOME_TALK: Final = "bienvenida"
REGISTRATION_TALK: Final = "registro"
MY_DATA_TALK: Final = "misdatos"
PERMISSIONS_TALK: Final = "permisos"
DISCARD_TALK: Final = "borrador"

"""The list of boards to be called, as a spreadsheet: made when it is sent, for whoever still has the right to it."""

from bot.posting import MadeFile
from bot.turns.members import place_of
from bot.turns.outcome import House
from bot.words import Wording
from conversations.decisions import Words
from conversations.nit import written
from conversations.registration_questions import role_words
from conversations.rights import Action, may
from conversations.sheet_cells import Cell
from storage import chats, contacts, register
from storage.boards import BoardRow
from storage.database import Transaction
from storage.register import Which

_COLUMNS = ("board", "barrio", "localidad", "contact", "phone", "nit")
_MOST = 5000


def may_have(tx: Transaction, chat_id: int, house: House, action: Action) -> bool:
    """Whether a file that needs this right may go to the chat, at this moment."""
    return may(place_of(tx, chat_id, house), action)


def wording_of(tx: Transaction, chat_id: int, house: House) -> Wording:
    """The words of the chat's language."""
    chat = chats.find(tx, chat_id)
    return house.wording(chat.locale if chat else None)


def denied(wording: Wording) -> MadeFile:
    """In place of a file that its receiver lost the right to while it waited."""
    return MadeFile(wording.plain(Words("calls-denied-file")), wording.plain(Words("calls-denied")).encode())


def call_list(tx: Transaction, chat_id: int, house: House) -> MadeFile:
    """Boards of the programme that nobody speaks for, in the receiver's part of the city."""
    wording, place = wording_of(tx, chat_id, house), place_of(tx, chat_id, house)
    if place is None or not may(place, "export_people"):
        return denied(wording)
    rows = register.page(tx, Which(localidad=place.localidad, status="listed", reach="unreached"), 0, _MOST)
    header = [wording.plain(Words(f"calls-column-{name}")) for name in _COLUMNS]
    from bot.reports.writing import write_sheet

    sheet = write_sheet(wording.plain(Words("calls-sheet")), header, [_row(tx, row, house, wording) for row in rows])
    return MadeFile(wording.plain(Words("calls-file-name")), sheet)


def _row(tx: Transaction, board: BoardRow, house: House, wording: Wording) -> list[Cell]:
    contact, phone = contacts.find(tx, board.id), None
    name = None
    if contact is not None:
        name = wording.plain(Words("calls-contact", {"name": contact.name, "role": role_words(contact.role)}))
        phone = house.vault.decrypt(contact.phone_encrypted) if contact.phone_encrypted else None
    barrio = f"{board.barrio}, {board.sector}" if board.sector else board.barrio
    # A number for calling is read by a person: without the plus sign that a spreadsheet takes for a formula.
    told = phone.removeprefix("+57") if phone else None
    return [board.name, barrio, board.localidad, name, told, written(board.nit) if board.nit else None]

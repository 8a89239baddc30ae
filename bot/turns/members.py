"""Who is in the team right now: everybody with a place, and the owners named in the settings."""

from bot.turns.outcome import House
from conversations.rights import Staff
from storage import staff
from storage.database import Transaction
from storage.staff import StaffRow


def members(tx: Transaction, house: House) -> dict[int, Staff]:
    """Places by chat id; an owner of the settings is an owner whatever else is written down."""
    places = {row.chat_id: _place(row) for row in staff.team(tx)}
    return places | {owner: Staff("owner") for owner in house.owner_ids}


def place_of(tx: Transaction, chat_id: int, house: House) -> Staff | None:
    """The place of one chat, if it has one."""
    if chat_id in house.owner_ids:
        return Staff("owner")
    row = staff.find(tx, chat_id)
    return None if row is None else _place(row)


def _place(row: StaffRow) -> Staff:
    return Staff(row.role, row.localidad)  # type: ignore[arg-type]

"""Who is in the team right now: everybody with a place, and the owners named in the settings."""

from bot.turns.outcome import House
from conversations.rights import Staff
from storage import staff
from storage.database import Transaction


def members(tx: Transaction, house: House) -> dict[int, Staff]:
    """Places by chat id; an owner of the settings is an owner whatever else is written down."""
    places = {row.chat_id: Staff(row.role, row.localidad) for row in staff.team(tx)}  # type: ignore[arg-type]
    return places | {owner: Staff("owner") for owner in house.owner_ids}

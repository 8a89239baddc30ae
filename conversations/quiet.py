"""When the bot may write first: not at night."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

_FIRST, _LAST = time(8), time(20)


def decent(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment itself if it lies between 8 and 20 o'clock in the zone, else the next 8 o'clock. Aware datetimes."""
    local = moment.astimezone(zone)
    if _FIRST <= local.time() < _LAST:
        return moment
    day = local.date() + timedelta(days=local.time() >= _LAST)
    return datetime.combine(day, _FIRST, zone).astimezone(moment.tzinfo)

"""Terms of office of boards: four years, all beginning on one day (Ley 2166 of 2021, article 36)."""

from datetime import date, timedelta

# First days of the terms that began in 2026: boards of barrios on 1 July, associations on 1 September.
_FIRST: dict[str, date] = {"jac": date(2026, 7, 1), "jvc": date(2026, 7, 1), "asojuntas": date(2026, 9, 1)}
_YEARS = 4


def term_of(kind: str, today: date) -> tuple[date, date]:
    """First and last day of the term that ``today`` lies in, for a kind of board (jac, jvc, asojuntas)."""
    first = _FIRST[kind]
    passed = today.year - first.year - (today < first.replace(year=today.year))
    start = first.replace(year=first.year + passed // _YEARS * _YEARS)
    return start, start.replace(year=start.year + _YEARS) - timedelta(days=1)

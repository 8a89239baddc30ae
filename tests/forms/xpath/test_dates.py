"""Dates as people of Cartagena mean them: a day is a day, whatever the hour is in Greenwich."""

import math
from zoneinfo import ZoneInfo

import pytest

from conversations.forms.xpath import Context, parse
from tests.forms.xpath.household import around, survey, text, worth


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("today()", "2026-11-25"),
        ("now()", "2026-11-25T12:00:00.000-05:00"),
        ("date('2026-3-8')", "2026-03-08"),
        ("date('2026-02-30')", ""),
        ("date('mañana')", ""),
        ("date(true())", ""),
        ("date(0)", "1970-01-01"),
        ("date(today() + 7)", "2026-12-02"),
        ("date('20000')", "2024-10-04"),
        ("date(now())", "2026-11-25"),
        ("date('2026-11-25T03:00:00Z')", "2026-11-24"),
        ("date(9999999999)", ""),
        ("date(1 div 0)", ""),
        ("date-time('2026-11-25')", "2026-11-25T00:00:00.000-05:00"),
        ("date-time('2026-11-25T10:00')", "2026-11-25T10:00:00.000-05:00"),
        ("format-date(/data/nacio, '%d/%m/%Y')", "08/03/1959"),
        ("format-date(/data/nacio, '%a %e %b %y, %n %% %q')", "dom 8 mar 59, 3 % %q"),
        ("format-date-time(/data/llego, '%H:%M:%S.%3 %h')", "23:30:00.000 23"),
        ("format-date('', '%Y')", ""),
        ("format-date(today() + 1, '%e')", "26"),
    ],
)
def test_a_date_is_written_as_asked(expression: str, expected: str) -> None:
    assert text(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("today() - /data/nacio", 24734.0),
        ("int((today() - date(/data/nacio)) div 365.25)", 67.0),
        ("'2026-11-25' + 1", 20783.0),
        ("number('1970-01-02')", 1.0),
        ("number('1970-01-02T12:00:00Z')", 1.5),
        ("now() - today()", 0.5),
        ("decimal-date-time('1970-01-01T00:00:00Z')", 0.0),
        ("decimal-date-time('1970-01-01')", 5 / 24),
        ("decimal-date-time('nunca')", math.nan),
        ("decimal-time('18:00')", 0.75),
        ("decimal-time('12:00:00.000Z')", 7 / 24),
        ("decimal-time('25:00')", math.nan),
        ("decimal-time(/data/llego)", 23.5 / 24),
        ("decimal-time(2.25)", 0.25),
    ],
)
def test_days_are_counted(expression: str, expected: float) -> None:
    assert worth(expression) == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    "expression",
    [
        "/data/nacio < '1960-01-01'",
        "/data/nacio < today()",
        "today() = '2026-11-25'",
        "today() != '2026-11-24'",
        "now() > today()",
        "date(now()) = today()",
        "date(/data/llego) = '2026-11-24'",
        # Half past eleven at night here is the next day in Greenwich, and still yesterday.
        "/data/llego < '2026-11-25'",
        "/data/llego < today()",
        "date-time('2026-11-25') = date('2026-11-25')",
    ],
)
def test_dates_compare_as_days_and_moments_of_the_place(expression: str) -> None:
    assert worth(expression) is True


@pytest.mark.parametrize("zone", ["America/Bogota", "Asia/Tokyo", "Europe/Madrid", "Pacific/Apia"])
def test_the_days_between_two_dates_do_not_depend_on_the_zone(zone: str) -> None:
    root = survey()
    context = Context(root, around(root, zone=ZoneInfo(zone)))

    assert parse("date('2026-04-05') - date('2026-03-25')").as_number(context) == 11


def test_the_first_and_the_last_year_are_no_trouble() -> None:
    for year in ("0001-01-01", "9999-12-31", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"):
        for call in (
            "date('{}') < today()",
            "decimal-date-time('{}')",
            "format-date('{}', '%a')",
            "string(date-time('{}'))",
        ):
            text(call.format(year))

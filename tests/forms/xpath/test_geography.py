"""Places on earth in expressions."""

import math

import pytest

from tests.forms.xpath.household import worth


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("distance('10.4236 -75.5518 0 0', '10.4236 -75.5518 0 0')", 0.0),
        # A degree of a great circle on the sphere ODK reckons with.
        ("distance('0 0;0 1')", math.radians(1) * 6_378_100),
        ("distance('0 0;1 0;0 0')", 2 * math.radians(1) * 6_378_100),
        (
            "area('0 0;0 1;1 1;1 0;0 0')",
            (math.radians(1) * 6_378_100) ** 2 * math.sin(math.radians(1)) / math.radians(1),
        ),
        ("area('0 0;0 1;1 1;1 0')", (math.radians(1) * 6_378_100) ** 2 * math.sin(math.radians(1)) / math.radians(1)),
        ("area('0 0;1 1')", 0.0),
        ("distance('91 0;0 0')", math.nan),
        ("distance('aquí')", math.nan),
        ("area('')", math.nan),
    ],
)
def test_lengths_and_areas_are_measured_on_a_sphere(expression: str, expected: float) -> None:
    assert worth(expression) == pytest.approx(expected, abs=0.01, nan_ok=True)


def test_a_place_is_inside_a_shape_or_not() -> None:
    square = "'10 -76 0 0;10 -75 0 0;11 -75 0 0;11 -76 0 0;10 -76 0 0'"

    assert worth(f"geofence('10.42 -75.55 0 0', {square})") is True
    assert worth(f"geofence('9.9 -75.55 0 0', {square})") is False
    assert worth(f"geofence('', {square})") == ""
    assert worth("geofence('10.42 -75.55', '10 -76;10 -75')") == ""

"""Functions on places: points ``latitude longitude altitude accuracy`` and lists of them with semicolons."""

import math
from itertools import pairwise

from conversations.forms.xpath.context import Context
from conversations.forms.xpath.registry import Function, spread
from conversations.forms.xpath.values import Value, text_to_number, to_string

# The equatorial circumference ODK reckons with, as a radius in metres.
_RADIUS = 6_378_100.0
Point = tuple[float, float]


def _points(texts: list[str], context: Context) -> list[Point] | None:
    """All points in the texts as degrees north and east; None if any of them is not a place on earth."""
    found = []
    for text in texts:
        for piece in text.strip().removesuffix(";").split(";"):
            numbers = [text_to_number(part, context) for part in piece.split()]
            if not 2 <= len(numbers) <= 4 or any(math.isnan(number) for number in numbers):
                return None
            if abs(numbers[0]) > 90 or abs(numbers[1]) > 180:
                return None
            found.append((numbers[0], numbers[1]))
    return found


def _all_points(context: Context, values: tuple[Value, ...]) -> list[Point] | None:
    return _points([to_string(value) for value in spread(values)], context)


def _metres(start: Point, end: Point) -> float:
    """Along the great circle (haversine)."""
    north, other_north = math.radians(start[0]), math.radians(end[0])
    up, aside = (other_north - north) / 2, math.radians(end[1] - start[1]) / 2
    chord = math.sin(up) ** 2 + math.cos(north) * math.cos(other_north) * math.sin(aside) ** 2
    return 2 * _RADIUS * math.asin(math.sqrt(min(1.0, chord)))


def _distance(context: Context, *values: Value) -> Value:
    points = _all_points(context, values)
    if points is None:
        return math.nan
    return round(sum(_metres(start, end) for start, end in pairwise(points)), 2)


def _area(context: Context, *values: Value) -> Value:
    """Square metres inside the line through the points, on a sphere."""
    points = _all_points(context, values)
    if points is None:
        return math.nan
    if len(points) < 3:
        return 0.0
    total = 0.0
    for start, end in pairwise([*points, points[0]]):
        across = math.radians(end[1] - start[1])
        total += across * (2 + math.sin(math.radians(start[0])) + math.sin(math.radians(end[0])))
    return round(abs(total) * _RADIUS**2 / 2, 2)


def _geofence(context: Context, point: Value, shape: Value) -> Value:
    """Whether the point lies inside the shape; nothing if one of them is missing."""
    points, ring = _points([to_string(point)], context), _points([to_string(shape)], context)
    if points is None or ring is None or len(points) != 1 or len(ring) < 3:
        return ""
    [(north, east)] = points
    inside = False
    for start, end in pairwise([*ring, ring[0]]):
        if (start[0] > north) is (end[0] > north):
            continue
        crossing = start[1] + (north - start[0]) / (end[0] - start[0]) * (end[1] - start[1])
        if east < crossing:
            inside = not inside
    return inside


GEOGRAPHY = {
    "area": Function(1, None, _area),
    "distance": Function(1, None, _distance),
    "geofence": Function(2, 2, _geofence),
}

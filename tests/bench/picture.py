"""Draws two comparisons of a bench run as one SVG: processor time per answer, answers a second on a slow network."""

from collections.abc import Sequence
from html import escape

Bar = tuple[str, float]
_WIDTH, _LEFT, _BAR, _GAP = 640, 190, 26, 10
_COLOURS = ("#1b6fb8", "#9aa5b1", "#9aa5b1")


def picture(cpu: Sequence[Bar], rate: Sequence[Bar]) -> str:
    """Two groups of bars; ``cpu`` in ms per answer, ``rate`` in answers a second. The first of each is ours."""
    parts: list[str] = []
    top = _group(parts, 0, "CPU per answer, 50 people (ms, less is better)", cpu, "{:.2f}")
    height = _group(parts, top + 16, "Answers a second, 50 people, 50 ms a call (more is better)", rate, "{:.0f}")
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}" '
        f'font-family="sans-serif" font-size="14" role="img"><title>Bench</title>\n'
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n{body}\n</svg>\n'
    )


def _group(parts: list[str], top: int, title: str, bars: Sequence[Bar], form: str) -> int:
    parts.append(f'<text x="12" y="{top + 24}" font-weight="bold" fill="#1c2733">{escape(title)}</text>')
    longest = max(value for _, value in bars)
    y = top + 38
    for number, (name, value) in enumerate(bars):
        length = max(2, round(value / longest * (_WIDTH - _LEFT - 90)))
        middle = y + _BAR * 0.68
        parts.append(f'<text x="{_LEFT - 8}" y="{middle}" text-anchor="end" fill="#1c2733">{escape(name)}</text>')
        parts.append(f'<rect x="{_LEFT}" y="{y}" width="{length}" height="{_BAR}" rx="3" fill="{_COLOURS[number]}"/>')
        parts.append(f'<text x="{_LEFT + length + 8}" y="{middle}" fill="#1c2733">{form.format(value)}</text>')
        y += _BAR + _GAP
    return y

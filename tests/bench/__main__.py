"""make bench: python -m tests.bench. Everything in one run, so that the ratios mean something on any machine."""

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.bench.measure import OURS, Measured, measure

# who, people, seconds of latency of each Bot API call, boards per person
_RUNS = (
    (OURS, 1, 0.0, 20),
    (OURS, 50, 0.0, 4),
    ("echo", 50, 0.0, 4),
    ("pickle", 50, 0.0, 2),
    (OURS, 50, 0.05, 4),
    ("echo", 50, 0.05, 1),
    (OURS, 200, 0.15, 1),
    (OURS, 432, 0.05, 1),
)


def main() -> int:
    """Print one line a run, then how we stand to the peers."""
    results: dict[tuple[str, int, int], Measured] = {}
    for who, people, latency, boards in _RUNS:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            run = measure(Path(folder), people=people, latency=latency, boards=boards, who=who)
            measured = asyncio.run(run)
        results[who, people, measured.latency_ms] = measured
        print(measured.line(), flush=True)
    ours = results[OURS, 50, 0]
    for peer in ("echo", "pickle"):
        print(f"CPU per answer at 50 people: {ours.cpu_ms / results[peer, 50, 0].cpu_ms:.2f} of the {peer} bot's")
    return 0


if __name__ == "__main__":
    sys.exit(main())

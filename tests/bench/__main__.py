"""make bench: python -m tests.bench."""

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.bench.measure import measure

_RUNS = ((1, 0.0, 20), (50, 0.0, 4), (50, 0.05, 4), (200, 0.15, 1))


def main() -> int:
    """Print one line a run."""
    for people, latency, boards in _RUNS:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            print(asyncio.run(measure(Path(folder), people=people, latency=latency, boards=boards)).line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""make chaos: python -m tests.chaos --kills 100 --people 40 --seed 7 --mode polling|webhook|both [--no-faults]."""

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.chaos.run import kill_and_compare


def main() -> int:
    """0 when every invariant held in both modes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--people", type=int, default=40)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--mode", choices=("polling", "webhook", "both"), default="both")
    parser.add_argument("--no-faults", action="store_true", help="kills only, and people who do nothing unexpected")
    options = parser.parse_args()
    modes = ("polling", "webhook") if options.mode == "both" else (options.mode,)
    broken = 0
    for mode in modes:
        kills = options.kills // len(modes)
        started = time.monotonic()
        folder = Path(tempfile.mkdtemp(prefix="chaos-"))
        report = asyncio.run(
            kill_and_compare(
                folder, kills=kills, people=options.people, mode=mode, seed=options.seed, faults=not options.no_faults
            )
        )
        seconds = time.monotonic() - started
        what = f"--kills {options.kills} --people {options.people} --seed {options.seed} --mode {options.mode}"
        print(f"{mode}: {kills} kills, {options.people} people, {seconds:.0f} s; again with: {what}")
        print(report.lines(), flush=True)
        if report.broken:
            print(f"the database is kept in {folder}", flush=True)
        else:
            shutil.rmtree(folder)
        broken += len(report.broken)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())

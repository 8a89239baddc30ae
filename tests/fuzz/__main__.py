"""make fuzz: python -m tests.fuzz --steps 100000 --seed 7."""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.replay import accept, record, save
from tests.fuzz.walk import Counts, walk

_A_WALK = 2500  # steps: a new house, new people and a seed of its own, so that replaying takes seconds


def main() -> int:
    """0 when everything held."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps", type=int, default=100_000)
    parser.add_argument("--people", type=int, default=25)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--record", type=Path, help="write what one person of a walk did and was answered")
    parser.add_argument(
        "--accept", type=Path, nargs="*", help="take today's answers for the right ones, in these recordings or in all"
    )
    options = parser.parse_args()
    if options.accept is not None:
        print("\n".join(f"accepted: {file}" for file in accept(options.accept)) or "nothing had changed")
        return 0
    if options.record is not None:
        return _record(options.record, options.seed)
    return _walk(options.steps, options.people, options.seed)


def _walk(steps: int, people: int, seed: int) -> int:
    total, started = Counts(), time.monotonic()
    while total.steps < steps and not total.violations:
        length = min(_A_WALK, steps - total.steps)
        with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
            counts, _ = asyncio.run(walk(Path(folder), steps=length, people=people, seed=seed))
        total.add(counts)
        if counts.violations:
            print(f"VIOLATION in the walk of --steps {length} --people {people} --seed {seed}")
            print("\n\n".join(counts.violations), flush=True)
        else:
            print(f"seed {seed}: {counts}", flush=True)
        seed += 1
    seconds = time.monotonic() - started
    print(f"in {seconds:.0f} s ({total.steps / seconds:.0f} steps a second): {total}")
    return 1 if total.violations else 0


def _record(file: Path, seed: int) -> int:
    """The person of a short calm walk who registered most."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        counts, crowd = asyncio.run(walk(Path(folder), steps=600, people=12, seed=seed, calm=True))
    chosen = max(crowd, key=lambda somebody: (somebody.boards, -len(somebody.journal)))
    save(file, record(chosen))
    print(f"seed {seed}: {len(chosen.journal)} exchanges, {chosen.boards} boards → {file}")
    return 1 if counts.violations else 0


if __name__ == "__main__":
    sys.exit(main())

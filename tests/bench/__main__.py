"""make bench: python -m tests.bench [--write]. Everything in one run, so that the ratios mean something anywhere."""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import faq
from tests.bench.broadcast import Broadcast, broadcast
from tests.bench.measure import OURS, Measured, measure
from tests.bench.picture import picture

_DOCS = Path(__file__).parents[2] / "docs"
# who, people, seconds of latency of each Bot API call, boards per person
_RUNS = (
    (OURS, 1, 0.0, 20),
    (OURS, 50, 0.0, 4),
    ("echo", 50, 0.0, 4),
    ("pickle", 50, 0.0, 2),
    (OURS, 432, 0.0, 1),
    (OURS, 1, 0.05, 2),
    (OURS, 50, 0.05, 4),
    ("echo", 50, 0.05, 1),
    (OURS, 432, 0.05, 1),
    (OURS, 1, 0.15, 1),
    (OURS, 50, 0.15, 2),
    (OURS, 200, 0.15, 1),
    (OURS, 432, 0.15, 1),
)


def main() -> int:
    """Print one line a run; with ``--write`` also the page and the picture in docs/."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md and its picture")
    options = parser.parse_args()
    runs: dict[tuple[str, int, int], Measured] = {}
    for who, people, latency, boards in _RUNS:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            measured = asyncio.run(measure(Path(folder), people=people, latency=latency, boards=boards, who=who))
        runs[who, people, measured.latency_ms] = measured
        print(measured.line(), flush=True)
    sendings = []
    for name, writes, bad_network in (
        ("nobody writing", False, False),
        ("three people writing", True, False),
        ("1 % of 500s, 3 % blocked", False, True),
    ):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            sent = asyncio.run(broadcast(Path(folder), name, writes=writes, bad_network=bad_network))
        sendings.append(sent)
        print(sent.line(), flush=True)
    for peer in ("echo", "pickle"):
        ratio = runs[OURS, 50, 0].cpu_ms / runs[peer, 50, 0].cpu_ms
        print(f"CPU per answer at 50 people: {ratio:.2f} of the {peer} bot's")
    found = tuple(faq.lines())
    print(*found, sep="\n", flush=True)
    if options.write:
        _write(runs, sendings, found)
    return 0


_PAGE = """\
# What an answer costs

Written by `make bench WRITE=1` on {day}. Times differ from machine to machine; the ratios within one run are what
to trust.

<img src="images/benchmarks.svg" width="640" alt="Processor time per answer, answers a second: see the table">

An answer is a press or a text: press answer, frozen question and next question. *durable* is this bot: every answer is
committed before it is confirmed and survives kill -9. *echo* keeps the step in memory, *pickle* is a
ConversationHandler with PicklePersistence; neither survives a kill. Rate limits are off, nobody thinks.

| bot | people | latency | answers/s | CPU per answer | p50 | p95 | p99 | peak memory | first poll | start, CPU |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
{runs}

CPU per answer at 50 people: {echo:.2f} of the echo bot's, {pickle:.2f} of the pickle bot's.

With every rate limit on, a broadcast to 432 people. *ratio* is the time it took over the time that 28 messages a second
allow (29 together with the replies):

| broadcast | seconds | ratio | delivered | blocked | 429 | replies and edits meanwhile | slowest reply |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
{sendings}

Finding the procurement card that answers a question (`tests/bench/faq.py`; *one way left out*: each way of asking is
asked after learning from all others; *held out*: `tests/faq/questions.tsv`, which nothing learns from):

```text
{found}
```
"""


def _write(runs: dict[tuple[str, int, int], Measured], sendings: list[Broadcast], found: Sequence[str]) -> None:
    cpu = [(who, runs[who, 50, 0].cpu_ms) for who in (OURS, "echo", "pickle")]
    rate = [(who, m.answers / m.seconds) for who in (OURS, "echo") for m in (runs[who, 50, 50],)]
    (_DOCS / "images" / "benchmarks.svg").write_text(picture(cpu, rate), encoding="utf-8")
    page = _PAGE.format(
        day=f"{datetime.now(UTC):%Y-%m-%d}",
        runs="\n".join(measured.row() for measured in runs.values()),
        sendings="\n".join(sent.row() for sent in sendings),
        found="\n".join(found),
        echo=cpu[0][1] / cpu[1][1],
        pickle=cpu[0][1] / cpu[2][1],
    )
    (_DOCS / "benchmarks.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

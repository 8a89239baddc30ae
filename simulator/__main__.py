"""Owns the command line: python -m simulator, a Telegram to point a bot at."""

import argparse
import asyncio
import json
import logging
import signal
from pathlib import Path

from .server import DEFAULT_TOKEN, Simulator

_FIELDS = ("id", "first_name", "last_name", "username", "phone", "label", "language_code", "started")


def main() -> None:
    """Serve until SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(prog="simulator", description="A Telegram on this computer, for one bot.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    parser.add_argument("--token", default=DEFAULT_TOKEN)
    parser.add_argument("--people", type=Path, help=f"JSON file: a list of objects with {', '.join(_FIELDS)}")
    parser.add_argument("--no-limits", action="store_true", help="never answer 429")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before every call is served")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    asyncio.run(serve(arguments))


async def serve(arguments: argparse.Namespace) -> None:
    """Start a simulator with the given people, say where it is, and stop it on a signal."""
    simulator = Simulator(token=arguments.token, limits=not arguments.no_limits)
    if arguments.people is not None:
        for fields in json.loads(arguments.people.read_text(encoding="utf-8")):
            simulator.world.add_person(**{name: fields[name] for name in _FIELDS if fields.get(name) is not None})
    if arguments.latency > 0:
        simulator.faults.add("latency", seconds=arguments.latency)
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ended.set)
    await simulator.start(arguments.host, arguments.port)
    print(f"simulator ready on {simulator.url}", flush=True)
    try:
        await ended.wait()
    finally:
        await simulator.stop()


if __name__ == "__main__":
    main()

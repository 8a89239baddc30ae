"""Owns the stream of the world's events to a page, as Server-Sent Events."""

import asyncio
import itertools
import json
from typing import Any

from aiohttp import web

from simulator.state import WorldState

Json = dict[str, Any]

_BACKLOG = 2_000  # a page that is further behind is cut off: it reconnects and reads everything anew
_SILENCE_SECONDS = 15.0  # a comment after this long finds out whether anybody still listens
_RECONNECT_MS = 1_000


async def stream_events(request: web.Request, world: WorldState) -> web.StreamResponse:
    """Send every event from now on until the page goes away; ids count up from 1 on each connection."""
    waiting: asyncio.Queue[Json | None] = asyncio.Queue()

    def listen(event: Json) -> None:
        if waiting.qsize() < _BACKLOG:
            waiting.put_nowait(event)
        elif waiting.qsize() == _BACKLOG:
            waiting.put_nowait(None)

    response = web.StreamResponse(
        headers={
            "Content-Type": "text/event-stream; charset=utf-8",
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        }
    )
    # Listening starts before the headers leave, so that a page that reads the state once connected misses nothing.
    stop_listening = world.subscribe(listen)
    try:
        await response.prepare(request)
        await response.write(f"retry: {_RECONNECT_MS}\n\n".encode())
        for number in itertools.count(1):
            piece = await _next_piece(waiting, number)
            if piece is None:
                break
            await response.write(piece)
    except ConnectionResetError:
        pass  # the page was closed
    finally:
        stop_listening()
    return response


async def _next_piece(waiting: "asyncio.Queue[Json | None]", number: int) -> bytes | None:
    try:
        async with asyncio.timeout(_SILENCE_SECONDS):
            event = await waiting.get()
    except TimeoutError:
        return b": still here\n\n"
    if event is None:
        return None
    return f"id: {number}\ndata: {json.dumps(event)}\n\n".encode()

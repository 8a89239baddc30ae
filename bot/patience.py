"""What a start waits for: a database that another program has locked, and for how long."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import TypeVar

from storage.errors import DatabaseBusy

_LOG = logging.getLogger(__name__)
_PATIENCE = 20.0  # seconds
_REST = 1.0  # seconds between two starts, each of which waits for the lock itself

T = TypeVar("T")


class Stopped(Exception):
    """The bot was asked to stop while it waited for something outside."""


async def once_unlocked(
    start: Callable[[AsyncExitStack], Awaitable[T]], stack: AsyncExitStack, stopping: asyncio.Event
) -> T:
    """Call ``start`` until the database lets it through; what the successful one opened is closed by ``stack``.

    Raises DatabaseBusy when the lock outlasts our patience, Stopped, and whatever else ``start`` raises.
    """
    loop = asyncio.get_running_loop()
    until = loop.time() + _PATIENCE
    while True:
        async with AsyncExitStack() as attempt:
            try:
                started = await start(attempt)
            except DatabaseBusy as error:
                if loop.time() >= until:
                    raise
                _LOG.warning("another program has locked the database (%s); waiting until it is done", error)
            else:
                stack.push_async_exit(attempt.pop_all())
                return started
        try:
            await asyncio.wait_for(stopping.wait(), _REST)
        except TimeoutError:
            continue
        raise Stopped

"""Owns who may use the control routes: only a page or a program on this computer that addresses it as such."""

import functools
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def refused(status: int, sentence: str) -> web.Response:
    """The answer to a request that cannot be fulfilled: `{"error": sentence}`."""
    return web.json_response({"error": sentence}, status=status, headers=_HEADERS)


def guarded(handler: Handler) -> Handler:
    """Let a handler answer only requests that were meant for this computer.

    A name that an attacker lets point to 127.0.0.1 shows in Host (DNS rebinding); another site's script shows in
    Origin (request forgery). Programs send no Origin.
    """

    @functools.wraps(handler)
    async def guarding(request: web.Request) -> web.StreamResponse:
        if _host_name(request.host) not in _LOOPBACK:
            return refused(403, f"{request.host} is no name of this computer")
        origin = request.headers.get("Origin")
        if origin is not None and origin != f"http://{request.host}":
            return refused(403, f"{origin} is not this page")
        response = await handler(request)
        if not response.prepared:
            response.headers.update(_HEADERS)
        return response

    return guarding


def _host_name(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""

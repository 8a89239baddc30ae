"""Owns the HTTP face of the Bot API: addresses, the token, one call from request to answer, and its record."""

import asyncio
import inspect
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiohttp import web

from . import methods_chats, methods_editing, methods_profile, methods_sending, methods_updates
from .calls import Call, Upload
from .errors import BotApiError, flood
from .faults import Fault
from .parameters import read_parameters
from .validation import METHOD_NAMES, NOT_SIMULATED, SCHEMA, validate, wrong

if TYPE_CHECKING:
    from .server import Simulator

log = logging.getLogger(__name__)
Json = dict[str, Any]

METHODS: dict[str, Callable[[Call], Any]] = {
    **methods_updates.METHODS,
    **methods_chats.METHODS,
    **methods_sending.METHODS,
    **methods_editing.METHODS,
    **methods_profile.METHODS,
}
_SILENT = ("drop_before", "drop_after", "hang_before", "hang_after")
_PAGES = {"html_502": (502, "Bad Gateway"), "html_504": (504, "Gateway Time-out")}
_FOREVER = 24 * 3600.0


@dataclass(slots=True, frozen=True)
class CallRecord:
    """One call as it came and how it was answered; `status` 0 means that no answer was given."""

    method: str
    params: Json
    status: int
    description: str
    at: float  # simulated seconds since 1970


class BotApi:
    """Serves /bot<token>/<method> and /file/bot<token>/<path>."""

    def __init__(self, simulator: "Simulator", *, record: bool) -> None:
        self._simulator = simulator
        self._record = record

    def routes(self) -> list[web.AbstractRouteDef]:
        """The two addresses, for any HTTP method that Telegram accepts."""
        return [
            web.post("/bot{token}/{method}", self._serve),
            web.get("/bot{token}/{method}", self._serve, allow_head=False),
            web.get("/file/bot{token}/{path:.+}", self._download, allow_head=False),
        ]

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"].lower()
        faults = self._simulator.faults
        if latency := faults.latency(method):
            await asyncio.sleep(latency)
        params: Json = {}
        chat_id: int | None = None
        try:
            self._check_token(request.match_info["token"])
            name = self._method_name(method)
            params, uploads = await read_parameters(request)
            if (chat_id := _chat_of(params)) is not None:
                self._simulator.manners.called(name, chat_id)
            if fault := faults.before(method, chat_id):
                return await self._spoil(request, fault, params)
            _check_uploads(name, params, uploads)
            call = Call(self._simulator, validate(name, params), uploads)
            result = METHODS[name](call)
            if inspect.isawaitable(result):
                result = await result
            status, body = 200, _success(result, call.description)
            description, headers = call.description, None
        except BotApiError as error:
            status, body, description = error.code, error.body(), error.description
            wait = error.parameters.get("retry_after")
            headers = {"Retry-After": str(wait)} if wait else None
            if chat_id is not None:
                self._simulator.manners.answered(chat_id, error.code, error.description, wait)
        self._note(method, params, status, description)
        if fault := faults.after(method, chat_id):
            return await self._spoil(request, fault, params)
        return web.Response(body=body, status=status, headers=headers, content_type="application/json")

    async def _spoil(self, request: web.Request, fault: Fault, params: Json) -> web.StreamResponse:
        method = request.match_info["method"].lower()
        if fault.kind in _SILENT:
            if fault.kind.startswith("hang"):
                await asyncio.sleep(_FOREVER if fault.seconds is None else fault.seconds)
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=500)
        if fault.kind in _PAGES:
            status, title = _PAGES[fault.kind]
            self._note(method, params, status, title)
            page = f"<html><head><title>{status} {title}</title></head><body><h1>{status} {title}</h1></body></html>"
            return web.Response(text=page, status=status, content_type="text/html")
        if fault.kind == "error_500":
            error, headers = BotApiError(500, "restart"), {}
        else:
            seconds = self._simulator.faults.seconds_left(fault)
            error, headers = flood(seconds), {"Retry-After": str(seconds)}
            if (chat_id := _chat_of(params)) is not None:
                self._simulator.manners.answered(chat_id, error.code, error.description, seconds)
        self._note(method, params, error.code, error.description)
        return web.Response(body=error.body(), status=error.code, headers=headers, content_type="application/json")

    async def _download(self, request: web.Request) -> web.StreamResponse:
        stored = self._simulator.world.files.by_path.get(request.match_info["path"])
        if request.match_info["token"] != self._simulator.token or stored is None:
            return not_found()
        return web.Response(body=stored.content, content_type="application/octet-stream")

    def _check_token(self, token: str) -> None:
        if token == self._simulator.token:
            return
        if ":" not in token or token.startswith("0") or len(token) > 80:
            raise BotApiError(401, "invalid token specified")
        raise BotApiError(401, "")

    def _method_name(self, method: str) -> str:
        name = METHOD_NAMES.get(method)
        if name is None:
            if method in NOT_SIMULATED:
                log.warning("method %s is not simulated", method)
            raise BotApiError(404, "method not found")
        return name

    def _note(self, method: str, params: Json, status: int, description: str) -> None:
        if self._record:
            now = self._simulator.clock.timestamp()
            self._simulator.calls.append(CallRecord(METHOD_NAMES.get(method, method), params, status, description, now))


def _chat_of(params: Json) -> int | None:
    """The chat that a call is for, when it names one by its number."""
    named = str(params.get("chat_id", ""))
    return int(named) if named.removeprefix("-").isdecimal() else None


def not_found() -> web.Response:
    """What every address outside the API answers."""
    return web.Response(body=BotApiError(404, "").body(), status=404, content_type="application/json")


def _success(result: Any, description: str) -> bytes:
    if isinstance(result, methods_updates.Prepared):
        return b'{"ok":true,"result":' + result.body + b"}"
    answer: Json = {"ok": True, "result": result}
    if description:
        answer["description"] = description
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()


def _check_uploads(method: str, params: Json, uploads: dict[str, Upload]) -> None:
    for name in uploads:
        takes_file = "InputFile" in SCHEMA["methods"][method].get(name, {}).get("types", ())
        if not takes_file and not any(f"attach://{name}" in str(value) for value in params.values()):
            raise wrong(f'unknown file "{name}"')

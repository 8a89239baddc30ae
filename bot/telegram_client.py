"""The typed client of the Bot API: python-telegram-bot's Bot over our aiohttp connection."""

import json
import os
from typing import Any

import aiohttp
from telegram import Bot
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

# Without it the library warns at every flood answer that seconds will one day be a timedelta; we take both.
os.environ.setdefault("PTB_TIMEDELTA", "1")

_ODV = Any  # python-telegram-bot's "value or default"; its own type is private


class NotSent(NetworkError):
    """The request surely did not reach Telegram: no connection, or the front end could not pass it on."""


class ServerRefused(NetworkError):
    """Telegram answered 5xx in its own words: it says it did not do it."""


class Uncertain(TimedOut):
    """The request went out and no answer came: it may or may not have been done."""

    def __init__(self, what: str) -> None:
        super().__init__(what)


class FileTooBig(TelegramError):
    """The file has more bytes than we read, or than Telegram gives."""


class FileGone(TelegramError):
    """Telegram does not have the file, or does not give it to us."""


class AiohttpRequest(BaseRequest):
    """One connection pool on aiohttp: a third of the processor time of the library's own (docs/adr/0003)."""

    def __init__(self, *, connections: int = 0, timeout: float = 25.0) -> None:
        """``connections`` at once, 0: no limit. ``timeout`` in seconds, above the 3 that floods are held."""
        self._connections = connections
        self._timeout = timeout
        self._session: aiohttp.ClientSession | None = None
        self._timeouts: dict[float, aiohttp.ClientTimeout] = {}

    @property
    def read_timeout(self) -> float:
        """Seconds."""
        return self._timeout

    @property
    def session(self) -> aiohttp.ClientSession:
        """The open session; only after initialize()."""
        if self._session is None:
            raise RuntimeError("the request object was not initialized")
        return self._session

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, ttl_dns_cache=300)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: _ODV = BaseRequest.DEFAULT_NONE,
        write_timeout: _ODV = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 — the base class's signature
        connect_timeout: _ODV = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: _ODV = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Status and body. Raises NotSent, ServerRefused or Uncertain, which the sender treats differently."""
        seconds = read_timeout if isinstance(read_timeout, int | float) else self._timeout
        try:
            body, headers = _body(request_data)
            async with self.session.request(
                method, url, data=body, headers=headers, timeout=self._timeout_of(seconds)
            ) as response:
                answer = await response.read()
                status = response.status
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(type(error).__name__) from error
        except (aiohttp.ClientError, TimeoutError, ConnectionError) as error:
            raise Uncertain(type(error).__name__) from error
        if status >= 500:
            raise _of_5xx(status, answer)
        return status, answer

    def _timeout_of(self, seconds: float) -> aiohttp.ClientTimeout:
        if seconds not in self._timeouts:
            self._timeouts[seconds] = aiohttp.ClientTimeout(total=seconds + 5, connect=10, sock_read=seconds)
        return self._timeouts[seconds]


class TelegramClient(Bot):
    """Bot with its two pools on aiohttp, and updates as Telegram sent them."""

    def __init__(self, token: str, api_url: str) -> None:
        # The library lets subclasses keep private attributes only.
        self._sending = AiohttpRequest()
        self._fetching = AiohttpRequest(connections=2)
        super().__init__(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=self._sending,
            get_updates_request=self._fetching,
        )

    @property
    def sending(self) -> AiohttpRequest:
        """The pool for everything but long polls."""
        return self._sending

    async def close_pools(self) -> None:
        """Close both pools; the library's shutdown() leaves them open when its initialize() failed half-way."""
        await self._sending.shutdown()
        await self._fetching.shutdown()

    async def fetch_updates(self, offset: int | None, hold: int, allowed: list[str]) -> list[dict[str, Any]]:
        """Raw updates of a poll held for ``hold`` seconds (≤ 50); ``offset`` None asks for all unconfirmed ones."""
        data: dict[str, Any] = {"timeout": hold, "limit": 100, "allowed_updates": allowed, "offset": offset}
        # The library's get_updates() builds objects that cannot be written down as they came, hence its lower layer.
        updates: list[dict[str, Any]] = await self._post("getUpdates", data, read_timeout=hold + 10)
        return updates

    async def download(self, file_id: str, most: int) -> bytes:
        """The content of a file that somebody sent, of at most ``most`` bytes.

        Raises FileTooBig, FileGone, or NetworkError when it is worth trying again.
        """
        try:
            found = await self._post("getFile", {"file_id": file_id})
        except BadRequest as error:
            raise (FileTooBig if "too big" in error.message.lower() else FileGone)(error.message) from error
        if int(found.get("file_size") or 0) > most:
            raise FileTooBig(f"more than {most} bytes")
        url = f"{self.base_file_url}/{found['file_path']}"
        try:
            async with self._sending.session.get(url, timeout=aiohttp.ClientTimeout(total=60, connect=10)) as response:
                if response.status >= 500:
                    raise NotSent(f"HTTP {response.status}")
                if response.status != 200:
                    raise FileGone(f"HTTP {response.status}")
                content = bytearray()
                async for piece in response.content.iter_chunked(65536):
                    content += piece
                    if len(content) > most:
                        raise FileTooBig(f"more than {most} bytes")
        except (aiohttp.ClientError, TimeoutError, ConnectionError) as error:
            raise NotSent(type(error).__name__) from error
        return bytes(content)

    async def call(self, method: str, payload: dict[str, Any]) -> Any:
        """Result of a method as JSON, with the library's typed errors.

        For what is called for every answer: building the library's Message out of a result that we need only the id
        of costs as much processor time as all the rest of the call (docs/adr/0003).
        """
        return await self._post(method, payload)


_JSON = {"Content-Type": "application/json"}


def _body(request_data: RequestData | None) -> tuple[Any, dict[str, str] | None]:
    """Body and headers: JSON, which costs less than urlencoding long texts twice; multipart only with files."""
    if request_data is None:
        return None, None
    if not request_data.contains_files:
        return json.dumps(request_data.parameters).encode(), _JSON
    form = aiohttp.FormData(request_data.json_parameters, quote_fields=False)  # file names keep their accents
    for name, (file_name, content, mime_type) in request_data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=mime_type)
    return form, None


def _of_5xx(status: int, body: bytes) -> TelegramError:
    try:
        description = str(json.loads(body)["description"])
    except (ValueError, KeyError, TypeError):
        # HTML of the front end. 502 and 503: it could not reach the Bot API. 504: it gave up waiting for the answer.
        return Uncertain(f"HTTP {status}") if status == 504 else NotSent(f"HTTP {status}")
    return ServerRefused(description)

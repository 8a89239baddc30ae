"""Fetching a file that somebody sent: its content, or why not, and whether it is worth trying again."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from telegram.error import TelegramError

from bot.telegram_client import FileGone, FileTooBig, NotSent, ServerRefused, TelegramClient

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
TOKEN = "77:INVENTED"
MOST = 1000


class Server:
    """A Bot API that knows one file; ``answer`` is what getFile says, ``content`` what the file holds."""

    def __init__(self) -> None:
        self.answer: dict[str, object] = {"ok": True, "result": {"file_id": "a", "file_path": "documents/file_1.csv"}}
        self.status, self.content, self.file_status = 200, b"nombre;barrio", 200
        self.paths: list[str] = []

    async def get_file(self, _: web.Request) -> web.Response:
        return web.json_response(self.answer, status=self.status)

    async def file(self, request: web.Request) -> web.Response:
        self.paths.append(request.path)
        return web.Response(body=self.content, status=self.file_status)


@pytest.fixture
async def server() -> Server:
    return Server()


@pytest.fixture
async def client(server: Server) -> AsyncIterator[TelegramClient]:
    app = web.Application()
    app.router.add_post(f"/bot{TOKEN}/getFile", server.get_file)
    app.router.add_get("/file/bot{token}/{path:.*}", server.file)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    client = TelegramClient(TOKEN, f"http://127.0.0.1:{runner.addresses[0][1]}")
    await client.sending.initialize()
    yield client
    await client.close_pools()
    await runner.cleanup()


async def test_the_content_of_a_file_is_fetched_where_telegram_says(server: Server, client: TelegramClient) -> None:
    assert await client.download("a", MOST) == b"nombre;barrio"
    assert server.paths == [f"/file/bot{TOKEN}/documents/file_1.csv"]


@pytest.mark.parametrize(("size", "content"), [(MOST + 1, b"few"), (None, b"x" * (MOST + 1)), (3, b"x" * 200_000)])
async def test_a_file_above_the_limit_is_given_up_whatever_its_size_was_said_to_be(
    server: Server, client: TelegramClient, size: int | None, content: bytes
) -> None:
    server.content = content
    server.answer = {"ok": True, "result": {"file_id": "a", "file_path": "f", "file_size": size}}

    with pytest.raises(FileTooBig):
        await client.download("a", MOST)


@pytest.mark.parametrize(
    ("description", "error"), [("Bad Request: file is too big", FileTooBig), ("Bad Request: invalid file_id", FileGone)]
)
async def test_what_telegram_does_not_give_is_told_apart(
    server: Server, client: TelegramClient, description: str, error: type[TelegramError]
) -> None:
    server.status, server.answer = 400, {"ok": False, "error_code": 400, "description": description}

    with pytest.raises(error):
        await client.download("a", MOST)


@pytest.mark.parametrize(("status", "error"), [(404, FileGone), (502, NotSent)])
async def test_a_file_that_is_not_there_is_gone_and_a_sick_server_is_worth_another_try(
    server: Server, client: TelegramClient, status: int, error: type[TelegramError]
) -> None:
    server.file_status = status

    with pytest.raises(error):
        await client.download("a", MOST)


async def test_a_server_that_refuses_to_say_where_the_file_is_is_worth_another_try(
    server: Server, client: TelegramClient
) -> None:
    server.status, server.answer = 500, {"ok": False, "error_code": 500, "description": "Internal Server Error"}

    with pytest.raises(ServerRefused):
        await client.download("a", MOST)

"""What the client makes of what the network does: surely not sent, refused, or nobody knows."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from telegram import InputFile
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.telegram_client import AiohttpRequest, NotSent, ServerRefused, TelegramClient, Uncertain

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
TOKEN = "77:INVENTED"


class Server:
    """A Bot API of one handler on this machine."""

    def __init__(self) -> None:
        self.handler: Handler = self.fine
        self.requests: list[tuple[str, dict[str, object]]] = []
        self.url = ""

    async def fine(self, _: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": {"message_id": 5}})

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if request.content_type == "application/json":
            self.requests.append((request.path, await request.json()))
            return await self.handler(request)
        form = {
            name: (part.filename, part.file.read(), part.content_type) if isinstance(part, web.FileField) else part
            for name, part in (await request.post()).items()
        }
        self.requests.append((request.path, form))
        return await self.handler(request)

    def answers(self, status: int, body: str, content_type: str = "application/json") -> None:
        async def handler(_: web.Request) -> web.Response:
            return web.Response(status=status, text=body, content_type=content_type)

        self.handler = handler


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    server = Server()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", server.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield server
    await runner.cleanup()


@pytest.fixture
async def client(server: Server) -> AsyncIterator[TelegramClient]:
    client = TelegramClient(TOKEN, server.url)
    await client.sending.initialize()
    yield client
    await client.sending.shutdown()


async def failure(client: TelegramClient) -> TelegramError:
    with pytest.raises(TelegramError) as raised:
        await client.call("sendMessage", {"chat_id": 5, "text": "Buenas"})
    return raised.value


async def test_a_result_comes_back_as_telegram_gave_it(client: TelegramClient, server: Server) -> None:
    markup = {"inline_keyboard": [[{"text": "Sí", "callback_data": "a:b:c:1"}]]}

    result = await client.call("sendMessage", {"chat_id": 5, "text": "¡Buenas!", "reply_markup": markup})

    assert result == {"message_id": 5}
    path, form = server.requests[0]
    assert path == f"/bot{TOKEN}/sendMessage"
    assert form == {"chat_id": 5, "text": "¡Buenas!", "reply_markup": markup}


async def test_a_file_arrives_with_its_name_and_content(client: TelegramClient, server: Server) -> None:
    async def sent(_: web.Request) -> web.Response:
        message = {"message_id": 8, "date": 1, "chat": {"id": 5, "type": "private"}}
        return web.json_response({"ok": True, "result": message})

    server.handler = sent

    message = await client.send_document(
        5, InputFile("Rosa Pérez\n".encode(), filename="mis-datos.txt"), caption="¡Ya!"
    )

    form = server.requests[0][1]
    assert message.message_id == 8
    assert (form["chat_id"], form["caption"]) == ("5", "¡Ya!")
    assert ("mis-datos.txt", "Rosa Pérez\n".encode(), "text/plain") in form.values()


async def test_nobody_listening_means_surely_not_sent() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # bound and not listening: refused, and nobody else takes the port meanwhile
        client = TelegramClient(TOKEN, f"http://127.0.0.1:{held.getsockname()[1]}")
        await client.sending.initialize()
        error = await failure(client)
        await client.sending.shutdown()

    assert isinstance(error, NotSent)


async def test_a_connection_cut_after_the_request_leaves_it_in_doubt(client: TelegramClient, server: Server) -> None:
    async def cut(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    server.handler = cut

    assert isinstance(await failure(client), Uncertain)


async def test_an_answer_cut_in_the_middle_leaves_it_in_doubt(client: TelegramClient, server: Server) -> None:
    async def half(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "100"})
        await response.prepare(request)
        await response.write(b'{"ok": true')
        assert request.transport is not None
        request.transport.abort()
        return response

    server.handler = half

    assert isinstance(await failure(client), Uncertain)


async def test_no_answer_in_time_leaves_it_in_doubt(server: Server) -> None:
    async def slow(_: web.Request) -> web.Response:
        await over.wait()
        return web.Response()

    over = asyncio.Event()
    server.handler = slow
    request = AiohttpRequest(timeout=0.05)
    await request.initialize()
    with pytest.raises(Uncertain):
        await request.do_request(f"{server.url}/x", "POST")
    await request.shutdown()
    over.set()

    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (500, '{"ok":false,"error_code":500,"description":"Internal Server Error: restart"}', ServerRefused),
        (502, "<h1>502 Bad Gateway</h1>", NotSent),
        (503, "<h1>503 Service Unavailable</h1>", NotSent),
        (504, "<h1>504 Gateway Time-out</h1>", Uncertain),
        (500, "[]", NotSent),
        (429, '{"ok":false,"error_code":429,"description":"Flood","parameters":{"retry_after":7}}', RetryAfter),
        (403, '{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}', Forbidden),
        (400, '{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}', BadRequest),
        (400, '{"ok":false,"error_code":400,"description":"","parameters":{"migrate_to_chat_id":-1001}}', ChatMigrated),
        (409, '{"ok":false,"error_code":409,"description":"Conflict: other getUpdates request"}', Conflict),
        (401, '{"ok":false,"error_code":401,"description":"Unauthorized"}', InvalidToken),
        (200, "<h1>not JSON</h1>", TelegramError),
    ],
)  # fmt: skip
async def test_each_answer_has_its_own_error(
    client: TelegramClient, server: Server, status: int, body: str, expected: type[TelegramError]
) -> None:
    server.answers(status, body)

    error = await failure(client)

    assert type(error) is expected


async def test_what_telegram_says_is_kept_for_the_log_and_the_owner(client: TelegramClient, server: Server) -> None:
    server.answers(500, '{"ok":false,"error_code":500,"description":"Internal Server Error: restart"}')

    assert (await failure(client)).message == "Internal Server Error: restart"


async def test_updates_come_as_telegram_sent_them(client: TelegramClient, server: Server) -> None:
    update = {"update_id": 1, "message": {"unknown_of_tomorrow": {"x": 1}}}

    async def updates(_: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": [update]})

    server.handler = updates
    fetching = client._request[0]
    await fetching.initialize()
    first = await client.fetch_updates(None, 0, ["message"])
    await client.fetch_updates(12, 0, ["message"])
    await fetching.shutdown()

    assert first == [update]
    assert [form.get("offset") for _, form in server.requests] == [None, 12]
    assert server.requests[0][1]["allowed_updates"] == ["message"]


async def test_a_request_object_that_was_not_opened_says_so() -> None:
    with pytest.raises(RuntimeError, match="not initialized"):
        _ = AiohttpRequest().session


async def test_opening_and_closing_twice_is_harmless() -> None:
    request = AiohttpRequest()
    for _ in range(2):
        await request.initialize()
    first = request.session
    for _ in range(2):
        await request.shutdown()

    assert first.closed

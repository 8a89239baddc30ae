"""The webhook: its rules, order, retries and expiry."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from simulator.world import World

from .conftest import TOKEN, Bot


class Receiver:
    """The bot's endpoint; `script` holds the next answers as (status, headers), then 200 for ever."""

    def __init__(self) -> None:
        self.url = ""
        self.seen: list[tuple[web.Request, dict[str, Any]]] = []
        self.script: list[tuple[int, dict[str, str]]] = []
        self.hold: asyncio.Event | None = None
        self.in_flight = 0
        self.most_in_flight = 0

    async def handle(self, request: web.Request) -> web.Response:
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        self.seen.append((request, json.loads(await request.read())))
        if self.hold is not None:
            await self.hold.wait()
        self.in_flight -= 1
        status, headers = self.script.pop(0) if self.script else (200, {})
        return web.Response(status=status, headers=headers)

    def texts(self) -> list[str]:
        return [body["message"]["text"] for _, body in self.seen if "message" in body]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(3):
        while not true():
            await asyncio.sleep(0.005)


async def test_updates_are_posted_with_the_secret_and_plain_json(
    bot: Bot, rosa: VirtualPerson, receiver: Receiver, world: World
) -> None:
    await rosa.say("antes")
    status, body = await bot.call("setWebhook", url=receiver.url, secret_token="s3cret_-")
    await rosa.say("después")
    await until(lambda: len(world.queue) == 0)

    request, _ = receiver.seen[0]
    assert (status, body["description"]) == (200, "Webhook was set")
    assert receiver.texts() == ["antes", "después"]
    assert request.headers["Content-Type"] == "application/json"
    assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == "s3cret_-"


async def test_a_chat_is_served_in_order_while_others_and_presses_go_beside_it(
    bot: Bot, rosa: VirtualPerson, receiver: Receiver, world: World
) -> None:
    other = world.add_person("Luz")
    receiver.hold = asyncio.Event()
    await bot.get("setWebhook", url=receiver.url)
    await rosa.say("uno")
    await rosa.say("dos")
    world.press(rosa.id, 1, "x")
    world.start(other.id)
    await until(lambda: receiver.in_flight == 3)
    before = receiver.texts()
    receiver.hold.set()
    await until(lambda: len(world.queue) == 0)

    assert sorted(before) == ["/start", "uno"]
    assert receiver.texts()[-1] == "dos"
    assert receiver.most_in_flight == 3


async def test_max_connections_bounds_what_is_in_flight(
    bot: Bot, rosa: VirtualPerson, receiver: Receiver, world: World
) -> None:
    receiver.hold = asyncio.Event()
    await bot.get("setWebhook", url=receiver.url, max_connections=2)
    for name in ("Ana", "Eva", "Luz"):
        world.start(world.add_person(name).id)
    await until(lambda: receiver.in_flight == 2)
    await asyncio.sleep(0.05)
    receiver.hold.set()
    await until(lambda: len(world.queue) == 0)

    assert receiver.most_in_flight == 2


async def test_a_failed_delivery_is_repeated_at_once_then_after_two_and_four_seconds(
    bot: Bot, rosa: VirtualPerson, receiver: Receiver, simulator: Simulator
) -> None:
    receiver.script = [(500, {})] * 4
    await bot.get("setWebhook", url=receiver.url)
    await rosa.say("hola")
    await until(lambda: len(receiver.seen) == 2)
    await asyncio.sleep(0.05)
    at_once = len(receiver.seen)
    information = await bot.get("getWebhookInfo")
    simulator.clock.advance(2.1)
    await until(lambda: len(receiver.seen) == 3)
    simulator.clock.advance(2.1)
    await asyncio.sleep(0.05)
    too_early = len(receiver.seen)
    simulator.clock.advance(2.1)
    await until(lambda: len(receiver.seen) == 4)
    simulator.clock.advance(8.1)
    await until(lambda: len(simulator.world.queue) == 0)

    assert (at_once, too_early) == (2, 3)
    assert receiver.texts() == ["hola"] * 5
    assert information["pending_update_count"] == 1
    assert information["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert information["last_error_date"] > 0


async def test_retry_after_of_the_answer_is_honoured(
    bot: Bot, rosa: VirtualPerson, receiver: Receiver, simulator: Simulator
) -> None:
    receiver.script = [(503, {"Retry-After": "30"})]
    await bot.get("setWebhook", url=receiver.url)
    await rosa.say("hola")
    await until(lambda: len(receiver.seen) == 1)
    simulator.clock.advance(29)
    await asyncio.sleep(0.05)
    early = len(receiver.seen)
    simulator.clock.advance(2)
    await until(lambda: len(simulator.world.queue) == 0)

    assert early == 1
    assert len(receiver.seen) == 2


async def test_a_press_that_nobody_takes_is_dropped_after_150_seconds(
    bot: Bot, rosa: VirtualPerson, simulator: Simulator
) -> None:
    await bot.get("setWebhook", url="http://127.0.0.1:9/hook")
    simulator.world.press(rosa.id, 1, "x")
    await asyncio.sleep(0.05)
    information = await bot.get("getWebhookInfo")
    simulator.clock.advance(151)

    assert information["last_error_message"] == "Connection refused"
    assert (await bot.get("getWebhookInfo"))["pending_update_count"] == 0


async def test_polling_and_webhook_exclude_each_other(bot: Bot, rosa: VirtualPerson, receiver: Receiver) -> None:
    polling = asyncio.create_task(bot.refusal("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    await bot.get("setWebhook", url=receiver.url)
    assert await polling == (409, "Conflict: terminated by setWebhook request")

    status, words = await bot.refusal("getUpdates")
    assert status == 409
    assert words.startswith("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook")

    _, deleted = await bot.call("deleteWebhook")
    _, again = await bot.call("deleteWebhook")
    assert deleted["description"] == "Webhook was deleted"
    assert again["description"] == "Webhook is already deleted"
    assert await bot.get("getUpdates") == []


async def test_pending_updates_can_be_dropped_and_setting_twice_in_a_second_is_a_flood(
    bot: Bot, rosa: VirtualPerson, receiver: Receiver
) -> None:
    await rosa.say("vieja")
    await bot.get("setWebhook", url=receiver.url, drop_pending_updates=True)

    assert await bot.refusal("setWebhook", url=receiver.url) == (429, "Too Many Requests: retry after 1")
    assert (await bot.get("getWebhookInfo"))["pending_update_count"] == 0
    assert receiver.seen == []


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "ftp://a.org"}, "invalid webhook URL specified"),
        ({"url": "http://a.org"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://a.org:8080"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"url": "https://10.0.0.1"}, "bad webhook: IP address 10.0.0.1 is reserved"),
        ({"url": "https://[2001:db8::1]/"}, "bad webhook: IPv6-only addresses are not allowed"),
        ({"url": "https://a.org", "secret_token": "a" * 257}, "secret token is too long"),
        ({"url": "https://a.org", "secret_token": "ñ"}, "secret token contains unallowed characters"),
    ],
)
async def test_the_public_server_is_strict_about_addresses(params: dict[str, str], words: str) -> None:
    simulator = Simulator(token=TOKEN, local=False)
    await simulator.start()
    async with aiohttp.ClientSession() as session:
        refusal = await Bot(simulator, session).refusal("setWebhook", **params)
    await simulator.stop()

    assert refusal == (400, f"Bad Request: {words}")


async def test_an_address_that_is_gone_for_23_hours_is_forgotten(
    bot: Bot, rosa: VirtualPerson, receiver: Receiver, simulator: Simulator
) -> None:
    receiver.script = [(410, {})] * 50
    await bot.get("setWebhook", url=receiver.url)
    await rosa.say("hola")
    await until(lambda: len(receiver.seen) == 2)
    simulator.clock.advance(23 * 3600 + 10)
    await until(lambda: len(receiver.seen) == 3)
    await asyncio.sleep(0.05)

    assert (await bot.get("getWebhookInfo"))["url"] == ""
    assert [update["message"]["text"] for update in await bot.get("getUpdates")] == ["hola"]
    assert len(receiver.seen) == 3


async def test_an_empty_address_removes_the_webhook(bot: Bot, receiver: Receiver) -> None:
    await bot.get("setWebhook", url=receiver.url, max_connections=7, allowed_updates=["message"])
    information = await bot.get("getWebhookInfo")
    _, removed = await bot.call("setWebhook", url="")

    assert information == {
        "url": receiver.url,
        "has_custom_certificate": False,
        "pending_update_count": 0,
        "max_connections": 7,
        "allowed_updates": ["message"],
    }
    assert removed["description"] == "Webhook was deleted"


async def test_duplicate_deliveries_can_be_ordered(
    bot: Bot, rosa: VirtualPerson, receiver: Receiver, simulator: Simulator
) -> None:
    simulator.faults.add("duplicate_update", "message", times=1)
    await bot.get("setWebhook", url=receiver.url)
    await rosa.say("uno")
    await rosa.say("dos")
    await until(lambda: len(receiver.seen) == 3)

    assert receiver.texts() == ["uno", "uno", "dos"]


async def test_a_press_can_be_made_to_set_out_late_while_messages_go_past_it(
    bot: Bot, rosa: VirtualPerson, simulator: Simulator, receiver: Receiver
) -> None:
    await bot.get("setWebhook", url=receiver.url)
    simulator.faults.add("hold_update", "callback_query", seconds=0.2, times=1)
    simulator.world.press(rosa.id, 1, "x")
    await rosa.say("hola")
    await until(lambda: len(receiver.seen) == 2)

    assert ["message" in body for _, body in receiver.seen] == [True, False]


@pytest.mark.parametrize(("kind", "error"), [("lose_answer", "reset by peer"), ("webhook_timeout", "Read timeout")])
async def test_an_answer_that_telegram_does_not_get_brings_the_update_again(
    bot: Bot, rosa: VirtualPerson, simulator: Simulator, receiver: Receiver, kind: str, error: str
) -> None:
    await bot.get("setWebhook", url=receiver.url)
    receiver.hold = asyncio.Event()
    asyncio.get_running_loop().call_later(0.2, receiver.hold.set)
    simulator.faults.add(kind, "message", seconds=0.1, times=1)
    await rosa.say("hola")
    await until(lambda: len(receiver.seen) == 2)
    await until(lambda: not len(simulator.world.queue))

    assert receiver.texts() == ["hola", "hola"]
    assert error in str(simulator.webhook.settings.last_error_message)

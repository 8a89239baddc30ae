"""The HTTP side: a health route always, the webhook when Telegram is to post to us."""

import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.receiver import Webhook

WEBHOOK_PATH = "/telegram"
HEALTH_PATH = "/healthz"

HealthCheck = Callable[[], Awaitable[tuple[bool, dict[str, object]]]]


async def serve(host: str, port: int, webhook: Webhook | None, health: HealthCheck) -> tuple[web.AppRunner, int]:
    """Start listening; returns the runner to clean up and the port that was bound. Raises OSError when it is taken."""

    async def healthz(_: web.Request) -> web.Response:
        sound, figures = await health()
        return web.json_response({"ok": sound, **figures}, status=200 if sound else 503)

    app = web.Application(client_max_size=1 << 20, logger=logging.getLogger("bot.web"))
    app.router.add_get(HEALTH_PATH, healthz)
    if webhook is not None:
        app.router.add_post(WEBHOOK_PATH, webhook.handle)
    runner = web.AppRunner(app, access_log=None, handle_signals=False)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
    except OSError:
        await runner.cleanup()
        raise
    bound = runner.addresses[0][1] if runner.addresses else port
    return runner, int(bound)

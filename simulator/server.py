"""Owns the life of one simulator: it puts world, Bot API, faults and control routes behind one HTTP port."""

from collections import deque

from aiohttp import web

from . import control
from .bot_api import BotApi, CallRecord, not_found
from .clock import SimulatedClock
from .faults import Faults
from .limits import Limits
from .manners import Manners
from .polling import Polling
from .webhook import Webhook
from .world import World

DEFAULT_TOKEN = "1:SIMULATOR"  # noqa: S105 - invented, and printed on purpose
_BODY_LIMIT = 52 * 1024 * 1024  # an upload of 50 MB and its form
_SHUTDOWN_SECONDS = 0.2


class Simulator:
    """A Telegram on this computer, for one bot.

    `limits` switches the 429s, `local` accepts plain HTTP webhooks on any port as a local Bot API server does,
    `record` keeps the latest calls in `calls`, `callback_seconds` is how long a press can be answered (simulated),
    `private_burst` how many messages one person may get at once before one a second applies.
    """

    def __init__(
        self,
        *,
        token: str = DEFAULT_TOKEN,
        world: World | None = None,
        limits: bool = True,
        local: bool = True,
        record: bool = True,
        seed: int = 1,
        callback_seconds: float = 15.0,
        private_burst: int = 20,
    ) -> None:
        self.world = world or World(SimulatedClock(), token=token, seed=seed)
        self.token = self.world.token
        self.clock = self.world.clock
        self.faults = Faults(self.world, seed=seed)
        self.manners = Manners(self.world)
        self.limits = Limits(self.clock, enabled=limits, private_burst=private_burst)
        self.calls: deque[CallRecord] = deque(maxlen=10_000)
        self.webhook = Webhook(self.world, self.faults, local=local)
        self.polling = Polling(self.world.queue, self.webhook, self.faults)
        self.callback_seconds = callback_seconds
        self.api = BotApi(self, record=record)
        self._runner: web.AppRunner | None = None
        self._address = ("127.0.0.1", 0)

    @property
    def url(self) -> str:
        """Scheme, host and port, without a slash at the end."""
        host, port = self._address
        return f"http://{host}:{port}"

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listen; port 0 takes a free one. OSError when the port is taken."""
        app = web.Application(client_max_size=_BODY_LIMIT)
        app.router.add_routes(self.api.routes())
        app.router.add_routes(control.routes(self))
        app.router.add_route("*", "/{elsewhere:.*}", _elsewhere)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_SHUTDOWN_SECONDS)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port, backlog=1024)
        await site.start()
        address = self._runner.addresses[0]
        self._address = (host, int(address[1]))

    async def stop(self) -> None:
        """Close every connection and end every delivery."""
        await self.webhook.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None


async def _elsewhere(_request: web.Request) -> web.StreamResponse:
    return not_found()

"""Owns the methods by which the bot receives updates: polling and webhook."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from .calls import Call

Json = dict[str, Any]


@dataclass(slots=True, frozen=True)
class Prepared:
    """A result that is JSON already."""

    body: bytes


async def get_updates(call: Call) -> Prepared:
    """Updates from an offset on, waiting up to `timeout` seconds."""
    params = call.params
    if "allowed_updates" in params:
        call.world.queue.allow(params["allowed_updates"])
    offset, limit, timeout = params.get("offset", 0), params.get("limit", 100), params.get("timeout", 0)
    return Prepared(await call.simulator.polling.get_updates(offset, limit, timeout))


async def set_webhook(call: Call) -> bool:
    """Deliver updates to an address from now on."""
    call.description = await call.simulator.webhook.set(call.params)
    return True


async def delete_webhook(call: Call) -> bool:
    """Go back to polling."""
    drop = call.params.get("drop_pending_updates", False)
    call.description = await call.simulator.webhook.delete(drop=drop)
    return True


async def get_webhook_info(call: Call) -> Json:
    """How deliveries stand."""
    return call.simulator.webhook.information()


METHODS: dict[str, Callable[[Call], Awaitable[Any]]] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}

"""Owns another program with the bot's token, which asks for the same updates for a while."""

import asyncio
import json
import time

import aiohttp


async def poll_beside(url: str, token: str, *, seconds: float, confirm: bool = False) -> list[int]:
    """Call getUpdates again and again for real seconds; returns the ids of the updates that were given away.

    With `confirm` Telegram takes them for delivered, and the bot will never see them.
    """
    taken: list[int] = []
    offset = 0
    ends_at = time.monotonic() + seconds
    async with aiohttp.ClientSession() as session:
        while time.monotonic() < ends_at:
            asked = {"timeout": 1, **({"offset": offset} if offset else {})}
            async with session.post(f"{url}/bot{token}/getUpdates", json=asked) as answer:
                found = json.loads(await answer.read()).get("result", [])
            fresh = [update["update_id"] for update in found if update["update_id"] not in taken]
            taken += fresh
            if confirm and fresh:
                offset = fresh[-1] + 1
            await asyncio.sleep(0.05)
        if confirm and offset:
            async with session.post(f"{url}/bot{token}/getUpdates", json={"offset": offset, "timeout": 0}) as answer:
                await answer.read()
    return taken

"""How files leave the simulator: to be saved, to be looked at, to be played."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from simulator.server import Simulator


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    running = Simulator(token="77:INVENTED")
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def http(simulator: Simulator) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(simulator.url) as session:
        yield session


@pytest.mark.parametrize(
    ("name", "kind", "content", "shown"),
    [
        ("acta.pdf", "application/pdf", b"%PDF-1.4", "application/pdf"),
        ("acta.txt", "text/plain", "año".encode(), "text/plain; charset=utf-8"),
        ("trampa.pdf", "application/pdf", b"<script>x()</script>", None),
        ("trampa.html", "text/html", b"<script>x()</script>", None),
        ("dibujo.svg", "image/svg+xml", b"<svg onload='x()'/>", None),
    ],
)
async def test_only_what_cannot_act_is_shown_in_a_tab(
    simulator: Simulator, http: aiohttp.ClientSession, name: str, kind: str, content: bytes, shown: str | None
) -> None:
    stored = simulator.world.files.add("document", content, name, kind)
    address = f"/simulator/files/{stored.file_id}"

    async with http.get(address) as saved, http.get(f"{address}?show=1") as looked_at:
        pass

    assert saved.headers["Content-Disposition"].startswith("attachment")
    assert looked_at.headers["Content-Disposition"].startswith("inline" if shown else "attachment")
    assert looked_at.headers["Content-Type"] == (shown or kind)
    assert "default-src 'none'" in looked_at.headers["Content-Security-Policy"]


async def test_a_player_that_jumps_is_given_the_piece_it_asks_for(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    stored = simulator.world.files.add("voice", b"0123456789")
    address = f"/simulator/files/{stored.file_id}"

    async with http.get(address, headers={"Range": "bytes=4-6"}) as middle:
        part = await middle.read()
    async with http.get(address, headers={"Range": "bytes=7-"}) as end:
        rest = await end.read()

    assert (middle.status, part, middle.headers["Content-Range"]) == (206, b"456", "bytes 4-6/10")
    assert (end.status, rest, end.headers["Content-Range"]) == (206, b"789", "bytes 7-9/10")
    assert middle.headers["Content-Type"] == "audio/ogg"


@pytest.mark.parametrize("asked", ["bytes=20-", "seconds=1-2", "bytes=x-y"])
async def test_a_piece_that_makes_no_sense_is_answered_with_the_whole(
    simulator: Simulator, http: aiohttp.ClientSession, asked: str
) -> None:
    stored = simulator.world.files.add("voice", b"0123456789")

    async with http.get(f"/simulator/files/{stored.file_id}", headers={"Range": asked}) as response:
        content = await response.read()

    assert (response.status, content) == (200, b"0123456789")

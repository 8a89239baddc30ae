"""A file that was sent is fetched and read outside any turn, and its sender hears of it whatever comes of it."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Callable

import pytest
from telegram.error import TelegramError

from bot.content import content_dir, load_content
from bot.reports.roster_file import load_columns
from bot.telegram_client import FileGone, FileTooBig, NotSent
from bot.turns.outcome import House
from bot.uploads import Uploads
from bot.words import Wording
from storage import inbox, uploads
from storage.database import Database
from storage.inbox import Arrived
from storage.phones import PhoneVault
from storage.uploads import UploadRow
from tests.bot.desk import Desk, pressed, said
from tests.bot.stand_ins import KEY, OWNER, ZONE, StillClock, until

ROOT = content_dir(None)
CONTENT, COLUMNS = load_content(ROOT), load_columns(ROOT)
PLACES = CONTENT.territory
OLD_XLS = bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600
LIST = "nombre;barrio\nJAC Manga;Manga\n".encode("cp1252")


class Files:
    """Telegram's files; ``answers`` are given one after the other, the last one again and again."""

    def __init__(self) -> None:
        self.answers: deque[bytes | TelegramError] = deque([LIST])
        self.asked: list[str] = []

    async def download(self, file_id: str, most: int) -> bytes:
        self.asked.append(file_id)
        answer = self.answers.popleft() if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, TelegramError):
            raise answer
        return answer


class Reading:
    """The task at work; ``delivered`` is what it hands over to the dispatcher."""

    def __init__(self, database: Database, clock: StillClock, skip: Callable[[float], None]) -> None:
        self.database, self.clock, self.skip = database, clock, skip
        self.files, self.wanted = Files(), asyncio.Event()
        self.delivered: list[Arrived] = []
        self.work: asyncio.Task[None] | None = None

    async def send(self, name: str = "lista.csv") -> UploadRow:
        """A turn noted that a file is wanted."""
        now = self.clock.now()
        row = await self.database.write(lambda tx: uploads.record(tx, OWNER, "roster", f"id-{name}", name, 10, now))
        self.wanted.set()
        return row

    def start(self) -> None:
        task = Uploads(
            self.database, self.files, self.clock, PLACES, COLUMNS, self.wanted, self.delivered.extend,  # type: ignore[arg-type]
        )  # fmt: skip
        self.work = asyncio.create_task(task.run())

    async def told(self, count: int = 1) -> None:
        """Until so many chats are to have a turn, however often Telegram has to be asked again."""
        for _ in range(2500):
            if len(self.delivered) >= count:
                return
            await asyncio.sleep(0.002)
            self.skip(0.05)
        raise AssertionError("nobody was told")

    async def held(self, upload_id: int) -> UploadRow:
        row = await self.database.read(lambda tx: uploads.find(tx, upload_id))
        assert row is not None
        return row

    async def close(self) -> None:
        if self.work is not None:
            self.work.cancel()
            await asyncio.gather(self.work, return_exceptions=True)


@pytest.fixture
async def desk(database: Database, clock: StillClock, skip: Callable[[float], None]) -> AsyncIterator[Desk]:
    """A dispatcher with the real words."""
    wordings = {name: Wording(name, CONTENT.messages[name], ZONE) for name in CONTENT.locales}
    real = House(wordings, CONTENT.lexicon, PLACES, CONTENT.notice, PhoneVault(KEY), frozenset({OWNER}), "juntas_bot")
    desk = Desk(database, clock, skip, real)
    yield desk
    await desk.close()


@pytest.fixture
async def reading(database: Database, clock: StillClock, skip: Callable[[float], None]) -> AsyncIterator[Reading]:
    made = Reading(database, clock, skip)
    yield made
    await made.close()


async def test_a_file_is_read_into_a_plan_and_its_chat_gets_a_turn(reading: Reading) -> None:
    reading.start()
    row = await reading.send()
    await reading.told()

    held = await reading.held(row.id)
    assert held.status == "ready"
    assert held.outcome is not None
    assert [board["name"] for board in held.outcome["new"]] == ["JAC Manga"]
    assert reading.delivered == [Arrived(-1, OWNER, f"upload:{row.id}", None)]
    assert await reading.database.read(lambda tx: inbox.is_new(tx, -1))


async def test_a_file_that_waited_when_the_bot_was_stopped_is_read_at_the_next_start(reading: Reading) -> None:
    row = await reading.send()
    reading.wanted.clear()
    reading.start()
    await reading.told()

    assert (await reading.held(row.id)).status == "ready"


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (FileTooBig("big"), "sheet-too-big"), (FileGone("gone"), "import-gone"),
        (NotSent("no network"), "import-fetch-failed"), (b"%PDF-1.7 nothing", "sheet-not-a-sheet"),
        (b"", "sheet-empty"), (b"uno;dos\n1;2\n", "roster-no-header"), (OLD_XLS, "sheet-old-xls"),
    ],
)  # fmt: skip
async def test_a_file_that_cannot_be_used_is_told_with_its_reason(
    reading: Reading, answer: bytes | TelegramError, key: str
) -> None:
    reading.files.answers = deque([answer])
    reading.start()
    row = await reading.send()
    await reading.told()

    held = await reading.held(row.id)
    assert held.status == "failed"
    assert held.outcome is not None
    assert held.outcome["why"]["key"] == key
    assert json.dumps(held.outcome)


async def test_a_network_that_comes_back_is_asked_again(reading: Reading) -> None:
    reading.files.answers = deque([NotSent("away"), NotSent("away"), LIST])
    reading.start()
    row = await reading.send()
    await reading.told()

    assert (await reading.held(row.id)).status == "ready"
    assert len(reading.files.asked) == 3


async def test_a_file_in_place_of_another_that_is_being_read_is_the_one_that_counts(reading: Reading) -> None:
    first = await reading.send("vieja.csv")
    second = await reading.send("nueva.csv")
    reading.start()
    await reading.told()

    assert (await reading.held(first.id)).status == "dropped"
    assert (await reading.held(second.id)).status == "ready"
    assert [update.kind for update in reading.delivered] == [f"upload:{second.id}"]


async def test_what_was_read_has_its_turn_like_an_update_and_only_once(desk: Desk) -> None:
    await desk.receive(said(1, OWNER))
    await desk.idle()
    now = desk.clock.now()

    def read(tx: object) -> Arrived:
        row = uploads.record(tx, OWNER, "roster", "id", "lista.csv", 10, now)  # type: ignore[arg-type]
        return inbox.record_own(tx, OWNER, f"upload:{row.id}", now)  # type: ignore[arg-type]

    update = await desk.database.write(read)
    desk.dispatcher.deliver([update, update])
    await desk.idle()

    assert await desk.statuses() == {1: "done", -1: "done"}
    state = (await desk.office.column("SELECT state FROM chat WHERE chat_id = ?", OWNER))[0]
    assert json.loads(state)["question"] == "roster-preview"


async def test_whoever_sends_a_file_wakes_the_reader(desk: Desk) -> None:
    document = {"file_id": "abc", "file_name": "lista.csv", "file_size": 10}
    sent = said(3, OWNER, None)
    body = json.loads(sent.body or "")
    del body["message"]["text"]
    body["message"]["document"] = document
    await desk.receive(said(1, OWNER, "/juntas"))
    await desk.idle()
    version = json.loads((await desk.office.column("SELECT state FROM chat WHERE chat_id = ?", OWNER))[0])["version"]
    await desk.receive(pressed(2, OWNER, f"juntas:home:roster:{version}"))
    await desk.receive(Arrived(3, OWNER, "private", json.dumps(body)))
    await desk.idle()

    await until(desk.dispatcher.wanted_files.is_set)
    assert [row.file_id for row in await desk.database.read(uploads.waiting)] == ["abc"]

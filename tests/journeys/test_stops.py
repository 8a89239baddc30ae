"""Stories of interruptions: blocked and taken back, the bot away for a while, a new notice, a locked database."""

import asyncio
import shutil
import sqlite3
from importlib import resources
from pathlib import Path

import pytest

from simulator.server import Simulator
from simulator.virtual import VirtualPerson, text_of
from tests.conftest import StartBot
from tests.journeys.scenes import PURPOSES, register_until, welcome

BOTH = pytest.mark.parametrize("mode", ["polling", "webhook"])
_CALLS = ("sendMessage", "editMessageText")


def _copy_of_content(folder: Path) -> Path:
    copy = folder / "content"
    shutil.copytree(str(resources.files("content")), copy)
    return copy


@BOTH
async def test_who_blocked_the_bot_and_comes_back_goes_on_at_the_same_question(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, mode: str
) -> None:
    bot = await start_bot(simulator, mode)
    await welcome(rosa)
    await register_until(rosa, "¿En qué comuna queda?")
    await bot.settled()

    simulator.world.block(rosa.id)
    reason = await bot.until("SELECT unreachable FROM chat WHERE unreachable IS NOT NULL")
    await rosa.start()

    assert reason == ("blocked",)
    assert "Seguimos donde íbamos" in text_of(await rosa.expect("¿En qué comuna queda?"))
    assert bot.rows("SELECT unreachable FROM chat") == [(None,)]


@BOTH
async def test_after_ten_minutes_away_the_open_question_is_renewed_in_place(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, mode: str
) -> None:
    bot = await start_bot(simulator, mode)
    await welcome(rosa)
    await register_until(rosa, "¿En qué comuna queda?")
    await bot.settled()
    await bot.stop()
    before, last = len(rosa.texts()), rosa.last

    simulator.clock.advance(600)
    rosa.world.press(rosa.id, *_lost(rosa))  # nobody fetches it in time
    simulator.clock.advance(200)
    await bot.start()
    renewed = await rosa.expect("tóquelo otra vez")

    assert last is not None
    assert renewed["message_id"] == last["message_id"]
    assert "¿En qué comuna queda?" in text_of(renewed)
    assert len(rosa.texts()) == before
    await rosa.press("Comuna 1")
    await rosa.expect("¿En qué barrio?")


def _lost(person: VirtualPerson) -> tuple[int, str]:
    found = person.find_button("Comuna 2")
    assert found is not None
    return found[0], found[1]["callback_data"]


@BOTH
async def test_after_one_minute_away_nothing_is_touched(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, mode: str
) -> None:
    bot = await start_bot(simulator, mode)
    await welcome(rosa)
    await register_until(rosa, "¿En qué comuna queda?")
    await bot.settled()
    await bot.stop()
    calls = sum(call.method in _CALLS for call in simulator.calls)

    simulator.clock.advance(60)
    await rosa.press("Comuna 1")
    await bot.start()
    await rosa.expect("¿En qué barrio?")

    # The answer freezes the question and asks the next: these two and nothing else.
    await bot.settled()
    assert sum(call.method in _CALLS for call in simulator.calls) - calls <= 2
    assert not any("tóquelo otra vez" in text for text in rosa.texts())


async def test_a_new_privacy_notice_is_asked_about_before_anything_else(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, tmp_path: Path
) -> None:
    content = _copy_of_content(tmp_path)
    bot = await start_bot(simulator, content_dir=content)
    await welcome(rosa)
    await register_until(rosa, "¿En qué comuna queda?")
    await bot.settled()
    await bot.stop()

    notice = content / "privacy" / "es-CO.md"
    notice.write_text(notice.read_text().replace("2026-11", "2027-01") + "\n\n11. Algo nuevo.\n")
    await bot.start()
    await rosa.say("1")
    changed = await rosa.expect("El aviso de privacidad cambió")

    assert "Antes de seguir" in text_of(changed)
    assert bot.rows("SELECT question FROM answer WHERE question = 'comuna'") == []
    await rosa.press("Seguir")
    for purpose in PURPOSES:
        await rosa.expect(purpose)
        await rosa.press("Acepto")
    await rosa.expect("¿En qué comuna queda?")
    assert len(bot.rows("SELECT DISTINCT notice_hash FROM consent")) == 2


async def test_with_a_second_language_installed_the_language_is_asked_first(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, tmp_path: Path
) -> None:
    content = _copy_of_content(tmp_path)
    english = content / "locale" / "en"
    shutil.copytree(content / "locale" / "es-CO", english)
    words = english / "welcome.ftl"
    words.write_text(words.read_text().replace("¿Tiene usted 18 años o más?", "Are you 18 or older?"))
    await start_bot(simulator, content_dir=content)

    await rosa.start()
    await rosa.expect("¿En qué idioma seguimos?")
    await rosa.press("English")

    await rosa.expect("Are you 18 or older?")


@BOTH
async def test_a_database_that_is_locked_for_two_seconds_delays_the_answer_and_writes_it_once(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, mode: str
) -> None:
    bot = await start_bot(simulator, mode)
    await welcome(rosa)
    await register_until(rosa, "¿Qué va a registrar?")
    await bot.settled()
    other = sqlite3.connect(bot.settings.database_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    await rosa.press("Acción comunal")
    await asyncio.sleep(2)
    waiting = rosa.find_button("Acción comunal")
    other.execute("ROLLBACK")
    other.close()
    await rosa.expect("¿Cómo se llama la junta?", timeout=10)

    assert waiting is not None
    assert bot.rows("SELECT question, value FROM answer") == [("kind", "jac")]
    assert bot.rows("SELECT attempts FROM inbox WHERE attempts > 0") == []

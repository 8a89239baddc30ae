"""Stories of groups and channels: the bot says once where to write to it and keeps nothing of what is said there."""

from simulator.server import Simulator
from simulator.virtual import VirtualPerson, text_of
from tests.conftest import RunningBot, StartBot
from tests.journeys.scenes import welcome


def _said_in(simulator: Simulator, chat_id: int) -> list[str]:
    bot = simulator.world.bot.id
    return [
        text_of(body) for body in simulator.world.chat(chat_id).by_id.values() if body.get("from", {}).get("id") == bot
    ]


async def _hello(bot: RunningBot, chat_id: int) -> None:
    await bot.until("SELECT 1 FROM outbox WHERE chat_id = ? AND status = 'sent'", chat_id)


async def test_a_group_is_told_once_where_to_write_and_nothing_else_of_it_is_kept(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    # The bot counts in whole tens of minutes; the story is to be told inside of one.
    await bot.let_pass(601 - simulator.clock.timestamp() % 600)
    group = simulator.world.add_group("Vecinos Inventados", [rosa.id], kind="group", bot_status="administrator")
    await _hello(bot, group.id)
    await bot.settled()
    await bot.let_pass(300)

    simulator.world.send_text(rosa.id, "¿Quién registra la junta Secreta?", group.id)
    simulator.world.send_text(rosa.id, f"@{simulator.world.bot.username} registre la junta Secreta", group.id)
    simulator.world.send_text(rosa.id, "/start", group.id)
    await bot.settled()

    (said,) = _said_in(simulator, group.id)
    assert f"@{simulator.world.bot.username}" in said or f"t.me/{simulator.world.bot.username}" in said
    assert bot.rows("SELECT kind FROM chat WHERE chat_id = ?", group.id) == [("group",)]
    assert bot.rows("SELECT * FROM inbox WHERE body IS NOT NULL") == []
    await bot.stop()
    for trace in ("Secreta", "Vecinos", "Rosa"):
        assert trace.encode() not in bot.bytes_on_disk(), trace


async def test_a_group_that_asks_again_later_is_told_again(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    group = simulator.world.add_group("Vecinos Inventados", [rosa.id])
    await _hello(bot, group.id)
    await bot.settled()

    await bot.let_pass(1200)
    simulator.world.send_text(rosa.id, "/ayuda", group.id)
    await bot.settled()

    assert len(_said_in(simulator, group.id)) == 2


async def test_a_group_that_became_a_supergroup_is_spoken_to_under_its_new_number(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    group = simulator.world.add_group("Vecinos Inventados", [rosa.id], kind="group")
    await _hello(bot, group.id)
    await bot.settled()
    await bot.let_pass(1200)

    bigger = simulator.world.upgrade_group(group.id)
    simulator.world.send_text(rosa.id, "/ayuda", bigger.id)
    await _hello(bot, bigger.id)

    assert bot.rows("SELECT migrated_to FROM chat WHERE chat_id = ?", group.id) == [(bigger.id,)]
    assert len(_said_in(simulator, bigger.id)) == 1


async def test_a_channel_is_left_in_peace(simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson) -> None:
    bot = await start_bot(simulator)
    channel = simulator.world.add_group("Noticias", [rosa.id], kind="channel", bot_status="administrator")

    simulator.world.send_text(rosa.id, f"Escriban a @{simulator.world.bot.username}", channel.id)
    await bot.settled()

    assert _said_in(simulator, channel.id) == []
    assert bot.rows("SELECT status FROM inbox WHERE status != 'skipped'") == []


async def test_a_group_changes_nothing_in_the_private_chat_of_who_writes_there(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)
    group = simulator.world.add_group("Vecinos Inventados", [rosa.id])
    await bot.settled()

    simulator.world.send_text(rosa.id, "/registrar", group.id)

    await rosa.quiet(0.3)

"""Groups and channels."""

from simulator.virtual import VirtualPerson
from simulator.world import World

from .conftest import Bot


async def heard(bot: Bot) -> list[str]:
    return [update["message"]["text"] for update in await bot.get("getUpdates", limit=50, offset=-50)]


async def test_in_a_group_a_bot_only_hears_what_is_meant_for_it(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    group = world.add_group("Vecinos", [rosa.id])
    world.queue.clear()
    sent = await bot.get("sendMessage", chat_id=group.id, text="hola a todos")
    for text in ("charla", "/menu", "/menu@otro_bot", "/menu@Juntas_Demo_Bot", "oye @juntas_demo_bot"):
        world.send_text(rosa.id, text, group.id)
    world.send_text(rosa.id, "respuesta", group.id, reply_to=sent["message_id"])

    assert await heard(bot) == ["/menu", "/menu@Juntas_Demo_Bot", "oye @juntas_demo_bot", "respuesta"]
    assert len(world.chat(group.id).messages) == 7


async def test_an_administrator_hears_everything_and_a_bot_that_left_nothing(
    bot: Bot, rosa: VirtualPerson, world: World
) -> None:
    group = world.add_group("Vecinos", [rosa.id], bot_status="administrator")
    world.queue.clear()
    world.send_text(rosa.id, "charla", group.id)
    await bot.get("leaveChat", chat_id=group.id)
    world.send_text(rosa.id, "/menu", group.id)
    said, left = await bot.get("getUpdates")

    assert said["message"]["text"] == "charla"
    assert left["my_chat_member"]["new_chat_member"]["status"] == "left"


async def test_joining_is_told_with_old_and_new_status(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    group = world.add_group("Vecinos", [rosa.id])
    (update,) = await bot.get("getUpdates")
    change = update["my_chat_member"]

    assert change["chat"] == {"id": group.id, "title": "Vecinos", "type": "supergroup"}
    assert change["from"]["id"] == rosa.id
    assert [change[name]["status"] for name in ("old_chat_member", "new_chat_member")] == ["left", "member"]


async def test_an_upgrade_writes_a_service_message_in_both_chats(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    old = world.add_group("Vecinos", [rosa.id], kind="group")
    world.queue.clear()
    new = world.upgrade_group(old.id)
    first, second = [update["message"] for update in await bot.get("getUpdates")]

    assert (first["chat"]["id"], first["migrate_to_chat_id"]) == (old.id, new.id)
    assert (second["chat"]["id"], second["migrate_from_chat_id"]) == (new.id, old.id)
    assert new.kind == "supergroup"


async def test_members_can_be_asked_for(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    group = world.add_group("Vecinos", [rosa.id], username="vecinos_ctg")
    stranger = world.add_person("Ana")

    async def status(user_id: int) -> str:
        member = await bot.get("getChatMember", chat_id="@vecinos_ctg", user_id=user_id)
        return str(member["status"])

    assert await status(rosa.id) == "creator"
    assert await status(stranger.id) == "left"
    assert await status(world.bot.id) == "member"
    assert await bot.get("getChatMemberCount", chat_id=group.id) == 2
    assert [member["user"]["id"] for member in await bot.get("getChatAdministrators", chat_id=group.id)] == [rosa.id]
    assert (await bot.get("getChat", chat_id=group.id))["title"] == "Vecinos"
    assert await bot.refusal("getChatMember", chat_id=group.id, user_id=0) == (
        400,
        "Bad Request: invalid user_id specified",
    )
    assert await bot.refusal("getChatMember", chat_id=group.id, user_id=9) == (400, "Bad Request: user not found")
    assert await bot.refusal("getChatAdministrators", chat_id=rosa.id) == (
        400,
        "Bad Request: there are no administrators in the private chat",
    )


async def test_a_topic_of_a_forum_takes_messages(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    forum = world.add_group("Vecinos", [rosa.id], is_forum=True)
    plain = world.add_group("Otros", [rosa.id])
    topic = await bot.get("createForumTopic", chat_id=forum.id, name="Solicitud 7")
    number = topic["message_thread_id"]
    sent = await bot.get("sendMessage", chat_id=forum.id, text="x", message_thread_id=number)

    assert (sent["message_thread_id"], sent["is_topic_message"]) == (number, True)
    assert await bot.refusal("createForumTopic", chat_id=plain.id, name="x") == (
        400,
        "Bad Request: the chat is not a forum",
    )


async def test_a_post_in_a_channel_has_no_author(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    channel = world.add_group("Avisos", [rosa.id], kind="channel", bot_status="administrator")
    world.queue.clear()
    world.send_text(rosa.id, "aviso", channel.id)
    sent = await bot.get("sendMessage", chat_id=channel.id, text="x")
    (update,) = await bot.get("getUpdates")

    assert update["channel_post"]["sender_chat"]["id"] == channel.id
    assert "from" not in update["channel_post"]
    assert await bot.get("editMessageText", chat_id=channel.id, message_id=sent["message_id"], text="y")

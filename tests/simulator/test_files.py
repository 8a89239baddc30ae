"""Files in both directions."""

import io
import json
from typing import Any

import aiohttp
import pytest

from simulator import media
from simulator.virtual import VirtualPerson
from simulator.world import World

from .conftest import TOKEN, Bot

CSV = b"nombre\nRosa"


async def upload(bot: Bot, method: str, fields: dict[str, Any], **files: bytes) -> tuple[int, dict[str, Any]]:
    form = aiohttp.FormData()
    for name, value in fields.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    for name, content in files.items():
        form.add_field(name, io.BytesIO(content), filename="lista.csv", content_type="text/csv")
    async with bot.session.post(bot.address(method), data=form) as answer:
        return answer.status, await answer.json()


async def test_a_document_is_uploaded_shown_and_sent_again_by_its_id(bot: Bot, rosa: VirtualPerson) -> None:
    caption = {"chat_id": rosa.id, "caption": "<b>Lista</b>", "parse_mode": "HTML"}
    status, body = await upload(bot, "sendDocument", caption, document=CSV)
    document = body["result"]["document"]
    again = await bot.get("sendDocument", chat_id=rosa.id, document=document["file_id"])

    assert status == 200
    assert (document["file_name"], document["mime_type"], document["file_size"]) == ("lista.csv", "text/csv", 11)
    assert body["result"]["caption_entities"][0]["type"] == "bold"
    assert again["document"] == document


async def test_a_caption_can_be_edited_and_is_bounded(bot: Bot, rosa: VirtualPerson) -> None:
    _, body = await upload(bot, "sendDocument", {"chat_id": rosa.id}, document=CSV)
    number = body["result"]["message_id"]

    edited = await bot.get("editMessageCaption", chat_id=rosa.id, message_id=number, caption="nueva")

    assert edited["caption"] == "nueva"
    assert await bot.refusal("editMessageCaption", chat_id=rosa.id, message_id=number, caption="a" * 1025) == (
        400,
        "Bad Request: message caption is too long",
    )
    assert await bot.refusal("editMessageText", chat_id=rosa.id, message_id=number, text="x") == (
        400,
        "Bad Request: there is no text in the message to edit",
    )


@pytest.mark.parametrize(
    ("kind", "method"), [("photo", "sendPhoto"), ("voice", "sendVoice"), ("video", "sendVideo"), ("audio", "sendAudio")]
)
async def test_every_kind_of_media_goes_out(bot: Bot, rosa: VirtualPerson, kind: str, method: str) -> None:
    status, body = await upload(bot, method, {"chat_id": rosa.id}, **{kind: b"bytes"})

    assert status == 200, body
    assert kind in body["result"]


async def test_an_album_of_attached_files_shares_one_group(bot: Bot, rosa: VirtualPerson) -> None:
    album = [{"type": "photo", "media": f"attach://f{number}", "caption": str(number)} for number in range(2)]
    status, body = await upload(bot, "sendMediaGroup", {"chat_id": rosa.id, "media": album}, f0=b"a", f1=b"b")

    assert status == 200, body
    assert len({message["media_group_id"] for message in body["result"]}) == 1
    assert rosa.texts() == ["0", "1"]


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("", "there is no document in the request"),
        ("attach://nothing", "wrong file identifier/HTTP URL specified"),
        ("nonsense", "wrong file identifier/HTTP URL specified"),
        ("https://example.org/a.pdf", "failed to get HTTP URL content"),
    ],
)
async def test_a_file_that_is_none(bot: Bot, rosa: VirtualPerson, document: str, words: str) -> None:
    refusal = await bot.refusal("sendDocument", chat_id=rosa.id, document=document)

    assert refusal == (400, f"Bad Request: {words}")


async def test_empty_misnamed_and_big_uploads_are_refused(bot: Bot, rosa: VirtualPerson) -> None:
    empty = await upload(bot, "sendDocument", {"chat_id": rosa.id}, document=b"")
    misnamed = await upload(bot, "sendDocument", {"chat_id": rosa.id}, documento=CSV)
    big = await upload(bot, "sendPhoto", {"chat_id": rosa.id}, photo=b"x" * (media.PHOTO_LIMIT + 1))

    assert empty[1]["description"] == "Bad Request: file must be non-empty"
    assert misnamed[1]["description"] == 'Bad Request: simulator: unknown file "documento"'
    assert big[1]["description"] == "Bad Request: file is too big"


@pytest.mark.parametrize("kind", ["photo", "document", "voice", "video", "video_note", "audio", "sticker", "animation"])
async def test_what_a_person_sends_can_be_downloaded(bot: Bot, rosa: VirtualPerson, kind: str) -> None:
    body = await rosa.send_file(kind, b"content", "cosa.bin", "application/x-thing")
    attachment = body[kind][-1] if kind == "photo" else body[kind]
    found = await bot.get("getFile", file_id=attachment["file_id"])
    async with bot.session.get(f"{bot.simulator.url}/file/bot{TOKEN}/{found['file_path']}") as answer:
        content = await answer.read()

    assert content == b"content"
    assert found["file_unique_id"] == attachment["file_unique_id"]


async def test_a_photo_comes_in_growing_sizes(bot: Bot, rosa: VirtualPerson) -> None:
    body = await rosa.send_file("photo", b"jpeg")

    widths = [size["width"] for size in body["photo"]]
    assert widths == sorted(widths)
    assert len({size["file_id"] for size in body["photo"]}) == 3


async def test_files_that_cannot_be_downloaded(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    big = world.files.add("document", b"x" * (20 * 1024 * 1024 + 1))
    async with bot.session.get(f"{bot.simulator.url}/file/bot{TOKEN}/documents/none") as answer:
        missing = await answer.json()

    assert await bot.refusal("getFile", file_id=big.file_id) == (400, "Bad Request: file is too big")
    assert await bot.refusal("getFile", file_id="x") == (400, "Bad Request: invalid file_id")
    assert await bot.refusal("getFile") == (400, "Bad Request: file_id not specified")
    assert missing == {"ok": False, "error_code": 404, "description": "Not Found"}
    with pytest.raises(ValueError, match="52428801 bytes"):
        world.files.add("document", b"x" * (50 * 1024 * 1024 + 1))

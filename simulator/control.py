"""Owns the routes through which the chat page, and anybody on this computer, plays the people and moves the clock."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from .chats import Chat
from .page.assets import page_file
from .page.downloads import file_response
from .page.guard import Handler, guarded, refused
from .page.stream import stream_events
from .page.wishes import Fields, WishError, query_number, read_fields, read_upload
from .world import World, WorldError

if TYPE_CHECKING:
    from .server import Simulator

Json = dict[str, Any]
Action = Callable[[int, Fields], Json]

_PAGE_LANGUAGE = "es"
_LONGEST_WAIT_SECONDS = 50.0
_LONGEST_ADVANCE_SECONDS = 366 * 86_400.0
_NAME_CHARACTERS = 64
_GONE = ("left", "kicked")


def routes(simulator: "Simulator") -> list[web.AbstractRouteDef]:
    """The routes to mount beside the Bot API; errors are `{"error": sentence}` with 400, 403 or 404."""
    control = _Control(simulator)
    people = "/simulator/people/{person}"
    gets: dict[str, Handler] = {
        "/": control.index,
        "/page/{file}": control.page,
        "/simulator/state": control.state,
        f"{people}/chat": control.chat,
        "/simulator/files/{file}": control.file,
        "/simulator/clock": control.watch_clock,
        "/simulator/events": control.events,
    }
    posts: dict[str, Handler] = {
        "/simulator/people": control.add_person,
        f"{people}/file": control.send_file,
        "/simulator/clock": control.advance_clock,
        **{f"{people}/{name}": control.doing(action) for name, action in _actions(simulator.world).items()},
    }
    return [
        *(web.get(path, guarded(_answering_errors(handler))) for path, handler in gets.items()),
        *(web.post(path, guarded(_answering_errors(handler))) for path, handler in posts.items()),
    ]


def _actions(world: World) -> dict[str, Action]:
    """What a person can do with a JSON object, by the last part of the address; `chat_id` names a group."""

    def say(person: int, wish: Fields) -> Json:
        replied = wish.whole_or_none("reply_to_message_id")
        return world.send_text(person, wish.text("text"), wish.whole_or_none("chat_id"), reply_to=replied)

    def press(person: int, wish: Fields) -> Json:
        where = wish.whole_or_none("chat_id")
        return {"callback_query_id": world.press(person, wish.whole("message_id"), wish.text("data"), where)}

    def share_contact(person: int, wish: Fields) -> Json:
        if not wish.given:
            return world.share_contact(person)
        name = wish.text("first_name", most=_NAME_CHARACTERS)
        return world.share_contact(person, phone=wish.text("phone", most=_NAME_CHARACTERS), first_name=name)

    def share_location(person: int, wish: Fields) -> Json:
        return world.send_location(person, wish.number("latitude", -90, 90), wish.number("longitude", -180, 180))

    def edit(person: int, wish: Fields) -> Json:
        return world.edit_text(person, wish.whole("message_id"), wish.text("text"), wish.whole_or_none("chat_id"))

    def block(person: int, _: Fields) -> Json:
        world.block(person)
        return world.person(person).card()

    def unblock(person: int, _: Fields) -> Json:
        world.unblock(person)
        return world.person(person).card()

    return {
        "message": say,
        "press": press,
        "contact": share_contact,
        "location": share_location,
        "edit": edit,
        "block": block,
        "unblock": unblock,
    }


class _Control:
    """The handlers, around one simulator."""

    def __init__(self, simulator: "Simulator") -> None:
        self._simulator = simulator
        self._world = simulator.world

    async def index(self, request: web.Request) -> web.Response:
        return page_file(request, "index.html")

    async def page(self, request: web.Request) -> web.Response:
        return page_file(request, request.match_info["file"])

    async def events(self, request: web.Request) -> web.StreamResponse:
        return await stream_events(request, self._world)

    async def state(self, _: web.Request) -> web.Response:
        bot = self._world.bot
        shown = {
            "id": bot.id,
            "username": bot.username,
            "first_name": _in_page_language(bot.names),
            "description": _in_page_language(bot.descriptions),
            "short_description": _in_page_language(bot.short_descriptions),
        }
        cards = [person.card() for person in self._world.people.values()]
        groups = [_group_card(chat) for chat in self._world.chats.values() if chat.kind != "private"]
        return web.json_response({**self._moment(), "bot": shown, "people": cards, "groups": groups})

    async def chat(self, request: web.Request) -> web.Response:
        person = self._person(request)
        group = query_number(request, "chat", person)
        chat = self._world.chat(int(group))
        if chat.id != person and chat.members.get(person, "left") in _GONE:
            raise WorldError(f"person {person} is not in chat {chat.id}")
        # The menu of a private chat does not follow anybody into a group.
        commands = self._world.commands_for(person) if chat.id == person else []
        return web.json_response({"messages": chat.messages, "keyboard": chat.keyboard, "commands": commands})

    async def add_person(self, request: web.Request) -> web.Response:
        wish = await read_fields(request)
        person = self._world.add_person(
            wish.text("first_name", most=_NAME_CHARACTERS),
            label=wish.text_or_none("label", most=_NAME_CHARACTERS) or "",
            phone=wish.text_or_none("phone", most=_NAME_CHARACTERS),
        )
        return web.json_response(person.card())

    async def send_file(self, request: web.Request) -> web.Response:
        person = self._person(request)
        upload = await read_upload(request)
        message = self._world.send_file(
            person,
            upload.kind,
            upload.content,
            file_name=upload.name,
            mime_type=upload.mime_type,
            caption=upload.caption,
        )
        return web.json_response(message)

    async def file(self, request: web.Request) -> web.Response:
        stored = self._world.files.by_id.get(request.match_info["file"])
        if stored is None:
            return refused(404, "there is no such file")
        return file_response(request, stored)

    async def advance_clock(self, request: web.Request) -> web.Response:
        wish = await read_fields(request)
        self._simulator.clock.advance(wish.number("advance", 0, _LONGEST_ADVANCE_SECONDS))
        return web.json_response(self._moment())

    async def watch_clock(self, request: web.Request) -> web.Response:
        clock = self._simulator.clock
        if "known" not in request.query:
            return web.json_response({"offset": clock.offset})
        wait = min(query_number(request, "wait", 0), _LONGEST_WAIT_SECONDS)
        return web.json_response({"offset": await clock.wait_change(query_number(request, "known", 0), wait)})

    def doing(self, action: Action) -> Handler:
        """The handler that lets a person act and answers with what came of it."""

        async def handler(request: web.Request) -> web.Response:
            person = self._person(request)
            return web.json_response(action(person, await read_fields(request)))

        return handler

    def _person(self, request: web.Request) -> int:
        name = request.match_info["person"]
        person = next((number for number in self._world.people if str(number) == name), None)
        if person is None:
            raise _UnknownError(f"there is no person {name}")
        return person

    def _moment(self) -> Json:
        clock = self._simulator.clock
        return {"now": clock.now().isoformat(), "offset": clock.offset}


class _UnknownError(Exception):
    """An address names something that is not there."""


def _answering_errors(handler: Handler) -> Handler:
    async def answering(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except _UnknownError as error:
            return refused(404, str(error))
        except (WishError, WorldError) as error:
            return refused(400, str(error))

    return answering


def _group_card(chat: Chat) -> Json:
    """What the page shows about a group or channel, and who may write in it."""
    members = [{"id": person, "status": status} for person, status in chat.members.items() if status not in _GONE]
    closed = chat.migrated_to is not None
    return {"id": chat.id, "title": chat.title, "kind": chat.kind, "closed": closed, "members": members}


def _in_page_language(texts: dict[str, str]) -> str:
    return texts.get(_PAGE_LANGUAGE) or texts.get("", "")

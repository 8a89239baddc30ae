"""Owns what people do in the app: write, press, share, send files, edit, block; each action queues its update."""

from typing import Any

from .accounts import Person
from .chats import Chat
from .entities import recognised
from .state import PendingPress, WorldError, WorldState

Json = dict[str, Any]

INACCESSIBLE_DATE = 0  # marks a MaybeInaccessibleMessage as gone


class PeopleActions(WorldState):
    """The hands of the invented people."""

    def start(self, person_id: int, payload: str = "") -> Json:
        """Press START, or open a link with a payload; a person who had blocked the bot unblocks it first."""
        if self.person(person_id).blocked:
            self.unblock(person_id)
        return self.send_text(person_id, f"/start {payload}".rstrip())

    def send_text(
        self,
        person_id: int,
        text: str,
        chat_id: int | None = None,
        *,
        reply_to: int | None = None,
        forward: bool = False,
    ) -> Json:
        """Write a text in the private chat or another one; returns the Message."""
        content: Json = {"text": text}
        entities = recognised(text)
        if entities:
            content["entities"] = entities
        if forward:
            content["forward_origin"] = {
                "type": "hidden_user",
                "date": self.date(),
                "sender_user_name": "Somebody else",
            }
        return self.send_other(person_id, content, chat_id, reply_to=reply_to)

    def send_other(
        self, person_id: int, fields: Json, chat_id: int | None = None, *, reply_to: int | None = None
    ) -> Json:
        """Send a message with any content fields of the Bot API, such as poll, dice or story; returns the Message."""
        person = self.person(person_id)
        chat = self._chat_to_write_in(person, chat_id)
        content = dict(fields)
        if reply_to is not None:
            content["reply_to_message"] = self._quoted(chat, reply_to)
        body = self.add_message(chat, person.as_user(), content)
        if self._bot_hears(chat, body):
            self.queue.add("channel_post" if chat.kind == "channel" else "message", body, ("message", chat.id))
        return body

    def share_contact(
        self, person_id: int, phone: str | None = None, user_id: int | None = None, first_name: str | None = None
    ) -> Json:
        """Share one's own contact card, or with arguments somebody else's, which carries user_id only if given."""
        if phone is None and user_id is None and first_name is None:
            contact = self.person(person_id).as_contact()
        else:
            contact = {"phone_number": phone or "", "first_name": first_name or "Somebody"}
            if user_id is not None:
                contact["user_id"] = user_id
        return self.send_other(person_id, {"contact": contact})

    def send_location(self, person_id: int, latitude: float, longitude: float) -> Json:
        """Share a point in degrees."""
        return self.send_other(person_id, {"location": {"latitude": latitude, "longitude": longitude}})

    def send_file(
        self,
        person_id: int,
        kind: str,
        content: bytes,
        *,
        file_name: str | None = None,
        mime_type: str | None = None,
        caption: str | None = None,
    ) -> Json:
        """Send a photo, document, voice, video, video_note, audio, sticker or animation; returns the Message."""
        stored = self.files.add(kind, content, file_name, mime_type)
        fields: Json = {kind: stored.attachment}
        if kind == "animation":
            fields["document"] = stored.attachment
        if caption:
            fields["caption"] = caption
            entities = recognised(caption)
            if entities:
                fields["caption_entities"] = entities
        return self.send_other(person_id, fields)

    def edit_text(self, person_id: int, message_id: int, text: str, chat_id: int | None = None) -> Json:
        """Change one's own text; the bot is sent an edited_message."""
        person = self.person(person_id)
        chat = self._chat_to_write_in(person, chat_id)
        body = chat.message(message_id)
        if body is None or "text" not in body or body.get("from", {}).get("id") != person_id:
            raise WorldError(f"message {message_id} is no text of person {person_id}")
        edited = {**body, "edit_date": self.date(), "text": text}
        edited.pop("entities", None)
        if entities := recognised(text):
            edited["entities"] = entities
        self.replace_message(chat, message_id, edited)
        if self._bot_hears(chat, edited):
            self.queue.add("edited_message", edited, ("message", chat.id))
        return edited

    def press(self, person_id: int, message_id: int, data: str, chat_id: int | None = None) -> str:
        """Press a button and return the callback query's id.

        Any data is accepted, also what no button carries (a modified client can do that), and messages that are gone.
        """
        person = self.person(person_id)
        chat = self._chat_to_write_in(person, chat_id)
        press = self.open_press(person_id, chat.id, message_id)
        self._queue_press(press, data)
        self.emit(
            {
                "type": "press",
                "chat_id": chat.id,
                "message_id": message_id,
                "callback_query_id": press.id,
                "person_id": person_id,
                "data": data,
            }
        )
        return press.id

    def repeat_press(self, person_id: int, message_id: int, data: str, chat_id: int | None = None) -> str:
        """The same press again under new ids, as a client sends after a lost connection; no event is announced."""
        press = self.open_press(person_id, person_id if chat_id is None else chat_id, message_id)
        self._queue_press(press, data)
        return press.id

    def block(self, person_id: int) -> None:
        """Block the bot: its messages are refused from now on."""
        self._change_membership(self.person(person_id), blocked=True)

    def unblock(self, person_id: int) -> None:
        """Unblock the bot."""
        self._change_membership(self.person(person_id), blocked=False)

    def _queue_press(self, press: PendingPress, data: str) -> None:
        chat = self.chat(press.chat_id)
        message = chat.message(press.message_id) or {
            "chat": self.chat_object(chat),
            "message_id": press.message_id,
            "date": INACCESSIBLE_DATE,
        }
        query = {
            "id": press.id,
            "from": self.people[press.person_id].as_user(),
            "message": message,
            "chat_instance": str(-(chat.id * 7919) - 1),
            "data": data,
        }
        self.queue.add("callback_query", query, ("callback", press.person_id))

    def _change_membership(self, person: Person, *, blocked: bool) -> None:
        if person.blocked == blocked:
            return
        person.blocked = blocked
        bot = self.bot.as_user()
        member = {"user": bot, "status": "member"}
        kicked = {"user": bot, "status": "kicked", "until_date": 0}
        change = {
            "chat": person.as_chat(),
            "from": person.as_user(),
            "date": self.date(),
            "old_chat_member": member if blocked else kicked,
            "new_chat_member": kicked if blocked else member,
        }
        self.queue.add("my_chat_member", change, ("my_chat_member", person.id))
        self.emit({"type": "person", "chat_id": person.id, "person": person.card()})

    def _chat_to_write_in(self, person: Person, chat_id: int | None) -> Chat:
        if person.deactivated:
            raise WorldError(f"the account of person {person.id} is deleted")
        if chat_id is None or chat_id == person.id:
            if person.blocked:
                raise WorldError(f"person {person.id} has blocked the bot")
            if not person.started:
                person.started = True
                self.emit({"type": "person", "chat_id": person.id, "person": person.card()})
            return self.chat(person.id)
        chat = self.chat(chat_id)
        if chat.members.get(person.id, "left") in ("left", "kicked"):
            raise WorldError(f"person {person.id} is not in chat {chat_id}")
        return chat

    def _quoted(self, chat: Chat, message_id: int) -> Json:
        quoted = chat.message(message_id)
        if quoted is None:
            raise WorldError(f"there is no message {message_id} in chat {chat.id}")
        return {key: value for key, value in quoted.items() if key != "reply_to_message"}

    def _bot_hears(self, chat: Chat, body: Json) -> bool:
        """Privacy mode: in groups a bot that is no administrator only hears commands, mentions and replies to it."""
        if chat.kind == "private":
            return True
        if chat.bot_status in ("left", "kicked"):
            return False
        if chat.kind == "channel" or chat.bot_status == "administrator" or self.bot.can_read_all_group_messages:
            return True
        if body.get("reply_to_message", {}).get("from", {}).get("id") == self.bot.id:
            return True
        text: str = body.get("text", "") or body.get("caption", "")
        if text.startswith("/"):
            addressee = text.split(maxsplit=1)[0].partition("@")[2]
            return addressee.lower() in ("", self.bot.username.lower())
        return f"@{self.bot.username}".lower() in text.lower()

"""A tiny bot that plays the other side of the chat: it polls over HTTP and answers by a short script."""

import asyncio
import json
from typing import Any

import aiohttp

Json = dict[str, Any]

CERTIFICATE = b"%PDF-1.4 un certificado"
COMMANDS = [
    {"command": "ayuda", "description": "Qué puede hacer aquí"},
    {"command": "archivo", "description": "Recibir un certificado"},
    {"command": "talleres", "description": "Próximos talleres"},
]
QUESTION = [
    [
        {"text": "Sí, voy", "callback_data": "yes", "style": "success"},
        {"text": "No puedo", "callback_data": "no", "style": "danger"},
    ],
    [{"text": "Más despacio", "callback_data": "slow", "style": "primary"}],
]


class ScriptedBot:
    """Answers what it receives; `slow_answer` holds back the answer to one button until it is set."""

    def __init__(self, session: aiohttp.ClientSession, token: str) -> None:
        self.received: list[Json] = []
        self.slow_answer = asyncio.Event()
        self._session = session
        self._token = token

    async def call(self, method: str, **params: Any) -> Any:
        """Call a method of the Bot API; AssertionError when it is refused."""
        async with self._session.post(f"/bot{self._token}/{method}", json=params) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def introduce(self) -> None:
        """Publish what people see before they start."""
        await self.call("setMyDescription", description="Ayudo a las juntas de Cartagena.")
        await self.call("setMyCommands", commands=COMMANDS)

    async def live(self) -> None:
        """Poll and answer until cancelled."""
        offset = 0
        async with asyncio.TaskGroup() as answers:
            while True:
                for update in await self.call("getUpdates", offset=offset, timeout=20):
                    offset = update["update_id"] + 1
                    self.received.append(update)
                    answers.create_task(self._answer(update))

    async def _answer(self, update: Json) -> None:
        if press := update.get("callback_query"):
            await self._answer_press(press)
        elif message := update.get("message"):
            await self._answer_message(message)

    async def _answer_press(self, press: Json) -> None:
        if press["data"] == "slow":
            await self.slow_answer.wait()
            await self.call("answerCallbackQuery", callback_query_id=press["id"])
            return
        yes = press["data"] == "yes"
        text = "Anotado." if yes else "Queda un cupo libre para otra junta."
        await self.call("answerCallbackQuery", callback_query_id=press["id"], text=text, show_alert=not yes)
        where = {"chat_id": press["message"]["chat"]["id"], "message_id": press["message"]["message_id"]}
        await self.call("editMessageText", **where, text="Usted va al taller." if yes else "Usted no va al taller.")

    async def _answer_message(self, message: Json) -> None:
        chat = message["chat"]["id"]
        text = message.get("text", "")
        if text.startswith("/start"):
            greeting = "Buenos días, <b>vecina</b>. ¿Va al taller? Escriba /ayuda o vea <code>&lt;b&gt;</code>."
            markup = {"inline_keyboard": QUESTION}
            await self.call("sendMessage", chat_id=chat, text=greeting, parse_mode="HTML", reply_markup=markup)
        elif text == "/archivo":
            form = aiohttp.FormData({"chat_id": str(chat), "caption": "Su certificado"}, quote_fields=False)
            form.add_field("document", CERTIFICATE, filename="certificado.pdf", content_type="application/pdf")
            async with self._session.post(f"/bot{self._token}/sendDocument", data=form) as response:
                assert response.status == 200, await response.text()
        elif text == "/talleres":
            keyboard = [[{"text": "Compartir mi número", "request_contact": True}], [{"text": "Después"}]]
            markup = {"keyboard": keyboard, "one_time_keyboard": True, "input_field_placeholder": "Elija abajo"}
            await self.call("sendMessage", chat_id=chat, text="¿Cuál es su número?", reply_markup=markup)
        elif contact := message.get("contact"):
            thanks = f"Gracias, anoté {contact['phone_number']}."
            await self.call("sendMessage", chat_id=chat, text=thanks, reply_markup={"remove_keyboard": True})
        elif photo := message.get("photo"):
            await self.call("sendMessage", chat_id=chat, text=f"Recibí {json.dumps(len(photo))} tamaños.")
        else:
            await self.call("sendMessage", chat_id=chat, text=f"Usted escribió: {text}")

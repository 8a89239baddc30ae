"""Loads what a conversation has to know about the person, inside the turn's transaction."""

from datetime import datetime
from secrets import token_urlsafe

from bot.turns.members import place_of
from bot.turns.outcome import House
from bot.turns.register import TurnRecords
from bot.turns.sealed import unsealed
from bot.turns.surveys import TurnSurveys
from conversations.decisions import PURPOSES, Purpose
from conversations.known import ConsentHeld, Known, Office, Person
from conversations.office import is_open
from conversations.state import ChatState
from storage import answers, consents, officers, people
from storage.chats import Chat
from storage.database import Transaction
from storage.people import PersonRow


def load_state(chat: Chat) -> ChatState:
    """Where the chat stands. Raises pydantic's ValidationError for a state this program cannot read."""
    return ChatState() if chat.state is None else ChatState.model_validate_json(chat.state)


def load_known(tx: Transaction, chat: Chat, name: str, house: House, now: datetime) -> tuple[Known, PersonRow | None]:
    """Everything a decision may rest on, and the person's row if the service was ever accepted."""
    row = people.find(tx, chat.chat_id)
    held = consents.latest(tx, chat.chat_id)
    purposes: dict[Purpose, ConsentHeld] = {
        purpose: ConsentHeld(held[purpose].accepted, held[purpose].notice_hash, held[purpose].decided_at)
        for purpose in PURPOSES
        if purpose in held
    }
    person = Person(
        name=name or (row.name if row else ""),
        locale=chat.locale,
        adult=held["adult"].accepted if "adult" in held else None,
        consents=purposes,
        muted=chat.muted,
        masked_phone=house.masked(row.phone_encrypted) if row else None,
        offices=tuple(Office(o.board_name, o.role, o.since, o.id, o.board_id) for o in officers.of_person(tx, row.id))
        if row
        else (),
        staff=place_of(tx, chat.chat_id, house),
    )
    drafts = unsealed(answers.open_answers(tx, row.id), house.vault) if row else {}
    known = Known(
        person, drafts, house.territory, house.lexicon, house.notice, tuple(house.wordings), now,
        TurnRecords(tx, house, chat.chat_id, row, now), now.astimezone(house.zone).date(), chat.chat_id,
        house.review_all, token_urlsafe(12), house.shelf.library,
        bot_username=house.bot_username, office_open=is_open(now, house.zone), surveys=TurnSurveys(tx, house, row, now),
    )  # fmt: skip
    return known, row

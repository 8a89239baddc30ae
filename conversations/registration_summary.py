"""The end of a registration: everything at a glance, what can still be changed, and sending it."""

from conversations.commands import MY_DATA, REGISTRATION_TALK
from conversations.conversation import link, settled
from conversations.decisions import BoardRegistered, Choice, Screen, Words
from conversations.registration_questions import (
    BARRIO,
    BARRIO_OTHER,
    CHANGE,
    COMUNA,
    KIND,
    LOCALIDAD,
    NAME,
    NIT,
    PHONE,
    ROLE,
    ROLES,
    SECTOR,
    SUMMARY,
    answered,
    asked,
    draft,
    kind_of,
    localidad_of,
)
from conversations.screens import CANCEL, OTHER, button, with_last_row
from conversations.text import cut
from conversations.turn import Turn

SEND = "send"
# Lines of the summary that can be changed; the comuna is looked at together with the localidad.
CHANGEABLE = (NAME, KIND, LOCALIDAD, BARRIO, SECTOR, NIT, ROLE, PHONE)


def summary_screen(turn: Turn) -> Screen:
    """All answers, before they are sent."""
    rows = (
        (Choice(SEND, Words("send-button"), "success"),),
        (Choice(CHANGE, Words("change-button")),),
        (button(CANCEL),),
    )
    return Screen(SUMMARY, Words("registration-summary", answered(turn.known)), with_last_row(rows))


def change_screen(turn: Turn) -> Screen:
    """Which line is to be changed."""
    offered = [question for question in CHANGEABLE if question in asked(turn.known)]
    buttons = [Choice(question, Words(f"change-{question}-button")) for question in offered]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    return Screen(CHANGE, Words("registration-change"), with_last_row(rows))


def sent(turn: Turn) -> Turn:
    """Registers the board; the draft ends with it."""
    board = _board(turn)
    turn = turn.settle(settled(Words("registration-summary-label"), Words("registration-sent-mark")))
    turn = turn.remember(board).forgotten(REGISTRATION_TALK).closed()
    thanks = Words("registration-sent", {"board": cut(board.name, 90), "registered": turn.known.now})
    return turn.say(thanks, link(MY_DATA, "my-data-button"))


def _board(turn: Turn) -> BoardRegistered:
    answers = draft(turn.known)
    place = turn.known.territory.place(answers.get(BARRIO) or "")
    other = answers.get(BARRIO_OTHER) if answers.get(BARRIO) == OTHER else None
    return BoardRegistered(
        kind=kind_of(turn.known),
        name=answers.get(NAME) or "",
        localidad=localidad_of(turn.known) or "",
        comuna=answers.get(COMUNA) or "",
        barrio=place.name if place is not None else other or "",
        sector=answers.get(SECTOR),
        nit=answers.get(NIT),
        role=answers.get(ROLE) or ROLES[0],
    )

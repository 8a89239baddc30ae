"""The end of a registration: everything at a glance, and what can still be changed."""

from conversations.decisions import Choice, Screen, Words
from conversations.registration_board import board_card
from conversations.registration_questions import (
    BARRIO,
    BOARD,
    CHANGE,
    KIND,
    LOCALIDAD,
    NAME,
    NIT,
    PHONE,
    ROLE,
    SECTOR,
    SUMMARY,
    answered,
    asked,
    chosen_board,
)
from conversations.screens import CANCEL, button, with_last_row
from conversations.turn import Turn

SEND = "send"
# Lines of the summary that can be changed; the comuna is looked at together with the localidad.
CHANGEABLE = (BOARD, NAME, KIND, LOCALIDAD, BARRIO, SECTOR, NIT, ROLE, PHONE)


def summary_screen(turn: Turn) -> Screen:
    """All answers, before they are sent."""
    rows = (
        (Choice(SEND, Words("send-button"), "success"),),
        (Choice(CHANGE, Words("change-button")),),
        (button(CANCEL),),
    )
    known = turn.known
    shown = answered(known)
    board = chosen_board(known)
    if board is None:
        said = {question: words for question, words in shown.items() if question != BOARD}
        return Screen(SUMMARY, Words("registration-summary", said), with_last_row(rows))
    claimed = {"board": board_card(board), ROLE: shown[ROLE], PHONE: shown[PHONE]}
    return Screen(SUMMARY, Words("registration-claim-summary", claimed), with_last_row(rows))


def change_screen(turn: Turn) -> Screen:
    """Which line is to be changed."""
    offered = [question for question in CHANGEABLE if question in asked(turn.known)]
    buttons = [Choice(question, Words(f"change-{question}-button")) for question in offered]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    return Screen(CHANGE, Words("registration-change"), with_last_row(rows))

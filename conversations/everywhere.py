"""Orders that work at any moment and leave an open question open: silence, messages again, the full notice."""

from conversations.commands import MUTE, NOTICE, UNMUTE
from conversations.conversation import link
from conversations.decisions import Muted, Words
from conversations.turn import Turn


def mute(turn: Turn) -> Turn:
    """Nothing that the bot starts on its own reaches this person any more."""
    return turn.remember(Muted(on=True)).say(Words("muted"), link(UNMUTE, "unmute-button"))


def unmute(turn: Turn) -> Turn:
    """The bot may write first again."""
    return turn.remember(Muted(on=False)).say(Words("unmuted"), link(MUTE, "mute-button"))


def notice(turn: Turn) -> Turn:
    """The full privacy notice, word for word."""
    held = turn.known.notice
    return turn.say(Words("notice-full", {"text": held.text, "version": held.version}))


ORDERS = {MUTE: mute, UNMUTE: unmute, NOTICE: notice}

"""What a person must decide before the bot serves them, and where each decision stands."""

from conversations.commands import REGISTRATION_TALK
from conversations.decisions import PURPOSES, Choice, ConsentDecided, Purpose, Withdrawn, Words
from conversations.known import Known
from conversations.screens import NO, YES, Row
from conversations.turn import Turn

ACCEPT = Choice(YES, Words("accept-button"), "success")
REFUSE = Choice(NO, Words("refuse-button"))
CONSENT_ROWS: tuple[Row, ...] = ((ACCEPT,), (REFUSE,))


# Answers of a draft that may not be kept without the purpose.
_RESTING_ON: dict[Purpose, str] = {"phone": "phone", "role": "role"}


def decided(known: Known, purpose: Purpose) -> bool:
    """Whether the person decided on this purpose, either way, under the notice in force."""
    held = known.person.consents.get(purpose)
    return held is not None and held.notice_hash == known.notice.hash


def undecided(known: Known) -> tuple[Purpose, ...]:
    """Purposes still to be asked, in order; the others are not asked of a person who refused the service."""
    if decided(known, "service") and not known.person.accepts("service"):
        return ()
    return tuple(purpose for purpose in PURPOSES if not decided(known, purpose))


def welcomed(known: Known) -> bool:
    """Whether age and all purposes are settled under the notice in force."""
    return known.person.adult is True and not undecided(known)


def label(purpose: Purpose) -> Words:
    """The short name of a purpose."""
    return Words(f"consent-{purpose}-label")


def answer(*, accepted: bool) -> Words:
    """The decision in a word."""
    return Words("consent-accepted" if accepted else "consent-refused")


def decide(turn: Turn, purpose: Purpose, *, accepted: bool) -> Turn:
    """Remembers the decision; a refusal takes along what the draft held because of it."""
    turn = turn.remember(ConsentDecided(purpose, accepted, turn.known.notice.hash))
    question = _RESTING_ON.get(purpose)
    if not accepted and question is not None and question in turn.known.answers.get(REGISTRATION_TALK, {}):
        return turn.remember(Withdrawn(REGISTRATION_TALK, question))
    return turn

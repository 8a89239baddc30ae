"""What every conversation offers the router, and what happens to an answer that is not accepted."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from conversations.commands import PERSON, PERSON_TALK
from conversations.decisions import Link, Screen, Words
from conversations.inputs import Attached
from conversations.rights import Action
from conversations.screens import answerable, preceded, stacked
from conversations.turn import HOME, Reply, Turn


@dataclass(frozen=True, slots=True)
class Conversation:
    """A subject to talk about.

    ``enter`` opens it, or goes back to its open question. ``draw`` is the open question. ``hear`` takes a reply to
    it. ``label`` names the question, ``help`` explains it. ``free``: questions answered in the person's own words.
    ``lasting``: people come back to it after having done something else. ``before_consent``: open to anybody.
    ``right``: what one must be allowed to do to be here at all, looked at again before every single thing.
    ``hear_file``: takes a document sent while its question is open. ``hear_any``: takes whatever was sent that is no
    text (a place, a photo), or gives None for what it does not want. ``overtaken``: answers a press on the newest
    screen whose button is not offered any more, because somebody else changed what it shows. ``own_words``: what is
    written here is for a person, never a question to the bot.
    """

    name: str
    command: str
    enter: Callable[[Turn], Turn]
    draw: Callable[[Turn], Screen | None]
    hear: Callable[[Turn, Reply], Turn]
    label: Callable[[str], Words]
    help: Callable[[Turn], Words]
    expected: Callable[[Turn], Words]
    free: frozenset[str] = frozenset()
    lasting: bool = False
    before_consent: bool = False
    right: Action | None = None
    hear_file: Callable[[Turn, Attached], Turn] | None = None
    hear_any: Callable[[Turn, Attached], Turn | None] | None = None
    overtaken: Callable[[Turn], Turn] | None = None
    own_words: bool = False


def refused(turn: Turn, screen: Screen, why: Words) -> Turn:
    """The answer is not taken and the question stays open; every second time it is asked again, with other ways."""
    refusals = turn.state.refusals + 1
    turn = replace(turn, state=turn.state.moved(refusals=refusals))
    if refusals % 2:
        return turn.say(why)
    screen = preceded(screen, stacked(why, Words("other-way" if answerable(screen) else "other-way-typed")))
    return turn.ask_again(_with_person(turn, screen))


def _with_person(turn: Turn, screen: Screen) -> Screen:
    """The question with a way to somebody of the team, for those who may ask them and are not doing it already."""
    person = turn.known.person
    if screen.keyboard is not None or person.staff is not None or not person.accepts("service"):
        return screen
    if turn.state.focus == PERSON_TALK:
        return screen
    return replace(screen, rows=(*screen.rows[:-1], (link(PERSON, "person-button"),), *screen.rows[-1:]))


def settled(label: Words, answer: Words | str) -> Words:
    """A question's message once it is answered."""
    return Words("settled", {"label": label, "answer": answer})


def link(command: str, label: str, argument: str = "") -> Link:
    """A button that opens a part of the bot; ``label`` is its key."""
    return Link(command, Words(label), argument)


def finished(turn: Turn, conversation: str) -> Turn:
    """A short conversation is over: back to the question it interrupted, or home."""
    back = turn.position(conversation).get("return")
    return turn.forgotten(conversation).closed().doing(str(back) if back else HOME)

"""The survey of needs as a conversation: one question at a time, whenever there is time, by any officer of a board."""

from dataclasses import replace

from conversations.commands import SURVEY as SURVEY_COMMAND
from conversations.commands import SURVEY_TALK
from conversations.conversation import Conversation, finished
from conversations.decisions import Screen, Words
from conversations.inputs import Attached
from conversations.survey_end import hear_review, hear_section, review_screen, section_screen
from conversations.survey_entry import draw_entry, enter, hear_entry
from conversations.survey_hearing import expected, explain, hear_question, hear_sent, open_key
from conversations.survey_screens import question_screen
from conversations.survey_work import INTRO, QUESTION, REVIEW, SECTION, TAKEN, WHICH, number_at, work
from conversations.turn import Reply, Turn

_ENTRY = (WHICH, INTRO, TAKEN)


def draw(turn: Turn) -> Screen | None:
    """The open question; None if the survey was sent meanwhile, or the office is over."""
    question = turn.state.question
    if question in _ENTRY:
        return draw_entry(turn)
    at = work(turn)
    if at is None:
        return None
    if question == SECTION:
        return section_screen(at.filling, number_at(turn, "section"), number_at(turn, "page"))
    if question == REVIEW:
        return review_screen(at.filling)
    key = open_key(turn, at)
    if key is None:  # somebody else of the board answered what was left
        return replace(review_screen(at.filling), question=QUESTION)
    hits = turn.position(SURVEY_TALK).get("hits")
    found = [hit for hit in hits if isinstance(hit, int)] if isinstance(hits, list) else None
    return question_screen(at.filling, key, number_at(turn, "page"), found)


def hear(turn: Turn, reply: Reply) -> Turn:
    """A reply to the open question."""
    if turn.state.question in _ENTRY:
        return hear_entry(turn, reply)
    at = work(turn)
    if at is None:
        return finished(turn.settle(Words("survey-later")), SURVEY_TALK)
    if turn.state.question == REVIEW or (turn.state.question == QUESTION and open_key(turn, at) is None):
        return hear_review(turn, at, reply)
    if turn.state.question == SECTION:
        return hear_section(turn, at, reply)
    return hear_question(turn, at, reply)


def hear_any(turn: Turn, sent: Attached) -> Turn | None:
    """A place or a file, where the question asks for one."""
    at = work(turn)
    return None if at is None or turn.state.question != QUESTION else hear_sent(turn, at, sent)


def label(question: str) -> Words:
    """The name of a question."""
    return Words("survey-label-intro" if question in _ENTRY else "survey-label-short")


def help_words(turn: Turn) -> Words:
    """What the survey is, or the form's help for the question."""
    at = work(turn)
    if turn.state.question == QUESTION and at is not None:
        return explain(turn, at)
    return Words("survey-review-help" if turn.state.question in (REVIEW, SECTION) else "survey-help")


def expected_words(turn: Turn) -> Words:
    """What the open question takes."""
    at = work(turn)
    if turn.state.question == QUESTION and at is not None:
        return expected(turn, at)
    return Words(f"survey-{turn.state.question}-expected")


SURVEY = Conversation(
    name=SURVEY_TALK,
    command=SURVEY_COMMAND,
    enter=enter,
    draw=draw,
    hear=hear,
    label=label,
    help=help_words,
    expected=expected_words,
    lasting=True,
    hear_any=hear_any,
)

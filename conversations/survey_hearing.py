"""An answer to a survey's question: a button, a text, a place or a file; boxes ticked; back, passed over, left."""

from conversations.commands import SURVEY, SURVEY_TALK
from conversations.conversation import link, refused, settled
from conversations.decisions import Words
from conversations.forms.asking import Asked, asked
from conversations.forms.codecs import read_answer
from conversations.forms.rejected import Rejected
from conversations.forms.walking import previous_stop, progress
from conversations.inputs import Attached
from conversations.screens import BACK, CANCEL, KEEP, NEXT_PAGE, NO, PREVIOUS_PAGE, YES
from conversations.survey_end import declined, review, section_page
from conversations.survey_records import BY_PERSON
from conversations.survey_screens import DONE, PASS, READ, pages_of, question_screen, searched, shown_choices
from conversations.survey_words import PNR, answer_words, label_of, plain, wrong_words
from conversations.survey_work import (
    ANOTHER,
    Work,
    added,
    answer,
    moved,
    next_open,
    number_at,
    on_the_way,
    put,
    says_no,
    text_at,
    without_refusals,
)
from conversations.text import fold
from conversations.turn import Reply, Turn

_MOST_HITS = 8
_DONT_KNOW = "dont-know"  # a list of the lexicon
_KINDS = {"photo": "image", "voice": "audio", "audio": "audio", "video": "video", "video_note": "video"}


def open_key(turn: Turn, at: Work) -> str | None:
    """The question that is open: the one that was asked, unless it does not matter any more."""
    key = text_at(turn, "key")
    if key and on_the_way(at.filling, key):
        return key
    return next_open(at.filling, None)


def ask_key(turn: Turn, at: Work, key: str) -> Turn:
    """The question at this key, as a new message."""
    section = number_at(turn, "edit") or None
    return moved(turn, key=key, edit=section).ask(SURVEY_TALK, question_screen(at.filling, key))


def onward(turn: Turn, at: Work) -> Turn:
    """What comes after an answer: the next open question, the section that was being looked over, or the end."""
    if says_no(at.filling):
        return declined(turn, at)
    following = next_open(at.filling, text_at(turn, "key") or None)
    if following is not None:
        return ask_key(turn, at, following)
    section = number_at(turn, "edit")
    return section_page(turn, at, section - 1) if section else review(turn, at)


def hear_question(turn: Turn, at: Work, reply: Reply) -> Turn:
    """A reply to the open question."""
    key = open_key(turn, at)
    if key is None:
        return review(turn, at)
    if reply.pressed and text_at(turn, "key") and key != text_at(turn, "key"):
        return ask_key(turn.settle(Words("survey-overtaken")), at, key)  # somebody else's answer took it away
    if not text_at(turn, "key"):
        turn = moved(turn, key=key)  # the first question was drawn when there was no answer yet
    value = _meant(turn, reply)
    if value == CANCEL:
        return left(turn, at)
    if value == BACK:
        return _back(turn, at, key)
    if key.endswith(ANOTHER):
        return _one_more(turn, at, key, value)
    question = asked(at.filling, key)
    if value in {NEXT_PAGE, PREVIOUS_PAGE}:
        return _turned(turn, at, question, value)
    if value == KEEP:
        return onward(turn.settle(_told(at, key)), at)
    if value == PASS:
        if question.required:
            return _refused(turn, at, key, Words("survey-wrong-required"))
        return _taken(put(turn, at, key, ""), at, key)
    if value == DONE:
        return _given(turn, at, question, question.value)
    if value in {PNR, READ}:
        return _given(turn, at, question, PNR if value == PNR else "OK")
    if value is not None:
        return _chosen(turn, at, question, value)
    return _typed(turn, at, question, reply.text)


def hear_sent(turn: Turn, at: Work, sent: Attached) -> Turn | None:
    """A place, photo, recording or file, where the form asks for one; None where it does not."""
    key = open_key(turn, at)
    if key is None or key.endswith(ANOTHER):
        return None
    question = asked(at.filling, key)
    if question.type == "geopoint" and sent.place:
        return _given(turn, at, question, sent.place)
    wanted = question.parameters.get("mediatype", "").partition("/")[0]
    if question.type != "binary" or not sent.file_id:
        return None
    if wanted in ("image", "audio", "video") and wanted != _KINDS.get(sent.kind) and sent.kind != "document":
        return None
    return _given(turn, at, question, sent.file_id)


def left(turn: Turn, at: Work) -> Turn:
    """Paused: everything stays, and where it goes on is said."""
    key = open_key(turn, at)
    far = None if key is None else progress(at.filling, key)
    args = {"number": far.number if far else 0, "total": far.total if far else 0}
    turn = turn.settle(Words("survey-paused-here")).closed()
    return turn.say(Words("survey-paused", args), link(SURVEY, "survey-go-on-button"))


def explain(turn: Turn, at: Work) -> Words:
    """The form's own help for the question."""
    key = open_key(turn, at)
    if key is None or key.endswith(ANOTHER):
        return Words("survey-help")
    question = asked(at.filling, key)
    own = question.guidance or question.hint
    return Words("survey-help-own", {"own": own[:300]}) if own else Words("survey-help")


def expected(turn: Turn, at: Work) -> Words:
    """What the open question takes."""
    key = open_key(turn, at)
    if key is None or key.endswith(ANOTHER):
        return Words("survey-expected-yes-no")
    question = asked(at.filling, key)
    if question.choices and not searched(question):
        return Words("form-answer-choice", {"count": len(question.choices)})
    kinds = {"int": "number", "decimal": "number", "date": "date", "geopoint": "place", "binary": "file"}
    return Words(f"survey-expected-{kinds.get(question.type, 'text')}")


def _meant(turn: Turn, reply: Reply) -> str | None:
    """The button that was pressed, or that a text names; a number typed is read by the form's own rules."""
    value = reply.value
    if value is None or reply.pressed:
        return value
    lexicon = turn.known.lexicon
    return value if value in lexicon.means(reply.text) | lexicon.nearly_means(reply.text) else None


def _back(turn: Turn, at: Work, key: str) -> Turn:
    told = Words("settled-pending", {"label": _label(at, key)})
    if not key.endswith(ANOTHER) and at.filling.cell(key).asked:
        told = _told(at, key)
    if number_at(turn, "edit"):
        return section_page(turn.settle(told), at, number_at(turn, "edit") - 1)
    before = previous_stop(at.filling, key)
    return left(turn, at) if before is None else ask_key(turn.settle(told), at, before.key)


def _turned(turn: Turn, at: Work, question: Asked, value: str) -> Turn:
    page = number_at(turn, "page") + (1 if value == NEXT_PAGE else -1)
    page = min(max(page, 0), pages_of(question) - 1)
    turn = moved(turn, key=question.key, edit=number_at(turn, "edit") or None, page=page)
    return turn.redraw(question_screen(at.filling, question.key, page))


def _one_more(turn: Turn, at: Work, key: str, value: str | None) -> Turn:
    parent, _, name = key.removesuffix(ANOTHER).rpartition("/")
    before = len(at.filling.log)
    if value == YES:
        at.filling.add(parent, name, turn.known.now, BY_PERSON)
    elif value == NO:
        at.filling.no_more(parent, name, turn.known.now, BY_PERSON)
    else:
        return _refused(turn, at, key, Words("survey-expected-yes-no"))
    told = settled(_label(at, key), Words("survey-yes" if value == YES else "survey-no"))
    return onward(added(turn, at, key, before).settle(told), at)


def _chosen(turn: Turn, at: Work, question: Asked, value: str) -> Turn:
    if value[:1] == "v":
        return _given(turn, at, question, value[1:])
    place = int(value[1:])
    if question.kind != "select":
        return _given(turn, at, question, question.choices[place].value)
    turn = without_refusals(put(turn, at, question.key, _ticked(turn, at, question, question.choices[place].value)))
    hits, page = turn.position(SURVEY_TALK).get("hits"), number_at(turn, "page")
    found = [hit for hit in hits if isinstance(hit, int)] if isinstance(hits, list) else None
    return turn.redraw(question_screen(at.filling, question.key, page, found))


def _ticked(turn: Turn, at: Work, question: Asked, value: str) -> str:
    """The boxes after one was ticked: what the form does not allow beside it («none of these») is cleared."""
    ticked = question.value.split()
    if value in ticked:
        return " ".join(one for one in ticked if one != value)

    def stands(*values: str) -> bool:
        return at.filling.propose(question.key, " ".join(values), turn.known.now) is None

    if not stands(*ticked, value) and stands(value):
        ticked = [one for one in ticked if stands(one, value)]
    return " ".join([*ticked, value])


def _typed(turn: Turn, at: Work, question: Asked, text: str) -> Turn:
    meanings = turn.known.lexicon.means(text)
    if PNR in meanings and any(choice.value == PNR for choice in question.choices):
        return _given(turn, at, question, PNR)
    if meanings & {PNR, PASS, _DONT_KNOW} and not question.required:
        return _taken(put(turn, at, question.key, ""), at, question.key)
    if PASS in meanings:
        return _refused(turn, at, question.key, Words("survey-wrong-required"))
    held = turn.known.surveys
    read: str | Rejected = Rejected("could-not-handle") if held is None else read_answer(text, question, held.speech())
    if isinstance(read, str):
        return _given(turn, at, question, read)
    if searched(question) and (hits := _hits(question, text)):
        turn = moved(turn, key=question.key, edit=number_at(turn, "edit") or None, hits=hits)
        return turn.ask_again(question_screen(at.filling, question.key, 0, hits))
    return _refused(turn, at, question.key, Words(read.key, {**read.args}))


def _hits(question: Asked, text: str) -> list[int]:
    wanted = fold(text)
    found = [place for place, option in shown_choices(question) if wanted and f" {wanted}" in f" {fold(option.label)}"]
    return found[:_MOST_HITS]


def _given(turn: Turn, at: Work, question: Asked, value: str) -> Turn:
    if not value and not question.required:
        return _taken(put(turn, at, question.key, ""), at, question.key)
    taken = answer(turn, at, question.key, value)
    if not isinstance(taken, Turn):
        return _refused(turn, at, question.key, wrong_words(taken, question))
    return _taken(taken, at, question.key)


def _taken(turn: Turn, at: Work, key: str) -> Turn:
    return onward(turn.settle(_told(at, key)), at)


def _told(at: Work, key: str) -> Words:
    return settled(_label(at, key), answer_words(at.filling, key))


def _label(at: Work, key: str) -> Words:
    if key.endswith(ANOTHER):
        return Words("survey-another-label")
    return plain(label_of(at.filling, key))


def _refused(turn: Turn, at: Work, key: str, why: Words) -> Turn:
    return refused(turn, question_screen(at.filling, key, number_at(turn, "page")), why)

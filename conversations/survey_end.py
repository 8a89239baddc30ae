"""The end of a survey: everything looked over by section, any answer changed, sent; or a board that says no."""

from conversations.commands import SURVEY, SURVEY_TALK
from conversations.conversation import link, refused
from conversations.decisions import Args, Choice, Screen, Words
from conversations.forms.finishing import Submission, finish
from conversations.forms.instance import Instance
from conversations.forms.walking import first_open, is_note, places, previous_stop
from conversations.screens import BACK, CANCEL, NEXT_PAGE, PREVIOUS_PAGE, Row, button, with_last_row
from conversations.survey_decisions import SurveySent
from conversations.survey_screens import question_screen
from conversations.survey_words import answer_words, label_of, scores, section_of
from conversations.survey_work import REVIEW, SECTION, Work, moved, number_at
from conversations.text import cut
from conversations.turn import HOME, Reply, Turn

SEND = "send"
_PAGE, _A_ROW = 4, 4
_SECTIONS = 12


def sections(filling: Instance) -> list[tuple[str, list[str]]]:
    """Headings with the questions below them, as things stand; questions without a heading come under ``""``."""
    found: list[tuple[str, list[str]]] = []
    for place in places(filling):
        if place.kind != "question" or is_note(filling, place.cell):
            continue
        label = section_of(filling, place.key)
        if not found or found[-1][0] != label:
            found.append((label, []))
        found[-1][1].append(place.key)
    return found


def review_screen(filling: Instance) -> Screen:
    """All sections with how many answers each has."""
    found = sections(filling)[:_SECTIONS]
    lines = tuple(
        Words(
            "survey-review-line",
            {
                "number": str(place),
                "section": _section_words(label),
                "count": sum(1 for key in keys if filling.cell(key).text),
                "total": str(len(keys)),
            },
        )
        for place, (label, keys) in enumerate(found, 1)
    )
    numbers = tuple(Choice(f"s{place}", str(place + 1)) for place in range(len(found)))
    rows: tuple[Row, ...] = ((Choice(SEND, Words("survey-send-button"), "success"),), *_wide(numbers))
    return Screen(REVIEW, Words("survey-review", {"lines": lines}), with_last_row(rows))


def section_screen(filling: Instance, section: int, page: int) -> Screen:
    """The answers of a section; a number leads to changing one."""
    found = sections(filling)
    label, keys = found[min(section, len(found) - 1)]
    pages = max(1, -(-len(keys) // _PAGE))
    page = min(page, pages - 1)
    shown = list(enumerate(keys))[page * _PAGE : (page + 1) * _PAGE]
    lines = tuple(
        Words(
            "survey-section-line",
            {"number": str(place + 1), "label": label_of(filling, key, 48), "answer": answer_words(filling, key, 30)},
        )
        for place, key in shown
    )
    numbers = tuple(Choice(f"a{place}", str(place + 1)) for place, _ in shown)
    turns = [button(PREVIOUS_PAGE)] if page else []
    turns += [button(NEXT_PAGE)] if page + 1 < pages else []
    args: Args = {
        "section": _section_words(label), "first": str(shown[0][0] + 1), "last": str(shown[-1][0] + 1),
        "total": str(len(keys)), "lines": lines,
    }  # fmt: skip
    rows = (*_wide(numbers), *((tuple(turns),) if turns else ()))
    return Screen(SECTION, Words("survey-section", args), with_last_row(rows))


def review(turn: Turn, at: Work) -> Turn:
    """To be looked over before it is sent."""
    return moved(turn).ask(SURVEY_TALK, review_screen(at.filling))


def section_page(turn: Turn, at: Work, section: int, page: int = 0) -> Turn:
    """The answers of one section."""
    turn = moved(turn, section=section, page=page)
    return turn.ask(SURVEY_TALK, section_screen(at.filling, section, page))


def hear_review(turn: Turn, at: Work, reply: Reply) -> Turn:
    """Sent, a section opened, or back to the last question."""
    value = reply.value or ""
    if value == SEND:
        return _send(turn, at)
    if value[:1] == "s" and value[1:].isdigit():
        return section_page(turn.settle(Words("survey-review-looked")), at, int(value[1:]))
    if value == BACK and (last := previous_stop(at.filling)) is not None:
        return _ask(turn.settle(Words("survey-review-later")), at, last.key, 0)
    if value in {BACK, CANCEL}:
        turn = turn.settle(Words("survey-paused-here")).closed()
        return turn.say(Words("survey-paused-review"), link(SURVEY, "survey-go-on-button"))
    return refused(turn, review_screen(at.filling), Words("survey-review-expected"))


def hear_section(turn: Turn, at: Work, reply: Reply) -> Turn:
    """An answer to be changed, a page turned, or back to the whole."""
    value, section, page = reply.value or "", number_at(turn, "section"), number_at(turn, "page")
    keys = sections(at.filling)[min(section, len(sections(at.filling)) - 1)][1]
    if value[:1] == "a" and value[1:].isdigit() and int(value[1:]) < len(keys):
        return _ask(turn.settle(Words("survey-review-looked")), at, keys[int(value[1:])], section + 1)
    if value in {NEXT_PAGE, PREVIOUS_PAGE}:
        page = max(page + (1 if value == NEXT_PAGE else -1), 0)
        turn = moved(turn, section=section, page=page)
        screen = section_screen(at.filling, section, page)
        return turn.redraw(screen) if reply.pressed else turn.ask_again(screen)
    if value in {BACK, CANCEL}:
        return review(turn.settle(Words("survey-review-looked")), at)
    return refused(turn, section_screen(at.filling, section, page), Words("survey-section-expected"))


def declined(turn: Turn, at: Work) -> Turn:
    """The board does not take part; that is fine."""
    turn = turn.remember(SurveySent(at.seen.id, "refused"))
    return moved(turn).closed().say(Words("survey-declined"), link(SURVEY, "survey-after-all-button"))


def thanks(filling: Instance, board: str) -> Words:
    """What happens next, and the board's own result."""
    lines = scores(filling)
    args: Args = {"board": cut(board, 60)}
    return Words("survey-thanks-scores", {**args, "lines": lines}) if lines else Words("survey-thanks", args)


def _send(turn: Turn, at: Work) -> Turn:
    stop = first_open(at.filling)
    if stop is not None:
        return _ask(turn.settle(Words("survey-review-later")), at, stop.key, 0)
    before = len(at.filling.log)
    done = finish(at.filling, turn.known.now)
    if not isinstance(done, Submission):
        return _ask(turn.settle(Words("survey-review-later")), at, done[0].key, 0)
    turn = turn.remember(SurveySent(at.seen.id, "complete", tuple(at.filling.log[before:])))
    board = turn.known.records.board(at.board_id)
    turn = turn.settle(Words("survey-sent-settled")).closed()
    return moved(turn).say(thanks(at.filling, board.name if board else "")).doing(None if scores(at.filling) else HOME)


def _ask(turn: Turn, at: Work, key: str, section: int) -> Turn:
    return moved(turn, key=key, edit=section or None).ask(SURVEY_TALK, question_screen(at.filling, key))


def _section_words(label: str) -> Words:
    return Words("survey-plain", {"text": cut(label, 45)}) if label else Words("survey-section-other")


def _wide(numbers: tuple[Choice, ...]) -> tuple[Row, ...]:
    return tuple(numbers[start : start + _A_ROW] for start in range(0, len(numbers), _A_ROW))

"""Keeps what was decided about a survey: begun, answered, sent; the log grows in the turn's own transaction."""

from dataclasses import replace

from bot.forms.shelf import entry_rows
from bot.turns.outcome import Occasion
from conversations.forms.entries import BY_FORM, Entry
from conversations.forms.instance import Instance
from conversations.forms.walking import progress
from conversations.survey_decisions import SurveyAnswered, SurveyBegun, SurveyDecision, SurveySent
from conversations.survey_records import KNOWN_FIELDS, NEEDS
from storage import audit, boards, officers, submissions
from storage.errors import NotFound
from storage.submissions import SubmissionRow


class KeepingSurveys:
    """One turn's deeds on surveys."""

    def __init__(self, occasion: Occasion) -> None:
        self._tx, self._house, self._now = occasion.tx, occasion.house, occasion.now
        self._update_id, self._actor = occasion.update_id, occasion.chat.chat_id

    def save(self, decision: SurveyDecision, person_id: int) -> None:
        """Keep one decision."""
        match decision:
            case SurveyBegun(board_id):
                self._begin(board_id, person_id)
            case SurveyAnswered(submission_id, path, entries):
                self._answer(self._get(submission_id), path, entries, person_id)
            case SurveySent(submission_id, status, entries):
                row = self._get(submission_id)
                self._append(row, entries, person_id)
                submissions.save_status(self._tx, row.id, "refused" if status == "refused" else "complete", self._now)
                self._audit(f"survey_{status}", row.board_id)

    def _begin(self, board_id: int, person_id: int) -> None:
        """Begun; after a no, the answer that said no is asked again."""
        version = self._house.forms.asked[NEEDS]
        row = submissions.begin(self._tx, NEEDS, version.id, board_id, person_id, self._now)
        if row.status == "refused":
            submissions.save_status(self._tx, row.id, "started", self._now)
        if row.log_mark:
            self._reopen(row, person_id)
            return
        filling = self._house.forms.begun(self._tx, row, self._house.zone, self._now)
        for name, value in self._known(board_id, person_id).items():
            if f"{filling.root.field.path}/{name}" in filling.form.fields:
                filling.put(f"{filling.root.key}/{name}", value, self._now, BY_FORM)
        submissions.append(
            self._tx, row.id, entry_rows(filling.form, filling.log), person_id, self._update_id, self._now
        )
        self._audit("survey_begun", board_id)

    def _reopen(self, row: SubmissionRow, person_id: int) -> None:
        filling = self._house.forms.take(self._tx, row, self._house.zone, self._now)
        before = len(filling.log)
        last = next((e for e in reversed(filling.log) if e.by != BY_FORM and e.new), None)
        if last is not None:
            filling.put(last.key, "", self._now, BY_FORM)
        self._append(row, tuple(filling.log[before:]), person_id)

    def _known(self, board_id: int, person_id: int) -> dict[str, str]:
        """What the register knows, for the form's hidden fields."""
        board = boards.get(self._tx, board_id)
        held = [o for o in officers.of_person(self._tx, person_id) if o.board_id == board_id]
        values = (board.name, board.barrio, board.localidad, board.kind, held[-1].role if held else "")
        return dict(zip(KNOWN_FIELDS, values, strict=True))

    def _answer(self, row: SubmissionRow, path: str, entries: tuple[Entry, ...], person_id: int) -> None:
        """Kept; past the middle of what is asked the filling counts as more than begun."""
        filling = self._append(row, entries, person_id)
        if row.status == "started":
            far = progress(filling, path)
            if far.number * 2 >= far.total:
                submissions.save_status(self._tx, row.id, "partial", self._now)

    def _append(self, row: SubmissionRow, entries: tuple[Entry, ...], person_id: int) -> Instance:
        """The log grows; the filling in memory, to which it was done already, goes on with it."""
        shelf, tx = self._house.forms, self._tx
        if entries:
            rows = entry_rows(shelf.form_of(tx, row), entries)
            mark = submissions.append(tx, row.id, rows, person_id, self._update_id, self._now)
            shelf.advance(row, mark, len(entries))
            row = replace(row, log_mark=mark)
        return shelf.take(tx, row, self._house.zone, self._now)

    def _get(self, submission_id: int) -> SubmissionRow:
        row = submissions.find(self._tx, submission_id)
        if row is None:
            raise NotFound(f"submission {submission_id}")
        return row

    def _audit(self, action: str, board_id: int) -> None:
        audit.record(self._tx, self._actor, action, f"board:{board_id}", self._now)

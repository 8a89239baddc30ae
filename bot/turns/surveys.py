"""Answers what conversations ask about surveys, inside the turn's transaction (conversations.survey_records)."""

from datetime import datetime

from bot.turns.outcome import House
from conversations.forms.asking import Speech
from conversations.forms.instance import Instance
from conversations.survey_records import NEEDS, Offered, Seen, Standing
from storage import submissions
from storage.database import Transaction
from storage.people import PersonRow
from storage.submissions import SubmissionRow


class TurnSurveys:
    """One turn's view of the survey that is asked."""

    def __init__(self, tx: Transaction, house: House, row: PersonRow | None, now: datetime) -> None:
        self._tx, self._house, self._row, self._now = tx, house, row, now
        self._fillings: dict[int, Instance] = {}

    def offered(self) -> Offered | None:
        version = self._house.forms.asked.get(NEEDS)
        if version is None:
            return None
        return Offered(version.name, len(self._house.forms.form(version).questions))

    def of_board(self, board_id: int) -> Seen | None:
        row = submissions.of_board(self._tx, NEEDS, board_id)
        if row is None:
            return None
        own = self._row is not None and submissions.took_part(self._tx, row.id, self._row.id)
        return Seen(row.id, row.status, row.begun_name, row.begun_at, row.changed_at, own)

    def filling(self, board_id: int) -> Instance | None:
        if board_id not in self._fillings:
            row: SubmissionRow | None = submissions.of_board(self._tx, NEEDS, board_id)
            if row is None or row.begun_at is None:
                return None
            house = self._house
            self._fillings[board_id] = house.forms.take(self._tx, row, house.zone, self._now)
        return self._fillings[board_id]

    def standings(self) -> tuple[Standing, ...]:
        return tuple(Standing(*row) for row in submissions.dispositions(self._tx, NEEDS))  # type: ignore[arg-type]

    def speech(self) -> Speech:
        return self._house.forms.speech(self._house.lexicon, self._now, self._house.zone)

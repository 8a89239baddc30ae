"""What can be decided about a survey; each is kept in the turn's transaction."""

from dataclasses import dataclass

from conversations.forms.entries import Entry


@dataclass(frozen=True, slots=True)
class SurveyBegun:
    """The person who is writing begins the survey for a board."""

    board_id: int


@dataclass(frozen=True, slots=True)
class SurveyAnswered:
    """One answer at a place of the form: what it added to the log, with all that followed from it."""

    submission_id: int
    path: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class SurveySent:
    """The survey is over: sent, or refused by the board."""

    submission_id: int
    status: str
    entries: tuple[Entry, ...] = ()


SurveyDecision = SurveyBegun | SurveyAnswered | SurveySent

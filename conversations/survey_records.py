"""What a conversation is told about surveys: which one is asked, where a board stands, the filling at work."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, Protocol

from conversations.forms.asking import Speech
from conversations.forms.instance import Instance

# The survey that the command opens: form_id of content/forms/necesidades.md.
NEEDS: Final = "necesidades"
# Who is named in a filling's log for what a person does; storage keeps who it was.
BY_PERSON: Final = "person"
# A calculated field of this name, when it says "refused", ends the survey without answers.
DISPOSITION: Final = "disposition"
# Hidden fields of these names are filled with what the register knows of the board and the person.
KNOWN_FIELDS: Final = ("known_board", "known_barrio", "known_localidad", "known_kind", "known_role")

SubmissionStatus = Literal["invited", "started", "partial", "complete", "refused"]


@dataclass(frozen=True, slots=True)
class Offered:
    """The survey that is begun with now."""

    title: str
    questions: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A board's filling. ``own``: who is writing took part; ``begun_by``: a name, None if it was erased."""

    id: int
    status: SubmissionStatus
    begun_by: str | None
    begun_at: datetime | None
    changed_at: datetime
    own: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How many boards of a localidad are in a state; ``none`` is not invited."""

    localidad: str
    status: Literal["none"] | SubmissionStatus
    boards: int


class Surveys(Protocol):
    """Questions about surveys. A filling is this turn's own: what is done to it counts once it was decided."""

    def offered(self) -> Offered | None:
        """The survey that is asked now; None while there is none."""

    def of_board(self, board_id: int) -> Seen | None:
        """The board's filling; None if nobody began or was invited."""

    def filling(self, board_id: int) -> Instance | None:
        """The board's filling at work, always the same one within a turn; None if nobody began."""

    def standings(self) -> tuple[Standing, ...]:
        """Every board of the programme counted once, by localidad and state."""

    def speech(self) -> Speech:
        """The words that typed answers are read with."""

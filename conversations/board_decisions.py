"""What can be decided about boards, claims and the team. Each is one row in the audit log, in the same transaction."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final, Literal

from conversations.records import BoardStatus
from conversations.rights import StaffRole


@dataclass(frozen=True, slots=True)
class OfficeClaimed:
    """An office on a board of the register. ``why``: what a coordinator has to look at; None gives it at once."""

    board_id: int
    role: str
    why: str | None = None


@dataclass(frozen=True, slots=True)
class CorrectionClaimed:
    """A change of a board's record that is not the person's to make."""

    board_id: int
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class ClaimDecided:
    """A coordinator's word; ``text``: the reason of a rejection, the question of ``asked``."""

    claim_id: int
    verdict: Literal["approved", "rejected", "asked"]
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimAnswered:
    """What the person wrote to a coordinator's question; the claim waits again."""

    claim_id: int
    text: str


@dataclass(frozen=True, slots=True)
class ClaimWithdrawn:
    """The person no longer asks for it."""

    claim_id: int


@dataclass(frozen=True, slots=True)
class BoardEdited:
    """Fields of a board's record, new values by name. ``reason``: why, when a coordinator did it."""

    board_id: int
    values: dict[str, str | None] = field(default_factory=dict)
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class BoardStatusChanged:
    """A board leaves the programme or comes back."""

    board_id: int
    status: BoardStatus
    reason: str


@dataclass(frozen=True, slots=True)
class BoardsMerged:
    """``gone`` is the same board as ``kept``: officers, claims, notes and history move there."""

    kept: int
    gone: int
    reason: str


@dataclass(frozen=True, slots=True)
class BoardEntered:
    """A board that a coordinator enters for somebody without a phone, who permitted it."""

    kind: Literal["jac", "jvc", "asojuntas"]
    name: str
    localidad: str
    comuna: str
    barrio: str
    sector: str | None
    nit: str | None
    contact_name: str
    contact_role: str
    contact_phone: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeEnded:
    """An office is over: ``left`` by its holder, ``removed`` by a coordinator with a reason."""

    officer_id: int
    ended: Literal["left", "removed"]
    reason: str | None = None


# How long a link to an office can be used.
HANDOVER_LIFE: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class HandoverOffered:
    """A single-use link with this code lets its opener take over the office."""

    officer_id: int
    code: str


@dataclass(frozen=True, slots=True)
class HandoverTaken:
    """The office passes to the person who is writing."""

    code: str


@dataclass(frozen=True, slots=True)
class HandoversRevoked:
    """Open links to an office no longer work."""

    officer_id: int


@dataclass(frozen=True, slots=True)
class StaffInvited:
    """A single-use link with this code leads into the team."""

    code: str
    role: StaffRole
    localidad: str | None


@dataclass(frozen=True, slots=True)
class StaffJoined:
    """The person who is writing takes the place a link offers."""

    code: str


@dataclass(frozen=True, slots=True)
class StaffRevoked:
    """A place in the team ends at once."""

    staff_id: int


@dataclass(frozen=True, slots=True)
class InvitationsRevoked:
    """Open links into the team no longer work."""


@dataclass(frozen=True, slots=True)
class FileWanted:
    """A file the person sent is to be fetched and read for a purpose; the chat is told when it was."""

    purpose: Literal["roster"]
    file_id: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class RosterApplied:
    """The list that an upload holds is written into the register."""

    upload_id: int


@dataclass(frozen=True, slots=True)
class UploadDropped:
    """What was read from a file is not wanted."""

    upload_id: int


@dataclass(frozen=True, slots=True)
class FileReadAgain:
    """What was read from a file no longer fits the register: it is to be read once more."""

    upload_id: int


@dataclass(frozen=True, slots=True)
class CallListTaken:
    """The list of boards to be called was asked for, of one localidad or the whole city."""

    localidad: str | None


BoardDecision = (
    OfficeClaimed | CorrectionClaimed | ClaimDecided | ClaimAnswered | ClaimWithdrawn | BoardEdited | BoardStatusChanged
    | BoardsMerged | BoardEntered | OfficeEnded | HandoverOffered | HandoverTaken | HandoversRevoked | StaffInvited
    | StaffJoined | StaffRevoked | InvitationsRevoked | FileWanted | RosterApplied | UploadDropped
    | FileReadAgain | CallListTaken
)  # fmt: skip

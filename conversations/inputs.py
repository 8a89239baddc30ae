"""What a person can send, freed of Telegram: the only things a conversation is ever given."""

from dataclasses import dataclass
from typing import Literal

AttachmentKind = Literal[
    "animation", "audio", "dice", "document", "location", "photo", "poll", "sticker", "story", "video", "video_note",
    "voice", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A typed text, as it came (not stripped, not folded)."""

    text: str


@dataclass(frozen=True, slots=True)
class Commanded:
    """``/name argument``. A press on a button that opens a part of the bot (``go``) arrives as this too."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A press on a button of a question. ``version`` is that of the screen it was drawn on."""

    conversation: str
    question: str
    value: str
    version: int


@dataclass(frozen=True, slots=True)
class SharedContact:
    """A contact card; ``is_own`` only when Telegram vouches that it is the sender's own number."""

    phone: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Attached:
    """Anything that is not text: a sticker, a voice note, a photo, a file, a place…

    Of a file also ``file_id`` (Telegram's, to fetch it by), of a document ``name`` and ``size`` in bytes. Of a place
    ``place``: latitude, longitude, altitude and accuracy in metres, as forms keep it.
    """

    kind: AttachmentKind
    file_id: str = ""
    name: str = ""
    size: int = 0
    place: str = ""


@dataclass(frozen=True, slots=True)
class FileRead:
    """Not from the person: a file they sent was fetched and read, or could not be."""

    upload_id: int


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A message somebody else wrote, passed on."""


@dataclass(frozen=True, slots=True)
class Edited:
    """The person changed a message that was sent before."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A press whose data this bot never writes: forged, or of a program no longer in use."""


@dataclass(frozen=True, slots=True)
class CouldNotHandle:
    """Not from the person: an earlier message failed repeatedly and was parked."""


Incoming = (
    Said | Commanded | Pressed | SharedContact | Attached | FileRead | Forwarded | Edited | Unreadable | CouldNotHandle
)  # fmt: skip

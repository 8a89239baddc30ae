"""The folder of content, and reading one file of it; what is wrong is told with the name of the file."""

from importlib import resources
from pathlib import Path

DEFAULT_LOCALE = "es-CO"


class ContentError(Exception):
    """A file of content/ is missing or cannot be read; the message names the file and what is wrong."""


def content_dir(chosen: Path | None) -> Path:
    """The folder to read: the chosen one, or what comes with the program."""
    return chosen if chosen is not None else Path(str(resources.files("content")))


def read_text(file: Path) -> str:
    """The text of a file. Raises ContentError."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(f"{file}: {type(error).__name__}") from error

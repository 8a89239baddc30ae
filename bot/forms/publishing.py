"""The surveys of content/forms become versions in the database: each file is compiled once, when it is new."""

import asyncio
import hashlib
import logging
from datetime import datetime
from pathlib import Path

from bot.forms.compiling import KINDS, compile_form
from bot.forms.shelf import FormShelf
from bot.forms.speech import date_words
from conversations.forms.reading import read_form
from storage import forms
from storage.database import Database

_LOG = logging.getLogger(__name__)


async def fill_forms(shelf: FormShelf, root: Path, database: Database, now: datetime) -> None:
    """Put every sound form of a content folder on the shelf; one that is not sound is named in the log and left out."""
    try:
        shelf.words = await asyncio.to_thread(date_words, root)
        files = sorted(file for file in (root / "forms").iterdir() if file.suffix in KINDS)
    except OSError as error:
        _LOG.error("no surveys: %s", error)
        return
    for file in files:
        await publish_file(shelf, file.name, await asyncio.to_thread(file.read_bytes), database, now)


async def publish_file(shelf: FormShelf, name: str, source: bytes, database: Database, now: datetime) -> bool:
    """The form of a file is asked from now on; False if it cannot be."""
    digest = hashlib.sha256(source).hexdigest()
    version = await database.read(lambda tx: forms.find_by_hash(tx, digest))
    if version is not None:
        form = await asyncio.to_thread(read_form, version.xform.encode())
        title, xform = version.name, version.xform
    else:
        compiled = await compile_form(source, name)
        if compiled.form is None or compiled.errors:
            _LOG.error("survey %s cannot be asked: python -m bot form check says why", name)
            return False
        form, title, xform = compiled.form, compiled.form.title, compiled.xform
    put = await database.write(lambda tx: forms.publish(tx, form.id, title, digest, source, xform, now))
    shelf.put(put, form)
    _LOG.info("survey %s: %s questions", form.id, len(form.questions))
    return True

"""Owns how a file parameter becomes a stored file: an upload, attach://name, or the id of a file known before."""

from typing import Any

from .calls import Call
from .errors import bad_request
from .files import UPLOAD_LIMIT, StoredFile

Json = dict[str, Any]

PHOTO_LIMIT = 10 * 1024 * 1024


def stored_file(call: Call, kind: str, value: Any = None) -> StoredFile:
    """The file that parameter `kind` (or `value`) names; raises the server's 400s.

    Addresses of the web always fail: the simulator asks no other machine.
    """
    upload = call.uploads.get(kind)
    given = call.params.get(kind, "") if value is None else value
    if given.startswith("attach://"):
        upload = call.uploads.get(given.removeprefix("attach://"))
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > (PHOTO_LIMIT if kind == "photo" else UPLOAD_LIMIT):
            raise bad_request("file is too big")
        return call.world.files.add(kind, upload.content, upload.name, upload.mime_type)
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    known = call.world.files.by_id.get(given)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if known.kind != kind:
        raise bad_request(f"can't use file of type {known.kind.capitalize()} as {kind.capitalize()}")
    return known

"""Owns how the page's own files leave the computer: fresh on every load, and under a strict content policy."""

import hashlib
from pathlib import Path

from aiohttp import web

from .guard import refused

_HERE = Path(__file__).parent
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
# Nothing but our own files, no inline script or style; blob: for the preview of a picture about to be sent, and data:
# for the drawing that becomes the picture of a saved conversation.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def page_file(request: web.Request, name: str) -> web.Response:
    """One file of the page, or 304 when the browser has this very version."""
    path = _HERE / Path(name).name
    if path.suffix not in _TYPES or not path.is_file():
        return refused(404, f"the page has no file {name}")
    content = path.read_bytes()
    tag = hashlib.sha256(content).hexdigest()[:32]
    headers = {"Cache-Control": "no-cache", "Content-Security-Policy": _POLICY, "ETag": f'"{tag}"'}
    known = request.if_none_match or ()
    if any(entry.value == tag for entry in known):
        return web.Response(status=304, headers=headers)
    return web.Response(body=content, content_type=_TYPES[path.suffix], charset="utf-8", headers=headers)

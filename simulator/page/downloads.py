"""Owns how a stored file leaves the computer: what a browser may show by itself, and pieces for a player."""

from urllib.parse import quote

from aiohttp import web

from simulator.files import StoredFile

# What a browser may show by itself; an SVG could carry script, so it is downloaded like any other file.
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
)
# A bot may upload media without naming their type; a browser plays nothing whose type it is not told.
_USUAL_TYPES = {"voice": "audio/ogg", "audio": "audio/mpeg", "video": "video/mp4", "video_note": "video/mp4"}
_OPAQUE = "application/octet-stream"
_LOCKED = "default-src 'none'; sandbox"
# A sandboxed page may not start the browser's PDF viewer, which is itself apart from our pages.
_LOCKED_PDF = "default-src 'none'; object-src 'self'"


def file_response(request: web.Request, stored: StoredFile) -> web.Response:
    """The file under its name, or the bytes of it that the Range header asks for; with `?show=1` to look at in a tab.

    Only pictures, PDF and plain text are ever shown; everything else is saved.
    """
    kind = shown_type(stored) if _is_picture(stored) or "show" in request.query else None
    name = stored.name or stored.path.rpartition("/")[2]
    manner = "inline" if kind else "attachment"
    headers = {
        "Accept-Ranges": "bytes",
        "Cache-Control": "no-cache",
        "Content-Disposition": f"{manner}; filename*=UTF-8''{quote(name, safe='')}",
        "Content-Security-Policy": _LOCKED_PDF if kind == "application/pdf" else _LOCKED,
        "Content-Type": kind or stored.mime_type or _USUAL_TYPES.get(stored.kind, _OPAQUE),
    }
    piece = _piece(request, len(stored.content))
    if piece is None:
        return web.Response(body=stored.content, headers=headers)
    headers["Content-Range"] = f"bytes {piece.start}-{piece.stop - 1}/{len(stored.content)}"
    return web.Response(status=206, body=stored.content[piece.start : piece.stop], headers=headers)


def shown_type(stored: StoredFile) -> str | None:
    """The type under which a browser may show the file in a tab of its own; None when it has to be saved."""
    if stored.content.startswith(b"%PDF-"):
        return "application/pdf"
    if stored.mime_type == "text/plain" or (stored.name or "").endswith(".txt"):
        return "text/plain; charset=utf-8"
    if stored.content[:4] == b"RIFF" and stored.content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for start, kind in _PICTURES if stored.content.startswith(start)), None)


def _is_picture(stored: StoredFile) -> bool:
    return (shown_type(stored) or "").startswith("image/")


def _piece(request: web.Request, size: int) -> range | None:
    """What a Range header asks for, as far as it makes sense: None is the whole file."""
    try:
        asked = request.http_range
    except ValueError:
        return None
    if asked.start is None and asked.stop is None:
        return None
    start, stop, _ = asked.indices(size)
    return range(start, stop) if start < stop else None

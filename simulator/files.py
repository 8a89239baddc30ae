"""Owns the bytes people and the bot sent, kept in memory under file ids as a Bot API server hands them out."""

import base64
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

UPLOAD_LIMIT = 50 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024
PHOTO_SIZES = ((90, 67), (320, 240), (800, 600))
_EXTENSIONS = {"photo": "jpg", "voice": "oga", "video": "mp4", "video_note": "mp4", "sticker": "webp", "audio": "mp3"}


@dataclass(slots=True, frozen=True)
class StoredFile:
    """One file; `path` is the tail of its download address, `attachment` the object shown in messages."""

    file_id: str
    unique_id: str
    kind: str
    content: bytes
    name: str | None
    mime_type: str | None
    path: str
    attachment: Any


@dataclass(slots=True)
class FileStore:
    """Every file of the world, by file id and by path."""

    by_id: dict[str, StoredFile] = field(default_factory=dict)
    by_path: dict[str, StoredFile] = field(default_factory=dict)

    def add(self, kind: str, content: bytes, name: str | None = None, mime_type: str | None = None) -> StoredFile:
        """Keep a file; ValueError above 50 MB, the most a bot may upload."""
        if len(content) > UPLOAD_LIMIT:
            raise ValueError(f"{len(content)} bytes are more than the {UPLOAD_LIMIT} a file may have")
        number = len(self.by_path) + 1
        suffix = name.rpartition(".")[2] if name and "." in name else _EXTENSIONS.get(kind, "bin")
        path = f"{kind}s/file_{number}.{suffix}"
        if kind == "photo":
            return self._add_photo(number, content, path)
        file_id, unique_id = _identifiers(kind, number)
        attachment: Json = {"file_id": file_id, "file_unique_id": unique_id, "file_size": len(content)}
        if name and kind in ("document", "audio", "video", "animation"):
            attachment["file_name"] = name
        if mime_type and kind != "sticker":
            attachment["mime_type"] = mime_type
        attachment.update(_MEASURES.get(kind, {}))
        return self._keep(StoredFile(file_id, unique_id, kind, content, name, mime_type, path, attachment))

    def _add_photo(self, number: int, content: bytes, path: str) -> StoredFile:
        sizes: list[Json] = []
        for step, (width, height) in enumerate(PHOTO_SIZES):
            file_id, unique_id = _identifiers("photo", number * 10 + step)
            sizes.append(
                {
                    "file_id": file_id,
                    "file_unique_id": unique_id,
                    "file_size": len(content),
                    "width": width,
                    "height": height,
                }
            )
        kept = [
            self._keep(StoredFile(size["file_id"], size["file_unique_id"], "photo", content, None, None, path, sizes))
            for size in sizes
        ]
        return kept[-1]

    def _keep(self, stored: StoredFile) -> StoredFile:
        self.by_id[stored.file_id] = stored
        self.by_path[stored.path] = stored
        return stored


# Nominal measures: the simulator does not decode media.
_MEASURES: dict[str, Json] = {
    "voice": {"duration": 3},
    "audio": {"duration": 60},
    "video": {"duration": 5, "width": 640, "height": 360},
    "animation": {"duration": 2, "width": 320, "height": 240},
    "video_note": {"duration": 5, "length": 240},
    "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": "👍"},
}


def _identifiers(kind: str, number: int) -> tuple[str, str]:
    stem = base64.urlsafe_b64encode(f"{kind}:{number:08d}".encode()).decode().rstrip("=")
    return f"BQACAgEAAx{stem}", f"AgAD{stem[::-1]}"

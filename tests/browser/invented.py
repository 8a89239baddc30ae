"""Invented pictures and sounds, made byte by byte so that no tool is needed."""

import io
import math
import struct
import wave
import zlib
from dataclasses import dataclass


def picture(width: int, height: int) -> bytes:
    """A PNG of so many dots, with a slow change of colour."""
    rows = b"".join(
        b"\0" + bytes(part for x in range(width) for part in (40 + x * 150 // width, 120 + y * 100 // height, 180))
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def sound(seconds: float) -> bytes:
    """A WAV with one low tone."""
    file = io.BytesIO()
    with wave.open(file, "wb") as track:
        track.setnchannels(1)
        track.setsampwidth(1)
        track.setframerate(8_000)
        track.writeframes(bytes(int(128 + 60 * math.sin(step / 5)) for step in range(int(8_000 * seconds))))
    return file.getvalue()


@dataclass(frozen=True)
class Decoded:
    """A PNG as a browser's canvas writes it: 8 bits, RGBA, not interlaced; its dots still filtered."""

    width: int
    height: int
    rows: list[bytes]


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG; AssertionError when it is none."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def decoded(png: bytes) -> Decoded:
    """Read a PNG; AssertionError when it is none or of another kind."""
    width, height = size_of(png)
    assert tuple(png[24:26]) == (8, 6)
    packed, position = b"", 8
    while position < len(png):
        (length,) = struct.unpack(">I", png[position : position + 4])
        if png[position + 4 : position + 8] == b"IDAT":
            packed += png[position + 8 : position + 8 + length]
        position += 12 + length
    dots = zlib.decompress(packed)
    size = 1 + width * 4
    assert len(dots) == size * height
    return Decoded(width, height, [dots[row * size : (row + 1) * size] for row in range(height)])


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

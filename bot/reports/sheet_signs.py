"""What a file is by its first bytes, whatever its name says."""

from typing import Literal

Sign = Literal["xlsx", "text", "old_xls", "open_document", "protected", "not_a_sheet"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"RIFF", b"{\\rtf")
# Web pages and XML that systems hand out under the name .xls: Excel opens them with a warning.
_PAGES = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta", b"<head", b"<style")
_BOMS_16 = (b"\xff\xfe", b"\xfe\xff")
# Control characters, of which text has none but tab and line ends; NUL comes with broken exports.
_CONTROL = frozenset(range(1, 32)) - {9, 10, 11, 12, 13}


def sign_of(content: bytes) -> Sign:
    """The kind of file; ``text`` may still turn out not to be a table."""
    if content.startswith(_OLE):
        # Office puts a workbook with a password into the container of the old format; names there are UTF-16.
        return "protected" if "EncryptedPackage".encode("utf-16-le") in content else "old_xls"
    if content.startswith(b"PK"):
        if b"mimetypeapplication/vnd.oasis.opendocument" in content[:200]:
            return "open_document"
        return "xlsx" if b"[Content_Types].xml" in content and b"xl/" in content else "not_a_sheet"
    if content.startswith(_OTHERS):
        return "not_a_sheet"
    if content.startswith((b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")):
        return "old_xls"
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:16].lower().startswith(_PAGES):
        return "old_xls"
    if content.startswith(_BOMS_16):
        return "text"
    sample = content[:20_000]
    controls = sum(byte in _CONTROL for byte in sample)
    return "text" if controls * 100 <= len(sample) else "not_a_sheet"

"""What a file is, by what it holds: names and extensions are often wrong."""

import re
from enum import StrEnum
from pathlib import PurePath


class FileKind(StrEnum):
    """The formats that are read, and those that are known but refused."""

    TEXT = "text"
    PDF = "PDF"
    ZIP = "Office file"
    HTML = "web page"
    CSV = "CSV"
    OLD_OFFICE = "old Office file"
    LOCKED_OFFICE = "locked Office file"
    RTF = "rich text file"
    PICTURE = "picture"
    UNKNOWN = "file of an unknown kind"


_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_EXPECTED = {
    ".pdf": FileKind.PDF,
    ".docx": FileKind.ZIP,
    ".xlsx": FileKind.ZIP,
    ".htm": FileKind.HTML,
    ".html": FileKind.HTML,
}


def kind_of(content: bytes, file_name: str) -> FileKind:
    """What the bytes are; the name decides only between plain text and CSV."""
    if b"%PDF-" in content[:1024]:
        return FileKind.PDF
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return FileKind.ZIP
    if content.startswith(_OLD_OFFICE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        return FileKind.LOCKED_OFFICE if locked else FileKind.OLD_OFFICE
    if content.startswith(b"{\\rtf"):
        return FileKind.RTF
    if content.startswith(_PICTURES):
        return FileKind.PICTURE
    if _HTML.match(content[:4096].removeprefix(b"\xef\xbb\xbf")):
        return FileKind.HTML
    if _is_binary(content):
        return FileKind.UNKNOWN
    suffix = PurePath(file_name).suffix.lower()
    return FileKind.CSV if suffix in (".csv", ".tsv") else FileKind.TEXT


def misnamed(kind: FileKind, file_name: str) -> str:
    """A sentence where the name promises another format than the file is in, else ""."""
    suffix = PurePath(file_name).suffix.lower()
    expected = _EXPECTED.get(suffix)
    if expected is None or expected is kind:
        return ""
    return f"The name ends in {suffix}, but the file is in another format: read as {kind.value}."


def _is_binary(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    start = content[:65536]
    controls = sum(start.count(bytes([code])) for code in (*range(9), *range(14, 27)))
    return b"\x00" in start or controls > len(start) // 50

"""Look into a zipped file (docx, xlsx) before anything in it is unpacked."""

import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import PurePosixPath

from seed.documents.limits import Limits
from seed.documents.refusals import refusal

_ASK_AGAIN = "ask the sender for it again"
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
_LOCKED = "is locked with a password"
_MACROS = "contains macros"
_ADVICE = {
    _LOCKED: "save a copy without the password and read that",
    _MACROS: "save a copy without macros, as .docx or .xlsx, and read that",
}
_DOCTYPES = tuple("<!DOCTYPE".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))


def open_zip(content: bytes, file_name: str, limits: Limits) -> zipfile.ZipFile:
    """The archive, if its directory promises nothing dangerous; raises UnreadableFile if it does.

    The limits and their reasons are measured: a file of 600 kB can unpack to 600 MB.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _DAMAGED as error:
        raise refusal(file_name, "is cut short or damaged", _ASK_AGAIN) from error
    parts = archive.infolist()
    danger = _danger(parts, limits)
    if danger:
        raise refusal(file_name, danger, _ADVICE.get(danger) or _other_form(file_name))
    return archive


def _other_form(file_name: str) -> str:
    """In which other form such a file can be read."""
    if file_name.lower().endswith((".xlsx", ".xlsm")):
        return "save the sheet you need by itself, as CSV, and read that"
    return "ask the sender for a PDF of it"


def read_part(archive: zipfile.ZipFile, name: str, file_name: str, limits: Limits) -> bytes:
    """One XML part, unpacked; b"" where the archive has none of that name."""
    if name not in archive.namelist():
        return b""
    try:
        with archive.open(name) as part:
            content = part.read(limits.one_part + 1)
    except _DAMAGED as error:
        raise refusal(file_name, "is damaged inside", _ASK_AGAIN) from error
    if len(content) > limits.one_part:
        raise refusal(file_name, "unpacks to far more than it says", _ASK_AGAIN)
    refuse_doctype(content, file_name)
    return content


def refuse_doctype(content: bytes, file_name: str) -> None:
    """Refuse XML that declares its own entities; office programs never write it."""
    if any(sign in content for sign in _DOCTYPES):
        raise refusal(
            file_name, "contains a document type, which no office program writes", _ASK_AGAIN
        )


def has_macros(names: Sequence[str]) -> bool:
    """True where one of the parts is a macro project."""
    return any("vbaproject" in name.lower() for name in names)


def _danger(parts: Sequence[zipfile.ZipInfo], limits: Limits) -> str:
    """What is wrong with the archive, or an empty string."""
    if len(parts) > limits.parts:
        return f"holds {len(parts)} parts, far more than a document has"
    if any(part.flag_bits & 1 for part in parts):
        return _LOCKED
    if any(_leaves_folder(part.filename) for part in parts):
        return "names a part outside itself"
    if has_macros([part.filename for part in parts]):
        return _MACROS
    if any(_unpacks_too_far(part, limits) for part in parts):
        return "unpacks to far more than a document holds"
    if sum(part.file_size for part in parts) > limits.unpacked:
        return "unpacks to far more than a document holds"
    return ""


def _leaves_folder(name: str) -> bool:
    return ".." in PurePosixPath(name.replace("\\", "/")).parts


def _unpacks_too_far(part: zipfile.ZipInfo, limits: Limits) -> bool:
    if part.filename.endswith((".xml", ".rels")) and part.file_size > limits.one_part:
        return True
    ratio = part.file_size / max(1, part.compress_size)
    return part.file_size > limits.ratio_from and ratio > limits.ratio

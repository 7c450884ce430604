"""Read one file of any known format, going by what it holds and not by its name."""

from pathlib import Path

from seed.documents import from_text
from seed.documents.blocks import Reading
from seed.documents.limits import STANDARD, Limits
from seed.documents.refusals import refusal


def read(path: Path, *, limits: Limits = STANDARD) -> Reading:
    """The file's blocks; raises UnreadableFile, with a sentence, where there are none to be had."""
    content = read_original(path, limits)
    if b"%PDF-" in content[:1024]:
        from seed.documents import from_pdf

        return from_pdf.read_bytes(content, path.name, limits)
    return from_text.read_bytes(content, path.name)


def read_original(path: Path, limits: Limits) -> bytes:
    """The file's bytes, unless it is missing, empty, too large or not a file."""
    try:
        if not path.is_file():
            raise refusal(path.name, "is not a file here", "check its name and folder")
        if path.stat().st_size > limits.file_size:
            size = path.stat().st_size // (1024 * 1024)
            raise refusal(path.name, f"is {size} MB, too large to read", "give a smaller copy")
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        raise refusal(
            path.name, f"cannot be opened ({reason})", "close it elsewhere and try again"
        ) from error
    if not content.strip():
        raise refusal(path.name, "is empty", "ask the sender for it again")
    return content

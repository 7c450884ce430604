"""The first bytes of a file: whether it is a tracker at all, told without opening it."""

import struct
from pathlib import Path

from store.errors import NotATracker
from store.schema import APPLICATION_ID

_HEADER = struct.Struct(">16s44xI4xI28x")  # magic, user_version at 60, application_id at 68


def schema_of(path: Path) -> int:
    """The number of the schema that a tracker file was made with; NotATracker if it is none."""
    head = _first_bytes(path)
    if not head:
        raise NotATracker(
            f"{path} is empty. It has not been touched: “matters restore” brings a backup of it "
            "back, or make a new tracker under another name."
        )
    magic, schema, application = _HEADER.unpack(head) if len(head) == _HEADER.size else (b"", 0, 0)
    if magic != b"SQLite format 3\x00" or application != APPLICATION_ID:
        raise NotATracker(
            f"{path} is not a tracker made by this program. It has not been touched: choose a "
            "file ending in .matters."
        )
    return int(schema)


def _first_bytes(path: Path) -> bytes:
    try:
        if not (path.is_file() or path.is_dir()) and path.exists():
            raise NotATracker(f"{path} is a pipe or a device, not a file. It has not been touched.")
        with path.open("rb") as file:
            return file.read(_HEADER.size)
    except FileNotFoundError:
        raise NotATracker(
            f"There is no file at {path}. Check the name, or make a new tracker with: "
            f"matters new {path.name}"
        ) from None
    except IsADirectoryError:
        raise NotATracker(f"{path} is a folder. Name the tracker file inside it.") from None
    except OSError as error:
        raise NotATracker(
            f"{path} could not be read: {error.strerror}. It has not been touched."
        ) from None

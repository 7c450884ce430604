"""Who has a tracker open on the screen, by a small file beside it, as a word processor does.

`~$NAME.matters` says who, on which machine, since when, and twice a minute that they are still
there. It only keeps two people from writing by accident: what is saved is protected by the door
for writing, with or without it. The times are the machine's own clocks, which may be wrong.
"""

import glob
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store.errors import TrackerError
from store.text import clean

BEAT = timedelta(seconds=30)
"""How often the holder of a tracker gives a sign of life."""

SILENCE = timedelta(minutes=2)
"""How long without a sign of life before somebody else may take over."""

_LARGEST = 4_096  # bytes of a file that can be one of ours
_LONGEST = 100  # characters of a name
_FIRST_YEAR, _LAST_YEAR = 2000, 2999  # further out no clock goes, and local time cannot be told
_NOBODY_KNOWN = "somebody"


class NoPresence(TrackerError):
    """The file that says who is here could not be written; the tracker itself is not concerned."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a tracker open: the person, the machine, since when, and the last sign of life.

    `session` tells one start of the program from every other; `pid` is its process.
    """

    user: str
    host: str
    pid: int
    opened: datetime
    heartbeat: datetime
    session: str


def file_of(path: Path) -> Path:
    """The file beside a tracker that says who has it open."""
    real = path.resolve()
    return real.with_name(f"~${real.name}")


def holder_of(path: Path) -> Holder | None:
    """Who has the tracker open, by what the file beside it says; None if there is none.

    A file that cannot be read or understood still means that somebody is there.
    """
    beside = file_of(path)
    try:
        written = datetime.fromtimestamp(beside.stat().st_mtime, UTC)
    except OSError:
        return None
    try:
        with beside.open("rb") as file:
            return _understood(file.read(_LARGEST), written)
    except FileNotFoundError:
        return None
    except OSError:
        return _understood(b"", written)


def enter(path: Path, mine: Holder) -> Holder | None:
    """Say that I have the tracker open; who has it open already, or None if it is mine now.

    Somebody on this machine whose program is no longer running is not there.
    """
    beside = file_of(path)
    for _ in range(2):
        there = holder_of(path)
        if there is not None and not is_dead(there, mine.host):
            return there
        if there is not None:
            _replace(beside, mine)
        else:
            _make(beside, mine)
        if is_mine(path, mine):
            _clear_away(beside, mine.heartbeat)
            return None
    return holder_of(path)


def take_over(path: Path, mine: Holder) -> None:
    """Say that I have the tracker open, whoever said so before; they will notice."""
    _replace(file_of(path), mine)


def beat(path: Path, mine: Holder, moment: datetime) -> Holder:
    """Give a sign of life; my entry as it stands now."""
    alive = replace(mine, heartbeat=moment)
    _replace(file_of(path), alive)
    return alive


def leave(path: Path, mine: Holder) -> None:
    """Say that I no longer have it open, unless somebody else does by now."""
    if is_mine(path, mine):
        with suppress(OSError):
            file_of(path).unlink()


def is_mine(path: Path, mine: Holder) -> bool:
    """Whether the file beside the tracker names this start of the program."""
    there = holder_of(path)
    return there is not None and there.session == mine.session


def is_dead(holder: Holder, host: str) -> bool:
    """Whether the holder's program is known not to run any more; told only on its own machine."""
    if holder.host != host or holder.pid <= 0 or sys.platform == "win32":
        return False
    try:
        os.kill(holder.pid, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def in_the_way(path: Path, host: str, moment: datetime) -> Holder | None:
    """Who has the tracker open and gives signs of life, or None; for what needs it closed."""
    there = holder_of(path)
    if there is None or is_dead(there, host) or abs(moment - there.heartbeat) > SILENCE:
        return None
    return there


@dataclass(frozen=True, slots=True)
class Watched:
    """A holder as watched by somebody else, whose own clock says when each sign was seen."""

    holder: Holder
    seen: datetime
    moved: bool = False

    def again(self, holder: Holder, moment: datetime) -> "Watched":
        """What is known after another look."""
        if holder.session != self.holder.session:
            return Watched(holder, moment)
        if holder.heartbeat != self.holder.heartbeat:
            return Watched(holder, moment, moved=True)
        return self

    def is_silent(self, moment: datetime) -> bool:
        """Whether there was no sign of life for two minutes.

        Their clock counts until a sign was seen to come; from then on only ours.
        """
        if moment - self.seen > SILENCE:
            return True
        return not self.moved and abs(moment - self.holder.heartbeat) > SILENCE


def _understood(text: bytes, written: datetime) -> Holder:
    """The holder a file names; somebody unknown, there when it was written, if it names none."""
    try:
        found = json.loads(text)
        return Holder(
            _name(found["user"]),
            _name(found["host"]),
            int(found["pid"]),
            _moment(found["opened"]),
            _moment(found["heartbeat"]),
            str(found["session"]),
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return Holder(_NOBODY_KNOWN, "", 0, written, written, "")


def _name(found: object) -> str:
    return clean(str(found), single_line=True)[:_LONGEST]


def _moment(found: str) -> datetime:
    moment = datetime.fromisoformat(found)
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError(moment.year)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _text_of(holder: Holder) -> bytes:
    times = {name: getattr(holder, name).isoformat() for name in ("opened", "heartbeat")}
    return json.dumps(asdict(holder) | times).encode()


@contextmanager
def _written_aside(beside: Path, mine: Holder) -> Iterator[Path]:
    """The file under another name, whole; so that a program killed meanwhile leaves no half one."""
    other = beside.with_name(f"{beside.name}.{mine.session}")
    try:
        other.unlink(missing_ok=True)
        opened = os.open(other, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(opened, "wb") as file:
            file.write(_text_of(mine))
        yield other
    except OSError as error:
        raise _not_written(error) from error
    finally:
        with suppress(OSError):
            other.unlink(missing_ok=True)


def _make(beside: Path, mine: Holder) -> None:
    """Make the file, unless somebody else just did."""
    with _written_aside(beside, mine) as other:
        try:
            os.link(other, beside)
        except FileExistsError:
            return
        except OSError:  # a drive that knows no links: then in two steps
            with suppress(FileExistsError), beside.open("xb") as file:
                os.chmod(beside, 0o600)
                file.write(_text_of(mine))


def _replace(beside: Path, mine: Holder) -> None:
    with _written_aside(beside, mine) as other:
        os.replace(other, beside)


def _clear_away(beside: Path, moment: datetime) -> None:
    """Remove what programs left that were killed while they wrote their sign of life."""
    oldest = (moment - SILENCE).timestamp()
    for left in beside.parent.glob(f"{glob.escape(beside.name)}.*"):
        with suppress(OSError):
            if left.stat().st_mtime < oldest:
                left.unlink()


def _not_written(error: OSError) -> NoPresence:
    return NoPresence(
        f"Others cannot be told that you have this tracker open: {error.strerror}. What you save "
        "is safe all the same, and nobody can overwrite it unseen."
    )

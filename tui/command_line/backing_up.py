"""Backups listed, one made now, and one brought back."""

import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

from store import backups, comparing, restoring, soundness
from store.backups import Backup, Why
from store.comparing import Comparison
from store.errors import BadInput
from store.history import LoggedUnit
from tui.command_line import output
from tui.command_line.as_lines import counted
from tui.command_line.asked import Asked, TrackerFiles

_TOLD_OF = 10
"""Changes named before a backup is brought back; more are counted."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A backup, what is wrong with it, and how it differs from the present file."""

    number: int
    backup: Backup
    wrong: str
    compared: Comparison | None

    def differs(self) -> str:
        """How it differs from the present file, in words."""
        return self.compared.words() if self.compared else f"not sound: {self.wrong}"


def print_backups(asked: Asked, *, now: bool, as_json: bool) -> None:
    """List every backup, the newest first; with `now`, make one before."""
    if now:
        _back_up(asked)
    place = asked.place()
    listed = backups.listed(place.path, place.backups)
    found = [_seen(place, number, one) for number, one in enumerate(listed, 1)]
    if as_json:
        output.tell_json(_value(one) for one in found)
        return
    output.tell([f"{counted(len(found), 'backup')} of {place.path.name} in {place.backups}"])
    output.tell(_line(one) for one in found)


def _back_up(asked: Asked) -> None:
    with asked.opened_to_write() as tracker:
        backups.make(tracker.path, Why.ASKED, asked.now(), tracker.backups)


def restore(asked: Asked, which: str, *, yes: bool) -> None:
    """Bring a backup back: by its number in the list or its file, else the newest sound one."""
    place = asked.place()
    seen = _wanted(place, which)
    if seen.wrong:
        raise BadInput(
            f"{seen.backup.path.name} is not a sound backup. {seen.wrong} Nothing was restored: "
            "choose another of those that “matters backups” lists."
        )
    if not yes and not _agreed(place, seen):
        output.tell(["Nothing was restored."])
        return
    restoring.check_not_open(place.path, platform.node(), os.getpid(), asked.now())
    kept = restoring.restore_everywhere(
        seen.backup.path,
        place.path,
        place.published,
        asked.now(),
        place.backups,
        asked.author(),
    )
    told = place.published or place.path
    output.tell([f"Restored {told} from the backup of {_when(seen.backup)}."])
    if kept:
        output.tell([f"What was there before is kept as {kept.path}."])


def _wanted(place: TrackerFiles, which: str) -> _Seen:
    listed = backups.listed(place.path, place.backups)
    if not which:
        for number, one in enumerate(listed, 1):
            seen = _seen(place, number, one)
            if not seen.wrong:
                return seen
        raise BadInput(
            f"There is no sound backup of {place.path.name} in {place.backups}. Nothing was "
            "changed: name another file to restore from."
        )
    if which.isdecimal() and 1 <= int(which) <= len(listed):
        return _seen(place, int(which), listed[int(which) - 1])
    named = [one for one in (Path(which), place.backups / which) if one.is_file()]
    if not named:
        raise BadInput(
            f"There is no backup “{which[:80]}”. Nothing was restored: give a number from "
            "“matters backups”, or the path of a file."
        )
    return _seen(place, 0, backups.of_file(named[0]))


def _seen(place: TrackerFiles, number: int, backup: Backup) -> _Seen:
    wrong = soundness.cannot_be_used(backup.path)
    compared = None if wrong else comparing.compare(backup.path, place.path, _TOLD_OF)
    return _Seen(number, backup, wrong, compared)


def _agreed(place: TrackerFiles, seen: _Seen) -> bool:
    """Whether the person at the terminal says yes, knowing what would be taken back."""
    if not sys.stdin.isatty():
        raise BadInput(
            "Restoring has to be agreed to, and nobody can be asked here. Nothing was restored: "
            "add --yes."
        )
    output.tell(_told_before(place.path, seen))
    sys.stdout.write("Restore it? [y/N] ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def _told_before(path: Path, seen: _Seen) -> list[str]:
    compared = seen.compared
    lines = [f"The backup of {_when(seen.backup)} ({seen.backup.why}): {seen.differs()}."]
    if compared and compared.only_here:
        lines.append("These changes would no longer be in the file:")
        lines += [f"- {_change(unit)}" for unit in compared.only_here]
        if compared.behind > len(compared.only_here):
            lines.append(f"- and {compared.behind - len(compared.only_here):,} more")
    lines.append(f"{path.name} as it is now is kept first, as a backup of its own.")
    return lines


def _change(unit: LoggedUnit) -> str:
    return f"{unit.title}, by {unit.by}, {unit.at.astimezone():%d/%m/%Y %H:%M}"


def _line(seen: _Seen) -> str:
    backup = seen.backup
    parts = [f"{seen.number}. {_when(backup)}", str(backup.why), _size(backup.size)]
    if seen.compared:
        parts.append(_records(seen.compared))
    return "; ".join([*parts, seen.differs()])


def _records(compared: Comparison) -> str:
    held = compared.backup
    counts = [
        counted(held.counts[table], table[:-1]) for table in ("recommendations", "actions", "notes")
    ]
    return ", ".join([*counts, counted(held.units, "change")])


def _value(seen: _Seen) -> dict[str, object]:
    compared = seen.compared
    return {
        "number": seen.number,
        "file": str(seen.backup.path),
        "made_at": seen.backup.made_at.isoformat(),
        "why": seen.backup.why,
        "bytes": seen.backup.size,
        "sound": not seen.wrong,
        "wrong": seen.wrong,
        "records": compared.backup.counts if compared else None,
        "changes": compared.backup.units if compared else None,
        "behind": compared.behind if compared and compared.present else None,
        "ahead": compared.ahead if compared and compared.present else None,
        "of_another_tracker": compared.is_of_another if compared else None,
    }


def _when(backup: Backup) -> str:
    """When it was made, by the clock on the wall here."""
    return f"{backup.made_at.astimezone():%a %d %b %Y %H:%M}"


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"

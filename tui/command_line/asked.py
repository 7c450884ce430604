"""What holds for the whole command line: which file, which day, and who is working."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store.errors import NotATracker, ReadOnly

if TYPE_CHECKING:
    from store.tracker import Tracker
    from store.unit import Author

_MOST_NAMED = 5


class TrackerFiles(NamedTuple):
    """A tracker file and the folder of its backups; of a synced one, the working copy."""

    path: Path
    backups: Path
    published: Path | None = None


class Asked(NamedTuple):
    """The options that every command takes, and the machine they are answered from."""

    folder: Path
    environment: Mapping[str, str]
    real_day: Callable[[], date]
    now: Callable[[], datetime]
    user_name: Callable[[], str]
    file: str = ""
    day: str = ""
    synced: bool = False

    def given_day(self) -> date | None:
        """The day asked for with --today, or None; BadInput if it is not one day."""
        if not self.day:
            return None
        from store.dates import read_day

        return read_day(self.day)

    def today(self) -> date:
        """The day to show everything as on."""
        return self.given_day() or self.real_day()

    def author(self, name: str = "") -> "Author":
        """Who is writing: as named, else MATTERS_NAME, else the name the machine knows."""
        from store.unit import Author

        named = name.strip() or self.environment.get("MATTERS_NAME", "").strip()
        return Author(named or self.user_name(), self.now)

    def path(self) -> Path:
        """The tracker file that is meant; NotATracker, saying how to name it, if that is open."""
        named = self.file or self.environment.get("MATTERS_FILE", "")
        if named:
            return Path(named)
        # "~$NAME.matters" says who has NAME.matters open, and is none itself.
        found = sorted(self.folder.glob("[!~]*.matters"))
        if len(found) == 1:
            return found[0]
        raise NotATracker(_several(found) if found else _NONE_HERE)

    @contextmanager
    def opened(
        self, *, read_only: bool = False, even_if_damaged: bool = False
    ) -> Iterator["Tracker"]:
        """The tracker, its pages whole unless damage is asked for, closed again afterwards."""
        from store.connection import LARGE, pages_are_whole
        from store.tracker import open_tracker

        tracker = open_tracker(self._to_read(), read_only=read_only)
        try:
            looked_at = not even_if_damaged and tracker.path.stat().st_size <= LARGE
            if looked_at and not pages_are_whole(tracker.db):
                from store import soundness

                raise soundness.refusal(tracker.path, soundness.PAGES)
            yield tracker
        finally:
            tracker.close()

    @contextmanager
    def opened_up_to_date(self) -> Iterator["Tracker"]:
        """The tracker, of the present version; whether it is sound, whoever uses it asks.

        Of one in a synced folder it is the working copy, published again at the end.
        """
        from store.tracker import open_tracker

        path = self.path()
        if self._is_synced(path):
            with self._opened_synced(path) as tracker:
                yield tracker
            return
        tracker = open_tracker(path, moment=self.now())
        try:
            yield tracker
        finally:
            tracker.close()

    @contextmanager
    def _opened_synced(self, path: Path) -> Iterator["Tracker"]:
        from tui import synced_work
        from tui.command_line import output

        told: list[str] = []
        try:
            with synced_work.opened(path, self.author(), self.today(), told) as tracker:
                yield tracker
        finally:
            for sentence in told:
                output.complain(sentence)

    def is_synced(self) -> bool:
        """Whether another program copies the file to other machines: by its folder, or as said."""
        return self._is_synced(self.path())

    def _is_synced(self, path: Path) -> bool:
        from store.synced_folders import service_of

        said = self.synced or bool(self.environment.get("MATTERS_SYNCED"))
        return said or bool(service_of(path, self.environment))

    def place(self) -> "TrackerFiles":
        """Where the tracker and its backups lie."""
        from store import backups

        path = self.path()
        if not self._is_synced(path):
            return TrackerFiles(path, backups.folder_of(path))
        from store import synced
        from tui import synced_work

        working = synced.working_path(path, synced_work.folder())
        return TrackerFiles(working, synced.backups_of(working), path)

    def _to_read(self) -> Path:
        """The file to read from: of a synced one, the copy that holds the newest work."""
        path = self.path()
        if not self._is_synced(path):
            return path
        from store import synced
        from tui import synced_work

        return synced.reading_path(path, synced_work.folder())

    @contextmanager
    def opened_to_write(self) -> Iterator["Tracker"]:
        """The tracker, sound and up to date; ReadOnly, saying why, if it cannot be written to."""
        with self.opened_up_to_date() as tracker:
            if tracker.read_only:
                raise ReadOnly(
                    f"{tracker.path} cannot be changed: {tracker.read_only}. Nothing was saved."
                )
            from store import soundness

            wrong = soundness.wrong_before_writing(tracker.path, tracker.db)
            if wrong:
                raise soundness.refusal(tracker.path, wrong)
            yield tracker


_NONE_HERE = (
    "There is no tracker in this folder. Name one with --file PATH or in MATTERS_FILE, make one "
    "with “matters new PATH”, or look at the worked example with “matters example”."
)


def _several(found: list[Path]) -> str:
    names = ", ".join(path.name for path in found[:_MOST_NAMED])
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    return (
        f"There are several trackers in this folder: {names}{more}. Say which with --file PATH or "
        "in MATTERS_FILE. None was opened."
    )

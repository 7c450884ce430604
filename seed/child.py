"""Read files in a process of its own, so that a hostile one cannot take the tracker with it."""

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from seed.documents.blocks import Reading
from seed.documents.limits import STANDARD, Limits
from seed.documents.refusals import UnreadableFile, refusal
from seed.documents.sheet_files import Table
from seed.documents.wire import reading_from_plain, table_from_plain
from store.errors import TrackerError

SECONDS = 30.0
MEMORY_MIB = 512
_GLANCE = 0.05  # seconds between two looks at the clock and at `cancelled`
_NEEDED = ("seed", "store", "pypdf", "openpyxl", "et_xmlfile", "dateutil", "typing_extensions")
_START = (
    "import json, sys; sys.path += json.loads(sys.argv[1]);"
    "from seed.inside_child import main; main()"
)


class ReadingCancelled(TrackerError):
    """The user stopped the reading; nothing was saved."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading has come: the file, counting from 1, and its page where it has pages."""

    file_name: str
    file: int
    files: int
    page: int = 0
    pages: int = 0


OnProgress = Callable[[Progress], None]
Cancelled = Callable[[], bool]


def read_safely(
    paths: Sequence[Path],
    *,
    on_progress: OnProgress | None = None,
    cancelled: Cancelled | None = None,
    seconds: float = SECONDS,
    memory_mib: int = MEMORY_MIB,
    limits: Limits = STANDARD,
) -> list[Reading]:
    """The readings of the files in order, made in a child process.

    `seconds` is the time for each file. `memory_mib` bounds the child's address space on POSIX;
    Windows bounds the time alone. Raises UnreadableFile for the first file that cannot be read,
    and ReadingCancelled.
    """
    child = _Child(paths, seconds, memory_mib, limits, tables=False)
    answers = child.answers(on_progress, cancelled)
    return [reading_from_plain(answer["reading"]) for answer in answers]


def read_tables_safely(
    path: Path,
    *,
    cancelled: Cancelled | None = None,
    seconds: float = SECONDS,
    memory_mib: int = MEMORY_MIB,
    limits: Limits = STANDARD,
) -> list[Table]:
    """The sheets of a spreadsheet, read in a child process; raises as `read_safely` does."""
    child = _Child([path], seconds, memory_mib, limits, tables=True)
    return [
        table_from_plain(table)
        for answer in child.answers(None, cancelled)
        for table in answer["tables"]
    ]


class _Child:
    """One reading process and the talk with it."""

    def __init__(
        self,
        paths: Sequence[Path],
        seconds: float,
        memory_mib: int,
        limits: Limits,
        *,
        tables: bool,
    ) -> None:
        self._paths = list(paths)
        self._seconds = seconds
        self._file = 0
        self._job = {
            "paths": [str(path.absolute()) for path in self._paths],
            "seconds": seconds,
            "memory_mib": memory_mib,
            "limits": asdict(limits),
            "tables": tables,
        }

    def answers(
        self, on_progress: OnProgress | None, cancelled: Cancelled | None
    ) -> list[dict[str, Any]]:
        """One answer for each file; raises for the first that is refused."""
        result: list[dict[str, Any]] = []
        if not self._paths:
            return result
        with self._running() as output:
            for message in self._messages(output, cancelled):
                if "refused" in message:
                    raise UnreadableFile(message["refused"])
                if "reading" in message or "tables" in message:
                    result.append(message)
                    if len(result) == len(self._paths):
                        return result
                elif on_progress:
                    on_progress(self._progress(message))
        raise refusal(self._name, "made the reader fail", "ask for the file in another format")

    @contextmanager
    def _running(self) -> Iterator[IO[str]]:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
            [sys.executable, "-I", "-B", "-c", _START, json.dumps(_import_folders())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        try:
            if process.stdin and process.stdout:
                with suppress(OSError), process.stdin as job:
                    job.write(json.dumps(self._job) + "\n")
                yield process.stdout
        finally:
            process.kill()
            process.wait()
            if process.stdout:
                process.stdout.close()

    def _messages(self, output: IO[str], cancelled: Cancelled | None) -> Iterator[dict[str, Any]]:
        lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=_pump, args=(output, lines), daemon=True).start()
        deadline = time.monotonic() + self._seconds
        while True:
            if cancelled and cancelled():
                raise ReadingCancelled("The reading was stopped; nothing was saved.")
            if time.monotonic() > deadline:
                happened = f"could not be read in {self._seconds:g} seconds"
                raise refusal(self._name, happened, "give a shorter copy, or paste the text")
            try:
                line = lines.get(timeout=_GLANCE)
            except queue.Empty:
                continue
            if not line.endswith("\n"):
                return  # the child has ended, perhaps in the middle of a line
            message: dict[str, Any] = json.loads(line)
            if "started" in message:
                self._file = message["started"]
                deadline = time.monotonic() + self._seconds
            yield message

    @property
    def _name(self) -> str:
        return self._paths[self._file].name

    def _progress(self, message: dict[str, Any]) -> Progress:
        page, pages = message.get("page", 0), message.get("pages", 0)
        return Progress(self._name, self._file + 1, len(self._paths), page, pages)


def _pump(output: IO[str], lines: "queue.SimpleQueue[str]") -> None:
    """Move the child's lines to the queue; an empty one says that it has ended."""
    try:
        for line in output:
            lines.put(line)
    except ValueError:
        pass  # the parent closed the pipe: it wants no more
    lines.put("")


def _import_folders() -> list[str]:
    """Where the child finds our packages: named one by one, never the current folder for itself."""
    folders: list[str] = []
    for name in _NEEDED:
        spec = find_spec(name)
        if spec is None or spec.origin is None:
            continue
        origin = Path(spec.origin)
        folder = str(origin.parent.parent if origin.name == "__init__.py" else origin.parent)
        if folder not in folders:
            folders.append(folder)
    return folders

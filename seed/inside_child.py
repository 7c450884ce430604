"""The work of the reading process: take a job from standard input, answer in lines of JSON."""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

from seed.documents.limits import Limits
from seed.documents.open_file import read
from seed.documents.refusals import refusal
from seed.documents.wire import reading_to_plain, table_to_plain
from store.errors import BadInput


def main() -> None:
    """Read the job's files one after another and answer for each of them."""
    answers = _own_output()
    job = json.loads(sys.stdin.readline())
    _confine(job["memory_mib"], job["seconds"])
    limits = Limits(**job["limits"])
    for position, name in enumerate(job["paths"]):
        _say(answers, {"started": position})
        _say(answers, _answer(Path(name), job["tables"], limits, answers))


def _answer(path: Path, tables: bool, limits: Limits, answers: TextIO) -> dict[str, Any]:
    def on_page(page: int, pages: int) -> None:
        _say(answers, {"page": page, "pages": pages})

    try:
        if tables:
            return {"tables": _tables(path, limits)}
        return {"reading": reading_to_plain(read(path, limits=limits, on_page=on_page))}
    except BadInput as error:
        return {"refused": str(error)}
    except MemoryError:
        happened = "needs more memory than a document should"
        return {"refused": str(refusal(path.name, happened, "give a smaller copy"))}


def _tables(path: Path, limits: Limits) -> list[dict[str, Any]]:
    from seed.documents.open_table import read_tables

    return [table_to_plain(table) for table in read_tables(path, limits=limits)]


def _own_output() -> TextIO:
    """Standard output for answers alone: what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answers


def _say(answers: TextIO, message: dict[str, Any]) -> None:
    answers.write(json.dumps(message) + "\n")
    answers.flush()


def _confine(memory_mib: int, seconds: float) -> None:
    """Bound memory and processor time and forbid writing files, where the system can do so."""
    if sys.platform == "win32":
        return
    import resource

    memory = memory_mib * 1024 * 1024
    processor = int(seconds) + 5
    for kind, bound in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, processor),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (bound, bound))

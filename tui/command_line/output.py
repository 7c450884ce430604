"""Text on its way out: always UTF-8, and nothing in it that a terminal would obey."""

import io
import sys
from collections.abc import Iterable
from typing import TextIO

from store.text import clean


def prepare() -> None:
    """Let every character through, whatever code page the console was started with."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(lines: Iterable[str]) -> None:
    """Print lines of text, cleaned once more."""
    _write(sys.stdout, "".join(f"{clean(line)}\n" for line in lines))


def tell_json(values: Iterable[object]) -> None:
    """Print values as one JSON list, one value to a line.

    Everything outside ASCII is escaped, so it means the same on any console.
    """
    import json

    _write(sys.stdout, "[" + ",".join(f"\n{json.dumps(value)}" for value in values) + "\n]\n")


def tell_one_json(value: object) -> None:
    """Print one value as JSON."""
    import json

    _write(sys.stdout, json.dumps(value, indent=2) + "\n")


def complain(sentence: str) -> None:
    """Print what went wrong where errors go."""
    _write(sys.stderr, clean(sentence, single_line=True) + "\n")


def _write(stream: TextIO, text: str) -> None:
    stream.write(text)
    stream.flush()

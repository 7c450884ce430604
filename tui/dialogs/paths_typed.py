"""Paths as they are typed, pasted or dropped: quotes healed, ~ and file:// understood."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from store.errors import BadInput

_QUOTED = {"'": "'", '"': '"', "‘": "’", "“": "”", "«": "»"}
_ESCAPED = re.compile(r"\\([ '\"()&;\[\]\\])")
_FILE = "file://"
_HEXADECIMAL = re.compile(rb"%([0-9A-Fa-f]{2})")
_BETWEEN = " \t\n,;"


def paths_typed(text: str, folder: Path) -> list[Path]:
    """The files meant, each once; what is not absolute is looked for in `folder`.

    Raises BadInput for nothing, and for the first that is not there or is a folder.
    """
    whole = _path(text.strip().strip("\"'“”‘’"), folder)
    if text.strip() and _is_there(whole):
        return [whole]
    words = [word for word in _words(text) if word.strip()]
    paths = list(dict.fromkeys(_joined(words, folder)))
    if not paths:
        raise BadInput("No file is named yet. Type or paste a path, or choose one below.")
    for path in paths:
        if os.path.isdir(path):
            raise BadInput(f"{path} is a folder. Name the documents in it, or choose one below.")
        if not _is_there(path):
            raise BadInput(f"There is no file {_short(path)}. Nothing was read: check the path.")
    return paths


def _words(text: str) -> Iterator[str]:
    """The paths in a text, without the quotes they stand in."""
    rest = text.strip(_BETWEEN)
    while rest:
        end = rest.find(_QUOTED.get(rest[0], ""), 1) if rest[0] in _QUOTED else -1
        if end > 0:
            yield rest[1:end]
            rest = rest[end + 1 :].strip(_BETWEEN)
            continue
        found = re.match(r"(?:\\.|[^\s,;\\]|\\)+", rest)
        word = found[0] if found else rest
        yield _ESCAPED.sub(r"\1", word) if os.sep == "/" else word
        rest = rest[len(word) :].strip(_BETWEEN)


def _joined(words: Sequence[str], folder: Path) -> Iterator[Path]:
    """The paths, where a name with blanks in it was typed without quotes."""
    at = 0
    while at < len(words):
        length = next(
            (n for n in range(len(words) - at, 1, -1) if _is_file(words[at : at + n], folder)), 1
        )
        yield _path(" ".join(words[at : at + length]), folder)
        at += length


def _is_file(words: Sequence[str], folder: Path) -> bool:
    return _is_there(_path(" ".join(words), folder))


def _is_there(path: Path) -> bool:
    """Whether this is a file; a name that no system takes is none."""
    return os.path.isfile(path)


def _path(word: str, folder: Path) -> Path:
    if word.startswith(_FILE):
        word = _address(word)
    try:
        path = Path(word).expanduser()
    except RuntimeError:
        path = Path(word)
    return Path(os.path.normpath(folder / path))


def _address(word: str) -> str:
    """The path in an address as file managers give it: file:///home/jo/my%20report.pdf."""
    path = word[len(_FILE) :]
    path = path[path.find("/") :] if "/" in path else path
    plain = _HEXADECIMAL.sub(
        lambda found: bytes([int(found[1], 16)]), path.encode("utf-8", "replace")
    )
    return plain.decode("utf-8", "replace")


def as_typed(path: Path, folder: Path) -> str:
    """A path as it would be typed: short inside the folder, in quotes where it has blanks."""
    inside = path.is_relative_to(folder)
    words = str(path.relative_to(folder)) if inside else str(path)
    return f'"{words}"' if any(sign in words for sign in f"{_BETWEEN}'") else words


def _short(path: Path) -> str:
    words = str(path)
    return words if len(words) <= 200 else f"{words[:199]}…"

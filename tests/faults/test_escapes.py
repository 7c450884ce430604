"""S3: what a terminal would obey is in the file, and not in one byte that reaches the terminal."""

import shutil
from pathlib import Path

import pytest
from hostile import FOUND, ORDERS, plant, strings
from pty_session import Terminal

from store import unit as unit_module
from store.tracker import create

IN_FULL, SEVERAL = 600, 10
EVERY = 30
"""Texts kept in one file; each file is gone through from end to end."""

ESCAPE = b"\x1b[27u"
"""The key Esc as a terminal with the newer protocol sends it: the next key is one of its own."""


@pytest.fixture
def uncleaned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let texts into the file as they are, as if the cleaning at the door were broken."""
    monkeypatch.setattr(unit_module, "clean", lambda text, single_line=False: text)


def without_nul(texts: list[str]) -> list[str]:
    return [text.replace("\x00", "") for text in texts]


def hits(raw: bytes) -> dict[str, int]:
    """How often each kind of order stands in what was written to the terminal."""
    return {kind: raw.count(sign) for kind, sign in FOUND.items() if sign in raw}


def through_everything(terminal: Terminal, texts: list[str]) -> None:
    """Every record in every pane, every side of it, the dialogs, the log, the steps, the help."""
    terminal.sees("? help")
    for keys in ("x", "v", *"12345"):
        terminal.send(keys)
        terminal.rest()
        for _ in texts:
            terminal.send(b"\x1b[B")
        terminal.send(b"\x1b[H")
        terminal.rest()
    for keys in ("n", "d", "t", "o", "e", "f", "s", "p", "a", "T", "?", "B", "H", "i"):
        terminal.answer(keys)
        terminal.answer(ESCAPE * 3)
    terminal.send("L")
    terminal.sees("Every change")
    terminal.send(b"\x1b[B\x1b[B" + ESCAPE)
    terminal.rest()
    terminal.send("b")
    terminal.sees("Step through the open items")
    terminal.send("\r")
    terminal.sees("1 of")
    for _ in texts:
        terminal.send("]")
    terminal.until(lambda: "? help" in terminal.seen(), "the main screen")
    terminal.rest()
    for text in texts[:3]:
        terminal.answer("n")
        terminal.paste(text)
        terminal.rest()
        terminal.send(b"\x13")
        terminal.sees("Noted")


def test_on_the_screen(tmp_path: Path, uncleaned: None, points, figure, author) -> None:
    texts = without_nul(strings(points(IN_FULL, SEVERAL)))
    counted, written = 0, 0
    for start in range(0, len(texts), EVERY):
        some = texts[start : start + EVERY]
        tracker = create(tmp_path / f"{start}.matters", author)
        plant(tracker, author, some)
        tracker.close()
        with Terminal("--file", str(tracker.path), home=tmp_path, size=(200, 50)) as terminal:
            through_everything(terminal, some)
            terminal.send("q")
            assert terminal.exit_code() == 0
        assert hits(bytes(terminal.raw)) == {}
        counted, written = counted + len(some), written + len(terminal.raw)
    figure(
        "S3",
        "600 hostile strings through a pty: 0 of 10 patterns in the output",
        f"{counted} strings, {written:,} bytes: 0 of {len(FOUND)} patterns",
    )


def test_they_are_in_the_file(tmp_path: Path, uncleaned: None, author) -> None:
    tracker = create(tmp_path / "a.matters", author)
    plant(tracker, author, without_nul(strings(30)))
    tracker.close()
    raw = tracker.path.read_bytes()
    assert set(hits(raw)) == set(ORDERS)


@pytest.mark.parametrize(
    "arguments", [("list",), ("list", "actions"), ("list", "notes"), ("show", "R1"), ("history",)]
)
def test_on_the_command_line(
    tmp_path: Path, uncleaned: None, author, arguments: tuple[str, ...], figure
) -> None:
    tracker = create(tmp_path / "a.matters", author)
    plant(tracker, author, without_nul(strings(30)))
    tracker.close()
    with Terminal("--file", str(tracker.path), *arguments, home=tmp_path) as terminal:
        assert terminal.exit_code() == 0
        assert hits(bytes(terminal.raw)) == {}
        assert b"w0" in terminal.raw
    figure("S3", f"matters {' '.join(arguments)}: 0 of 10 patterns", "0 of 30 strings")


def test_in_the_name_of_the_file(case_file: Path, tmp_path: Path) -> None:
    for number, order in enumerate(ORDERS.values()):
        path = case_file.with_name(f"{number}{order.replace('/', '')}.matters")
        shutil.copy(case_file, path)
        with Terminal("--file", str(path), "list", home=tmp_path) as terminal:
            assert terminal.exit_code() == 0
            assert hits(bytes(terminal.raw)) == {}
    with Terminal("--file", str(path), home=tmp_path) as terminal:
        terminal.sees("? help")
        terminal.send("q")
        assert terminal.exit_code() == 0
        assert hits(bytes(terminal.raw)) == {}


def test_pasted_anywhere(case_file: Path, tmp_path: Path) -> None:
    hostile = "".join(order.replace("\x1b\\", "") for order in ORDERS.values()) + "end"
    with Terminal("--file", str(case_file), home=tmp_path, size=(200, 50)) as terminal:
        terminal.sees("? help")
        for keys in ("/", b"\x10", "n", "t", "o", "e"):
            terminal.answer(keys)
            terminal.paste(hostile)
            terminal.rest()
            terminal.answer(ESCAPE * 3)
        terminal.sees("? help")
    assert hits(bytes(terminal.raw)) == {}


def test_what_is_pasted_is_words_and_never_keys(case_file: Path, tmp_path: Path, figure) -> None:
    keys = [f"\x1b]{key * 40}\x1b{key}" for key in "qunxd1"]
    before = case_file.read_bytes()
    with Terminal("--file", str(case_file), home=tmp_path, size=(200, 50)) as terminal:
        terminal.sees("? help")
        for pasted in keys:
            terminal.paste(pasted)
            terminal.rest()
        assert case_file.read_bytes() == before
        terminal.answer("n")
        terminal.sees("Note on R2")
        for pasted in keys:
            terminal.paste(pasted)
        terminal.sees(f"{len(''.join(keys))} characters")
    figure("S3", "pasted escape codes are words, not keys", f"0 of {len(keys)} pastes acted")


def test_what_was_typed_with_the_door_whole_is_kept_cleaned(tmp_path: Path, author) -> None:
    tracker = create(tmp_path / "a.matters", author)
    plant(tracker, author, without_nul(strings(30)))
    kept = "".join(tracker.db.iterdump()).encode()
    tracker.close()
    assert b"w29" in kept
    assert hits(kept) == {}

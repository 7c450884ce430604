"""How the table of speeds is made: pairs, lines, questions without an index. Nothing is timed."""

import importlib.util
import sqlite3
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parents[1] / "benchmarks"
sys.path.insert(0, str(HERE))
pytest.importorskip("termios", reason="the table is measured on a terminal of POSIX")
ratios = pytest.importorskip("ratios")
terminal = pytest.importorskip("terminal")
without = pytest.importorskip("without")
spec = importlib.util.spec_from_file_location("table_of_speeds", HERE / "table.py")
assert spec
assert spec.loader
table = importlib.util.module_from_spec(spec)
spec.loader.exec_module(table)

ECHO = "import sys; print('Ready'); [print(line.strip().upper()) for line in sys.stdin]"


def test_a_ratio_is_the_middle_one_of_its_pairs() -> None:
    pairs = ratios.Pairs([2.0, 9.0, 3.0], [1.0, 3.0, 3.0])
    line = ratios.at_most("what", 1.9, pairs)
    assert pairs.ratio == 2
    assert (line.holds, line.asked) == (False, "≤ 1.9")
    assert ratios.at_most("what", 2, pairs).holds is True


def test_things_are_measured_in_turn_and_the_first_round_is_not_counted() -> None:
    order: list[str] = []

    def measure(name: str) -> float:
        order.append(name)
        return float(len(order))

    pairs = ratios.in_turn(lambda: measure("a"), lambda: measure("b"), 2)
    assert order == ["a", "b"] * 3
    assert pairs == ([3.0, 5.0], [4.0, 6.0])


@pytest.mark.parametrize(("values", "high"), [([5.0], 5.0), ([1.0] * 19 + [9.0], 1.4)])
def test_the_high_value_is_that_which_nineteen_in_twenty_keep_to(
    values: list[float], high: float
) -> None:
    assert ratios.p95(values) == pytest.approx(high)


def test_the_document_has_every_line_and_what_dropping_an_index_did() -> None:
    lines = [ratios.Line("next row", "≤ 3", "2.1", True), ratios.Line("fzf", "≤ 1", "none")]
    dropped = [without.Dropped("open_by_day", [("first page", 0.1, 9.0)])]
    text = table.written(lines, dropped, "A machine", 90)
    assert "| next row | ≤ 3 | 2.1 | holds |" in text
    assert "| fzf | ≤ 1 | none | – |" in text
    assert "| open_by_day | first page 0.1 → 9.0 |" in text


def test_every_index_is_dropped_in_turn_and_made_again(
    written_example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "case.matters"
    path.write_bytes(written_example.read_bytes())
    seen: list[set[str]] = []

    def asked(db: sqlite3.Connection) -> dict[str, float]:
        seen.append(set(without.indexes(db)))
        return {"first page": 9.0 if "open_by_day" not in seen[-1] else 1.0}

    monkeypatch.setattr(without, "asked", asked)
    found = list(without.drop_each(path, ["boards_by_day", "open_by_day"]))
    assert [seen[0] - held for held in seen] == [set(), {"boards_by_day"}, {"open_by_day"}]
    assert [bool(one.slower) for one in found] == [False, True]
    assert [file.name for file in tmp_path.iterdir()] == ["case.matters"]


def test_a_key_is_painted_and_a_program_is_left(tmp_path: Path) -> None:
    program = terminal.Program([sys.executable, "-uc", ECHO], tmp_path)
    try:
        assert program.usable("Ready") > 0
        painted = program.press(b"hello\n")
        assert b"HELLO" in program.tail()
        assert painted.size >= len("HELLO")
        assert painted.frames == 0
        program.leave(b"\x04")
        assert program.left_behind() == []
    finally:
        program.stop()


def test_a_mode_that_was_not_put_back_is_seen(tmp_path: Path) -> None:
    program = terminal.Program(["printf", r"\033[?1049h\033[?25l\033[?25h\033[?1000h"], tmp_path)
    try:
        program.leave(b"")
        assert program.left_behind() == ["other screen", "mouse"]
    finally:
        program.stop()

"""Who has a tracker open: one at a time, known to all, and never a dead end."""

import errno
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import presence
from store.presence import Holder, NoPresence, Watched
from tui.command_line.asked import Asked

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
ANN = Holder("Ann Example", "PC-1", os.getpid(), NOON, NOON, "a" * 32)
BOB = Holder("Bob Example", "PC-2", 4321, NOON, NOON, "b" * 32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.matters"


def later(**passed: float) -> datetime:
    return NOON + timedelta(**passed)


def ended_process() -> int:
    """The number of a process that has just ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


class TestEntering:
    def test_an_empty_room(self, path: Path) -> None:
        assert presence.enter(path, ANN) is None
        assert presence.holder_of(path) == ANN

    def test_where_somebody_is(self, path: Path) -> None:
        presence.enter(path, ANN)
        assert presence.enter(path, BOB) == ANN
        assert presence.holder_of(path) == ANN

    def test_the_file_is_the_owners_alone_and_leaves_nothing_else_behind(self, path: Path) -> None:
        presence.enter(path, ANN)
        presence.beat(path, ANN, later(seconds=30))
        (there,) = path.parent.iterdir()
        assert there.name == "~$case.matters"
        assert there.stat().st_mode & 0o777 == 0o600

    def test_by_a_link_is_the_same_room(self, path: Path, tmp_path: Path) -> None:
        path.touch()
        link = tmp_path / "elsewhere"
        link.mkdir()
        (link / "link.matters").symlink_to(path)
        presence.enter(path, ANN)
        assert presence.enter(link / "link.matters", BOB) == ANN

    def test_after_a_program_that_was_killed_on_this_machine_asks_nobody(self, path: Path) -> None:
        presence.enter(path, replace(BOB, host="PC-1", pid=ended_process()))
        assert presence.enter(path, ANN) is None
        assert presence.holder_of(path) == ANN

    def test_after_a_program_of_that_number_on_another_machine_is_not_taken(
        self, path: Path
    ) -> None:
        dead = replace(BOB, pid=ended_process())
        presence.enter(path, dead)
        assert presence.enter(path, ANN) == dead

    def test_a_folder_that_cannot_be_written_is_a_sentence(self, tmp_path: Path) -> None:
        with pytest.raises(NoPresence, match="What you save is safe"):
            presence.enter(tmp_path / "missing" / "case.matters", ANN)

    def test_a_drive_without_links_will_do(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def no_links(*_: object) -> None:
            raise OSError(errno.EPERM, "not permitted")

        monkeypatch.setattr(os, "link", no_links)
        assert presence.enter(path, ANN) is None
        assert presence.enter(path, BOB) == ANN
        (there,) = path.parent.iterdir()
        assert there.stat().st_mode & 0o777 == 0o600

    def test_clears_away_what_a_killed_program_left(self, path: Path) -> None:
        left = presence.file_of(path).with_name("~$case.matters.cut-off")
        young = presence.file_of(path).with_name("~$case.matters.young")
        for file, minutes in ((left, 3), (young, 1)):
            file.touch()
            os.utime(file, (later(minutes=-minutes).timestamp(),) * 2)
        presence.enter(path, ANN)
        assert not left.exists()
        assert young.exists()

    def test_at_the_same_moment_lets_one_in(self, path: Path) -> None:
        people = [replace(ANN, session=f"{number:032x}") for number in range(16)]
        with ThreadPoolExecutor(16) as pool:
            met = list(pool.map(lambda mine: presence.enter(path, mine), people))
        (inside,) = [mine for mine, other in zip(people, met, strict=True) if other is None]
        assert {other for other in met if other} == {inside}
        assert [file.name for file in path.parent.iterdir()] == ["~$case.matters"]


class TestLeaving:
    def test_takes_the_file_away(self, path: Path) -> None:
        presence.enter(path, ANN)
        presence.leave(path, ANN)
        assert list(path.parent.iterdir()) == []

    def test_leaves_the_file_of_another(self, path: Path) -> None:
        presence.enter(path, ANN)
        presence.take_over(path, BOB)
        presence.leave(path, ANN)
        assert presence.holder_of(path) == BOB

    def test_twice_is_no_fault(self, path: Path) -> None:
        presence.enter(path, ANN)
        presence.leave(path, ANN)
        presence.leave(path, ANN)
        assert presence.holder_of(path) is None


class TestSignsOfLife:
    def test_are_written_down(self, path: Path) -> None:
        presence.enter(path, ANN)
        alive = presence.beat(path, ANN, later(seconds=30))
        assert presence.holder_of(path) == alive == replace(ANN, heartbeat=later(seconds=30))

    @pytest.mark.parametrize(
        ("passed", "there"), [(0, True), (120, True), (121, False), (-121, False)]
    )
    def test_count_for_two_minutes_by_either_clock(
        self, path: Path, passed: int, there: bool
    ) -> None:
        presence.enter(path, BOB)
        found = presence.in_the_way(path, "PC-1", later(seconds=passed))
        assert found == (BOB if there else None)

    def test_of_a_dead_program_do_not_count(self, path: Path) -> None:
        presence.enter(path, replace(BOB, pid=ended_process()))
        assert presence.in_the_way(path, "PC-2", NOON) is None

    def test_that_come_outweigh_a_wrong_clock(self) -> None:
        slow = replace(BOB, heartbeat=later(hours=-1))
        first = Watched(slow, NOON)
        assert first.is_silent(NOON)
        moved = first.again(replace(slow, heartbeat=later(hours=-1, seconds=30)), later(seconds=20))
        assert not moved.is_silent(later(seconds=20))
        assert not moved.is_silent(later(seconds=140))
        assert moved.is_silent(later(seconds=141))

    def test_that_do_not_come_are_missed_by_our_own_clock(self) -> None:
        watched = Watched(BOB, later(seconds=100))
        assert not watched.is_silent(later(seconds=119))
        assert watched.again(BOB, later(seconds=121)).is_silent(later(seconds=121))

    def test_of_another_start_begin_anew(self) -> None:
        moved = Watched(BOB, NOON, moved=True)
        assert moved.again(ANN, later(seconds=1)) == Watched(ANN, later(seconds=1))


class TestAFileNobodyUnderstands:
    @pytest.mark.parametrize(
        "text",
        [b"", b"{", b"[]", b"null", b'{"user": "x"}', b"\xff" * 5000, b"[" * 5000],
        ids=["empty", "half", "list", "null", "little", "no text", "deep"],
    )
    def test_still_means_that_somebody_is_there(self, path: Path, text: bytes) -> None:
        presence.file_of(path).write_bytes(text)
        there = presence.enter(path, ANN)
        assert there is not None
        assert (there.user, there.session) == ("somebody", "")

    def test_can_be_taken_over(self, path: Path) -> None:
        presence.file_of(path).write_bytes(b"")
        presence.take_over(path, ANN)
        assert presence.is_mine(path, ANN)

    def test_has_no_name_that_a_terminal_would_obey(self, path: Path) -> None:
        presence.enter(path, replace(BOB, user="\x1b]0;x\x07" + "B" * 500, host="\u202ePC\n2"))
        there = presence.holder_of(path)
        assert there is not None
        assert "\x1b" not in there.user
        assert len(there.user) == 100
        assert there.host == "\ufffdPC 2"

    @given(
        found=st.dictionaries(
            st.sampled_from(["user", "host", "pid", "opened", "heartbeat", "session"]),
            st.none() | st.integers() | st.floats() | st.text() | st.datetimes().map(str),
        )
    )
    def test_never_raises(self, tmp_path_factory: pytest.TempPathFactory, found: object) -> None:
        path = tmp_path_factory.mktemp("any") / "case.matters"
        presence.file_of(path).write_text(json.dumps(found))
        there = presence.holder_of(path)
        assert there is not None
        assert there.opened.astimezone()
        assert presence.is_dead(there, there.host) in (True, False)


def test_is_no_tracker_of_the_folder(path: Path) -> None:
    path.touch()
    presence.enter(path, ANN)
    asked = Asked(path.parent, {}, lambda: NOON.date(), lambda: NOON, lambda: "Ann")
    assert asked.path() == path

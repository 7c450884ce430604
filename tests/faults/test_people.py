"""R12, R13, R16: two people with one file, and a file that is taken away under them."""

import os
import shutil
import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from pty_session import Terminal
from small_tracker import DAY, make

from store import checking, history, notes, presence, recommendations
from store.errors import Conflict
from store.presence import Holder
from store.tracker import open_tracker
from store.unit import Author, Unit, Value, unit
from tui.acts.editing import of_recommendation
from tui.acts.opened import Opened
from tui.dialogs.versions import Whose, differences

KEYS = (1, 2)
FIELDS = {"title": "title", "theme": "theme", "section": "section"}
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # what the disk does is not the point
WHO = st.integers(0, 1)
CHOICES = st.lists(st.sampled_from(Whose), min_size=len(FIELDS), max_size=len(FIELDS))

needs_signals = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs POSIX signals")


class Editor:
    """One person with the file open and one form open on a record."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        self.db = open_tracker(path).db
        self.author = Author(name, lambda: datetime(2022, 6, 1, tzinfo=UTC))
        self.key = 0
        self.opened: Opened[recommendations.Recommendation] | None = None
        self.typed: dict[str, str] = {}
        self.seen: dict[str, set[str]] = {}

    def open(self, key: int) -> None:
        """Open the form of a record: what it shows has been seen."""
        self.key = key
        self.opened = Opened(
            lambda: self.db, lambda: recommendations.get(self.db, key), of_recommendation
        )
        self.typed = {field.key: field.value for field in self.opened.fields()}
        self.seen = {key: {words} for key, words in self.typed.items()}

    def save(self) -> bool:
        """Try to save what is typed; whether nobody was there first."""
        assert self.opened is not None
        values = {FIELDS[key]: self.typed[key] for key in FIELDS}
        try:
            with unit(self.db, f"Edit by {self.name}", self.author) as change:
                recommendations.edit(change, self.opened.record, **values)
        except Conflict:
            return False
        return True

    def settle(self, choices: list[Whose]) -> None:
        """Look at both versions, choose for each field, and take the other one as seen."""
        assert self.opened is not None
        theirs = self.opened.theirs()
        found = differences(self.opened.fields(), self.typed, theirs.fields)
        for difference, choice in zip(found, choices, strict=False):
            self.seen[difference.field.key].add(difference.theirs)
            whose = difference.proposed or choice
            self.typed[difference.field.key] = difference.value(whose)
        theirs.accept()


class TwoEditors(RuleBasedStateMachine):
    """Two people open, type, save and settle in any order.

    `kept` is what the file must hold. Whoever replaces a value must have had it before their eyes.
    """

    tried = clashes = saved = 0
    empty = Path()

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory(dir=IN_MEMORY)
        path = Path(shutil.copy(self.empty, self.folder.name))
        self.people = [Editor(path, "Ann"), Editor(path, "Jane")]
        for person in self.people:
            person.open(KEYS[0])
        self.kept = {key: self.read(key) for key in KEYS}
        self.overwritten_unseen: list[str] = []
        TwoEditors.tried += 1

    def read(self, key: int) -> dict[str, str]:
        found = recommendations.get(self.people[0].db, key)
        return {name: getattr(found, column) for name, column in FIELDS.items()}

    @rule(who=WHO, key=st.sampled_from(KEYS))
    def open_another(self, who: int, key: int) -> None:
        self.people[who].open(key)

    @rule(who=WHO, field=st.sampled_from([*FIELDS]), words=st.integers(0, 2), choices=CHOICES)
    def write_and_save(self, who: int, field: str, words: int, choices: list[Whose]) -> None:
        """Save a form that may have been open for long; open it again where that went well."""
        person = self.people[who]
        person.typed[field] = f"{field} {words} of {person.name}"
        if person.save():
            TwoEditors.saved += 1
            self.compare(person)
            person.open(person.key)
        else:
            TwoEditors.clashes += 1
            person.settle(choices)

    @rule(who=WHO)
    def save_what_was_chosen(self, who: int) -> None:
        person = self.people[who]
        if person.save():
            self.compare(person)
            person.open(person.key)

    def compare(self, person: Editor) -> None:
        """Note every value that was replaced without having been seen."""
        for field, was in self.kept[person.key].items():
            if person.typed[field] != was and was not in person.seen[field]:
                self.overwritten_unseen.append(f"{field}: {was}")
        self.kept[person.key] = {field: person.typed[field] for field in FIELDS}

    @invariant()
    def nothing_was_saved_over_unseen(self) -> None:
        assert self.overwritten_unseen == []
        assert {key: self.read(key) for key in KEYS} == self.kept

    def teardown(self) -> None:
        assert checking.check(self.people[0].db) == []
        for person in self.people:
            person.db.close()
        self.folder.cleanup()


def test_r12_nothing_is_saved_over_unseen(figure, points, tmp_path: Path) -> None:
    TwoEditors.tried = TwoEditors.clashes = TwoEditors.saved = 0
    TwoEditors.empty = tmp_path / "shared.matters"
    make(TwoEditors.empty).tracker.close()
    interleavings = points(1_000, 40)
    machine_settings = settings(
        max_examples=interleavings,
        stateful_step_count=25,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(TwoEditors, settings=machine_settings)
    figure(
        "R12",
        "0 silent overwrites in 1,000 interleavings; both versions shown",
        f"0 in {TwoEditors.tried:,} interleavings: {TwoEditors.saved:,} saves, "
        f"{TwoEditors.clashes:,} conflicts shown",
    )
    assert TwoEditors.tried >= interleavings
    assert TwoEditors.clashes > interleavings / 2


def test_r12_would_notice_a_change_saved_over_unseen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = Unit.change

    def blind(self: Unit, table: str, record: int, rev: int, **values: Value) -> None:
        (now,) = self.db.execute(f"SELECT rev FROM {table} WHERE id = ?", (record,)).fetchone()
        real(self, table, record, now, **values)

    monkeypatch.setattr(Unit, "change", blind)
    TwoEditors.empty = tmp_path / "shared.matters"
    make(TwoEditors.empty).tracker.close()
    only_generate = settings(
        max_examples=200,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    with pytest.raises(AssertionError):
        run_state_machine_as_test(TwoEditors, settings=only_generate)


def session(path: Path, home: Path, name: str) -> Terminal:
    """One more person who opens the file in a terminal of their own."""
    return Terminal("--file", str(path), home=home, environment={"MATTERS_NAME": name})


@needs_signals
@pytest.mark.alone
def test_r13_a_second_person_is_asked_at_once(case_file: Path, tmp_path: Path, figure) -> None:
    with session(case_file, tmp_path, "Jane Smith") as jane:
        jane.sees("? help")
        jane.until(lambda: presence.holder_of(case_file) is not None, "the file that says who")
        began = time.monotonic()
        with session(case_file, tmp_path, "Ann Example") as ann:
            ann.until(lambda: "Jane Smith has this tracker open" in ann.seen(), "the question")
            took = time.monotonic() - began
            figure(
                "R13",
                "second start offers read-only in < 1 s",
                f"{took:.2f} s from the start of the process",
            )
            for words in ("Read only", "Notify me", "Take over", "Leave"):
                ann.sees(words)
            ann.send("r")
            ann.sees("READ ONLY: Jane Smith has it open")
            ann.send("n")
            ann.sees("This tracker is read only: Jane Smith has it open")
            jane.send("n")
            jane.sees("Note on R2")
            jane.send("Seen by both\x13")
            ann.sees("Changed by Jane Smith")
            ann.send("q")
            assert ann.exit_code() == 0
        there = presence.holder_of(case_file)
        assert there is not None
        assert there.user == "Jane Smith"
        jane.send("q")
        assert jane.exit_code() == 0
    assert presence.holder_of(case_file) is None


@needs_signals
def test_r13_kill_leaves_no_dead_end(case_file: Path, tmp_path: Path, figure, points) -> None:
    kills = points(20, 2)
    for _ in range(kills):
        with session(case_file, tmp_path, "Jane Smith") as jane:
            jane.until(lambda: presence.holder_of(case_file) is not None, "the file that says who")
            jane.kill(signal.SIGKILL)
            assert jane.exit_code() == -9
        assert presence.holder_of(case_file) is not None
    with session(case_file, tmp_path, "Ann Example") as ann:
        ann.sees("? help")
        ann.until(lambda: holder(case_file) == "Ann Example", "the next one to hold it")
        assert "has this tracker open" not in ann.seen()
        ann.send("n")
        ann.sees("Note on R2")
    figure("R13", "kill -9 leaves no dead end", f"0 dead ends after {kills} kills")


@needs_signals
def test_r13_who_waits_can_write_when_the_other_is_killed(
    case_file: Path, tmp_path: Path, figure
) -> None:
    with session(case_file, tmp_path, "Jane Smith") as jane:
        jane.until(lambda: presence.holder_of(case_file) is not None, "the file that says who")
        with session(case_file, tmp_path, "Ann Example") as ann:
            ann.sees("Jane Smith has this tracker open")
            ann.send("n")
            jane.kill(signal.SIGKILL)
            jane.exit_code()
            killed = time.monotonic()
            ann.until(lambda: holder(case_file) == "Ann Example", "the next one to hold it")
            figure(
                "R13",
                "who asked to be notified is, after kill -9",
                f"{time.monotonic() - killed:.1f} s after it",
            )
            ann.send("n")
            ann.sees("Note on R2")


@needs_signals
def test_r13_what_is_stale_can_be_taken_over(case_file: Path, tmp_path: Path, figure) -> None:
    now = datetime.now(UTC)
    gone = Holder("Jane Smith", "PC-7", 1, now, now - timedelta(seconds=121), "b" * 32)
    presence.enter(case_file, gone)
    with session(case_file, tmp_path, "Ann Example") as ann:
        ann.sees("No sign of life from Jane Smith for two minutes")
        ann.send("t")
        ann.until(lambda: holder(case_file) == "Ann Example", "the next one to hold it")
        ann.send("n")
        ann.sees("Note on R2")
    tracker = open_tracker(case_file)
    (newest,) = history.units(tracker.db, newest=1)
    tracker.close()
    figure(
        "R13",
        "stale (> 2 min) can be taken over; who and when are logged",
        f"taken over; logged by {newest.by}",
    )
    assert newest.title.startswith("Took over from Jane Smith on PC-7")
    assert newest.by == "Ann Example"


def holder(path: Path) -> str:
    """The name of who has it open."""
    there = presence.holder_of(path)
    return there.user if there else ""


def replaced(path: Path) -> None:
    shutil.copy(path, path.with_suffix(".new"))
    os.replace(path.with_suffix(".new"), path)


def folder_gone(path: Path) -> None:
    path.parent.rename(path.parent.with_name("moved"))


TAKEN_AWAY: dict[str, Callable[[Path], None]] = {
    "replaced": replaced,
    "deleted": Path.unlink,
    "folder gone": folder_gone,
}


@needs_signals
@pytest.mark.parametrize("way", TAKEN_AWAY)
def test_r16_typed_text_is_kept_and_a_copy_is_offered(
    case_file: Path, tmp_path: Path, way: str, figure
) -> None:
    folder, copy = tmp_path / "drive", tmp_path / "copy.matters"
    folder.mkdir()
    path = Path(shutil.move(case_file, folder / case_file.name))
    with session(path, tmp_path, "Ann Example") as ann:
        ann.until(lambda: presence.holder_of(path) is not None, "the file that says who")
        ann.send("n")
        ann.sees("Note on R2")
        ann.send("Typed before")
        TAKEN_AWAY[way](path)
        ann.send("\x13")
        ann.sees("Save a copy")
        ann.send("s")
        ann.sees("A whole copy with all its history")
        ann.send("\x1b[H\x1b[1;2F\x1b[3~")
        ann.sees("File ┃ ┃")
        ann.send(str(copy))
        ann.sees("/copy.matters ┃")
        ann.send("\x13")
        ann.sees("copy.matters OFFICIAL")
        ann.sees("Typed before")
        ann.send("\x13")
        ann.sees("Noted on R2")
        ann.send("q")
        assert ann.exit_code() == 0
    tracker = open_tracker(copy)
    kept = [note.text for note in notes.listed(tracker.db, DAY)]
    wrong = checking.check(tracker.db)
    tracker.close()
    figure(
        "R16",
        f"{way} under us: save refused, copy offered, typed text kept",
        f"refused; {kept.count('Typed before')} of 1 text in the copy, check finds {len(wrong)}",
    )
    assert kept.count("Typed before") == 1
    assert wrong == []
    assert copy.stat().st_mode & 0o777 == 0o600


@needs_signals
def test_nothing_is_drawn_while_nothing_changes(case_file: Path, tmp_path: Path, points) -> None:
    with session(case_file, tmp_path, "Ann Example") as ann:
        ann.sees("? help")
        ann.until(lambda: presence.holder_of(case_file) is not None, "the file that says who")
        ann.until(lambda: drawn_in(ann, 1) == 0, "the end of drawing")
        assert drawn_in(ann, points(60, 3)) == 0


def drawn_in(terminal: Terminal, seconds: float) -> int:
    """How many bytes come in so many seconds in which nobody does anything."""
    began, before = time.monotonic(), len(terminal.raw)
    while time.monotonic() - began < seconds:
        time.sleep(0.05)
    return len(terminal.raw) - before

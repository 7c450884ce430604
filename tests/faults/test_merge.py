"""R14, R15: a synced folder sees only whole files; of two copies brought together none is lost."""

import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
import small_tracker
from children import Child, Tell
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from two_copies import DAY, LAPTOP, OFFICE, Copy

from store import checking, filters, gathering, history, recommendations, soundness, synced
from store.filters import Filter, Order
from store.merging import states
from store.merging.asked import About, Copies, Side
from store.merging.fields import Outcome
from store.merging.groups import grouped
from store.unit import unit
from store.vocabulary import Assurance, Axis

EDITS, OVERLAPPING = 50, 5
YEAR_ON = DAY + timedelta(days=365)
TELLING = ("merges", "brought_in")


def with_findings(path: Path, count: int) -> Copy:
    """A tracker with findings R1 to at least so many."""
    office = Copy(small_tracker.make(path).tracker, OFFICE)
    with unit(office.db, "Findings", OFFICE) as change:
        for number in range(count):
            recommendations.add(
                change,
                inspection=1,
                title=f"Finding {number}",
                text="Do it.",
                since=small_tracker.DAY,
            )
    return office


def dropped(copies: Copies, after: states.State, asked: set[states.Ref]) -> list[str]:
    """Each difference of either copy that is neither in the result nor asked about."""
    lost = []
    for state in (copies.ours, copies.theirs):
        for ref, record in state.items():
            if ref.table in TELLING or ref in asked:
                continue
            before = copies.bases[0].get(ref)
            if before is None:
                lost += [] if ref in after else [f"{ref} added"]
                continue
            was = grouped(ref.table, before.values)
            for name, group in grouped(ref.table, record.values).items():
                if group != was[name] and name != "ref":
                    kept = grouped(ref.table, after[ref].values)[name] if ref in after else None
                    lost += [] if kept == group else [f"{ref} {name}"]
    return lost


def edit_some(copy: Copy, refs: list[str], word: str) -> None:
    """One edit a unit: titles, notes and decisions in turn."""
    for number, ref in enumerate(refs):
        if number % 3 == 0:
            copy.note(ref, f"{word} {number}")
        elif number % 3 == 1:
            copy.edit(ref, theme=f"{word} {number}")
        else:
            copy.decide(ref, Axis.ASSURANCE, Assurance.ASSURED)


def test_r15_a_fork_of_fifty_and_fifty_edits(figure, tmp_path):
    office = with_findings(tmp_path / "office.matters", 2 * EDITS)
    laptop = office.fork(tmp_path / "laptop.matters", LAPTOP)
    refs = [f"R{number}" for number in range(1, 2 * EDITS + 1)]
    random.Random(15).shuffle(refs)
    both, alone = refs[:OVERLAPPING], EDITS - OVERLAPPING
    edit_some(office, refs[OVERLAPPING : OVERLAPPING + alone], "office")
    edit_some(laptop, refs[-alone:], "laptop")
    for copy in (office, laptop):
        for ref in both:
            copy.edit(ref, title=f"{ref} by {copy.author.name}")
    made = office.plan(laptop)
    questions = made.questions()
    counted = made.counted()
    by_itself = counted[Outcome.TAKEN] + counted[Outcome.KEPT]
    office.bring_in(laptop, side=Side.THEIRS)
    asked = {question.record for question in questions}
    lost = dropped(made.copies, states.now(office.db), asked)
    figure(
        "R15",
        "fork with 50 + 50 edits, 5 overlapping: 95 merged alone, 5 asked, 0 dropped",
        f"{by_itself} edits that one side made alone merged by themselves, {OVERLAPPING} of ours "
        f"met {OVERLAPPING} of theirs: {len(questions)} asked; {len(lost)} of 100 dropped",
    )
    assert by_itself == 2 * alone
    assert [question.about for question in questions] == [About.FIELD] * OVERLAPPING
    assert lost == []
    assert checking.check(office.db) == []
    assert history.undo(office.db, OFFICE).title == "Bring in copy laptop.matters"


def keep_copying(tell: Tell, published: Path, folder: Path, times: int) -> None:
    """Copy the published file as a sync client does, so often, and tell what is wrong with it."""
    for number in range(times):
        copy = folder / f"{number}.matters"
        shutil.copyfile(published, copy)
        tell(soundness.verify(copy))
        copy.unlink()


def test_r14_a_published_file_is_whole_whenever_it_is_copied(figure, points, tmp_path):
    times = points(1000, 60)
    folder, copies = tmp_path / "OneDrive", tmp_path / "copies"
    folder.mkdir()
    copies.mkdir()
    published = folder / "case.matters"
    small_tracker.make(published).tracker.close()
    tracker = synced.open_working(published, tmp_path / "working", OFFICE.now())
    office = Copy(tracker, OFFICE)
    copier = Child(keep_copying, published, copies, times)
    copier.wait_for_a_word()
    done = 0
    while copier.is_alive():
        office.note("R1", f"Note {done}")
        synced.publish(tracker, "PC", lambda seconds: None)
        done += 1
    assert copier.end() == 0
    whole = copier.told.count("")
    figure(
        "R14",
        "published file copied 1,000 times during use: 1,000 pass integrity and chain",
        f"{whole:,} of {len(copier.told):,} whole, while {done:,} changes were published "
        "(plain copies of a folder; no OneDrive here)",
    )
    assert done > times // 20
    assert whole == len(copier.told) == times
    tracker.close()


steps = st.lists(
    st.tuples(
        st.sampled_from(["edit", "note", "add", "undo", "decide", "date"]), st.integers(1, 3)
    ),
    max_size=8,
)


def go_on(copy: Copy, work: list[tuple[str, int]]) -> None:
    """Do some work on a copy; undo only what was done here."""
    done = 0
    for number, (what, which) in enumerate(work):
        ref, word = f"R{which}", f"{copy.author.name} {number}"
        if what == "undo":
            if done:
                history.undo(copy.db, copy.author)
            done = max(0, done - 1)
            continue
        done += 1
        if what == "edit":
            copy.edit(ref, title=word)
        elif what == "note":
            copy.note(ref, word)
        elif what == "add":
            copy.add(word)
        elif what == "date":
            copy.new_date(ref, DAY + timedelta(days=10 * number + len(copy.author.name)))
        else:
            judged = list(Assurance)[(number + len(copy.author.name)) % len(Assurance)]
            copy.decide(ref, Axis.ASSURANCE, judged)


def told(copy: Copy) -> dict[states.Ref, states.Values]:
    """All records but those that tell of merges, without their references."""
    return {
        ref: {name: value for name, value in record.values.items() if name != "ref"}
        for ref, record in states.now(copy.db).items()
        if ref.table not in TELLING
    }


def standing(copy: Copy) -> dict[str, object]:
    """What lists say of every finding a year on, by its uid."""
    found = filters.recommendations(copy.db, Filter(), Order.NEAREST, YEAR_ON)
    return {
        recommendations.get(copy.db, key).uid: (
            one.delivery,
            one.assurance,
            one.plan,
        )
        for key, one in gathering.standings(copy.db, found, YEAR_ON).items()
    }


class TestRandomForks:
    @staticmethod
    def hold(
        folder: Path, ours: list[tuple[str, int]], theirs: list[tuple[str, int]], side: Side
    ) -> None:
        """Bring a fork together both ways and look at everything."""
        office = Copy(small_tracker.make(folder / "office.matters").tracker, OFFICE)
        laptop = office.fork(folder / "laptop.matters", LAPTOP)
        for copy in (office, laptop):
            copy.db.execute("PRAGMA synchronous = OFF")
        go_on(office, ours)
        go_on(laptop, theirs)
        made, before = office.plan(laptop), told(office)
        asked = {question.record for question in made.questions()}
        brought = office.bring_in(laptop, side=side)
        assert dropped(made.copies, states.now(office.db), asked) == []
        assert checking.check(office.db) == []
        assert office.plan(laptop).nothing_new
        assert laptop.plan(office).questions() == []
        laptop.bring_in(office)
        assert checking.check(laptop.db) == []
        assert told(laptop) == told(office)
        assert standing(laptop) == standing(office)
        if not made.nothing_new:
            history.undo(office.db, OFFICE)
        else:
            assert brought.added == brought.changed == 0
        assert told(office) == before
        for copy in (office, laptop):
            copy.tracker.close()

    @settings(
        max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
    )
    @given(steps, steps, st.sampled_from(Side))
    def test_lose_nothing(self, tmp_path_factory, ours, theirs, side):
        self.hold(tmp_path_factory.mktemp("fork"), ours, theirs, side)

    @pytest.mark.long
    @settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
    @given(steps, steps, st.sampled_from(Side))
    def test_lose_nothing_in_five_hundred(self, tmp_path_factory, ours, theirs, side):
        self.hold(tmp_path_factory.mktemp("fork"), ours, theirs, side)

"""Reading documents beside the screen: what it says, how it stops, what it refuses."""

from datetime import date
from pathlib import Path

import pytest
from bringing_in import LETTER

from seed.editing_log import EditKind
from store.errors import BadInput
from store.telling import Stopped, Told
from store.tracker import Tracker
from tui.acts.importing_reading import Tracker as Compared
from tui.acts.importing_reading import document_work, sheet_work
from tui.screens.importing_session import Session, begin_with

REPORT = """Inspection of custody at Northmere Police

Published on: 4 March 2024

Recommendations

We recommend that, within three months, Northmere Police reviews how often cells are visited.
"""


@pytest.fixture
def tracker(empty: Tracker) -> Compared:
    return Compared(empty.path, date(2024, 6, 3))


def work(tracker: Compared, *paths: Path) -> Session:
    return document_work(paths, tracker)(lambda _: None)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_it_says_what_it_reads_and_gives_reports_first(
    tracker: Compared, report: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")
    told: list[str] = []
    session = document_work([letter, report], tracker)(lambda said: told.append(str(said)))
    assert [one.file_name for one in session.read.readings] == ["report.txt", "letter.txt"]
    assert told[-2:] == [
        "Looking for what it asks, answers and promises",
        "Comparing it with the tracker",
    ]


def test_it_stops_when_it_is_no_longer_wanted(tracker: Compared, report: Path) -> None:
    def stop(told: Told) -> None:
        raise Stopped("It was stopped. Nothing was changed.")

    with pytest.raises(Stopped):
        document_work([report], tracker)(stop)
    with pytest.raises(Stopped):
        sheet_work([_csv(report)], tracker, "")(stop)


def _csv(beside: Path) -> Path:
    path = beside.with_name("tracker.csv")
    path.write_text("Ref,Recommendation\n1,Do it\n", encoding="utf-8")
    return path


def test_two_different_files_of_one_name_are_refused(
    tracker: Compared, report: Path, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere" / "report.txt"
    other.parent.mkdir()
    other.write_text(REPORT + "\nMore.\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"both called report\.txt"):
        work(tracker, report, other)
    other.write_text(REPORT, encoding="utf-8")
    assert len(work(tracker, report, other).read.readings) == 1


def test_a_spreadsheet_comes_alone(tracker: Compared, report: Path) -> None:
    with pytest.raises(BadInput, match="by itself"):
        sheet_work([_csv(report), report], tracker, "")


def test_a_day_said_beforehand_needs_one_report(tracker: Compared, report: Path) -> None:
    other = report.with_name("other.txt")
    other.write_text(REPORT.replace("custody", "calls"), encoding="utf-8")
    alone = work(tracker, report)
    begin_with(alone, "I1", "5 March 2024", "yes")
    assert [edit.kind for edit in alone.edits] == [
        EditKind.KEEP,
        EditKind.INSPECTION,
        EditKind.PUBLISHED,
    ]
    assert alone.draft.document.published.words == "5 March 2024"
    both = work(tracker, report, other)
    with pytest.raises(BadInput, match="press p"):
        begin_with(both, "", "5 March 2024", "no")
    assert both.edits == []

"""Reading documents beside the screen: what it says, how it stops, what it refuses."""

from pathlib import Path

import pytest
from bringing_in import LETTER

from seed.editing_log import EditKind
from store.errors import BadInput
from store.telling import Stopped, Told
from store.tracker import Tracker
from tui.acts.importing import sheet_work, work
from tui.screens.importing_session import begin_with, begun

REPORT = """Inspection of custody at Northmere Police

Published on: 4 March 2024

Recommendations

We recommend that, within three months, Northmere Police reviews how often cells are visited.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_it_says_what_it_reads_and_gives_reports_first(report: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")
    told: list[str] = []
    read = work([letter, report], [])(lambda said: told.append(str(said)))
    assert [one.file_name for one in read.readings] == ["report.txt", "letter.txt"]
    assert told[-1].startswith("Looking for")


def test_it_stops_when_it_is_no_longer_wanted(report: Path) -> None:
    def stop(told: Told) -> None:
        raise Stopped("It was stopped. Nothing was changed.")

    with pytest.raises(Stopped):
        work([report], [])(stop)
    with pytest.raises(Stopped):
        sheet_work([_csv(report)])(stop)


def _csv(beside: Path) -> Path:
    path = beside.with_name("tracker.csv")
    path.write_text("Ref,Recommendation\n1,Do it\n", encoding="utf-8")
    return path


def test_two_different_files_of_one_name_are_refused(report: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "report.txt"
    other.parent.mkdir()
    other.write_text(REPORT + "\nMore.\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"both called report\.txt"):
        work([report, other], [])(lambda _: None)
    other.write_text(REPORT, encoding="utf-8")
    assert len(work([report, other], [])(lambda _: None).readings) == 1


def test_a_spreadsheet_comes_alone(report: Path) -> None:
    with pytest.raises(BadInput, match="by itself"):
        sheet_work([_csv(report), report])


def test_a_day_said_beforehand_needs_one_report(report: Path, empty: Tracker) -> None:
    other = report.with_name("other.txt")
    other.write_text(REPORT.replace("custody", "calls"), encoding="utf-8")
    alone = begun(empty.db, work([report], [])(lambda _: None))
    begin_with(alone, "I1", "5 March 2024", "yes")
    assert [edit.kind for edit in alone.edits] == [
        EditKind.KEEP,
        EditKind.INSPECTION,
        EditKind.PUBLISHED,
    ]
    assert alone.draft.document.published.words == "5 March 2024"
    both = begun(empty.db, work([report, other], [])(lambda _: None))
    with pytest.raises(BadInput, match="press p"):
        begin_with(both, "", "5 March 2024", "no")
    assert both.edits == []

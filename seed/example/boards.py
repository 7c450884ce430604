"""The boards of the example: the one the paper was for, and one made up to show the way."""

from datetime import date

from seed.example import days
from seed.example.names import Names
from store import boards, deadlines
from store.dates import When
from store.models import SubjectKind
from store.unit import Unit

NAME = "Business Co-ordination Board"
NEXT_BOARD = date(2022, 6, 9)
NEXT_KNOWN_FROM = date(2022, 4, 1)


def tell(change: Unit, names: Names) -> None:
    """Write both boards, each with the day its papers are due."""
    _board_of_july_2021(change, names)
    _illustrative_board(change, names)


def _board_of_july_2021(change: Unit, names: Names) -> None:
    key = boards.add(
        change,
        name=NAME,
        day=days.BOARD_MET,
        since=days.INSPECTION_BEGAN,
        calendar=names.calendar,
        owed_by="Chief Constable",
        agenda_item="10.0",
        remark="Five clear working days for papers is our assumption: the paper does not give the "
        "Board’s own rule.",
        document=names.id("D2"),
    )
    names.keep("B1", SubjectKind.BOARD, key)
    papers = deadlines.of_subject(change.db.conn, names.subject("B1"), days.BOARD_MET)[0]
    had = When(
        "by the meeting", None, days.BOARD_MET, "D2 bears the day of the meeting, no earlier one"
    )
    deadlines.meet(change, papers, had)


def _illustrative_board(change: Unit, names: Names) -> None:
    key = boards.add(
        change,
        name=NAME,
        day=NEXT_BOARD,
        since=NEXT_KNOWN_FROM,
        calendar=names.calendar,
        lead_days=3,
        owed_by="OPCC",
        remark="Made up for the example, with its three clear working days for papers: no document "
        "speaks of this meeting.",
        illustrative=True,
    )
    names.keep("B2", SubjectKind.BOARD, key)

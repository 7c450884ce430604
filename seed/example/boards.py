"""The boards of the example: the one the paper was for, and one made up to show the way."""

from datetime import date

from seed.example import days
from seed.example.names import Names
from store import boards, deadlines
from store.dates import When
from store.unit import Unit
from store.vocabulary import SubjectKind

NAME = "Business Co-ordination Board"
NEXT_BOARD = date(2022, 6, 9)
NEXT_KNOWN_FROM = date(2022, 4, 1)
PAPERS_OUT = date(2022, 6, 6)


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
        lead_days=0,
        agenda_item="10.0",
        remark="How many days before a meeting this Board wants its papers is not said.",
        document=names.id("D2"),
    )
    names.keep("B1", SubjectKind.BOARD, key)


def _illustrative_board(change: Unit, names: Names) -> None:
    key = boards.add(
        change,
        name=NAME,
        day=NEXT_BOARD,
        since=NEXT_KNOWN_FROM,
        calendar=names.calendar,
        lead_days=2,
        owed_by="OPCC",
        remark="Made up for the example, with its two clear working days for papers and the day "
        "they went out: no document speaks of this meeting.",
        illustrative=True,
    )
    names.keep("B2", SubjectKind.BOARD, key)
    papers = deadlines.of_subject(change.db.conn, names.subject("B2"), NEXT_KNOWN_FROM)[0]
    deadlines.meet(change, papers, When.on(PAPERS_OUT, source="made up for the example"))

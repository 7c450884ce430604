"""Notes: dated, kept to the letter, never changed; a correction is a note of its own."""

from datetime import date

import pytest
from little_case import KNOWN, Case, everything

from store import boards, history, notes, working_days
from store.errors import BadInput, NotFound
from store.models import Note, Subject
from store.unit import Author, unit
from store.vocabulary import SubjectKind

FEBRUARY = date(2022, 2, 1)
MARCH = date(2022, 3, 1)


def note(
    case: Case,
    text: str = "Asked the force",
    on: date = FEBRUARY,
    about: Subject | None = None,
    corrects: int | None = None,
    board: int | None = None,
) -> int:
    with unit(case.db, "Note", case.author) as change:
        return notes.add(
            change, about or case.about_finding, text, on=on, corrects=corrects, board=board
        )


def told(case: Case, today: date = MARCH) -> list[Note]:
    return notes.of(case.db, case.about_finding, today)


class TestANote:
    def test_keeps_its_words_its_day_and_its_author(self, case: Case) -> None:
        note(case, "  Two spaces  first,\n\tthen a tab – and £5.  ")
        (kept,) = told(case)
        assert (kept.text, kept.noted_on, kept.by, kept.subject) == (
            "  Two spaces  first,\n\tthen a tab – and £5.  ",
            FEBRUARY,
            "Ann Example",
            case.about_finding,
        )

    def test_is_signed_by_whoever_writes(self, case: Case) -> None:
        with unit(case.db, "Note", Author("Bob Example", case.author.now)) as change:
            notes.add(change, case.about_finding, "Mine", on=FEBRUARY)
        assert told(case)[0].by == "Bob Example"

    @pytest.mark.parametrize("text", ["", " ", "\n\t\n", "\u2028"])
    def test_without_words_is_refused(self, case: Case, text: str) -> None:
        before = everything(case.db)
        with pytest.raises(BadInput, match="no words"):
            note(case, text)
        assert everything(case.db) == before

    def test_of_a_million_characters_is_kept_and_no_more(self, case: Case) -> None:
        before = everything(case.db)
        with pytest.raises(BadInput, match=r"1,000,001 characters.*1,000,000") as refusal:
            note(case, "x" * 1_000_001)
        assert len(str(refusal.value)) < 250
        assert everything(case.db) == before
        note(case, "x" * 1_000_000)
        assert len(told(case)[0].text) == 1_000_000

    def test_dated_later_is_not_there_yet(self, case: Case) -> None:
        note(case, on=MARCH)
        assert told(case, date(2022, 2, 28)) == []
        assert len(told(case, MARCH)) == 1
        assert notes.listed(case.db, FEBRUARY) == []

    def test_comes_newest_first_by_day_and_then_by_typing(self, case: Case) -> None:
        for text, day in (("first", MARCH), ("second", FEBRUARY), ("third", MARCH)):
            note(case, text, day)
        assert [kept.text for kept in told(case)] == ["third", "first", "second"]
        assert [kept.text for kept in notes.listed(case.db, MARCH)] == ["third", "first", "second"]

    @pytest.mark.parametrize("kind", [SubjectKind.INSPECTION, SubjectKind.ACTION])
    def test_belongs_to_one_record(self, case: Case, kind: SubjectKind) -> None:
        note(case, about=Subject(kind, 1))
        assert told(case) == []
        assert len(notes.of(case.db, Subject(kind, 1), MARCH)) == 1
        assert len(notes.listed(case.db, MARCH)) == 1

    def test_can_say_which_board_was_told(self, case: Case) -> None:
        with unit(case.db, "A board", case.author) as change:
            board = boards.add(
                change,
                name="Board",
                day=MARCH,
                since=KNOWN,
                calendar=working_days.calendar(case.db),
            )
        note(case, board=board)
        assert told(case)[0].board == board

    def test_is_gone_when_undone_and_back_when_done_again(self, case: Case) -> None:
        note(case)
        before = told(case)
        history.undo(case.db, case.author)
        assert told(case) == []
        history.redo(case.db, case.author)
        assert [kept.text for kept in told(case)] == [kept.text for kept in before]


class TestACorrection:
    def test_leaves_the_note_and_says_by_which(self, case: Case) -> None:
        wrong = note(case, "Due in June")
        right = note(case, "Due in July", corrects=wrong)
        later, earlier = told(case)
        assert (later.id, later.corrects, later.corrected_by) == (right, wrong, None)
        assert (earlier.id, earlier.text, earlier.corrected_by) == (wrong, "Due in June", right)

    def test_dated_later_does_not_correct_yet(self, case: Case) -> None:
        wrong = note(case, "Due in June", FEBRUARY)
        right = note(case, "Due in July", MARCH, corrects=wrong)
        assert told(case, FEBRUARY)[0].corrected_by is None
        assert told(case, MARCH)[1].corrected_by == right
        assert notes.listed(case.db, FEBRUARY)[0].corrected_by is None

    def test_can_be_corrected_in_turn(self, case: Case) -> None:
        first = note(case, "June")
        second = note(case, "July", corrects=first)
        third = note(case, "August", corrects=second)
        assert [kept.corrected_by for kept in told(case)] == [None, third, second]

    def test_of_the_same_note_twice_counts_the_last(self, case: Case) -> None:
        first = note(case, "June")
        note(case, "July", corrects=first)
        last = note(case, "August", corrects=first)
        assert told(case)[-1].corrected_by == last

    @pytest.mark.parametrize("missing", [99, 0, -1])
    def test_of_no_note_is_refused(self, case: Case, missing: int) -> None:
        before = everything(case.db)
        with pytest.raises(NotFound):
            note(case, corrects=missing)
        assert everything(case.db) == before

    def test_of_a_note_on_another_record_is_refused(self, case: Case) -> None:
        elsewhere = note(case, about=case.about_action)
        before = everything(case.db)
        with pytest.raises(NotFound, match="not on this record"):
            note(case, corrects=elsewhere)
        assert everything(case.db) == before

    def test_undone_leaves_the_note_as_it_was(self, case: Case) -> None:
        wrong = note(case, "June")
        note(case, "July", corrects=wrong)
        history.undo(case.db, case.author)
        (kept,) = told(case)
        assert (kept.text, kept.corrected_by) == ("June", None)

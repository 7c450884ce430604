"""Typed words to records: nothing typed is an operator, nothing typed is an error."""

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from little_case import KNOWN, Case, edit_finding

from store import actions, history, notes, queries, recommendations, responses, search
from store.tracker import Tracker
from store.unit import unit
from store.vocabulary import Extent

LATER = date(2022, 3, 1)
AWKWARD = [
    "",
    " ",
    '"',
    '""',
    '"""',
    "'",
    "O'Neill",
    "body-worn",
    "body-w",
    "14.3",
    "s.12",
    "s.55(5A)",
    "50%",
    "%",
    "_",
    "*",
    "**",
    "cust*",
    "NEAR(",
    "NEAR(a b, 3)",
    "AND",
    "OR",
    "NOT",
    "a AND",
    "a OR b",
    "NOT a",
    "title:",
    "title:x",
    "{title text}:x",
    "-x",
    "+x",
    "^x",
    "(",
    ")",
    "()",
    "[/x]",
    "a\x00b",
    "\x00",
    "\ud800",
    "a\ud800b",
    "R&D",
    "'; DROP TABLE notes; --",
    "\\",
    "?",
    ":today",
    "½",
    "²",
    "é",
    "e\u0301",
    "\U0001f469",
    "x" * 100_000,
    "x " * 10_000,
    '"' * 1_000 + "a",
]


WITH_A_WORD = [text for text in AWKWARD if len(text) <= 1_000 and any(map(str.isalnum, text))]


def found(case: Case, text: str, today: date = LATER) -> set[int] | None:
    return search.recommendations(case.db, text, today)


class TestWhatIsTyped:
    @pytest.mark.parametrize("text", AWKWARD, ids=lambda text: ascii(text[:12]))
    def test_never_goes_wrong(self, case: Case, text: str) -> None:
        for result in (found(case, text), search.actions(case.db, text)):
            assert result is None or isinstance(result, set)

    @settings(
        max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(text=st.text(st.one_of(st.characters(), st.sampled_from('"*()-+^:{} ANDOR\x00\ud800'))))
    @example(text='a" OR "b')
    def test_of_any_kind_never_goes_wrong(self, case: Case, text: str) -> None:
        result = found(case, text)
        assert result is None or result <= {case.finding}
        search.actions(case.db, text)

    @pytest.mark.parametrize("text", ["", "  ", '"', "*", "()", "%", "\x00", "–", "\ud800"])
    def test_without_a_word_in_it_searches_for_nothing(self, case: Case, text: str) -> None:
        assert found(case, text) is None
        assert search.actions(case.db, text) is None

    @pytest.mark.parametrize("text", WITH_A_WORD, ids=ascii)
    def test_is_found_where_it_was_written(self, case: Case, text: str) -> None:
        """What somebody copies from a text and types into the search finds that text."""
        edit_finding(case, text=f"Before {text} after")
        assert found(case, text) == {case.finding}


class TestWords:
    @pytest.mark.parametrize(
        ("text", "typed", "is_found"),
        [
            ("Body-worn video", "body-w", True),
            ("Body-worn video", "body worn", True),
            ("Body-worn video", "bodyworn", False),
            ("Body-worn video", "VIDEO body", True),
            ("Body-worn video", "worn", True),
            ("Body-worn video", "orn", False),
            ("Body-worn video", "video radio", False),
            ("Section 14.3 applies", "14.3", True),
            ("Section 14.3 applies", "14.4", False),
            ("Section 143 applies", "14.3", False),
            ("Mr O'Neill's letter", "o'n", True),
            ("50% of cases", "50%", True),
            ("Zoë's café", "zoe cafe", True),
            ("Zoë's café", "zoe\u0308", True),
            ("Custody", "custody OR nothing", False),
            ("near the board", "NEAR", True),
            ("one and two", "AND", True),
            ("one two three", "one  two\tthree\n", True),
            ("custody", '"cust"', True),
        ],
    )
    def test_are_found_by_their_beginnings_all_of_them(
        self, case: Case, text: str, typed: str, is_found: bool
    ) -> None:
        edit_finding(case, title="T", text=text)
        assert (found(case, typed) == {case.finding}) is is_found

    def test_are_found_anew_when_the_text_changes(self, case: Case) -> None:
        edit_finding(case, text="Kingfisher")
        assert found(case, "kingf") == {case.finding}
        edit_finding(case, text="Heron")
        assert (found(case, "kingf"), found(case, "heron")) == (set(), {case.finding})
        history.undo(case.db, case.author)
        assert (found(case, "kingf"), found(case, "heron")) == ({case.finding}, set())


class TestWhatIsSearched:
    def write(self, case: Case, what: str) -> None:
        """The word "kingfisher", dated LATER, in something about the finding."""
        with unit(case.db, what, case.author) as change:
            if what == "note":
                notes.add(change, case.about_finding, "A kingfisher", on=LATER)
            elif what == "query":
                queries.ask(change, case.about_finding, "A kingfisher?", since=LATER)
            elif what == "response":
                responses.add(
                    change,
                    document=case.report,
                    respondent="The force",
                    text="Kingfishers",
                    since=LATER,
                    answers=[responses.Answer(case.finding, Extent.ANSWERED)],
                )
            else:
                actions.add(
                    change,
                    title="Kingfisher",
                    since=LATER,
                    recommendations=[(case.finding, None)],
                )

    @pytest.mark.parametrize("what", ["note", "query", "response", "action"])
    def test_about_a_finding_finds_it_from_its_day_on(self, case: Case, what: str) -> None:
        self.write(case, what)
        assert found(case, "kingfisher", date(2022, 2, 28)) == set()
        assert found(case, "kingfisher", LATER) == {case.finding}

    @pytest.mark.parametrize("what", ["note", "query", "response", "action"])
    def test_is_gone_when_it_is_undone(self, case: Case, what: str) -> None:
        self.write(case, what)
        history.undo(case.db, case.author)
        assert found(case, "kingfisher") == set()
        history.redo(case.db, case.author)
        assert found(case, "kingfisher") == {case.finding}

    def test_in_a_part_finds_its_finding(self, case: Case) -> None:
        with unit(case.db, "Parts", case.author) as change:
            key = recommendations.add(
                change,
                inspection=case.inspection,
                title="T",
                text="T",
                since=KNOWN,
                parts=[("a)", "A kingfisher")],
            )
        assert found(case, "kingfisher") == {key}

    def test_a_note_about_an_action_finds_no_finding(self, case: Case) -> None:
        with unit(case.db, "Note", case.author) as change:
            notes.add(change, case.about_action, "A kingfisher", on=KNOWN)
        assert found(case, "kingfisher") == set()

    @pytest.mark.parametrize(
        ("typed", "finds"),
        [
            ("OIS-3", True),
            ("ois-3", True),
            (" OIS-31 ", True),
            ("OIS-32", False),
            ("IS-31", False),
            ("OIS_31", False),
            ("31", False),
        ],
    )
    def test_that_is_the_offices_own_reference_finds_its_finding(
        self, case: Case, typed: str, finds: bool
    ) -> None:
        with unit(case.db, "The office's own reference", case.author) as change:
            recommendations.add_number(change, case.finding, case.report, "OIS-31")
        expected = {case.finding} if finds else set()
        assert found(case, typed) == expected
        quick = search.quickly(case.db, typed, LATER, most=100)
        assert quick is not None
        assert quick.keys == expected
        assert found(case, typed, date(2022, 1, 9)) == set(), "its document is not there yet"

    def test_in_the_example_finds_what_a_reader_would(self, example: Tracker) -> None:
        today = date(2023, 1, 20)
        named = search.recommendations(example.db, "R6", today)
        assert named is not None
        assert 6 in named
        assert search.recommendations(example.db, "online", today)
        assert search.recommendations(example.db, "xylophone", today) == set()

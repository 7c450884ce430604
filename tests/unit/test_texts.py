"""Any text in any field: to the letter, less what a terminal obeys; large numbers refused."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from figures import Figure
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typed_records import NEEDED, Typed

from store import (
    checking,
    drafts,
    history,
    owners,
    places,
    refs,
)
from store.errors import BadInput, NotFound
from store.text import clean, hidden_count
from store.tracker import Tracker, create
from store.unit import Author, columns, unit
from store.vocabulary import OwnerKind

STAMP = datetime(2022, 6, 1, 8, 43, tzinfo=UTC)
HOSTILE = [
    "\x00",
    "\x1b[2J\x1b]52;c;cm0gLXJm\x07",
    "\x9b31m",
    "\ud800",
    "\udfff",
    "\u202e",
    "\u2066",
    "\u061c",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\U000e0041",
    "[/x]",
    "[@click=app.boom('x')]here[/]",
    ":x:",
    "=1+1",
    "'; DROP TABLE notes; --",
    '"',
    "{key}",
    "%s",
    "\r\n",
    "\x85",
    "\u2028",
    "\t",
    "e\u0301",
    "\u0958",
    "\U0001f469\u200d\U0001f692",
    "9223372036854775808",
    "../../etc/passwd",
]
texts = st.lists(st.one_of(st.characters(), st.sampled_from(HOSTILE)), max_size=12).map("".join)


class TestCleaning:
    @settings(max_examples=500)
    @given(text=texts)
    def test_leaves_nothing_a_terminal_obeys_and_changes_nothing_twice(self, text: str) -> None:
        kept = clean(text)
        assert clean(kept) == kept
        assert hidden_count(kept) == 0
        kept.encode()
        assert not any(ord(sign) < 32 and sign not in "\n\t" for sign in kept)

    @given(text=texts)
    def test_of_one_line_leaves_one_line(self, text: str) -> None:
        assert len(clean(text, single_line=True).splitlines()) <= 1
        assert "\t" not in clean(text, single_line=True)

    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            ("a\r\nb\rc\x0bd\x0ce\u2028f\u2029g\x85h", "a\nb\nc\nd\ne\nf\ng\nh"),
            ("a\x00b", "a\ufffdb"),
            ("\x1b[31mred", "\ufffd[31mred"),
            ("R\u202e3", "R\ufffd3"),
            ("1\u061c2", "1\ufffd2"),
            ("\ud800", "\ufffd"),
            ("e\u0301", "\u00e9"),
            ("\U0001f469\u200d\U0001f692", "\U0001f469\u200d\U0001f692"),
            ("[/x] :x: =1", "[/x] :x: =1"),
        ],
    )
    def test_shows_what_it_took_out(self, text: str, kept: str) -> None:
        assert clean(text) == kept

    def test_counts_what_it_would_replace(self) -> None:
        assert [hidden_count(text) for text in ("plain\r\n", "a\x00b\u200b", "\x1b\x1b")] == [
            0,
            2,
            2,
        ]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracker]:
    """One file for all the texts, made quick: nobody pulls the plug here."""
    author = Author("Ann Example", lambda: STAMP)
    made = create(tmp_path_factory.mktemp("texts") / "texts.matters", author)
    made.db.execute("PRAGMA synchronous = OFF")
    yield made
    assert checking.check(made.db) == []
    made.close()


def check_texts(db: sqlite3.Connection, author: Author, batch: list[str]) -> None:
    with unit(db, "Texts", author) as change:
        typed = [Typed(change, text) for text in batch]
    for one in typed:
        fields = dict(one.read(db))
        assert len(fields) == 86
        for name, kept in fields.items():
            assert kept == clean(one.needed if name in NEEDED else one.text), name


batches = st.lists(texts, min_size=20, max_size=20)
often = settings(deadline=None, suppress_health_check=list(HealthCheck))


class TestAnyText:
    """To the letter in every field, less what cleaning takes out."""

    @settings(often, max_examples=40)
    @given(batch=batches)
    def test_comes_back_from_every_field(self, filled: Tracker, batch: list[str]) -> None:
        check_texts(filled.db, Author("Ann", lambda: STAMP), batch)

    @pytest.mark.long
    def test_ten_thousand_come_back(self, filled: Tracker, figure: Figure) -> None:
        tried: list[str] = []

        @settings(often, max_examples=500)
        @given(batch=batches)
        def come_back(batch: list[str]) -> None:
            tried.extend(batch)
            check_texts(filled.db, Author("Ann", lambda: STAMP), batch)

        come_back()
        figure(
            "L3",
            "10,000 texts in every field: kept cleaned or refused, 0 tracebacks",
            f"{len(tried):,} texts, each in 86 fields: 0 tracebacks",
        )
        assert len(tried) >= 10_000

    @pytest.mark.parametrize("text", HOSTILE)
    def test_that_is_known_to_do_harm(self, filled: Tracker, text: str) -> None:
        check_texts(filled.db, Author("Ann", lambda: STAMP), [text])

    @settings(often, max_examples=60)
    @given(text=texts)
    def test_names_units_authors_drafts_and_places(self, filled: Tracker, text: str) -> None:
        author = Author(text, lambda: STAMP)
        with unit(filled.db, text, author) as change:
            owners.add(change, "An owner", OwnerKind.TEAM)
        newest = history.units(filled.db, newest=1)[0]
        assert newest.title == newest.by == clean(text, single_line=True)
        drafts.save(filled.db, "key", text, author)
        places.put(filled.db, "key", text)
        kept = drafts.get(filled.db, "key")
        assert kept is not None
        assert kept.text == places.get(filled.db, "key") == clean(text)

    @given(text=texts)
    def test_is_no_reference_or_one_that_is_not_there(self, filled: Tracker, text: str) -> None:
        with pytest.raises(NotFound):
            refs.find(filled.db, f"?{text}")

    @given(number=st.integers(-(2**70), 2**70))
    def test_numbers_are_kept_or_refused_with_a_sentence(self, number: int) -> None:
        if -(2**63) <= number < 2**63:
            assert columns({"page": number}) == {"page": number}
        else:
            with pytest.raises(BadInput, match="too large"):
                columns({"page": number})

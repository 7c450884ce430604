"""A list that is kept between letters is read again as soon as anything could be different."""

import sqlite3
from datetime import date

from little_case import KNOWN, Case, edit_finding

from store import recommendations
from store.filters import Filter, Order
from store.unit import unit
from tui.rows.kept_keys import KeptKeys

NEAREST = Order.NEAREST


def statements(db: sqlite3.Connection, kept: KeptKeys, shown: Filter, today: date) -> int:
    """How many statements reading the list takes now."""
    issued: list[str] = []
    db.set_trace_callback(issued.append)
    kept.read(db, shown, NEAREST, today)
    db.set_trace_callback(None)
    return len(issued)


def test_is_read_once_while_nothing_changes(case: Case) -> None:
    kept = KeptKeys()
    first = kept.read(case.db, Filter(), NEAREST, KNOWN)
    assert list(first) == [case.finding]
    assert statements(case.db, kept, Filter(), KNOWN) == 1
    assert kept.read(case.db, Filter(), NEAREST, KNOWN) is first


def test_another_order_is_read_once_and_from_the_same_keys(case: Case) -> None:
    kept = KeptKeys()
    kept.read(case.db, Filter(), NEAREST, KNOWN)
    by_title = kept.read(case.db, Filter(), Order.TITLE, KNOWN)
    assert list(by_title) == [case.finding]
    assert kept.read(case.db, Filter(), Order.TITLE, KNOWN) is by_title
    assert statements(case.db, kept, Filter(), KNOWN) == 1


def test_is_read_again_for_another_filter_or_day(case: Case) -> None:
    kept = KeptKeys()
    kept.read(case.db, Filter(), NEAREST, KNOWN)
    assert list(kept.read(case.db, Filter(theme="none such"), NEAREST, KNOWN)) == []
    assert list(kept.read(case.db, Filter(), NEAREST, date(2000, 1, 1))) == []
    assert list(kept.read(case.db, Filter(), NEAREST, KNOWN)) == [case.finding]


def test_is_read_again_after_a_save_of_ours(case: Case) -> None:
    kept = KeptKeys()
    kept.read(case.db, Filter(), NEAREST, KNOWN)
    with unit(case.db, "Another", case.author) as change:
        more = recommendations.add(
            change, inspection=case.inspection, title="T", text="T", since=KNOWN
        )
    assert set(kept.read(case.db, Filter(), NEAREST, KNOWN)) == {case.finding, more}


def test_is_read_again_after_a_save_of_others(case: Case) -> None:
    kept = KeptKeys()
    path = case.db.execute("PRAGMA database_list").fetchone()[2]
    reader = sqlite3.connect(path)
    assert list(kept.read(reader, Filter(theme="New"), NEAREST, KNOWN)) == []
    edit_finding(case, theme="New")
    assert list(kept.read(reader, Filter(theme="New"), NEAREST, KNOWN)) == [case.finding]
    reader.close()

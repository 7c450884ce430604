"""How SQLite answers what the screen asks: no large table is read through, none is sorted aside.

The statements are those really issued, traced while each question is asked.
"""

import re
import sqlite3
from collections.abc import Iterator
from datetime import date

import pytest
from questions import QUESTIONS, Question

from store.schema import RECORDS
from store.tracker import Tracker

DAY = date(2023, 2, 1)
# Tables that stay small, however many recommendations there are.
SMALL = {"tracker", "extra_holidays", "owners", "aliases", "boards", "CONSTANT"}
_SCAN = re.compile(r"SCAN (\w+)\b(?! VIRTUAL)(?P<how>.*)")
# What the search reads of itself, what can hold nothing, and what is read backwards until it is
# enough: the newest units first.
_NOT_OURS = re.compile(r"^(--|PRAGMA)|_search_(config|data|idx|docsize)|IN \(\)")
_NEWEST_FIRST = re.compile(r"FROM units\b.*ORDER BY id DESC", re.DOTALL)
_ALIAS = re.compile(r"(?:FROM|JOIN)\s+(\w+)\s+(?!(?:WHERE|ON|CROSS|JOIN|LEFT|ORDER|UNION)\b)(\w+)")


def issued(db: sqlite3.Connection, question: Question) -> list[str]:
    """The statements one question issues, with their values in them."""
    statements: list[str] = []
    db.set_trace_callback(statements.append)
    try:
        question(db, DAY)
    finally:
        db.set_trace_callback(None)
    return [each for each in dict.fromkeys(statements) if not _NOT_OURS.search(each)]


def faults(db: sqlite3.Connection, statement: str) -> Iterator[str]:
    """What is wrong with how SQLite would answer a statement."""
    called = {alias: table for table, alias in _ALIAS.findall(statement)}
    steps = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {statement}")]
    wide = False
    for step in steps:
        found = _SCAN.match(step)
        table = called.get(found[1], found[1]) if found else ""
        if table == "units" and _NEWEST_FIRST.search(statement):
            continue
        if found and table not in SMALL:
            wide = True
            if "COVERING INDEX" not in found["how"]:
                yield f"{step} ({table})"
        wide = wide or ("SEARCH" in step and "=?" not in step and "rowid" not in step)
    if wide:
        yield from (step for step in steps if "TEMP B-TREE FOR ORDER" in step)


@pytest.mark.parametrize("name", QUESTIONS)
def test_reads_only_what_is_asked_for(example: Tracker, name: str) -> None:
    statements = issued(example.db, QUESTIONS[name])
    assert statements
    wrong = {each: list(faults(example.db, each)) for each in statements}
    assert {each: found for each, found in wrong.items() if found} == {}


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM recommendations WHERE addressee = 'x'",
        "SELECT n.text FROM notes n WHERE n.noted_on > '2022-01-01'",
        "SELECT id FROM changes WHERE json_extract(after, '$.title') = 'x'",
        "SELECT recommendation FROM recommendation_standing WHERE until IS NULL "
        "ORDER BY applies, sort_day",
        "SELECT key FROM (SELECT id AS key FROM actions ORDER BY text)",
    ],
)
def test_finds_what_reads_or_sorts_a_whole_table(example: Tracker, statement: str) -> None:
    assert list(faults(example.db, statement))


@pytest.mark.parametrize("table", RECORDS)
def test_what_points_to_a_record_is_found_by_index(example: Tracker, table: str) -> None:
    """Without that, taking a record back reads every table that may point to it."""
    db = example.db
    first_columns = {
        db.execute(f"PRAGMA index_info({index[1]})").fetchone()[2]
        for index in db.execute(f"PRAGMA index_list({table})").fetchall()
    }
    pointing = {row[3] for row in db.execute(f"PRAGMA foreign_key_list({table})")}
    assert pointing <= first_columns

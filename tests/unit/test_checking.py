import sqlite3

import pytest
from small_tracker import AUTHOR, DAY, make, subject

from store import checking, history, notes
from store.checking import Aspect, check
from store.unit import unit

TRIGGERS = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"


@pytest.fixture
def path(tmp_path):
    small = make(tmp_path / "small.matters")
    small.tracker.close()
    return small.tracker.path


@pytest.fixture
def db(path):
    db = sqlite3.connect(path, isolation_level=None)
    yield db
    db.close()


def tamper(db, *statements):
    """Change the file as another program might, past every trigger."""
    kept = db.execute(TRIGGERS).fetchall()
    for name, _ in kept:
        db.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        db.execute(statement)
    for _, sql in kept:
        db.execute(sql)


def aspects(db):
    return {finding.aspect for finding in check(db)}


def test_a_tracker_as_made_is_whole(db):
    assert check(db) == []


def test_a_tracker_is_whole_after_writing_undoing_and_redoing(tmp_path):
    tracker = make(tmp_path / "busy.matters").tracker
    with unit(tracker.db, "Note", AUTHOR) as change:
        notes.add(change, subject(1), "Café £5 “q” [/x] \x1b[2J \ud83d", on=DAY)
    history.undo(tracker.db, AUTHOR)
    history.redo(tracker.db, AUTHOR)
    history.undo(tracker.db, AUTHOR)
    assert check(tracker.db) == []
    tracker.close()


@pytest.mark.parametrize(
    ("statement", "aspect"),
    [
        ("UPDATE recommendations SET text = 'other' WHERE ref = 'R1'", Aspect.RECORDS),
        ("UPDATE recommendations SET uid = hex(randomblob(16)) WHERE id = 1", Aspect.RECORDS),
        ("UPDATE actions SET rev = 1 WHERE id = 1", Aspect.RECORDS),
        ("DELETE FROM notes", Aspect.RECORDS),
        ("INSERT INTO aliases VALUES (1, hex(randomblob(16)), 2, 1, 'x', '')", Aspect.RECORDS),
        ("UPDATE changes SET after = '{}' WHERE id = 5", Aspect.LOG),
        ("UPDATE units SET by = 'Somebody else' WHERE id = 2", Aspect.LOG),
        ("DELETE FROM units WHERE id = 2", Aspect.LOG),
        ("DELETE FROM inspections WHERE id = 2", Aspect.LINKS),
        ("UPDATE recommendation_standing SET is_open = 0", Aspect.STANDING),
        ("DELETE FROM action_standing", Aspect.REFERENCES),
        ("UPDATE notes SET text = 'nobody can find this'", Aspect.SEARCH),
        ("UPDATE actions SET kind = 'nonsense'", Aspect.STANDING),
        ("UPDATE changes SET after = 'not JSON' WHERE id = 5", Aspect.RECORDS),
    ],
)
def test_each_alteration_is_found_where_it_belongs(db, statement, aspect):
    tamper(db, statement)
    assert aspect in aspects(db)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER notes_added",
        "CREATE TRIGGER mine AFTER INSERT ON notes BEGIN DELETE FROM notes; END",
        "CREATE VIEW mine AS SELECT 1",
    ],
)
def test_rules_that_are_not_ours_are_found(db, statement):
    db.execute(statement)
    assert aspects(db) == {Aspect.STRUCTURE}


def test_names_the_record_and_the_field_that_differ(db):
    tamper(db, "UPDATE recommendations SET text = 'a witness name' WHERE ref = 'R1'")
    (finding,) = (one for one in check(db) if one.aspect is Aspect.RECORDS)
    assert finding.sentence == (
        "R1 is not what the log says of it; different: text. The log has it last in change 2 "
        "(“Small tracker”, by Ann Tester, 2022-06-01 09:41 UTC)."
    )


def test_two_records_of_one_name_are_found(db):
    tamper(
        db,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'ref TEXT NOT NULL UNIQUE', 'ref TEXT') "
        "WHERE name = 'recommendations'",
        "DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_recommendations_2'",
        "PRAGMA writable_schema = RESET",
        "UPDATE recommendations SET ref = 'R1' WHERE ref = 'R2'",
    )
    assert "2 recommendations are called R1." in [one.sentence for one in check(db)]


def test_damaged_pages_are_findings_and_not_an_error(path):
    whole = path.read_bytes()
    middle = len(whole) // 8192 * 4096
    path.write_bytes(whole[:middle] + b"\xff" * 4096 + whole[middle + 4096 :])
    db = sqlite3.connect(path)
    found = check(db)
    db.close()
    assert Aspect.STRUCTURE in {finding.aspect for finding in found}


def test_many_findings_of_a_kind_are_counted_instead_of_listed(db):
    tamper(db, "UPDATE changes SET after = '{}' WHERE after IS NOT NULL")
    records = [one for one in check(db) if one.aspect is Aspect.RECORDS]
    assert len(records) == checking._MOST_OF_A_KIND + 1
    assert records[-1].sentence.endswith("more of the same kind.")


def test_checking_writes_nothing(path):
    before = path.read_bytes()
    db = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    assert check(db) == []
    db.close()
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]

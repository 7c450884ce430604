"""Every order of a list is what sorting its records one by one gives, whatever is left out."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

from store import filters, recommendations
from store.filters import Filter, Order
from store.models import Recommendation
from store.vocabulary import Applies
from tui.rows.kept_keys import KeptKeys

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
national = pytest.importorskip("national")

SHOWN = (Filter(), Filter(open_only=True), Filter(open_only=True, applies=Applies.OURS))
Sorting = Callable[[sqlite3.Connection, Recommendation], tuple[object, ...]]


def _owner(db: sqlite3.Connection, record: Recommendation) -> tuple[object, ...]:
    key = record.owner if record.owner is not None else record.team
    if key is None:
        return (True, "")
    (name,) = db.execute("SELECT name FROM owners WHERE id = ?", (key,)).fetchone()
    return (False, name.casefold())


SORTED_BY: dict[Order, Sorting] = {
    Order.NEAREST: lambda db, record: (),
    Order.REF: lambda db, record: (record.id,),
    Order.REPORT: lambda db, record: (record.inspection, record.position, record.id),
    Order.TITLE: lambda db, record: (record.title.casefold(), record.id),
    Order.OWNER: _owner,
}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path: Path = tmp_path_factory.mktemp("many") / "many.matters"
    national.make(path, national.Size(120))
    db = sqlite3.connect(path)
    for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    db.execute("UPDATE recommendations SET owner = NULL, team = NULL WHERE id % 3 = 0")
    yield db
    db.close()


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: cast("Filter", shown).words() or "all")
@pytest.mark.parametrize("order", list(Order))
def test_an_order_is_that_of_the_records(
    many: sqlite3.Connection, order: Order, shown: Filter
) -> None:
    nearest = [
        recommendations.get(many, key)
        for key in filters.recommendations(many, shown, Order.NEAREST, national.TODAY)
    ]
    assert len(nearest) > 20
    expected = sorted(nearest, key=lambda record: SORTED_BY[order](many, record))
    found = filters.recommendations(many, shown, order, national.TODAY)
    assert list(found) == [record.id for record in expected]
    assert list(KeptKeys().read(many, shown, order, national.TODAY)) == list(found)


def test_nobodys_come_last_by_owner(many: sqlite3.Connection) -> None:
    found = filters.recommendations(many, Filter(), Order.OWNER, national.TODAY)
    owned = [
        record.owner is not None or record.team is not None
        for record in (recommendations.get(many, key) for key in found)
    ]
    assert sorted(owned, reverse=True) == owned
    assert {True, False} == set(owned)

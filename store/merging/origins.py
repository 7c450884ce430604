"""Who changed what on one side since the copies parted."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from store.merging.states import Ref


@dataclass(frozen=True, slots=True)
class Origin:
    """One change of one record: its unit, who made it and when, and which fields it touched."""

    unit_uid: str
    title: str
    by: str
    at: datetime
    columns: frozenset[str]

    def words(self) -> str:
        """The change by name, its author and time."""
        return f"“{self.title}”, by {self.by}, {self.when()}"

    def when(self) -> str:
        """The moment, in words (UTC)."""
        return f"{self.at.day} {self.at:%B %Y %H:%M} UTC"


def since(db: sqlite3.Connection, unit: int) -> dict[Ref, list[Origin]]:
    """Every change after a unit, by the record it changed, oldest first."""
    found: dict[Ref, list[Origin]] = {}
    for table, uid, before, after, unit_uid, title, by, at in db.execute(
        """SELECT c.record_table, c.uid, c.before, c.after, u.uid, u.title, u.by, u.at
           FROM changes c JOIN units u ON u.id = c.unit WHERE c.unit > ? ORDER BY c.id""",
        (unit,),
    ):
        columns = frozenset(json.loads(after or before))
        origin = Origin(unit_uid, title, by, datetime.fromisoformat(at), columns)
        found.setdefault(Ref(table, uid), []).append(origin)
    return found

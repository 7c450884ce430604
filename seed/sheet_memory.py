"""What the columns of spreadsheets meant last time, kept in the tracker for next month's file."""

import json
import sqlite3

from seed.sheet_fields import Mapping, mapping_from_text
from store import places
from store.errors import BadInput

_PLACE = "sheet columns"
_MOST = 20  # mappings that are remembered


def remembered(db: sqlite3.Connection) -> list[Mapping]:
    """The mappings used before, the newest first; those that cannot be read are passed over."""
    found: list[Mapping] = []
    for text in _kept(db):
        try:
            found.append(mapping_from_text(text))
        except BadInput:
            continue
    return found


def remember(db: sqlite3.Connection, mapping: Mapping) -> None:
    """Keep a mapping as the newest; the oldest beyond twenty is forgotten."""
    text = mapping.as_text()
    kept = _kept(db)
    if kept[:1] != [text]:
        others = [one for one in kept if one != text]
        places.put(db, _PLACE, json.dumps([text, *others][:_MOST]))


def _kept(db: sqlite3.Connection) -> list[str]:
    try:
        kept = json.loads(places.get(db, _PLACE) or "[]")
    except ValueError:
        return []
    return [str(one) for one in kept] if isinstance(kept, list) else []

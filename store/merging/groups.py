"""Fields that are decided together: the four columns of a day, a date and how it was counted."""

from collections.abc import Iterable

from store.merging.states import Value, Values

Group = dict[str, Value]
_ENDS = ("_words", "_earliest", "_latest", "_source")
_COUNTED = {"earliest": "due date", "latest": "due date", "plan": "due date", "start": "due date"}
_OF_TABLE = {
    "deadlines": _COUNTED,
    "documents": {"since": "published"},
}


def grouped(table: str, values: Values) -> dict[str, Group]:
    """A record's values by the name of what is decided together."""
    found: dict[str, Group] = {}
    for column, value in values.items():
        found.setdefault(_name(table, column, values), {})[column] = value
    return found


def _name(table: str, column: str, columns: Iterable[str]) -> str:
    whole = _when(column, columns)
    if column.startswith("subject"):
        return "subject"
    return _OF_TABLE.get(table, {}).get(whole, whole)


def _when(column: str, columns: Iterable[str]) -> str:
    """The name of the day that a column is a part of, or the column itself."""
    for end in _ENDS:
        name = column.removesuffix(end)
        if name != column and f"{name}_words" in columns:
            return name
    return column

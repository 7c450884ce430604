"""A cell of a date column as a day, a month or the words that stand there."""

import re
from datetime import date, datetime, timedelta

from seed.documents.from_sheet import cell_text
from seed.documents.sheet_notes import Cell
from store.dates import When, read_when, say_short_day

_SERIALS = range(20_000, 80_000)  # Excel's numbers for the days from 1954 to 2119
_TIME_OF_DAY = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?$")


def when_of(cell: Cell, day_zero: date, source: str) -> When:
    """What the cell says of a day; Excel's day numbers count from `day_zero`."""
    if isinstance(cell, datetime):
        return _on(cell.date(), source)
    if isinstance(cell, date):
        return _on(cell, source)
    text = cell_text(cell)
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text) and int(text[:5]) in _SERIALS:
        return _on(day_zero + timedelta(days=int(text[:5])), source)
    return read_when(_TIME_OF_DAY.sub("", text), source) if text else When()


def _on(day: date, source: str) -> When:
    return When.on(day, say_short_day(day), source)

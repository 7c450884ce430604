"""The rows of a spreadsheet put together: one recommendation may stand over several rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from seed.likeness import folded
from seed.sheet_fields import folded as folded_ref
from seed.sheets import SheetRow


@dataclass(frozen=True, slots=True)
class Entry:
    """The rows of one recommendation: one, or several that share its wording and reference.

    Offices merge the cells of a recommendation over its actions, or repeat it for each of them.
    """

    rows: tuple[SheetRow, ...]

    @property
    def first(self) -> SheetRow:
        """The row that says what the recommendation is."""
        return self.rows[0]

    @property
    def ref(self) -> str:
        """The office's own reference."""
        return next((row.ref for row in self.rows if row.ref), "")

    @property
    def text(self) -> str:
        """The wording as the sheet has it; its title where there is none."""
        return self.first.text or self.first.title

    @property
    def inspection(self) -> str:
        """What the sheet calls the inspection; "" where it says nothing."""
        return self.first.inspection

    def shared(self, field: str) -> str:
        """What all rows say in a field; "" where they differ, and then it is of each action."""
        values = {str(getattr(row, field)) for row in self.rows if getattr(row, field)}
        return values.pop() if len(values) == 1 else ""


def entries_of(rows: Sequence[SheetRow]) -> list[Entry]:
    """The rows by recommendation, in the order of the first row of each."""
    found: list[list[SheetRow]] = []
    alike: dict[tuple[str, str], list[list[SheetRow]]] = {}
    for row in rows:
        same = alike.setdefault((folded(row.inspection), folded(row.text or row.title)), [])
        own = next((one for one in same if _one_ref(one, row)), None)
        if own is None:
            own = []
            same.append(own)
            found.append(own)
        own.append(row)
    return [Entry(tuple(own)) for own in found]


def _one_ref(rows: Sequence[SheetRow], row: SheetRow) -> bool:
    """Whether a row has the reference of these rows, or none."""
    refs = {folded_ref(one.ref) for one in (*rows, row) if one.ref}
    return len(refs) <= 1

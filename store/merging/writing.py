"""Records written by their uids: brought in with the identity they have in the other copy."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from store.merging.states import Ref, State, Values, refs_in
from store.unit import Unit, columns


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes in one unit. `ids` are the keys that records have in this file."""

    change: Unit
    ids: dict[Ref, int]

    def add(self, ref: Ref, values: Values) -> None:
        """Add a record under the uid it has already."""
        row = {"uid": ref.uid, "rev": self.change.id, **self._row(values)}
        marks = ", ".join("?" * len(row))
        added = self.change.db.execute(
            f"INSERT INTO {ref.table} ({', '.join(row)}) VALUES ({marks})", [*row.values()]
        )
        self.ids[ref] = int(added.lastrowid or 0)

    def change_to(self, ref: Ref, values: Values) -> None:
        """Give a record other values."""
        row = self._row(values)
        settings = ", ".join(f"{name} = ?" for name in row)
        self.change.db.execute(
            f"UPDATE {ref.table} SET {settings}, rev = ? WHERE id = ?",
            [*row.values(), self.change.id, self.ids[ref]],
        )

    def remove(self, ref: Ref) -> None:
        """Take a record away; history keeps it."""
        self.change.db.execute(f"DELETE FROM {ref.table} WHERE id = ?", (self.ids.pop(ref),))

    def keep_original(self, digest: str, name: str, content: bytes) -> None:
        """Keep the bytes of an imported file that the other copy has."""
        self.change.db.execute(
            "INSERT INTO originals (sha256, name, bytes) VALUES (?, ?, ?)", (digest, name, content)
        )

    def _row(self, values: Values) -> dict[str, str | int | None]:
        return columns(
            {
                name: self.ids.get(value, 0) if isinstance(value, Ref) else value
                for name, value in values.items()
            }
        )


def in_order(refs: Iterable[Ref], records: dict[Ref, Values], state: State) -> list[Ref]:
    """Records in the order in which their copy made them, each after those it points to."""
    waiting = set(refs)
    ordered: dict[Ref, None] = {}
    for ref in sorted(waiting, key=lambda ref: (ref.table, state[ref].id)):
        for one in _with_what_it_needs(ref, records, waiting):
            ordered.setdefault(one)
    return list(ordered)


def _with_what_it_needs(ref: Ref, records: dict[Ref, Values], waiting: set[Ref]) -> Iterator[Ref]:
    """A record after all that it points to, each once; a circle is broken where it closes."""
    stack, path = [(ref, False)], set[Ref]()
    while stack:
        one, is_ready = stack.pop()
        if is_ready:
            yield one
        elif one in waiting and one not in path:
            path.add(one)
            stack.append((one, True))
            stack.extend((target, False) for target in refs_in(records[one]))


def records_of(state: State) -> dict[Ref, Values]:
    """The values of a state's records."""
    return {ref: record.values for ref, record in state.items()}

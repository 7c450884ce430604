"""What has been written so far, by the names the chapters call it."""

from dataclasses import dataclass, field

from store.holidays import Calendar
from store.models import Subject
from store.vocabulary import SubjectKind


@dataclass(slots=True)
class Names:
    """The records of the example by name: a reference, a title, an owner's name, a clock's name."""

    calendar: Calendar
    subjects: dict[str, Subject] = field(default_factory=dict)
    parts: dict[tuple[str, str], int] = field(default_factory=dict)

    def keep(self, name: str, kind: SubjectKind, key: int) -> int:
        """Remember a record by a name that nothing else has; ValueError if something has."""
        if name in self.subjects:
            raise ValueError(f"two records of the example are called {name}")
        self.subjects[name] = Subject(kind, key)
        return key

    def subject(self, name: str) -> Subject:
        """The record of a name, as others refer to it."""
        return self.subjects[name]

    def id(self, name: str) -> int:
        """The key of a record."""
        return self.subjects[name].id

    def id_or_none(self, name: str) -> int | None:
        """The key of a record, or None where no name is given."""
        return self.subjects[name].id if name else None

"""A backup in full: whether it is sound, what it holds, what bringing it back would change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.backups import Backup
from store.comparing import COUNTED, Comparison
from store.history import LoggedUnit
from store.tracker import Tracker
from tui.widgets.page import Paragraph
from tui.wording import counted, told

NAMED = 200
"""Changes named one by one; more are counted."""


_LOOKING = "being looked into …"


@dataclass(frozen=True, slots=True)
class LookedInto:
    """A backup as far as it was looked into: what is wrong with it, how it compares."""

    backup: Backup
    wrong: str = ""
    compared: Comparison | None = None

    def differs(self) -> str:
        """How it differs from the present file, in words."""
        if self.wrong:
            return f"not sound: {self.wrong}"
        return self.compared.words() if self.compared else _LOOKING

    def differs_briefly(self) -> str:
        """The same for a column."""
        return self.compared.briefly() if self.compared and not self.wrong else self.differs()


def when(backup: Backup) -> str:
    """When it was made, by the clock on the wall here."""
    return f"{backup.made_at.astimezone():%d/%m/%Y %H:%M}"


def heading(seen: LookedInto | None) -> str:
    """The title of what is shown about it."""
    return f"{when(seen.backup)} · {seen.backup.why}" if seen else "Nothing chosen"


def paragraphs(seen: LookedInto | None, tracker: Tracker) -> Sequence[Paragraph]:
    """All there is to say about it."""
    return [Paragraph(told(text, tone)) for text, tone in _sentences(seen, tracker)]


def _sentences(seen: LookedInto | None, tracker: Tracker) -> Iterator[tuple[str, str]]:
    if seen is None:
        return
    yield f"File: {seen.backup.path}", "quiet"
    if seen.wrong:
        yield f"It is not sound, and cannot be brought back. {seen.wrong}", "late"
    elif seen.compared is None:
        yield "It is being looked into.", "quiet"
    else:
        yield "It was read again and is sound.", ""
        yield from _compared(seen.compared, tracker)


def _compared(compared: Comparison, tracker: Tracker) -> Iterator[tuple[str, str]]:
    yield f"It holds {_counts(compared)}.", ""
    yield f"It is {compared.words()}.", "strong"
    if compared.only_here:
        yield "Bringing it back would take these changes out of the file:", ""
        yield from _changes(compared.only_here, compared.behind)
    if compared.only_there:
        yield "It has these changes, which the present file does not have:", ""
        yield from _changes(compared.only_there, compared.ahead)
    yield (
        f"Nothing is lost by bringing it back: {tracker.path.name} as it is now is kept first, as "
        "a backup of its own.",
        "quiet",
    )


def _counts(compared: Comparison) -> str:
    """How many records of each kind, and how that differs from the present file."""
    return ", ".join(_count(compared, table) for table in COUNTED)


def _count(compared: Comparison, table: str) -> str:
    held = counted(compared.backup.counts[table], table[:-1])
    present = compared.present.counts[table] if compared.present else None
    if present is None or present == compared.backup.counts[table]:
        return held
    return f"{held} (now {present:,})"


def _changes(units: Sequence[LoggedUnit], total: int) -> Iterator[tuple[str, str]]:
    for unit in units:
        yield f"  {unit.title}   {unit.by}, {unit.at.astimezone():%d/%m/%Y %H:%M}", ""
    if total > len(units):
        yield f"  and {total - len(units):,} more", "quiet"

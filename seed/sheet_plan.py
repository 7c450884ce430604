"""What saving a spreadsheet would do, entry by entry: what is new, what changed, what is asked."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from seed.saving_titles import shortened
from seed.sheet_draft import SheetDraft
from seed.sheet_entries import Entry, entries_of
from seed.sheet_matching import match
from seed.sheet_plan_action import PlannedAction, idle_owners, planned_actions, shared_remarks
from seed.sheet_plan_due import PlannedDue, due_of_entry, planned_due
from seed.sheet_plan_fields import FieldChange, Owners, field_changes, first_owner
from seed.sheet_plan_status import PlannedStatus, planned_status
from seed.sheet_statuses import meaning_of, says_open
from seed.sheet_told import (
    NOTHING_TOLD,
    Told,
    Values,
    emptied,
    is_new,
    new_queries,
    told_before,
)
from store.clocks import RuleKind
from store.models import Recommendation, Subject
from store.vocabulary import SubjectKind

_KINDS = {
    "afi": "area for improvement",
    "coc": "cause of concern",
    "cause for concern": "cause of concern",
    "rec": "recommendation",
    "recs": "recommendation",
}


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """One recommendation of the sheet beside its record, and what would be written.

    `inspection` is the key of one the tracker has; where it is None, `inspection_name` becomes a
    new one. `number` is a reference the record does not have yet; `changes` holds what the sheet
    changes, `asked` what is to be looked at, as sentences.
    """

    entry: Entry
    where: str
    inspection: int | None
    inspection_name: str
    record: Recommendation | None
    number: str = ""
    changes: tuple[FieldChange, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    status: PlannedStatus | None = None
    due: PlannedDue | None = None
    response: str = ""
    actions: tuple[PlannedAction, ...] = ()
    asked: tuple[str, ...] = ()

    @property
    def becomes(self) -> str:
        """What would become of it: "new", "changed" or "same"."""
        if self.record is None:
            return "new"
        written = (
            *(self.number, self.changes, self.remarks, self.status, self.due),
            *(self.response, self.asked),
        )
        moved = any(written) or any(action.writes for action in self.actions)
        return "changed" if moved else "same"


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """Everything one sheet would do to a tracker. Its rows are in an entry, or not taken.

    `gone` came from an earlier spreadsheet and are no longer in this one; nothing is done to them.
    """

    draft: SheetDraft
    entries: tuple[PlannedEntry, ...]
    gone: tuple[Recommendation, ...] = ()

    def count(self, becomes: str) -> int:
        """How many entries are "new", "changed" or the "same"."""
        return sum(entry.becomes == becomes for entry in self.entries)

    @property
    def changes_something(self) -> bool:
        """Whether saving would write anything."""
        return any(entry.becomes != "same" for entry in self.entries)

    @property
    def problems(self) -> tuple[str, ...]:
        """What somebody should look at about the sheet as a whole, as sentences."""
        return tuple(_problems(self))


def plan_sheet(
    db: sqlite3.Connection,
    draft: SheetDraft,
    today: date,
    *,
    inspection: int | None = None,
    closed_by_inspectorate: bool = False,
) -> SheetPlan:
    """Compare a sheet with the tracker. `inspection` is where rows belong that name none.

    `closed_by_inspectorate` is the word of a person that “closed” in this sheet means closed by
    the inspectorate; without it such rows are submitted for sign-off.
    """
    entries = entries_of(draft.rows.rows)
    matched = match(db, entries, inspection)
    told = told_before(db, draft.other_sheets)
    planning = _Planning(db, draft, told, Owners(db), today, closed_by_inspectorate)
    return SheetPlan(
        draft,
        tuple(
            planning.entry(
                entry,
                matched.inspections[index],
                matched.records.get(index),
                entry.ref if index in matched.unnumbered else "",
            )
            for index, entry in enumerate(entries)
        ),
        matched.gone,
    )


@dataclass(frozen=True, slots=True)
class _Planning:
    """What every entry is planned with."""

    db: sqlite3.Connection
    draft: SheetDraft
    told: Told
    owners: Owners
    today: date
    closed_by_inspectorate: bool

    def entry(
        self,
        entry: Entry,
        inspection: int | None,
        record: Recommendation | None,
        number: str,
    ) -> PlannedEntry:
        """One entry beside its record, or as a new one."""
        subject = Subject(SubjectKind.RECOMMENDATION, record.id) if record else None
        before = self.told.remarks.get(subject, NOTHING_TOLD) if subject else NOTHING_TOLD
        told = self.told.recommendations.get(record.id, {}) if record else {}
        where = self.draft.named(entry.first.number)
        changes, kept = field_changes(record, _fields(entry, record, told), told, self.owners)
        said = [*shared_remarks(entry), *_owners(entry), *kept]
        if len(entry.rows) == 1:
            said += emptied(self.draft.remark_headings, said, before)
        remarks = tuple(one for one in said if is_new(one, before))
        due, due_asked = planned_due(self.db, subject, due_of_entry(entry), self.told, where)
        status, status_asked = self._status(entry, subject, remarks)
        key = record.id if record else None
        return PlannedEntry(
            entry=entry,
            where=where,
            inspection=record.inspection if record else inspection,
            inspection_name=entry.inspection or f"Not named in {self.draft.file_name}",
            record=record,
            number=number,
            changes=changes,
            remarks=remarks,
            status=status,
            due=due,
            response=self._response(entry, key),
            actions=planned_actions(
                self.db, entry, key, self.told, self.draft, self.owners, self.today
            ),
            asked=new_queries(self.db, subject, (*due_asked, *status_asked)),
        )

    def _status(
        self,
        entry: Entry,
        subject: Subject | None,
        remarks: Sequence[tuple[str, str]],
    ) -> tuple[PlannedStatus | None, tuple[str, ...]]:
        """What a status cell that was not told before decides."""
        words = entry.shared("status")
        if not any(text == words for _, text in remarks):
            return None, ()
        meaning = meaning_of(words, closed_by_inspectorate=self.closed_by_inspectorate)
        return planned_status(self.db, subject, words, meaning, self.today)

    def _response(self, entry: Entry, recommendation: int | None) -> str:
        """A response that no sheet has given before."""
        text = entry.shared("response")
        told = self.told.responses.get(recommendation, set()) if recommendation else set()
        return "" if text in told else text


def _fields(entry: Entry, record: Recommendation | None, told: Values) -> dict[str, str]:
    first = entry.first
    fields = {
        "text": entry.text,
        "title": first.title,
        "kind": _KINDS.get(first.kind.casefold(), first.kind),
        "section": first.section,
        "theme": first.theme,
        "addressee": first.addressee,
        "timescale": first.timescale,
        "owner": first_owner(entry.shared("owner")),
    }
    if not first.title and (record is None or told.get("title") == record.title):
        fields["title"] = shortened(entry.text)
    return {name: text for name, text in fields.items() if text}


def _owners(entry: Entry) -> Iterator[tuple[str, str]]:
    """The whole cell where it names several owners: a record has one who is accountable.

    Also whoever is named for an action that the row does not say.
    """
    cell = entry.shared("owner")
    if first_owner(cell) != cell:
        yield "Owners", cell
    idle = dict.fromkeys(filter(None, idle_owners(entry)))
    if idle:
        yield "Action owner", "\n".join(idle)


def _problems(plan: SheetPlan) -> Iterator[str]:
    """What is odd about the rows that would be written."""
    written = [entry for entry in plan.entries if entry.becomes != "same"]
    ended = sum(entry.status is not None and entry.status.ended for entry in written)
    if ended:
        yield (
            f"{ended} of the rows say they are closed, not by whom: they become “submitted for "
            "sign-off”, and a second person signs them off. If the inspectorate closed them, say "
            "so when importing."
        )
    unclear = Counter(
        words
        for entry in written
        for words in {row.status for row in entry.entry.rows if row.status}
        if not meaning_of(words) and not says_open(words)
    )
    if unclear:
        told = ", ".join(f"“{words}” ({count})" for words, count in unclear.most_common(20))
        yield f"These are no statuses of the tracker and are kept as notes: {told}."
    unread = [
        str(entry.entry.first.number)
        for entry in written
        if entry.due is not None and entry.due.rule.kind is RuleKind.NONE
    ]
    if unread:
        rows = "row" if len(unread) == 1 else "rows"
        yield f"The due date names no day, so nothing is counted, in {rows} {_some(unread)}."
    if plan.gone and written:
        refs = _some([record.ref for record in plan.gone])
        yield f"No longer in the spreadsheet, and left as they are in the tracker: {refs}."
    hidden = [str(row.number) for row in plan.draft.rows.rows if row.hidden]
    if hidden and written:
        yield f"Rows hidden in the sheet were taken too: {_some(hidden)}."


def _some(numbers: Sequence[str], most: int = 20) -> str:
    more = f" and {len(numbers) - most} more" if len(numbers) > most else ""
    return ", ".join(numbers[:most]) + more

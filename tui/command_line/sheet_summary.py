"""What a spreadsheet holds and would change, in plain lines, before and after it is saved."""

from collections.abc import Iterator, Sequence

from seed.saving_sheets import SheetSaved
from seed.saving_titles import shortened
from seed.sheet_draft import SheetDraft
from seed.sheet_plan import PlannedEntry, SheetPlan

_LONGEST = 100  # characters of a row that is only to be recognised
_MOST_SHOWN = 40  # entries of each kind
_FIRST_SHOWN = 3  # rows of a file that is read without a tracker


def draft_lines(draft: SheetDraft) -> Iterator[str]:
    """The sheet without a tracker: its columns, how many rows, and which were not taken."""
    yield from _heading(draft)
    rows = draft.rows.rows
    for row in rows[:_FIRST_SHOWN]:
        yield f"    row {row.number}: {shortened(row.text or row.title, _LONGEST)}"
    if len(rows) > _FIRST_SHOWN:
        yield f"    … and {len(rows) - _FIRST_SHOWN} more"
    yield from _not_taken(draft)
    yield ""


def plan_lines(plan: SheetPlan) -> Iterator[str]:
    """The sheet against the tracker: what is new, what changed, what is odd, what is left out."""
    yield from _heading(plan.draft)
    new, changed, same = (plan.count(word) for word in ("new", "changed", "same"))
    yield f"  {_counted(len(plan.entries), 'recommendation')}: {new} new, {changed} changed, " + (
        f"{same} as before" + (f", {len(plan.gone)} no longer there" if plan.gone else "")
    )
    for becomes in ("new", "changed"):
        yield from _some([one for one in plan.entries if one.becomes == becomes])
    yield from _listed("To look at", plan.problems)
    yield from _not_taken(plan.draft)
    yield ""


def saved_line(saved: SheetSaved) -> str:
    """What became of one sheet, as a sentence."""
    left_out = f"; {saved.not_taken} not taken, listed in a note on it" if saved.not_taken else ""
    return (
        f"Saved {saved.file_name} as {saved.document}: {saved.new} new, {saved.changed} changed, "
        f"{saved.same} as before, from {_counted(saved.rows, 'row')}{left_out}. “matters undo” "
        "takes it back."
    )


def _heading(draft: SheetDraft) -> Iterator[str]:
    sheet = f", sheet “{draft.sheet}”" if draft.sheet else ""
    yield (
        f"{draft.file_name}{sheet}: {_counted(draft.rows.rows_in, 'row')} below the headings in "
        f"row {draft.header_row}, {len(draft.rows.rows)} taken"
    )
    others = [
        f"{one.name} (hidden)" if one.hidden else one.name
        for one in draft.sheets
        if one.name != draft.sheet
    ]
    if others:
        yield f"  Other sheets, not read: {', '.join(others)}"
    yield "  The columns mean what they meant last time:" if draft.remembered else "  Columns:"
    for choice in draft.columns.columns:
        if choice.header in draft.headers:
            meaning = choice.field.value if choice.field else "kept in a note"
            yield f"    {choice.header} → {meaning}"


def _some(entries: Sequence[PlannedEntry]) -> Iterator[str]:
    for entry in entries[:_MOST_SHOWN]:
        yield f"    {_entry(entry)}"
    if len(entries) > _MOST_SHOWN:
        yield f"    … and {len(entries) - _MOST_SHOWN} more {entries[0].becomes}"


def _entry(entry: PlannedEntry) -> str:
    rows = ", ".join(str(row.number) for row in entry.entry.rows)
    called = entry.record.ref if entry.record else "new"
    noun = "row" if len(entry.entry.rows) == 1 else "rows"
    told = f"{noun} {rows} · {called} · {shortened(entry.entry.text, _LONGEST)}"
    changes = ", ".join(_changes(entry)) if entry.record else ""
    return f"{told} · {changes}" if changes else told


def _changes(entry: PlannedEntry) -> Iterator[str]:
    """What would change in a known record, in a few words each."""
    for change in entry.changes:
        yield f"{change.name}: {shortened(change.after, 40)}"
    if entry.due:
        yield f"due: {entry.due.words}"
    if entry.status:
        yield f"{entry.status.axis}: {entry.status.status}"
    for header, text in entry.remarks:
        yield f"{header}: {shortened(text, 40)}"
    if entry.response:
        yield "a response"
    written = sum(action.writes for action in entry.actions)
    if written:
        yield _counted(written, "action")
    yield from (f"asked: {sentence}" for sentence in entry.asked)


def _not_taken(draft: SheetDraft) -> Iterator[str]:
    told = [
        f"row {row.number}: {row.reason}" + (f": “{shortened(row.text, 60)}”" if row.text else "")
        for row in draft.rows.not_taken
    ]
    yield from _listed("Not taken", told)


def _listed(name: str, told: Sequence[str]) -> Iterator[str]:
    if told:
        yield f"  {name} ({len(told)}):"
    for line in told:
        yield f"    {line}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

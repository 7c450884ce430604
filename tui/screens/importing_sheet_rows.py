"""A spreadsheet as rows: what its columns mean, and what each of its rows would become."""

from collections.abc import Iterator

from seed.saving_sheets import SheetSaved, would_save
from seed.sheet_plan import PlannedEntry
from tui.screens.importing_rows import LEFT_OUT, TAKEN
from tui.screens.importing_sheet_session import SheetSession
from tui.widgets.lines import Cell, Column, FixedRows, Row
from tui.widgets.page import Paragraph
from tui.wording import counted, line, told

COLUMNS = (Column("header", "", None, 10), Column("field", "", 18, minimum=10))
ROWS = (
    Column("sign", "", 1),
    Column("row", "", 6, minimum=5, align="right"),
    Column("ref", "", 9, drop=2),
    Column("text", "", None, 12),
    Column("right", "", 14, minimum=8, drop=1),
)
SURE = 0.95
"""Likeness under which a proposed meaning of a heading is marked with a question."""

NOT_TAKEN = 1_000_000
"""Keys of rows that are not taken begin here; those of entries with 1."""

_MARGIN = 13
_NAMES = {
    "new": "New here",
    "changed": "Changed since they were saved",
    "same": "As they are here already",
}


def column_rows(session: SheetSession) -> FixedRows:
    """Each heading with the field it means."""
    choices = {one.header: one for one in session.draft.columns.columns}
    ids, by_key = [], {}
    for at, header in enumerate(session.draft.headers):
        choice = choices.get(header)
        if not header or choice is None:
            continue
        field = choice.field.value if choice.field else "kept in a note"
        doubt = bool(choice.field) and choice.score < SURE and not session.draft.remembered
        tone = "quiet" if not choice.field else ("query" if doubt else "")
        ids.append(at)
        words = f"→ {field} ?" if doubt else f"→ {field}"
        by_key[at] = Row((Cell(header), Cell(words, tone)))
    return FixedRows(ids, by_key)


def entry_rows(session: SheetSession) -> FixedRows:
    """What the rows become, in groups, and the rows that are not taken with the reason."""
    ids: list[int] = []
    by_key: dict[int, Row] = {}
    entries = session.plan.entries
    for place, becomes in enumerate(_NAMES, 1):
        found = [at for at, entry in enumerate(entries) if entry.becomes == becomes]
        if found:
            ids.append(-place)
            by_key[-place] = _head(_NAMES[becomes], len(found))
        for at in found:
            ids.append(at + 1)
            by_key[at + 1] = _row(entries[at], taken=at not in session.left_out)
    left = session.draft.rows.not_taken
    if left:
        ids.append(-9)
        by_key[-9] = _head("Not taken, because …", len(left))
    for row in left:
        ids.append(NOT_TAKEN + row.number)
        by_key[NOT_TAKEN + row.number] = Row(
            (
                Cell(LEFT_OUT, "quiet"),
                Cell(str(row.number), "quiet"),
                Cell(""),
                Cell(f"{row.reason}: {row.text}" if row.text else row.reason, "quiet"),
                Cell(""),
            )
        )
    return FixedRows(ids, by_key)


def _head(name: str, number: int) -> Row:
    return Row((Cell(""), Cell("──", "quiet"), Cell(""), Cell(name, "strong"), Cell(f"{number:,}")))


def _row(entry: PlannedEntry, *, taken: bool) -> Row:
    tone = "" if taken else "quiet"
    numbers = [row.number for row in entry.entry.rows]
    rows = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}+{len(numbers) - 1}"
    known = entry.record.ref if entry.record else ""
    asked = "?" if entry.asked else ""
    right = " ".join(filter(None, (known, entry.due.words if entry.due else "", asked)))
    return Row(
        (
            Cell(TAKEN if taken else LEFT_OUT, "strong" if taken else "quiet"),
            Cell(rows, "quiet"),
            Cell(entry.entry.ref, tone),
            Cell(entry.entry.first.title or entry.entry.text, tone),
            Cell(right, "query" if asked else "quiet"),
        )
    )


def paragraphs(session: SheetSession, key: int | None) -> list[Paragraph]:
    """The row under the cursor in full."""
    if key is not None and key > NOT_TAKEN:
        return list(_left(session, key - NOT_TAKEN))
    entry = session.entry(key or 0)
    if entry is None:
        return list(_whole(session))
    return list(_entry(entry))


def _left(session: SheetSession, number: int) -> Iterator[Paragraph]:
    for row in session.draft.rows.not_taken:
        if row.number == number:
            yield _labelled("Row", str(row.number))
            yield _labelled("Not taken", row.reason, "query")
            yield _labelled("It says", row.text)


def _whole(session: SheetSession) -> Iterator[Paragraph]:
    """The sheet as a whole: what is odd about it, and what else the file has."""
    others = session.draft.other_sheets
    if others:
        yield _labelled("Other sheets", f"{', '.join(others)}: w chooses another")
    for sentence in session.plan.problems:
        yield _labelled("?", sentence, "query")


def _entry(entry: PlannedEntry) -> Iterator[Paragraph]:
    first = entry.entry.first
    rows = ", ".join(f"{row.number}{' (hidden)' if row.hidden else ''}" for row in entry.entry.rows)
    yield _labelled("Rows", rows)
    yield _labelled("Becomes", f"{entry.record.ref}, {entry.becomes}" if entry.record else "new")
    known = (
        ("Reference", entry.entry.ref),
        ("Title", first.title),
        ("Wording", first.text),
        ("Inspection", entry.inspection_name),
        ("Owner", entry.entry.shared("owner")),
        ("Due", f"{entry.due.words} {entry.due.reason}".strip() if entry.due else ""),
        ("Status", _status(entry)),
        ("Answer", entry.response),
    )
    for label, text in known:
        if text:
            yield _labelled(label, text)
    for change in entry.changes:
        if entry.record is not None:
            before = change.before or "nothing"
            yield _labelled("Changes", f"{change.name}: {before} → {change.after}", "query")
    for action in entry.actions:
        if action.writes:
            words = action.text or (action.action.title if action.action else "")
            yield _labelled("Action", words)
            if action.owner:
                yield _labelled("Its owner", action.owner)
    for header, text in entry.remarks:
        yield _labelled("In a note", f"{header}: {text}")
    for sentence in entry.asked:
        yield _labelled("?", sentence, "query")


def _status(entry: PlannedEntry) -> str:
    status = entry.status
    return f"{status.axis}: {status.status} (the sheet says “{status.said}”)" if status else ""


def _labelled(label: str, text: str, tone: str = "") -> Paragraph:
    return Paragraph(told(text, tone), _MARGIN, line((label, "quiet")))


def counts(saved: SheetSaved) -> str:
    """How much of a sheet is new and changed, the same before and after it is saved."""
    left = f", {counted(saved.not_taken, 'row')} listed in a note on it" if saved.not_taken else ""
    return f"{saved.new} new, {saved.changed} changed, {saved.same} as before{left}"


def summary(session: SheetSession) -> list[str]:
    """What would be saved, in sentences, and how the rows add up."""
    plan = session.accepted()
    rows = plan.draft.rows
    sentences = [
        f"{plan.draft.file_name}: {counts(would_save(plan))}.",
        f"{counted(rows.rows_in, 'row')} in the sheet = {len(rows.rows)} taken + "
        f"{len(rows.not_taken)} listed with the reason in a note on the sheet.",
    ]
    sentences += list(plan.problems)
    sentences.append("It is one change, and u takes all of it back afterwards.")
    return sentences

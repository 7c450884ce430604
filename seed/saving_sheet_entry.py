"""One planned entry of a spreadsheet as records: its recommendation and all that hangs on it."""

from dataclasses import dataclass, field
from datetime import date

from seed.reports.bodies import is_national, is_partner, is_police
from seed.saving_titles import shortened
from seed.sheet_plan import PlannedEntry
from seed.sheet_plan_action import PlannedAction
from seed.sheet_plan_due import PlannedDue
from seed.sheet_plan_fields import Owners, first_owner, kind_of_owner
from seed.sheet_plan_status import PlannedStatus
from seed.sheet_told import as_note
from store import (
    actions,
    deadlines,
    decisions,
    documents,
    inspections,
    notes,
    owners,
    queries,
    recommendations,
    responses,
)
from store.clocks import RuleKind
from store.holidays import Calendar
from store.models import Action, Owner, Subject
from store.responses import Answer
from store.rules import SET_DATES
from store.unit import Unit, Value
from store.vocabulary import Applies, Extent, OwnerKind, SubjectKind

_PEOPLE = frozenset({OwnerKind.PERSON, OwnerKind.ROLE})


@dataclass(slots=True)
class SheetSaving:
    """What every entry of one sheet is saved with; new inspections and positions as they come."""

    change: Unit
    file_name: str
    document: int
    today: date
    calendar: Calendar
    owners: Owners
    inspections: dict[str, int] = field(default_factory=dict)
    positions: dict[int, int] = field(default_factory=dict)

    def owner(self, name: str) -> Owner | None:
        """The owner of this name, known or new; None for no name."""
        first = first_owner(name)
        if not first:
            return None
        known = self.owners.find(first)
        if known is None:
            remark = f"From {self.file_name}"
            key = owners.add(self.change, first, kind_of_owner(first), remark=remark)
            known = owners.get(self.change.db.conn, key)
            self.owners.keep(known)
        return known

    def inspection(self, name: str) -> int:
        """The inspection that rows of this sheet name and the tracker did not have."""
        wanted = name.casefold()
        if wanted not in self.inspections:
            self.inspections[wanted] = inspections.add(
                self.change,
                title=name,
                since=self.today,
                remark=f"Known here from {self.file_name}; its report is not in hand.",
            )
        return self.inspections[wanted]

    def position(self, inspection: int) -> int:
        """The place after the last recommendation of an inspection."""
        if inspection not in self.positions:
            db = self.change.db.conn
            self.positions[inspection] = recommendations.next_in_inspection(db, inspection)
        place = self.positions[inspection]
        self.positions[inspection] += 1
        return place


def write_entry(saving: SheetSaving, planned: PlannedEntry) -> None:
    """Save one entry: nothing of it where nothing of it changed."""
    inspection = planned.inspection or saving.inspection(planned.inspection_name)
    key = _recommendation(saving, planned, inspection)
    subject = Subject(SubjectKind.RECOMMENDATION, key)
    if planned.number:
        _number(saving, planned, key)
    if planned.due:
        _due(saving, subject, planned.due, planned.where, inspection)
    if planned.status:
        _decide(saving, subject, planned.status, planned.where)
    if planned.remarks:
        note = as_note(planned.where, planned.remarks)
        notes.add(saving.change, subject, note, on=saving.today)
    _ask(saving, subject, planned.asked, planned.where)
    response = _respond(saving, planned, key, inspection) if planned.response else None
    for action in planned.actions:
        _action(saving, action, key, inspection, response)


def _recommendation(saving: SheetSaving, planned: PlannedEntry, inspection: int) -> int:
    values: dict[str, Value] = {change.name: change.after for change in planned.changes}
    owner = saving.owner(str(values.pop("owner", "")))
    if owner:
        values["owner"] = owner.id
    if planned.record is None:
        return _new(saving, inspection, planned, values)
    if values:
        recommendations.edit(saving.change, planned.record, **values)
    return planned.record.id


def _new(
    saving: SheetSaving, inspection: int, planned: PlannedEntry, values: dict[str, Value]
) -> int:
    said = {change.name: change.after for change in planned.changes}
    owner = values.get("owner")
    applies, because = _applies(said.get("addressee", ""))
    return recommendations.add(
        saving.change,
        inspection=inspection,
        document=saving.document,
        title=said["title"],
        text=said["text"],
        kind=said.get("kind", "recommendation"),
        section=said.get("section", ""),
        theme=said.get("theme", ""),
        addressee=said.get("addressee", ""),
        timescale=said.get("timescale", ""),
        position=saving.position(inspection),
        applies=applies,
        applies_because=because,
        owner=owner if isinstance(owner, int) else None,
        since=saving.today,
    )


def _applies(addressee: str) -> tuple[Applies, str]:
    """Whether it is ours: what names another body and no police is watched."""
    if (is_national(addressee) or is_partner(addressee)) and not is_police(addressee):
        return Applies.WATCHED, f"it is addressed to {addressee}"
    return Applies.OURS, ""


def _number(saving: SheetSaving, planned: PlannedEntry, key: int) -> None:
    """The office's own reference, and its own wording where the record has another."""
    record = planned.record
    restated = planned.entry.text if record and record.text != planned.entry.text else ""
    recommendations.add_number(
        saving.change,
        key,
        saving.document,
        planned.number,
        position=planned.entry.first.number,
        restated=restated,
    )


def _due(
    saving: SheetSaving, subject: Subject, due: PlannedDue, where: str, inspection: int
) -> None:
    """A due date as the sheet sets it; a duration runs from publication where that is known."""
    start, document = due.start, None
    if due.rule.kind not in SET_DATES | {RuleKind.NONE}:
        report = documents.report_of(saving.change.db.conn, inspection, date.max)
        if report:
            start, document = report.published, report.id
    deadlines.add(
        saving.change,
        subject,
        what=f"{subject.kind.capitalize()} due",
        rule=due.rule,
        start=start,
        since=saving.today,
        calendar=saving.calendar,
        inspection=inspection,
        words=due.words,
        start_document=document,
        start_event="publication (assumed)" if document else "",
        source=where,
        reason=due.reason,
        replaces=due.replaces,
    )


def _decide(saving: SheetSaving, subject: Subject, status: PlannedStatus, where: str) -> None:
    decisions.decide(
        saving.change,
        subject,
        status.axis,
        status.status,
        on=saving.today,
        by=f"spreadsheet {saving.file_name}",
        evidence=f"{where}: “{status.said}”",
        said=status.said,
        document=saving.document,
    )


def _ask(saving: SheetSaving, subject: Subject, asked: tuple[str, ...], where: str) -> None:
    for sentence in asked:
        queries.ask(saving.change, subject, sentence, since=saving.today, source=where)


def _respond(saving: SheetSaving, planned: PlannedEntry, key: int, inspection: int) -> int:
    force = inspections.get(saving.change.db.conn, inspection).force
    return responses.add(
        saving.change,
        document=saving.document,
        respondent=force or "the force",
        number=planned.entry.ref,
        text=planned.response,
        since=saving.today,
        answers=[Answer(key, Extent.ANSWERED)],
    )


def _action(
    saving: SheetSaving,
    planned: PlannedAction,
    recommendation: int,
    inspection: int,
    response: int | None,
) -> None:
    if not planned.writes:
        return
    key = _work(saving, planned, recommendation, inspection, response)
    subject = Subject(SubjectKind.ACTION, key)
    if planned.due:
        _due(saving, subject, planned.due, planned.where, inspection)
    if planned.status:
        _decide(saving, subject, planned.status, planned.where)
    if planned.remarks:
        note = as_note(planned.where, planned.remarks)
        notes.add(saving.change, subject, note, on=saving.today)
    _ask(saving, subject, planned.asked, planned.where)


def _work(
    saving: SheetSaving,
    planned: PlannedAction,
    recommendation: int,
    inspection: int,
    response: int | None,
) -> int:
    """The action, new or with its new words."""
    owner = saving.owner(planned.owner)
    if planned.action:
        values = _owned_by(owner, planned.action) if owner else {}
        if planned.text:
            values |= {"text": planned.text, "title": shortened(planned.text)}
        if values:
            actions.edit(saving.change, planned.action, **values)
        return planned.action.id
    accountable = owner is not None and owner.kind in _PEOPLE
    return actions.add(
        saving.change,
        title=shortened(planned.text),
        text=planned.text,
        document=saving.document,
        inspection=inspection,
        section=planned.where,
        accountable=owner.id if owner and accountable else None,
        team=owner.id if owner and not accountable else None,
        recommendations=[(recommendation, response)],
        since=saving.today,
    )


def _owned_by(owner: Owner, action: Action) -> dict[str, Value]:
    """The owner as the action's person or team, in place of the one that the sheet named before."""
    before = "accountable" if action.accountable else "team"
    after = "accountable" if owner.kind in _PEOPLE else "team"
    return {before: None, after: owner.id}

"""What a document makes due: each finding, the report's next steps, and the duty of section 55."""

from datetime import date

from seed.draft import Finding, ProposedDeadline
from seed.reports.reading import LETTERS
from seed.saving_frame import Saving
from seed.saving_titles import shortened
from store import deadlines, inspections
from store.clocks import Due, Rule, RuleKind
from store.dates import When
from store.models import Subject
from store.rules import SET_DATES, UNCOUNTABLE
from store.vocabulary import StepKind, SubjectKind

INSPECTORATE = "HMICFRS"
COMMISSIONER = "Police and Crime Commissioner"
_OWNERS = {"the inspectorate": INSPECTORATE, "police and crime commissioner": COMMISSIONER}
_READERS = "the public, the inspectors and the Home Secretary"


def write_finding_deadline(saving: Saving, key: int, finding: Finding) -> None:
    """When a finding is due, as far as its own words say."""
    if finding.due is None:
        return
    force = _force(saving)
    _write(
        saving,
        Subject(SubjectKind.RECOMMENDATION, key),
        finding.due,
        what="Recommendation due",
        owed_by=finding.addressee.words or force,
        owed_to=INSPECTORATE,
        event="publication (assumed)",
        source=saving.at(finding.place),
    )


def start_waiting(saving: Saving, key: int) -> None:
    """Let clocks of a known finding that had no day of publication to run from start with this."""
    subject = Subject(SubjectKind.RECOMMENDATION, key)
    for deadline in deadlines.of_subject(saving.change.db.conn, subject, date.max):
        kind = deadline.due.rule.kind
        if deadline.due.start.earliest is None and kind not in SET_DATES | UNCOUNTABLE:
            saving.change.change(
                "deadlines",
                deadline.id,
                deadline.rev,
                start_document=saving.document,
                since=min(deadline.since, saving.since),
            )


def write_next_steps(saving: Saving) -> None:
    """The steps the report asks for, none twice; the commissioner's duty with its own steps."""
    kept = _kept(saving)
    for proposed in saving.draft.deadlines:
        rule = proposed.due.rule
        if (rule, _debtor(rule, proposed.owner)) in kept:
            continue
        key = _write_step(saving, proposed)
        if rule.kind is RuleKind.S55_56:
            for step in StepKind:
                deadlines.add_step(saving.change, key, step)


def _write_step(saving: Saving, proposed: ProposedDeadline) -> int:
    owner = _OWNERS.get(proposed.owner, proposed.owner)
    reader = _force(saving) if owner == INSPECTORATE else INSPECTORATE
    if owner == COMMISSIONER:
        reader = _READERS
    return _write(
        saving,
        Subject(SubjectKind.INSPECTION, saving.inspection or 0),
        proposed.due,
        what=shortened(proposed.what),
        owed_by=owner,
        owed_to=reader,
        event="publication",
        source=_source(saving, proposed),
        condition=proposed.condition,
    )


def _source(saving: Saving, proposed: ProposedDeadline) -> str:
    if proposed.due.rule.kind is RuleKind.S55_56:
        return "Police Act 1996, s.55(5A)"
    return f"{saving.at(proposed.place)}: {proposed.what}"


def _write(
    saving: Saving,
    subject: Subject,
    due: Due,
    *,
    what: str,
    owed_by: str,
    owed_to: str,
    event: str,
    source: str,
    condition: str = "",
) -> int:
    """A deadline by its rule: from publication, or on the day or words that were set."""
    start, document, event = _start(saving, due, event)
    return deadlines.add(
        saving.change,
        subject,
        what=what,
        rule=due.rule,
        start=start,
        since=saving.since,
        calendar=saving.calendar,
        inspection=saving.inspection,
        words=due.words,
        owed_by=owed_by,
        owed_to=owed_to,
        start_document=document,
        start_event=event,
        condition=condition,
        source=source,
    )


def _start(saving: Saving, due: Due, event: str) -> tuple[When, int | None, str]:
    if due.rule.kind in SET_DATES or due.rule.kind is RuleKind.NONE:
        return due.start, None, ""
    if saving.draft.document.kind in LETTERS:
        return When(), None, event
    return saving.published, saving.document, event


def _kept(saving: Saving) -> set[tuple[Rule, str]]:
    """The clocks the inspection has already, by rule and by who owes; s.55 has only one."""
    found = deadlines.clocks_of_inspection(saving.change.db.conn, saving.inspection or 0, date.max)
    return {(clock.due.rule, _debtor(clock.due.rule, clock.owed_by)) for clock in found}


def _debtor(rule: Rule, owner: str) -> str:
    return COMMISSIONER if rule.kind is RuleKind.S55_56 else _OWNERS.get(owner, owner)


def _force(saving: Saving) -> str:
    found = saving.draft.document.force
    if found or saving.inspection is None:
        return found
    return inspections.get(saving.change.db.conn, saving.inspection).force

"""Work a letter promises or reports, and whom it belongs to; new names become new owners."""

import re

from seed.draft import ProposedAction, Undertaking
from seed.saving_frame import Saving
from seed.saving_titles import shortened
from store import actions, deadlines, decisions, owners
from store.clocks import Rule, RuleKind
from store.dates import When
from store.models import Owner, Subject
from store.rows import one
from store.vocabulary import ActionKind, Axis, OwnerKind, Progress, SubjectKind

COMMISSIONER = "Police and Crime Commissioner"
_ABBREVIATED = re.compile(r"(?P<long>\S.*\S)\s+\((?P<short>[A-Z][\w/&-]{1,9})\)")
_RANK = re.compile(
    r"\b(?:lead|head|chief|superintendent|inspector|sergeant|commander|director|manager|officer"
    r"|commissioner|secretary|acc|dcc|cc)\b",
    re.IGNORECASE,
)
_BODY = re.compile(r"^(?:the )?(?:force|police|constabulary|council)$", re.IGNORECASE)
_PEOPLE = frozenset({OwnerKind.PERSON, OwnerKind.ROLE})


def write_action(
    saving: Saving,
    proposed: ProposedAction,
    recommendation: int | None,
    response: int | None,
    respondent: str,
) -> None:
    """One proposed action with its owners, its progress, and its day where one is named."""
    people = _owner(saving, proposed.owner, _kind_of(proposed.owner))
    forum = _owner(saving, proposed.forum, OwnerKind.FORUM)
    project = _owner(saving, proposed.project, OwnerKind.PROJECT)
    accountable = people is not None and people.kind in _PEOPLE
    key = actions.add(
        saving.change,
        title=shortened(proposed.text),
        kind=proposed.kind,
        text=proposed.text,
        recurs=proposed.cadence,
        said=proposed.progress.value,
        section=saving.at(proposed.place),
        document=saving.document,
        inspection=saving.inspection,
        accountable=people.id if people and accountable else None,
        team=people.id if people and not accountable else None,
        forum=forum.id if forum else None,
        project=project.id if project else None,
        recommendations=[] if recommendation is None else [(recommendation, response)],
        since=saving.since,
    )
    rule = _rule(proposed)
    if rule is not None:
        _due(saving, key, rule, _words(proposed, rule), proposed.owner or respondent)
    _progress(saving, key, proposed.progress, respondent, saving.at(proposed.place))


def write_undertakings(saving: Saving) -> None:
    """What the commissioner promises or has done: it serves no recommendation."""
    if _are_typed_in(saving):
        return
    speaker = saving.draft.document.sent_by or COMMISSIONER
    for undertaking in saving.draft.undertakings:
        key = actions.add(
            saving.change,
            title=shortened(undertaking.text),
            kind=ActionKind.UNDERTAKING,
            text=undertaking.text,
            section=saving.at(undertaking.place),
            document=saving.document,
            inspection=saving.inspection,
            since=saving.since,
        )
        if undertaking.when.words and undertaking.progress is not Progress.DONE:
            _due(saving, key, _named(undertaking.when), undertaking.when, COMMISSIONER)
        _progress(saving, key, undertaking.progress, speaker, _place(saving, undertaking))


def _are_typed_in(saving: Saving) -> bool:
    """Whether somebody has typed in the undertakings of this document already."""
    found = one(
        saving.change.db.conn,
        "SELECT 1 FROM actions WHERE document = ? AND kind = ?",
        (saving.document, ActionKind.UNDERTAKING),
    )
    return saving.typed is not None and found is not None


def _place(saving: Saving, undertaking: Undertaking) -> str:
    return saving.at(undertaking.place)


def _rule(proposed: ProposedAction) -> Rule | None:
    """The clock of an action; none for what is done or has no day."""
    if proposed.kind is ActionKind.SERVICE_STANDARD:
        return Rule(RuleKind.SLA)
    if proposed.cadence:
        return Rule(RuleKind.RECUR)
    if not proposed.when.words or proposed.progress is Progress.DONE:
        return None
    return _named(proposed.when)


def _words(proposed: ProposedAction, rule: Rule) -> When:
    """The words a clock goes by: a routine's are how often, a standard's are its sentence."""
    if rule.kind is RuleKind.RECUR:
        return When(proposed.cadence)
    if rule.kind is RuleKind.SLA:
        return When(shortened(proposed.text))
    return proposed.when


def _named(when: When) -> Rule:
    if when.earliest is None:
        return Rule(RuleKind.NONE)
    return Rule(RuleKind.FIXED if when.exact else RuleKind.PERIOD)


def _due(saving: Saving, key: int, rule: Rule, when: When, owed_by: str) -> None:
    deadlines.add(
        saving.change,
        Subject(SubjectKind.ACTION, key),
        what="Action due",
        rule=rule,
        start=when,
        since=saving.since,
        calendar=saving.calendar,
        inspection=saving.inspection,
        words=when.words,
        owed_by=owed_by,
        source=saving.file_name,
    )


def _progress(saving: Saving, key: int, progress: Progress, by: str, evidence: str) -> None:
    decisions.decide(
        saving.change,
        Subject(SubjectKind.ACTION, key),
        Axis.PROGRESS,
        progress,
        on=saving.since,
        by=by,
        evidence=evidence,
        document=saving.document,
    )


def _kind_of(name: str) -> OwnerKind:
    if _BODY.search(name):
        return OwnerKind.BODY
    return OwnerKind.ROLE if _RANK.search(name) else OwnerKind.TEAM


def _owner(saving: Saving, name: str, kind: OwnerKind) -> Owner | None:
    """The owner known by exactly this name, or a new one; nothing is taken to be nearly the same.

    "Long Name (LN)" is an owner called LN with the long name beside it.
    """
    if not name.strip():
        return None
    found = _ABBREVIATED.fullmatch(name.strip())
    short, long = (found["short"], found["long"]) if found else (name.strip(), "")
    db = saving.change.db.conn
    for owner in owners.listed(db):
        known = {each.casefold() for each in (owner.name, owner.expansion, *owner.aliases) if each}
        if short.casefold() in known and (not long or _agrees(owner, long)):
            return owner
    key = owners.add(saving.change, short, kind, expansion=long, remark=f"From {saving.file_name}")
    return owners.get(db, key)


def _agrees(owner: Owner, long: str) -> bool:
    """Whether an owner of the same short name is spelt out the same, or not at all."""
    return not owner.expansion or owner.expansion.casefold() == long.casefold()

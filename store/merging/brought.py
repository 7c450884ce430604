"""Whose changes a copy brought: kept in the log's own words, on the record that each is about."""

from collections.abc import Iterator

from store.merging.origins import Origin
from store.merging.plan import Plan
from store.merging.solving import Solution
from store.merging.states import Ref, Value, Values
from store.merging.writing import Writer
from store.refs import table_of
from store.vocabulary import SubjectKind

_NOT_TOLD = frozenset({"merges", "brought_in"})
# The column that leads from a record to the one it is about.
_ABOUT = {
    "aliases": "owner",
    "copies": "document",
    "case_audits": "inspection",
    "parts": "recommendation",
    "numbers": "recommendation",
    "links": "later",
    "answers": "recommendation",
    "action_recommendations": "action",
    "steps": "deadline",
}
_KINDS = {table_of(kind): kind for kind in SubjectKind}


def tell_whose(writer: Writer, plan: Plan, solution: Solution, lost: dict[Ref, str]) -> None:
    """Record which copy was brought in, how far, and of each change whose it was and when."""
    units = len(plan.theirs.hashes)
    merge = writer.change.add("merges", copy=plan.name, head=plan.theirs.head, units=units)
    told: set[tuple[str, int, str]] = set()
    for ref, origin in _changes(plan, solution):
        kind, subject = _subject(writer, plan, ref)
        if (kind, subject, origin.unit_uid) not in told:
            told.add((kind, subject, origin.unit_uid))
            writer.change.add(
                "brought_in",
                merge=merge,
                subject_kind=kind,
                subject=subject,
                unit_uid=origin.unit_uid,
                text=origin.words(),
            )
    for ref, was in lost.items():
        kind, subject = _subject(writer, plan, ref)
        writer.change.add(
            "brought_in",
            merge=merge,
            subject_kind=kind,
            subject=subject,
            unit_uid="",
            text=f"it was {was} in {plan.name}; here {was} is another record",
        )


def _changes(plan: Plan, solution: Solution) -> Iterator[tuple[Ref, Origin]]:
    """Their changes of every record that is now otherwise than we had it."""
    for ref, origins in plan.there.items():
        if ref.table in _NOT_TOLD:
            continue
        ours = plan.copies.ours.get(ref)
        after = solution.records.get(ref)
        if after != (ours.values if ours else None):
            for origin in origins:
                if _is_in(origin, after, ours.values if ours else None):
                    yield ref, origin


def _is_in(origin: Origin, after: Values | None, before: Values | None) -> bool:
    """Whether one of the fields that a change touched is one that came in."""
    if after is None or before is None:
        return True
    return any(after.get(name) != before.get(name) for name in origin.columns)


def _subject(writer: Writer, plan: Plan, ref: Ref) -> tuple[str, int]:
    """The record that a change is about, as history finds it; nothing where there is none."""
    about: Value = ref
    for _ in range(3):
        if not isinstance(about, Ref):
            break
        if about.table in _KINDS and about in writer.ids and about.table != "deadlines":
            return (_KINDS[about.table].value, writer.ids[about])
        about = _about(plan, about)
    return ("", 0)


def _about(plan: Plan, ref: Ref) -> Value:
    for state in (plan.copies.theirs, plan.copies.ours):
        if ref in state:
            values = state[ref].values
            return values.get("subject") or values.get(_ABOUT.get(ref.table, ""))
    return None

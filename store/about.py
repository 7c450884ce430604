"""Which changes of the log are about one record: its own, and those of what belongs to it.

The log is never read through. Records that belong to the one asked for are found in their own
tables by index, and their changes by record; only for records that are gone are the removals, which
are few, looked at one by one.
"""

from collections.abc import Iterator

from store.models import Subject
from store.refs import table_of
from store.vocabulary import SubjectKind

# Tables whose records name any kind of record as their subject.
BY_SUBJECT = ("deadlines", "decisions", "notes", "queries", "brought_in")
# Tables whose records name one of a kind in a column called as the kind.
BY_NAME: dict[SubjectKind, tuple[str, ...]] = {
    SubjectKind.INSPECTION: (
        "documents",
        "case_audits",
        "recommendations",
        "actions",
        "deadlines",
    ),
    SubjectKind.DOCUMENT: (
        "copies",
        "case_audits",
        "recommendations",
        "numbers",
        "responses",
        "actions",
        "decisions",
        "boards",
    ),
    SubjectKind.RECOMMENDATION: ("parts", "numbers", "answers", "action_recommendations"),
    SubjectKind.RESPONSE: ("answers", "action_recommendations"),
    SubjectKind.ACTION: ("action_recommendations",),
    SubjectKind.DEADLINE: ("steps",),
    SubjectKind.BOARD: ("decisions", "notes"),
    SubjectKind.OWNER: ("aliases", "recommendations"),
}

# A record as the change has it: as it was added or removed, or only what was altered.
_FIELDS = "coalesce(after, before)"
_IS_ABOUT = f"""(record_table = :table AND record = :key
    OR (json_extract({_FIELDS}, '$.subject_kind') = :kind
        AND json_extract({_FIELDS}, '$.subject') = :key)
    OR json_extract({_FIELDS}, '$.' || :kind) = :key
    OR (record_table IN ('deadlines', 'queries') AND after IS NOT NULL AND before IS NOT NULL
        AND id IN ({{whole}})))"""


def condition(subject: Subject) -> str:
    """What holds of a change that is about the subject; `bound` says what its names stand for."""
    whole = " UNION ALL ".join(_of_subject(table) for table in ("deadlines", "queries"))
    candidates = " UNION ALL ".join(_candidates(subject.kind))
    return f"id IN ({candidates}) AND {_IS_ABOUT.format(whole=whole)}"


def bound(subject: Subject) -> dict[str, str | int | None]:
    """The values of the names in `condition`."""
    return {"table": table_of(subject.kind), "key": subject.id, "kind": subject.kind.value}


def _candidates(kind: SubjectKind) -> Iterator[str]:
    """Selects that together hold every change that may be about the subject."""
    yield "SELECT id FROM changes WHERE record_table = :table AND record = :key"
    for table in BY_SUBJECT:
        yield _of_subject(table)
    for table in BY_NAME[kind]:
        yield _changes_of(table, f"{kind} = :key")
    yield "SELECT id FROM changes WHERE after IS NULL"
    yield (
        "SELECT c.id FROM changes g CROSS JOIN changes c ON c.record_table = g.record_table "
        "AND c.record = g.record WHERE g.after IS NULL"
    )


def _of_subject(table: str) -> str:
    return _changes_of(table, "subject_kind = :kind AND subject = :key")


def _changes_of(table: str, where: str) -> str:
    return (
        f"SELECT c.id FROM {table} r CROSS JOIN changes c "
        f"ON c.record_table = '{table}' AND c.record = r.id WHERE {where}"
    )

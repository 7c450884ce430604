"""What spreadsheets told the tracker before, so that only what changed in them is changed here."""

import json
import re
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from seed.sheet_matching import SPREADSHEET
from store import actions, history
from store.models import Action, Subject
from store.rows import rows
from store.vocabulary import SubjectKind

TITLE = "Import rows of "  # how the units of such imports begin
_PREFACE = re.compile(r"From .+?(?:, sheet (?P<sheet>.+))?, row \d+")
_EMPTY = "(empty now)"
_BETWEEN = "\n\n"  # no cell holds it: blank lines are taken out when a cell is read

Values = dict[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Remarks:
    """The cells told about a record, each behind its heading, the oldest first.

    `own` came from the sheet that is read now, under whatever name it had then; `others` from the
    sheets that its file has beside it.
    """

    own: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


NOTHING_TOLD = Remarks()


@dataclass(frozen=True, slots=True)
class Told:
    """By record: the fields, remarks, due words, responses and actions that came from sheets."""

    recommendations: dict[int, Values]
    actions: dict[int, Values]
    remarks: dict[Subject, Remarks]
    due: dict[Subject, tuple[int, str]]
    responses: dict[int, set[str]]
    served: dict[int, list[Action]] = field(default_factory=dict)


def told_before(db: sqlite3.Connection, beside: Collection[str] = ()) -> Told:
    """Everything that imported spreadsheets said and that stands.

    `beside` are the names of the sheets that a file has beside the one that is read.
    """
    return Told(
        _fields(db, "recommendations"),
        _fields(db, "actions"),
        _remarks(db, beside),
        _due(db),
        _responses(db),
        _served(db),
    )


def as_note(where: str, remarks: Iterable[tuple[str, str]]) -> str:
    """Cells as one note: where they stand, then each behind its heading."""
    return _BETWEEN.join((f"From {where}", *(f"{header}: {text}" for header, text in remarks)))


def is_new(remark: tuple[str, str], told: Remarks) -> bool:
    """Whether a cell says something else than when its heading was last told.

    That is what this sheet told under it; only where it never did, what a sheet beside it told.
    """
    header, text = remark
    said = _under(header, told.own) or _under(header, told.others)
    return not said or said[-1] != f"{header}: {text}"


def _under(header: str, pieces: Iterable[str]) -> list[str]:
    return [piece for piece in pieces if piece.startswith(f"{header}: ")]


def emptied(
    headings: Iterable[str], remarks: Iterable[tuple[str, str]], told: Remarks
) -> list[tuple[str, str]]:
    """The cells of a row that said something when they were last told, and say nothing now."""
    filled = {header for header, _ in remarks}
    return [
        (header, _EMPTY) for header in headings if header not in filled and _under(header, told.own)
    ]


def new_queries(
    db: sqlite3.Connection, subject: Subject | None, asked: tuple[str, ...]
) -> tuple[str, ...]:
    """The sentences that were never asked about a record before, settled or not."""
    if subject is None or not asked:
        return asked
    found = db.execute(
        "SELECT text FROM queries WHERE subject_kind = ? AND subject = ?",
        (subject.kind, subject.id),
    )
    known = {text for (text,) in found}
    return tuple(sentence for sentence in asked if sentence not in known)


def _fields(db: sqlite3.Connection, table: str) -> dict[int, Values]:
    """By record, the value that each field was last given by an import that stands."""
    standing = set(history.standing_units(db))
    found: dict[int, Values] = {}
    for unit, record, after in db.execute(
        """SELECT c.unit, c.record, c.after FROM changes c JOIN units u ON u.id = c.unit
           WHERE c.record_table = ? AND u.title LIKE ? AND c.after IS NOT NULL ORDER BY c.id""",
        (table, f"{TITLE}%"),
    ):
        if unit in standing:
            found.setdefault(record, {}).update(json.loads(after))
    return found


def _remarks(db: sqlite3.Connection, beside: Collection[str]) -> dict[Subject, Remarks]:
    found: dict[Subject, Remarks] = {}
    for row in rows(
        db,
        """SELECT subject_kind, subject, text FROM notes WHERE text LIKE 'From %'
           ORDER BY noted_on, id""",
    ):
        preface, *pieces = row["text"].split(_BETWEEN)
        match = _PREFACE.fullmatch(preface)
        if match:
            subject = Subject(SubjectKind(row["subject_kind"]), row["subject"])
            told = found.setdefault(subject, Remarks())
            (told.others if match["sheet"] in beside else told.own).extend(pieces)
    return found


def _due(db: sqlite3.Connection) -> dict[Subject, tuple[int, str]]:
    """By record, the key and the words of the last due date that came from a sheet."""
    found: dict[Subject, tuple[int, str]] = {}
    for row in rows(
        db, "SELECT id, subject_kind, subject, words, source FROM deadlines ORDER BY id"
    ):
        if _PREFACE.fullmatch(f"From {row['source']}"):
            subject = Subject(SubjectKind(row["subject_kind"]), row["subject"])
            found[subject] = (row["id"], row["words"])
    return found


def _responses(db: sqlite3.Connection) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for row in rows(
        db,
        """SELECT a.recommendation, r.text FROM answers a JOIN responses r ON r.id = a.response
           JOIN documents d ON d.id = r.document WHERE d.kind = ?""",
        (SPREADSHEET,),
    ):
        found.setdefault(row["recommendation"], set()).add(row["text"])
    return found


def _served(db: sqlite3.Connection) -> dict[int, list[Action]]:
    """By recommendation, the actions that came from sheets."""
    found: dict[int, list[Action]] = {}
    for row in rows(
        db,
        """SELECT ar.recommendation, ar.action FROM action_recommendations ar
           JOIN actions a ON a.id = ar.action JOIN documents d ON d.id = a.document
           WHERE d.kind = ? ORDER BY ar.action""",
        (SPREADSHEET,),
    ):
        found.setdefault(row["recommendation"], []).append(actions.get(db, row["action"]))
    return found

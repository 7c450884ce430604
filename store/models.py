"""The records of a tracker as values: frozen, and ignorant of where they are kept."""

from datetime import date
from typing import NamedTuple

from store.dates import When
from store.vocabulary import ActionKind, Applies, Axis, Extent, LinkKind, OwnerKind, SubjectKind


class Subject(NamedTuple):
    """One record that others are about."""

    kind: SubjectKind
    id: int


class Inspection(NamedTuple):
    """One inspection, review or thematic report, and what it states about itself."""

    id: int
    uid: str
    rev: int
    ref: str
    title: str
    short: str
    programme: str
    body: str
    force: str
    mode: str
    fieldwork: When
    parent: int | None
    mentioned_only: bool
    stated_recommendations: int | None
    stated_source: str
    remark: str
    since: date


class Document(NamedTuple):
    """A report, letter or paper: who sent it to whom, and when it was dated and published."""

    id: int
    uid: str
    rev: int
    ref: str
    inspection: int | None
    kind: str
    title: str
    sent_by: str
    sent_to: str
    marking: str
    url: str
    file_name: str
    sha256: str
    in_hand: bool
    dated: When
    published: When
    remark: str
    since: date


class Copy(NamedTuple):
    """One copy of a document sent to somebody, and which duty it serves."""

    id: int
    document: int
    sent_to: str
    duty: str
    address: str
    how: str
    sent: When


class CaseAudit(NamedTuple):
    """Graded case files: one area or sample, by one assessor."""

    id: int
    inspection: int
    sample: str
    assessor: str
    area: str
    good: int
    requires_improvement: int
    inadequate: int
    source: str

    @property
    def total(self) -> int:
        """All files graded."""
        return self.good + self.requires_improvement + self.inadequate


class Recommendation(NamedTuple):
    """A finding of any kind, in its source's own word for it."""

    id: int
    uid: str
    rev: int
    ref: str
    inspection: int
    document: int | None
    kind: str
    title: str
    text: str
    of_record: bool
    section: str
    theme: str
    addressee: str
    timescale: str
    portal_reference: str
    level: str
    page: int | None
    line: int | None
    position: int
    applies: Applies
    applies_because: str
    applies_until: date | None
    owner: int | None
    team: int | None
    since: date


class Part(NamedTuple):
    """One lettered or bulleted part of a recommendation, answered on its own."""

    id: int
    label: str
    text: str
    extent: Extent | None
    remark: str


class Number(NamedTuple):
    """What one document calls a recommendation, and how it restates it."""

    document: int
    document_ref: str
    document_title: str
    number: str
    restated: str


class Link(NamedTuple):
    """Another finding that this one continues or supersedes, or the other way round."""

    kind: LinkKind
    other: int
    other_ref: str
    other_title: str
    other_is_later: bool
    source: str


class Response(NamedTuple):
    """What somebody answered, in which document."""

    id: int
    uid: str
    document: int
    document_ref: str
    document_title: str
    respondent: str
    number: str
    text: str
    of_record: bool
    since: date


class Action(NamedTuple):
    """Work promised or done, for several recommendations or for none."""

    id: int
    uid: str
    rev: int
    ref: str
    kind: ActionKind
    title: str
    text: str
    evidence: str
    recurs: str
    said: str
    section: str
    document: int | None
    inspection: int | None
    accountable: int | None
    team: int | None
    forum: int | None
    project: int | None
    since: date


class Decision(NamedTuple):
    """A dated judgement on one axis: who, when and on what evidence."""

    id: int
    uid: str
    subject: Subject
    axis: Axis
    status: str
    decided_on: date
    by: str
    evidence: str
    said: str
    document: int | None
    board: int | None


class Note(NamedTuple):
    """A dated remark, kept to the letter; a correction is another note."""

    id: int
    uid: str
    subject: Subject
    text: str
    noted_on: date
    by: str
    corrects: int | None
    corrected_by: int | None
    board: int | None


class Query(NamedTuple):
    """What the documents get wrong or leave open about a record."""

    id: int
    uid: str
    rev: int
    subject: Subject
    text: str
    source: str
    settled_on: date | None
    settled_how: str


class Owner(NamedTuple):
    """A person, role, team, forum, project or body that work belongs to."""

    id: int
    uid: str
    rev: int
    name: str
    kind: OwnerKind
    expansion: str
    cadence: str
    remark: str
    aliases: tuple[str, ...] = ()


class Board(NamedTuple):
    """A board meeting: its day, and the clear working days its papers need."""

    id: int
    uid: str
    rev: int
    ref: str
    name: str
    day: date
    lead_days: int
    agenda_item: str
    remark: str
    illustrative: bool
    document: int | None
    since: date


class Standing(NamedTuple):
    """How a recommendation stands on one day: what follows from its records."""

    is_open: bool
    applies: Applies
    delivery: str
    inspectorate: str
    assurance: str
    plan: date | None
    deadline: int | None

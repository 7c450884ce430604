"""A Draft: what the readers propose to take from a document, before anybody has said yes."""

from dataclasses import dataclass, field
from enum import StrEnum

from store.clocks import Due
from store.dates import When
from store.vocabulary import ActionKind, Applies, Progress


class DocumentKind(StrEnum):
    """What a document is, as far as its own words tell."""

    REPORT = "inspection report"
    THEMATIC = "thematic report"
    REVIEW = "post-inspection review"
    LETTER = "response letter"
    REVIEW_LETTER = "response letter on a review"
    PLAN = "improvement plan"
    BOARD_PAPER = "board paper"
    MINUTES = "minutes"
    OTHER = "other"


class FindingKind(StrEnum):
    """What a finding is called in its own document."""

    RECOMMENDATION = "recommendation"
    CAUSE_OF_CONCERN = "cause of concern"
    AREA_FOR_IMPROVEMENT = "area for improvement"
    AREA_STILL = "area still requiring improvement"
    PRIORITY_ACTION = "area for priority action"


NO_DAY = When()
NEW_RECORD = "new"
"""In place of a uid: an editor said that a finding is none of those that are known."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: page and line count from 1, blocks are indexes into the Reading."""

    page: int | None
    line: int
    blocks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a finding speaks: resolved words, the words as printed, and whether it is ours."""

    words: str = ""
    printed: str = ""
    applies: Applies = Applies.OURS
    because: str = ""


NOBODY = Addressee()


@dataclass(frozen=True, slots=True)
class Part:
    """One bullet or lettered part; `timescale` is its own, or the stem's that it inherits."""

    label: str
    text: str
    place: Place
    timescale: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a document asks for, to the letter, with where it stands and when it is due.

    `order` counts from 1 through the document; `number` is the document's own ("7", "3.2" or "").
    `cause` is the order of the cause of concern it belongs to. `title` and `theme` are ours, where
    somebody gave them; `by_hand` says that the wording is no longer the document's. `record` is the
    uid of the recommendation in the tracker that this is the newer wording of, or `NEW_RECORD`.
    """

    kind: FindingKind
    order: int
    text: str
    place: Place
    parts: tuple[Part, ...] = ()
    number: str = ""
    section: str = ""
    heading: str = ""
    addressee: Addressee = NOBODY
    timescale: str = ""
    due: Due | None = None
    cause: int | None = None
    title: str = ""
    theme: str = ""
    by_hand: bool = False
    record: str = ""

    @property
    def whole(self) -> str:
        """The text with its parts, for comparing."""
        return " ".join((self.text, *(part.text for part in self.parts)))


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause of concern and the orders of the recommendations that belong to it."""

    order: int
    text: str
    place: Place
    number: str = ""
    section: str = ""
    recommendations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedDeadline:
    """A step the report itself asks for, who owes it, and when; `condition` is kept as printed."""

    what: str
    owner: str
    words: str
    due: Due
    place: Place
    condition: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day or period named inside a sentence."""

    words: str
    when: When
    sentence: str
    place: Place


@dataclass(frozen=True, slots=True)
class ProposedAction:
    """A sentence of a response that promises, reports or schedules work."""

    text: str
    kind: ActionKind
    progress: Progress
    place: Place
    owner: str = ""
    forum: str = ""
    project: str = ""
    when: When = NO_DAY
    cadence: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """The finding an answer belongs to: 0..1 likeness of the best and of the second best text.

    `ref` is the tracker's reference, or the order in its own document ("3") where there is none.
    """

    ref: str
    order: int
    text: str
    score: float
    second_score: float
    uid: str = ""
    document: str = ""
    by_number: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """One response in a letter, with the recommendation as the letter restates it.

    `by_hand` says that the words of the response are no longer the document's. `spoken` says that
    it was read from running text or below a title, where only its words tell what it answers.
    """

    order: int
    number: str
    label: str
    restated: str
    restated_place: Place
    paragraphs: tuple[str, ...]
    place: Place
    comments: tuple[str, ...] = ()
    answers: Match | None = None
    parts_unanswered: tuple[Part, ...] = ()
    dates: tuple[DateMention, ...] = ()
    actions: tuple[ProposedAction, ...] = ()
    by_hand: bool = False
    spoken: bool = False

    @property
    def text(self) -> str:
        """The whole response, one paragraph or bullet a line."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Something the commissioner has done or promises to do, tied to no recommendation."""

    text: str
    place: Place
    progress: Progress
    when: When = NO_DAY


@dataclass(frozen=True, slots=True)
class CopySent:
    """Somebody the letter says it was copied to, and the duty it serves, if any."""

    to: str
    duty: str
    place: Place


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A sentence that looks like a finding and is not; `finding` lets an editor take it still."""

    text: str
    why: str
    place: Place
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the editor should look at before saving, as one sentence."""

    sentence: str
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class ProposedLink:
    """An area of a review that seems to continue an earlier finding; never taken unasked."""

    order: int
    ref: str
    text: str
    score: float
    uid: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class StatedCount:
    """How many findings of a kind a document says there are, with its words."""

    kind: FindingKind
    number: int
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A finding that no answer in the letter restates."""

    ref: str
    text: str
    order: int
    uid: str = ""


@dataclass(frozen=True, slots=True)
class DraftDocument:
    """What a document says about itself; `joint` is an inspection of several agencies together."""

    kind: DocumentKind
    title: str
    force: str
    fieldwork: When
    published: When
    dated: When
    file_name: str
    sha256: str
    sent_by: str = ""
    sent_to: str = ""
    joint: bool = False


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """A finding already in the tracker, as far as pairing needs it."""

    uid: str
    ref: str
    text: str
    inspection: str
    number: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything proposed from one document, and everything looked at and not proposed.

    `left_out` are the answers that an editor does not want saved; by them a letter is still known.
    `remarks` say what else was left out and why; they become a note on the document.
    """

    document: DraftDocument
    findings: tuple[Finding, ...] = ()
    causes: tuple[Cause, ...] = ()
    deadlines: tuple[ProposedDeadline, ...] = ()
    stated: tuple[StatedCount, ...] = ()
    answers: tuple[Answer, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    copies: tuple[CopySent, ...] = ()
    links: tuple[ProposedLink, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    left_out: tuple[Answer, ...] = ()
    remarks: tuple[str, ...] = ()

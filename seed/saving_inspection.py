"""The inspection that a document belongs to: the one named, one known, or a new one."""

from collections import Counter
from collections.abc import Iterable

from seed.draft import DocumentKind, Draft, DraftDocument, ProposedLink
from seed.reports.reading import LETTERS
from seed.saving_frame import Saving, finding_key
from seed.saving_known import inspection_at, inspection_with, of_inspection
from store import inspections
from store.dates import When

REPORTS = frozenset({DocumentKind.REPORT, DocumentKind.THEMATIC, DocumentKind.REVIEW})
REVIEWS = frozenset({DocumentKind.REVIEW, DocumentKind.REVIEW_LETTER})
SURE_LINK = 0.5  # a link less sure than this is asked about, not made
_NOT_IN_HAND = "Known here from the letter that answers it; the report itself is not in hand."


def inspection_of(saving: Saving) -> int | None:
    """The inspection of a document; None for a paper that belongs to none in particular."""
    draft = saving.draft
    if draft.document.kind in LETTERS:
        answered = answered_inspection(saving)
        if answered is not None or not draft.findings:
            return answered
        return _new(saving)
    if draft.document.kind not in REPORTS and not draft.findings:
        return None
    db, document = saving.change.db.conn, draft.document
    known = inspection_with(db, draft.findings)
    known = known or inspection_at(db, document.force, document.fieldwork)
    return known or _new(saving)


def answered_inspection(saving: Saving) -> int | None:
    """The inspection that most of the findings belong to that a letter answers."""
    return _commonest(saving, _answered(saving))


def _answered(saving: Saving) -> Iterable[int | None]:
    for answer in saving.draft.answers:
        match = answer.answers
        if match is not None and (match.uid or match.document != saving.file_name):
            yield finding_key(saving, match.document, match.order, match.uid)


def _commonest(saving: Saving, keys: Iterable[int | None]) -> int | None:
    """The inspection that most of the recommendations belong to."""
    db = saving.change.db.conn
    counted = Counter(of_inspection(db, key) for key in keys if key is not None)
    return counted.most_common(1)[0][0] if counted else None


def _new(saving: Saving) -> int:
    draft, document = saving.draft, saving.draft.document
    letter = document.kind in LETTERS
    kinds = {finding.kind for finding in draft.findings}
    stated = next((one for one in draft.stated if not letter or one.kind in kinds), None)
    return inspections.add(
        saving.change,
        title=document.title or saving.file_name,
        force=document.force,
        body="HMICFRS",
        mode=_mode(document),
        fieldwork=When() if letter else document.fieldwork,
        parent=_followed(saving, draft),
        stated_recommendations=stated.number if stated else None,
        stated_source=f"{saving.at(stated.place)}: {stated.words}" if stated else "",
        remark=_NOT_IN_HAND if letter else "",
        since=saving.since,
    )


def _mode(document: DraftDocument) -> str:
    if document.joint:
        return "joint"
    return "national thematic" if document.kind is DocumentKind.THEMATIC else ""


def _followed(saving: Saving, draft: Draft) -> int | None:
    """The inspection a review follows, where its areas plainly continue findings of it."""
    if draft.document.kind not in REVIEWS:
        return None
    sure = (link for link in draft.links if link.score >= SURE_LINK)
    return _commonest(saving, (linked_key(saving, link) for link in sure))


def linked_key(saving: Saving, link: ProposedLink) -> int | None:
    """The earlier recommendation a link means; a link holds no more than its printed order."""
    order = _order(link.ref)
    return finding_key(saving, link.document, order, link.uid)


def _order(ref: str) -> int:
    """The order that a reference inside a document stands for: "3", or "cause 1" for -1."""
    number = ref.removeprefix("cause ")
    if not number.isdecimal():
        return 0
    return -int(number) if number != ref else int(number)

"""Causes of concern: each once in its inspection, with the recommendations that come under it."""

from collections.abc import Sequence

from seed.draft import Cause, FindingKind
from seed.likeness import folded, folded_likeness
from seed.saving_frame import Saving
from seed.saving_known import Kept
from seed.saving_titles import shortened
from store import recommendations
from store.models import Recommendation
from store.rows import one
from store.vocabulary import LinkKind

_STILL_ITSELF = 0.6  # likeness from which a cause of the same inspection is a newer wording


def write_cause(
    saving: Saving, inspection: int, cause: Cause, position: int, candidates: Sequence[Kept]
) -> int:
    """A cause of concern as it stands now: one that is known gets its newest wording."""
    record = known_cause(cause, candidates)
    if record is None:
        return _add(saving, inspection, cause, position)
    recommendations.edit(
        saving.change,
        record,
        text=cause.text,
        of_record=True,
        document=saving.document,
        section=cause.section or record.section,
        page=cause.place.page,
        line=cause.place.line,
        since=min(record.since, saving.since),
    )
    return record.id


def tie_causes(saving: Saving) -> None:
    """Say of each recommendation of a cause of concern that it comes under it."""
    for cause in saving.draft.causes:
        above = saving.findings.get((saving.file_name, -cause.order))
        for order in cause.recommendations:
            under = saving.findings.get((saving.file_name, order))
            if above is not None and under is not None and not _is_tied(saving, under, above):
                recommendations.link(
                    saving.change,
                    under,
                    above,
                    LinkKind.UNDER,
                    source=saving.at(cause.place),
                    since=saving.since,
                )


def known_cause(cause: Cause, candidates: Sequence[Kept]) -> Recommendation | None:
    """The record of this inspection that is the same cause of concern, or an older wording."""
    own = folded(cause.text)
    scored = [
        (folded_likeness(own, known.whole), -known.record.id, known.record)
        for known in candidates
        if known.record.kind == FindingKind.CAUSE_OF_CONCERN.value
    ]
    best = max(scored, key=lambda each: each[:2], default=None)
    return best[2] if best and best[0] >= _STILL_ITSELF else None


def _is_tied(saving: Saving, under: int, above: int) -> bool:
    found = one(
        saving.change.db.conn,
        "SELECT 1 FROM links WHERE later = ? AND earlier = ? AND kind = ?",
        (under, above, LinkKind.UNDER),
    )
    return found is not None


def _add(saving: Saving, inspection: int, cause: Cause, position: int) -> int:
    return recommendations.add(
        saving.change,
        inspection=inspection,
        document=saving.document,
        kind=FindingKind.CAUSE_OF_CONCERN.value,
        title=shortened(cause.text),
        text=cause.text,
        of_record=True,
        section=cause.section,
        addressee=saving.draft.document.force,
        page=cause.place.page,
        line=cause.place.line,
        position=position,
        since=saving.since,
    )

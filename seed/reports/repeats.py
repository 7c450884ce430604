"""Findings printed twice: a summary at the front, a list at the back, the chapter between."""

import re
from collections.abc import Sequence

from seed.draft import FindingKind
from seed.likeness import folded, folded_likeness
from seed.reports.findings import belongs
from seed.reports.rough import Rough

NEARLY = 0.98  # a summary may print a finding with a comma more or less
_LISTING = re.compile(r"\b(?:summary|overview|list of|recommendations|annex|appendix)\b", re.I)
_CROSS_REFERENCE = re.compile(r"\s*\((?:\d+\.\d+(?:, )?)+\)\s*$")


def without_repeats(
    roughs: Sequence[Rough],
) -> tuple[list[Rough], list[tuple[Rough, Rough]]]:
    """Each finding once, from its chapter where it has one; and the repeats, each with its twin."""
    kept: list[Rough] = []
    repeats: list[tuple[Rough, Rough]] = []
    for rough in roughs:
        twin = next((index for index, one in enumerate(kept) if _same(one, rough)), None)
        if twin is None:
            kept.append(rough)
        elif _is_listing(kept[twin]) and not _is_listing(rough):
            repeats.append((kept[twin], rough))
            kept[twin] = rough
        else:
            repeats.append((rough, kept[twin]))
    _take_out_summaries(kept, repeats)
    causes = any(one.kind is FindingKind.CAUSE_OF_CONCERN for one in kept)
    first = {id(one): min(_block(one), _block(again)) for again, one in repeats if not causes}
    kept.sort(key=lambda one: first.get(id(one), _block(one)))
    return kept, repeats


def _take_out_summaries(kept: list[Rough], repeats: list[tuple[Rough, Rough]]) -> None:
    """Moves a summary's causes, all of whose recommendations stand below another, to `repeats`."""
    causes = [one for one in kept if one.kind is FindingKind.CAUSE_OF_CONCERN]
    for cause in causes:
        if any(belongs(one, cause) for one in kept):
            continue
        twins = [twin for one, twin in repeats if belongs(one, cause)]
        whole = next((one for one in causes if twins and belongs(twins[0], one)), None)
        if whole is not None:
            kept.remove(cause)
            repeats.append((cause, whole))


def _block(rough: Rough) -> int:
    return rough.stem[0].place.blocks[0]


def _same(one: Rough, other: Rough) -> bool:
    if one.kind is not other.kind or (one.number and other.number and _differ(one, other)):
        return False
    first, second = _compared(one), _compared(other)
    if _is_listing(one) is _is_listing(other):
        return first == second
    return folded_likeness(first, second) >= NEARLY


def _differ(one: Rough, other: Rough) -> bool:
    """Whether both carry the document's own recommendation numbers, and different ones."""
    named = all(rough.stem[0].named or rough.zone.number for rough in (one, other))
    return named and one.number != other.number


def _compared(rough: Rough) -> str:
    text = " ".join(one.text for one in rough.passages)
    return folded(_CROSS_REFERENCE.sub("", text))


def _is_listing(rough: Rough) -> bool:
    return not rough.zone.section or bool(_LISTING.search(rough.zone.section))

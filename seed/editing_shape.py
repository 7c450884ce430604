"""Two findings made one, and one made two: no word is lost or doubled either way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from seed.draft import Finding, Part, Place
from seed.editing import Merged, Proposal, Proposals
from seed.passages.sentences import sentences
from seed.reports.timing import timescale
from store.errors import BadInput

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Point:
    """Where a finding can be cut: before the character `at` of its text (`piece` 0) or of a part.

    `after` is what would be the second finding; `natural` marks the start of a part or sentence.
    """

    piece: int
    at: int
    after: str
    natural: bool = False


def merge(proposals: Proposals, key: int, other: int) -> Proposals:
    """One finding of two of the same document; it stands where the first of them stood."""
    pair = sorted((proposals.get(key), proposals.get(other)), key=_place)
    first, second = pair
    if key == other or first.document != second.document:
        raise BadInput("Only two findings of one document can be made one. Nothing was changed.")
    one, two = _finding(first), _finding(second)
    printed = f"{first.printed or one.whole} {second.printed or two.whole}"
    entry = replace(
        first,
        item=_merged(one, two),
        taken=True,
        why="",
        look_alike=False,
        printed=printed if first.printed or second.printed else "",
    )
    kept = tuple(each for each in proposals.put(entry).entries if each.key != second.key)
    gone = Merged(first.document, second.key, two.order, one.order)
    return replace(proposals, entries=kept, merged=(*proposals.merged, gone))


def _place(entry: Proposal) -> tuple[int, ...]:
    return _finding(entry).place.blocks[:1]


def _finding(entry: Proposal) -> Finding:
    if not isinstance(entry.item, Finding):
        raise BadInput("Only findings can be made one or cut in two. Nothing was changed.")
    return entry.item


def _merged(one: Finding, two: Finding) -> Finding:
    """The second text goes on from the first, or is a part of its own where the first has parts."""
    text, parts = one.text, (*one.parts, *two.parts)
    if one.parts:
        parts = (*one.parts, Part("", two.text, two.place, two.timescale), *two.parts)
    else:
        text = f"{one.text}\n{two.text}"
    return replace(
        one,
        text=text,
        parts=parts,
        place=_both(one.place, two.place),
        timescale=one.timescale or two.timescale,
        due=one.due or two.due,
        by_hand=one.by_hand or two.by_hand,
    )


def _both(one: Place, two: Place) -> Place:
    return replace(one, blocks=tuple(sorted({*one.blocks, *two.blocks})))


def split(proposals: Proposals, key: int, piece: int, at: int) -> Proposals:
    """Two findings of one: the second begins at a character of the text or of a part."""
    entry = proposals.get(key)
    finding = _finding(entry)
    pieces = [finding.text, *(part.text for part in finding.parts)]
    if not 0 <= piece < len(pieces):
        raise BadInput("There is no such part to cut at. Nothing was changed.")
    before, after = pieces[piece][:at].strip(), pieces[piece][at:].strip()
    if not after or not (before or piece):
        raise BadInput("Both findings need words. Nothing was changed: choose another point.")
    order = proposals.next_order(entry.document)
    published = proposals.drafts[entry.document].document.published
    second = _second(finding, order, piece, after)
    timed = timescale(second.whole, published)
    if timed:
        second = replace(second, timescale=timed[0], due=timed[1])
    new = replace(entry, key=proposals.next_key, item=second, printed="", look_alike=False)
    entries: list[Proposal] = []
    for each in proposals.entries:
        entries += (
            [replace(entry, item=_first(finding, piece, before)), new]
            if (each is entry)
            else [each]
        )
    return replace(proposals, entries=tuple(entries))


def _first(finding: Finding, piece: int, before: str) -> Finding:
    if piece == 0:
        return replace(finding, text=before, parts=())
    parts = finding.parts[: piece - 1]
    if before:
        parts = (*parts, replace(finding.parts[piece - 1], text=before))
    return replace(finding, parts=parts)


def _second(finding: Finding, order: int, piece: int, after: str) -> Finding:
    place = finding.parts[piece - 1].place if piece else finding.place
    return replace(
        finding,
        order=order,
        text=after,
        parts=finding.parts[piece:],
        place=place,
        number="",
        title="",
    )


def points(finding: Finding) -> list[Point]:
    """Where it can be cut: parts and sentences first, then every word."""
    found = list(_points(finding))
    return sorted(found, key=lambda point: not point.natural)


def _points(finding: Finding) -> Iterator[Point]:
    for piece, text in enumerate([finding.text, *(part.text for part in finding.parts)]):
        starts = _sentence_starts(text)
        for word in _WORD.finditer(text):
            at = word.start()
            if piece or text[:at].strip():
                yield Point(piece, at, text[at:], natural=at in starts or (piece > 0 and at == 0))


def _sentence_starts(text: str) -> set[int]:
    starts: set[int] = set()
    reached = 0
    for line in text.split("\n"):
        for sentence in sentences(line):
            reached = text.find(sentence, reached)
            starts.add(reached)
            reached += len(sentence)
    return starts

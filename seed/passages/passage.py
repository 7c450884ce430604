"""Blocks as a reader of reports sees them: label, number and words apart, headings known."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from seed.documents.blocks import Block, BlockKind
from seed.draft import FindingKind, Place
from seed.passages.glued_headings import split_headings
from seed.passages.heading_shapes import fold_heading, is_dotted, looks_like_heading
from seed.passages.running_heads import without_running_heads
from seed.passages.tables import told_as_prose

_BULLET = re.compile(r"^([•·▪◦●○*‣–—‑-])\s+(?=\S)")
_DOTTED = re.compile(r"^(\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|\(\d{1,2}\))\s+(?=\S)")
_LETTERED = re.compile(r"^(\(?[a-hj-z]\)|\(?[ivx]{1,4}\)|[a-h]\.|[ivx]{1,4}\.)\s+(?=\S)")
_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NAMED = re.compile(
    r"^(?:(?:HMIC\w*|main|key|strategic|priority|new)\s+)?"
    r"(recommendation|rec(?=\.?\s*\d)|areas? for improvement|AFI|causes? of concern)\.?"
    r"(?:\s+(?:no\.?\s*|number\s+)?(?P<number>\d{1,3}[a-z]?(?:\.\d+)?)"
    rf"|\s+(?P<word>{'|'.join(_NUMBER_WORDS)})(?=\s*(?:[:.–—-]|$))"
    r"|\s+ref(?:erence)?\.?\s+(?P<ref>[^\s:][^:]{0,30}?)(?=:))?"
    r"(?:\s*\((?:pages?|pp?\.|para(?:graph)?s?\.?)\s*[\d.,\s–-]+\))?\s*(?:[:.–—-]+\s*|\s+|$)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(\d{1,2})\s+(?=(?:The|Each|All|Every|We|Within|By|Chief|[A-Z]\w+ (?:Police|Constabulary))\b"
    r"[^.?!]{2,200}?\b(?:should|must|needs? to|recommends?)\b)"
)
_CONTENTS_LINE = re.compile(r"(?:\s|\.{2,}|…)\s*(?:\d{1,3}|[ivxl]{1,5})$")
_CALLED = {
    "rec": FindingKind.RECOMMENDATION,
    "cause": FindingKind.CAUSE_OF_CONCERN,
    "area": FindingKind.AREA_FOR_IMPROVEMENT,
    "afi": FindingKind.AREA_FOR_IMPROVEMENT,
}


@dataclass(frozen=True, slots=True)
class Passage:
    """One block, its label ("•", "2.3", "a)") and its name ("Recommendation 4:") set apart.

    `printed` is the text with its label and name, `text` without. `named` and `number` are what
    the name calls it.
    """

    text: str
    printed: str
    place: Place
    label: str = ""
    named: FindingKind | None = None
    number: str = ""
    heading: bool = False
    item: bool = False
    level: int = 0

    @property
    def lettered(self) -> bool:
        """Whether the label is a part's: a), (b), iii."""
        return bool(_LETTERED.match(f"{self.label} x")) if self.label else False

    @property
    def dotted(self) -> bool:
        """Whether the label is a number: 1., 2.3, (4)."""
        return is_dotted(self.label)


def split_label(text: str) -> tuple[str, str]:
    """A text's leading bullet, number or letter, and the rest."""
    for form in (_BULLET, _DOTTED, _LETTERED):
        found = form.match(text)
        if found:
            return found.group(1), text[found.end() :]
    return "", text


def split_name(text: str) -> tuple[FindingKind | None, str, str]:
    """What a leading "Recommendation 4:" calls the text, its number, and the rest."""
    found = _NAMED.match(text)
    if not found:
        return None, "", text
    rest = text[found.end() :]
    number = found["number"] or found["ref"] or _in_figures(found["word"])
    plain_word = not number and not re.search(r"[:–—-]\s*$", found.group(0))
    if rest and plain_word:
        return None, "", text
    called = found.group(1).lower()
    kind = next(kind for word, kind in _CALLED.items() if called.startswith(word))
    return kind, number, rest


def _in_figures(word: str | None) -> str:
    """The figure for "Two" in "Recommendation Two"; "" where there is no such word."""
    return str(_NUMBER_WORDS.index(word.lower()) + 1) if word else ""


def passage(index: int, block: Block) -> Passage:
    """One block as a passage."""
    label, text = (block.label, block.text) if block.label else split_label(block.text)
    named, number, rest = split_name(text)
    printed = f"{label} {text}" if label else text
    return Passage(
        text=rest,
        printed=printed,
        place=Place(block.page, block.line, (index,)),
        label=label,
        named=named,
        number=number,
        heading=looks_like_heading(block, text, label) and not _is_named_text(named, rest),
        item=block.kind is BlockKind.ITEM or (bool(label) and not text[:1].isdecimal()),
        level=block.level,
    )


def _is_named_text(named: FindingKind | None, rest: str) -> bool:
    """Whether a name has the finding itself behind it, and not only whom it is for."""
    if named is None or re.fullmatch(r"\([^()]*\)", rest):
        return False
    return len(rest.split()) > 5 and not re.match(r"(?:to|for)\b", rest, re.IGNORECASE)


def _is_contents_line(block: Block) -> bool:
    return len(block.text) < 200 and bool(_CONTENTS_LINE.search(block.text))


def contents(blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of a table of contents: its heading, and the lines that list headings below."""
    for index, block in enumerate(blocks):
        if _is_contents(block):
            headings = {
                fold_heading(one.text) for one in blocks[index:] if one.kind is BlockKind.HEADING
            }
            end = index + 1
            while end < len(blocks) and _is_listed(blocks[end], headings):
                end += 1
            return frozenset(range(index, end))
    return frozenset()


def _is_contents(block: Block) -> bool:
    return block.text.strip().rstrip(":").lower() in {"contents", "table of contents"}


def _is_listed(block: Block, headings: set[str]) -> bool:
    """Whether a line of the contents ends in a page number, or is a link to a heading below."""
    linked = block.kind is BlockKind.ITEM and fold_heading(block.text) in headings
    return linked or _is_contents_line(block)


def chapter_names(blocks: Sequence[Block]) -> frozenset[str]:
    """The headings that the table of contents lists, folded for comparing."""
    listed = (blocks[index].text for index in contents(blocks) if not _is_contents(blocks[index]))
    return frozenset(fold_heading(_CONTENTS_LINE.sub("", line).rstrip(". …")) for line in listed)


def passages(blocks: Sequence[Block]) -> list[Passage]:
    """All blocks but the table of contents and empty ones."""
    left_out, chapters = contents(blocks), chapter_names(blocks)
    found = [
        passage(index, piece)
        for index, block in told_as_prose(without_running_heads(blocks))
        if index not in left_out and block.text.strip()
        for piece in split_headings(block, chapters)
    ]
    return _without_address(_with_chapters(_with_bare_numbers(found), chapters))


def _with_bare_numbers(found: list[Passage]) -> list[Passage]:
    """A number without a dot is a label where the next such passage bears the next number."""
    bare = {at: int(one[1]) for at, each in enumerate(found) if (one := _BARE.match(each.text))}
    runs = {at for at in bare for other in bare if bare[other] - bare[at] in (1, -1)}
    return [_labelled(one) if at in runs else one for at, one in enumerate(found)]


def _labelled(one: Passage) -> Passage:
    number, _, text = one.text.partition(" ")
    return replace(one, label=f"{number}.", text=text.strip(), item=True, heading=False)


def _with_chapters(found: list[Passage], chapters: frozenset[str]) -> list[Passage]:
    """What the table of contents lists is a heading, even if it ends in a question mark."""
    return [
        replace(one, heading=True) if fold_heading(one.printed) in chapters else one
        for one in found
    ]


def _without_address(found: list[Passage]) -> list[Passage]:
    """The lines above a letter's greeting are its address, not headings."""
    greeting = next((at for at, one in enumerate(found[:25]) if _is_greeting(one)), 0)
    return [replace(one, heading=False) for one in found[:greeting]] + found[greeting:]


def _is_greeting(one: Passage) -> bool:
    return bool(re.match(r"Dear\b", one.printed))


def place_of(found: Iterable[Passage]) -> Place:
    """Where several passages stand: the first one's page and line, everybody's blocks."""
    together = list(found)
    blocks = tuple(index for one in together for index in one.place.blocks)
    return Place(together[0].place.page, together[0].place.line, blocks)

"""Which printed lines belong to one sentence: over line ends, blank lines and page breaks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from seed.documents.lines import Line, is_bullet, split_label

_ASIDE = r"\((?:[Tt]o |[Pp]ara(?:graph)?s?\.? |[Pp]ages? |[Ss]ee )[^()]{1,70}\)"  # (To the council)
_NOTE = (
    rf"(?:{_ASIDE}|\(\d[\d.,\s]*\)|\[\d{1, 3}\]|\d{1, 2})"  # a pointer to a paragraph or a footnote
)
_DAY_ALONE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December) \d{4}"
)
_ENDS_SENTENCE = re.compile(rf"[.!?:;]['\"’”)\]]*(?:\s*{_NOTE})?$")
_LINKING_WORDS = (
    "a an the and or of to in on at by for with from as that which who whose this these those its "
    "their his her our your is are was were be been being has have had will would should must may "
    "can could not into within between through about under over per than if when where while "
    "because so such both any all each no"
)
# A heading can end in these ("…when it could"); with a capital after them the text is another.
_CAN_END = frozenset({"is", "are", "was", "were", "be", "have", "had", "will", "would", "should"})
_CAN_END |= {"must", "may", "can", "could"}
_OPEN_WORDS = frozenset(_LINKING_WORDS.split())
_ENDS_PART = re.compile(r";\s+(?:and|or)$")  # the last part but one of a list without marks
_PAGE_BREAK = 3  # blank lines in a row that a page break leaves behind
_TITLED = re.compile(r"^[A-Z][\w ’'-]{2,40}:\s|^We recommend\b")
_NEW_START = re.compile(
    r"^(?:cc|enc|encl|copied to|copy to)\b"
    r"|^(?:section|chapter|appendix|annex) (?:\d{1,2}|[A-I])\b[.:]"
    r"|^(?:recommendations?|areas? for improvement|causes? of concern)(?: \d{1,3}\w?)?$"
    r"|^(?:(?:the |my |our )?[\w ]{0,40}['’]?s? )?(?:responses?|comments?):?$",
    re.IGNORECASE,
)
_MARKED_HEADING = re.compile(r"^(#{1,6}\s|\*\*[^*]+\*\*$)")


@dataclass(frozen=True, slots=True)
class Layout:
    """How the text was set: the wrap column in characters, None where nothing was wrapped."""

    width: int | None

    def is_full(self, line: Line, following: Line, share: float) -> bool:
        """True where the next word did not fit, so that the line broke for want of room."""
        if self.width is None or self.width < 40:
            return False
        word = following.text.split(None, 1)[0]
        return line.length + 1 + len(word) > self.width * share


def gather(lines: Sequence[Line], layout: Layout) -> list[list[Line]]:
    """The lines grouped to whole paragraphs, items, headings and rows."""
    groups: list[list[Line]] = []
    for position, line in enumerate(lines):
        after = lines[position + 1] if position + 1 < len(lines) else None
        if groups and _continues(groups[-1], line, after, layout):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def ends_sentence(text: str) -> bool:
    """True where the text ends in a full stop, question, exclamation, colon or semicolon."""
    return bool(_ENDS_SENTENCE.search(text))


def _continues(group: list[Line], line: Line, after: Line | None, layout: Layout) -> bool:
    last = group[-1]
    if "\t" in line.text or "\t" in last.text:
        return False
    if _NEW_START.match(line.text) or any(map(_MARKED_HEADING.match, (last.text, line.text))):
        return False
    if last.rank != line.rank:
        return False
    if line.label:
        return _label_continues(group, line, layout)
    if line.gap == 0 and line.rank and not ends_sentence(last.text):
        return True
    if line.gap == 0:
        return _next_line_continues(last, line, layout)
    return _line_after_blank_continues(group, line, after, layout)


def _label_continues(group: list[Line], line: Line, layout: Layout) -> bool:
    """True for "b)" whose "a)" stands inside the paragraph, and for a dash that is no bullet."""
    last, label = group[-1], line.label
    letter = label.strip("().")
    if len(letter) == 1 and letter.isalpha() and letter > "a" and not is_bullet(label):
        before = label.replace(letter, chr(ord(letter) - 1))
        inside = f" {before} " in " ".join(part.text for part in group)
        return inside and split_label(group[0].text)[0] != before
    if line.gap or ends_sentence(last.text) or not layout.is_full(last, line, 0.85):
        return False
    if is_bullet(label):
        return label in "–—-" and group[0].label != label
    return letter != "1" and not group[0].label and not last.label


def _next_line_continues(last: Line, line: Line, layout: Layout) -> bool:
    if layout.is_full(last, line, 0.85):
        return True
    if ends_sentence(last.text):
        return False
    return _begins_small(line.text) or _is_open(last.text)


def _line_after_blank_continues(
    group: list[Line], line: Line, after: Line | None, layout: Layout
) -> bool:
    last = group[-1]
    if _DAY_ALONE.fullmatch(line.text):
        return False
    if ends_sentence(last.text):
        return _set_apart(group, line) and layout.is_full(last, line, 0.95)
    if _ENDS_PART.search(last.text) and line.gap < _PAGE_BREAK:
        return False
    if _is_open(last.text) and not _may_end(last.text, line.text):
        return True
    if _begins_small(line.text):
        return not _is_short_title(group)
    if not layout.is_full(last, line, 0.9):
        return False
    if group[0].label and not _TITLED.match(line.text):
        return True
    if _set_apart(group, line) or _double_spaced(line, after):
        return True
    over_page = line.gap >= _PAGE_BREAK and len(group) > 1
    return over_page or bool(re.search(r"[,;:.]\s", last.text))


def _set_apart(group: list[Line], line: Line) -> bool:
    """True where this paragraph's own lines have been as far apart as this one is."""
    return any(part.gap == line.gap for part in group[1:])


def _double_spaced(line: Line, after: Line | None) -> bool:
    """True where the line after this one goes on in mid-sentence over the same blank."""
    return after is not None and after.gap == line.gap and _begins_small(after.text)


def _is_short_title(group: list[Line]) -> bool:
    """True for a few words on a line of their own, as a heading has."""
    only = group[0]
    return len(group) == 1 and not only.label and only.length < 60 and only.text[-1] not in ",–-"


def _begins_small(text: str) -> bool:
    start = text.lstrip("([‘'“\"*_")
    return start[:1].islower() and not start.startswith(("www.", "http"))


def _may_end(text: str, following: str) -> bool:
    """True where the last word is a verb that a heading may end in, and a capital follows."""
    return text.rsplit(None, 1)[-1] in _CAN_END and following[:1].isupper()


def _is_open(text: str) -> bool:
    """True where the text cannot end here: "…of the", or a word broken by a hyphen."""
    if re.search(r"\w[-\u2010\u00ad]$", text):
        return True
    words = text.rsplit(None, 1)
    return len(words) > 1 and words[-1] in _OPEN_WORDS

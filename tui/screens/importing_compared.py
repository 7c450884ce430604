"""An earlier wording beside the present one, with the words that came and went marked by signs."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from seed.draft import Finding
from seed.editing import Proposal
from seed.editing_differences import Difference, Standing
from tui.widgets.page import Paragraph
from tui.wording import line, told

_MARGIN = 13
GONE, CAME = ("[-", "-]"), ("[+", "+]")


def paragraphs(entry: Proposal, difference: Difference | None) -> Iterator[Paragraph]:
    """How a finding stands to the tracker, and its wording there where that is another."""
    if difference is None or not isinstance(entry.item, Finding):
        return
    if difference.standing is Standing.NEW:
        yield _labelled("+ new", "Not in the tracker yet; saved as a new record.", "query")
        return
    if difference.standing is Standing.SAME:
        yield _labelled(f"= {difference.ref}", "In the tracker already, word for word.", "quiet")
        return
    if difference.standing is Standing.WORDED:
        told_of = "In the tracker in our own words; it gets this wording of record. Ours so far:"
        yield _labelled(f"≈ {difference.ref}", told_of)
        yield Paragraph(told(difference.before, "quiet"), _MARGIN)
        return
    before, now = marked(difference.before, entry.item.whole)
    yield _labelled(
        f"≠ {difference.ref}", "In the tracker with other words; r says otherwise.", "query"
    )
    yield _labelled("Before", before)
    yield _labelled("Now", now)


def marked(before: str, now: str) -> tuple[str, str]:
    """Two wordings, in the first the words that went in [- -], in the second what came in [+ +]."""
    old, new = before.split(), now.split()
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    first = [_told(old[a:b], name, GONE) for name, a, b, _, _ in blocks]
    second = [_told(new[c:d], name, CAME) for name, _, _, c, d in blocks]
    return " ".join(filter(None, first)), " ".join(filter(None, second))


def _told(words: Sequence[str], name: str, signs: tuple[str, str]) -> str:
    text = " ".join(words)
    return text if name == "equal" or not text else f"{signs[0]}{text}{signs[1]}"


def _labelled(label: str, text: str, tone: str = "") -> Paragraph:
    return Paragraph(told(text, tone), _MARGIN, line((label, "quiet")))

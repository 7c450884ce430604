"""How a document differs from what the tracker has of its inspection, in plain lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from seed.draft import Draft
from seed.editing_differences import Difference, Differences, Standing
from seed.saving_titles import shortened

_AROUND = 4  # words that are shown before and after what changed
_LONGEST = 300  # characters of each wording


def lines(draft: Draft, known: Differences) -> Iterator[str]:
    """The counts of what is the same, changed, new and gone; each change, both wordings."""
    if not _compared(known):
        return
    counted = Counter(one.standing for one in known.of.values())
    told = [f"{counted[standing]} {words}" for standing, words in _WORDS if counted[standing]]
    told += [f"{len(known.gone)} no longer there"] if known.gone else []
    yield f"{draft.document.file_name} against the tracker: {', '.join(told)}"
    for finding in draft.findings:
        difference = known.of.get(finding.order)
        if difference and difference.standing is Standing.CHANGED:
            was, now = changed_words(difference.before, finding.whole)
            yield f"  {difference.ref} changed"
            yield f"    was: {shortened(was, _LONGEST)}"
            yield f"    now: {shortened(now, _LONGEST)}"
        elif difference and difference.standing is Standing.NEW:
            yield f"  new: {shortened(finding.whole, _LONGEST)}"
    for record in known.gone:
        yield f"  no longer there: {record.ref} {shortened(record.text, _LONGEST)}"
    yield ""


def all_or_nothing(found: Sequence[Differences]) -> str:
    """What agreeing to newer versions means; "" where nothing of a known document is changed."""
    counted = Counter(
        one.standing for known in found if _compared(known) for one in known.of.values()
    )
    moved = [f"{counted[one]} {words}" for one, words in _WORDS[1:] if counted[one]]
    if not moved:
        return ""
    return (
        f"Yes takes all of it: {', '.join(moved)}, as listed above; what is no longer there stays "
        "in the tracker and is asked about. To take some of it and leave the rest, open the "
        "tracker on the screen (“matters”) and press i."
    )


def _compared(known: Differences) -> bool:
    """Whether the document is another version of what the tracker has."""
    standings = {one.standing for one in known.of.values()}
    return bool(known.gone) or not standings <= {Standing.NEW}


_WORDS = (
    (Standing.SAME, "as before"),
    (Standing.WORDED, "put into the document’s own words"),
    (Standing.CHANGED, "changed"),
    (Standing.NEW, "new"),
)


def as_json(draft: Draft, known: Differences) -> dict[str, Any]:
    """The same for JSON."""
    return {
        "findings": [
            _finding(finding.order, known.of[finding.order])
            for finding in draft.findings
            if finding.order in known.of
        ],
        "gone": [{"ref": record.ref, "text": record.text} for record in known.gone],
    }


def _finding(order: int, difference: Difference) -> dict[str, Any]:
    return {
        "order": order,
        "standing": difference.standing.value,
        "ref": difference.ref,
        "before": difference.before,
    }


def changed_words(before: str, after: str) -> tuple[str, str]:
    """Two wordings cut down to where they differ, with a few words on either side."""
    one, other = before.split(), after.split()
    start = _alike(one, other)
    end = _alike(one[start:][::-1], other[start:][::-1])
    return _cut(one, start, end), _cut(other, start, end)


def _alike(one: list[str], other: list[str]) -> int:
    """How many words the two have in common from the first on."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count


def _cut(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(words), len(words) - end + _AROUND)
    before, after = "… " if first else "", " …" if last < len(words) else ""
    return f"{before}{' '.join(words[first:last])}{after}"

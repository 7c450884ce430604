"""What was read from a document as rows: in groups, each with what is taken of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from seed.draft import (
    Answer,
    Cause,
    CopySent,
    Finding,
    FindingKind,
    Problem,
    ProposedAction,
    ProposedDeadline,
    ProposedLink,
    Undertaking,
)
from seed.editing import Proposal
from seed.editing_accepted import place_of, words_of
from seed.editing_differences import Difference, Standing
from seed.reports.addressees import addressee
from seed.reports.openings import opens_strongly
from seed.reports.timing import timescale
from seed.saving_titles import title_of
from store.clocks import Due, RuleKind
from store.dates import When, say_short_day
from tui.screens.importing_certainty import certainty
from tui.screens.importing_session import Session
from tui.widgets.lines import Cell, Column, FixedRows, Row

COLUMNS = (
    Column("sign", "", 1),
    Column("name", "", 4, minimum=3),
    Column("words", "", None, 12),
    Column("right", "", 16, minimum=8, drop=1),
)

TAKEN, LEFT_OUT = "●", "○"
SIGNS = {
    Standing.SAME: "= {ref} same",
    Standing.CHANGED: "≠ {ref} changed",
    Standing.WORDED: "≈ {ref} wording",
    Standing.NEW: "+ new",
}
CALM = frozenset({Standing.SAME, Standing.WORDED})


@dataclass(slots=True)
class Group:
    """Some proposals under a name; with `loose` it counts what is there, not what is taken."""

    name: str
    entries: list[Proposal] = field(default_factory=list)
    loose: bool = False


def groups(entries: Sequence[Proposal]) -> list[Group]:
    """The proposals of a document in the groups in which they are looked through."""
    found = [
        Group("Findings", _findings(entries)),
        Group("Answers, and the work they promise", _of(entries, Answer, ProposedAction)),
        Group("The commissioner’s undertakings", _of(entries, Undertaking)),
        Group("Clocks that start", _of(entries, ProposedDeadline)),
        Group("Copies sent", _of(entries, CopySent)),
        Group("May continue earlier findings", _of(entries, ProposedLink)),
        Group("To look at: saved as queries", _of(entries, Problem)),
        Group("Not taken by the reader, because …", _look_alikes(entries), loose=True),
    ]
    return [group for group in found if group.entries]


def _findings(entries: Sequence[Proposal]) -> list[Proposal]:
    """Causes of concern and findings as they stand in the document, look-alikes once taken."""
    found = [
        entry
        for entry in entries
        if isinstance(entry.item, Cause)
        or (isinstance(entry.item, Finding) and (entry.taken or not entry.look_alike))
    ]
    return sorted(found, key=lambda entry: place_of(entry).blocks[:1])


def _look_alikes(entries: Sequence[Proposal]) -> list[Proposal]:
    return [entry for entry in entries if entry.look_alike and not entry.taken]


def _of(entries: Sequence[Proposal], *kinds: type) -> list[Proposal]:
    return [entry for entry in entries if isinstance(entry.item, kinds)]


def rows(session: Session) -> FixedRows:
    """The rows of a document: the head of each group (a key below nought), then what is in it."""
    entries = session.entries
    numbers = numbers_of(entries)
    ids: list[int] = []
    by_key: dict[int, Row] = {}
    for place, group in enumerate(groups(entries), 1):
        ids.append(-place)
        by_key[-place] = _head(group)
        for entry in group.entries:
            ids.append(entry.key)
            number = numbers.get(entry.key, "")
            by_key[entry.key] = _row(entry, number, session.difference(entry))
    return FixedRows(ids, by_key)


def numbers_of(entries: Sequence[Proposal]) -> dict[int, str]:
    """What each finding and answer is called in a list: the document's number, else its place."""
    called: dict[int, str] = {}
    causes = [entry for entry in entries if isinstance(entry.item, Cause)]
    findings = [one for one in _findings(entries) if isinstance(one.item, Finding)]
    answers = [entry for entry in entries if isinstance(entry.item, Answer)]
    for sign, found in (("C", causes), ("", findings), ("", answers)):
        for place, entry in enumerate(found, 1):
            own = entry.item.number if isinstance(entry.item, Finding | Answer | Cause) else ""
            called[entry.key] = f"{sign}{own or place}"
    return called


def _head(group: Group) -> Row:
    taken = sum(entry.taken for entry in group.entries)
    count = f"{len(group.entries)}" if group.loose else f"{taken} of {len(group.entries)} taken"
    return Row((Cell(""), Cell("──", "quiet"), Cell(group.name, "strong"), Cell(count, "quiet")))


def _row(entry: Proposal, number: str, difference: Difference | None) -> Row:
    tone = "" if entry.taken else "quiet"
    sign = Cell(TAKEN if entry.taken else LEFT_OUT, "strong" if entry.taken else "quiet")
    name = f"{number}*" if entry.printed else number
    if isinstance(entry.item, ProposedAction):
        name = "  ·"
    if isinstance(entry.item, Problem):
        name = "?"
    right = Cell(_right(entry), tone)
    if difference is not None:
        words = SIGNS[difference.standing].format(ref=difference.ref)
        right = Cell(words, "" if difference.standing in CALM else "query")
    return Row((sign, Cell(name, tone), Cell(gist(entry), tone), right))


def gist(entry: Proposal) -> str:
    """What a proposal is about, without who asks whom and by when."""
    item = entry.item
    if isinstance(item, Finding):
        return item.title or (words_of(entry) if entry.look_alike else title_of(item))
    if isinstance(item, Answer):
        return _asked(item)
    if isinstance(item, ProposedLink):
        return f"finding {item.order} → {item.ref}: {item.text}"
    return words_of(entry)


def _asked(answer: Answer) -> str:
    """What the recommendation asks for that an answer restates."""
    if not opens_strongly(answer.restated):
        return answer.restated
    timed = timescale(answer.restated, When())
    asked = Finding(
        FindingKind.RECOMMENDATION,
        answer.order,
        answer.restated,
        answer.place,
        timescale=timed[0] if timed else "",
        addressee=addressee(answer.restated, force=""),
    )
    return title_of(asked)


def _right(entry: Proposal) -> str:
    item = entry.item
    if entry.look_alike and not entry.taken:
        return ""
    match item:
        case Finding():
            return say_due(item.due) if item.due else "no timescale"
        case Cause():
            return "cause of concern"
        case Answer():
            return pair_words(item)
        case ProposedAction():
            return item.when.words or item.cadence or item.progress.value
        case Undertaking():
            return item.when.words or item.progress.value
        case ProposedDeadline():
            return say_due(item.due)
        case ProposedLink():
            return f"{item.score:.2f} alike"
    return ""


def pair_words(answer: Answer) -> str:
    """Which finding an answer belongs to, and how sure that is."""
    match = answer.answers
    if match is None:
        return "→ nothing"
    return f"→ {match.ref} {certainty(match).short}"


def say_due(due: Due) -> str:
    """When something is due, in the room of a column: a day, the first of several, or none."""
    if due.rule.kind is RuleKind.IMMEDIATE:
        return "immediately"
    if due.earliest is None:
        return "no date"
    day = say_short_day(due.earliest)
    return day if due.earliest == due.latest else f"from {day}"

"""One proposal in full: its words, where it stands, when it is due, what it belongs to."""

from collections.abc import Iterator, Sequence

from seed.draft import (
    Answer,
    Cause,
    CopySent,
    Finding,
    Match,
    Problem,
    ProposedAction,
    ProposedDeadline,
    ProposedLink,
    Undertaking,
)
from seed.editing import Proposal
from seed.editing_accepted import place_of
from seed.saving_frame import where
from store.clocks import Due, explain
from store.dates import When, say_when
from store.vocabulary import Applies
from tui.desk import Desk
from tui.screens.importing_certainty import certainty
from tui.widgets.page import Paragraph
from tui.wording import line, told

_MARGIN = 13


def paragraphs(desk: Desk, entry: Proposal) -> list[Paragraph]:
    """Everything that is known of a proposal."""
    return [*_state(entry), *_own(desk, entry)]


def title(entry: Proposal) -> str:
    """What a proposal is, and where it stands."""
    place = place_of(entry)
    words = where(called(entry), place.page, place.line)
    return called(entry) if isinstance(entry.item, ProposedLink) else words


def called(entry: Proposal) -> str:
    """What a proposal is, in a word or two."""
    item = entry.item
    if isinstance(item, Finding):
        return "not taken" if entry.look_alike and not entry.taken else item.kind.value
    names = {
        Cause: "cause of concern",
        Answer: "answer",
        ProposedAction: "work promised or done",
        Undertaking: "undertaking",
        ProposedDeadline: "clock",
        CopySent: "copy sent",
        ProposedLink: "link to an earlier finding",
        Problem: "to look at",
    }
    return names[type(item)]


def _labelled(label: str, text: str, tone: str = "") -> Paragraph:
    return Paragraph(told(text, tone), _MARGIN, line((label, "quiet")))


def _state(entry: Proposal) -> Iterator[Paragraph]:
    """Whether it is taken, and why not."""
    if not entry.taken:
        because = f": {entry.why}" if entry.why else ". Nothing of it is saved; space takes it."
        yield _labelled("○ left out", f"Not taken{because}", "query")
    if entry.printed:
        yield _labelled("* by hand", "The wording was changed by hand. The document says:", "query")
        yield Paragraph(told(entry.printed, "quiet"), _MARGIN)


def _own(desk: Desk, entry: Proposal) -> Iterator[Paragraph]:
    item = entry.item
    match item:
        case Finding():
            yield from _finding(desk, item)
        case Cause():
            yield _labelled("Wording", item.text)
            yield _labelled("Section", item.section or "not said")
        case Answer():
            yield from _answer(item)
        case ProposedAction():
            yield from _action(item)
        case Undertaking():
            yield _labelled("Words", item.text)
            yield _labelled("Progress", item.progress.value)
            if item.when.words:
                yield _labelled("When", say_when(item.when))
        case ProposedDeadline():
            yield from _deadline(desk, item)
        case _:
            yield from _other(item)


def _other(item: object) -> Iterator[Paragraph]:
    match item:
        case CopySent():
            yield _labelled("To", item.to)
            yield _labelled("Duty", item.duty or "none")
        case ProposedLink():
            yield _labelled("Earlier", f"{item.ref} of {item.document}", "strong")
            yield _labelled("It says", item.text)
            yield _labelled("Alike", f"{item.score:.2f} of 1: a proposal, please check")
        case Problem():
            yield _labelled("?", item.sentence)


def _finding(desk: Desk, item: Finding) -> Iterator[Paragraph]:
    yield _labelled("Wording", item.text)
    for part in item.parts:
        yield Paragraph(
            told(part.text), _MARGIN + 3, line((" " * _MARGIN, ""), (part.label, "strong"))
        )
    if item.title:
        yield _labelled("Title", item.title)
    if item.due is not None:
        yield from _due(desk, item.due, item.timescale)
    elif item.timescale:
        yield _labelled("Timescale", f"“{item.timescale}”")
    addressee = item.addressee
    ours = "" if addressee.applies is Applies.OURS else f" · {addressee.applies}"
    because = f": {addressee.because}" if ours and addressee.because else ""
    yield _labelled("Addressee", f"{addressee.words or 'not said'}{ours}{because}")
    yield _labelled("Section", item.section or "not said")
    for label, text in (("Theme", item.theme), ("Number", item.number)):
        if text:
            yield _labelled(label, text)


def _due(desk: Desk, due: Due, words: str) -> Iterator[Paragraph]:
    yield _labelled("Due", f"{_days(due)} (“{words or due.words}”)")
    yield Paragraph(told(explain(due, desk.today, desk.calendar()), "quiet"), _MARGIN)


def _days(due: Due) -> str:
    if due.earliest is None and due.latest is None:
        return "no day"
    return say_when(When(due.words, due.earliest, due.latest))


def _deadline(desk: Desk, item: ProposedDeadline) -> Iterator[Paragraph]:
    yield _labelled("What", item.what)
    yield _labelled("Owed by", item.owner)
    yield from _due(desk, item.due, item.words)
    if item.condition:
        yield _labelled("If", item.condition)


def _answer(item: Answer) -> Iterator[Paragraph]:
    yield from _pair(item.answers)
    if item.number:
        yield _labelled("Number", f"{item.number} in this letter")
    for part in item.parts_unanswered:
        yield _labelled("? no answer", f"{part.label} {part.text}", "query")
    yield _labelled("Restated", item.restated)
    for place, text in enumerate(item.paragraphs):
        yield _labelled("" if place else "Answer", text)
    for place, text in enumerate(item.comments):
        yield _labelled("" if place else "Comments", text)


def _pair(match: Match | None) -> Iterator[Paragraph]:
    """The finding it belongs to, and how sure that is."""
    if match is None:
        yield _labelled("? Answers", "no finding that is known; r chooses one", "query")
        return
    sure = certainty(match)
    yield _labelled("Answers", f"{match.ref} of {match.document}", "strong")
    yield Paragraph(told(match.text, "quiet"), _MARGIN)
    yield Paragraph(told(sure.full, "query" if sure.doubtful else "quiet"), _MARGIN)


def _action(item: ProposedAction) -> Iterator[Paragraph]:
    yield _labelled("Words", item.text)
    known: Sequence[tuple[str, str]] = (
        ("Kind", item.kind.value),
        ("Progress", item.progress.value),
        ("When", say_when(item.when) if item.when.words else ""),
        ("How often", item.cadence),
        ("Owner", item.owner),
        ("Forum", item.forum),
        ("Project", item.project),
    )
    for label, text in known:
        if text:
            yield _labelled(label, text)

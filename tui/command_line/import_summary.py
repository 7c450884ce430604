"""What was found in a document, in plain lines, before and after it is saved."""

from collections import Counter
from collections.abc import Iterator

from seed.draft import Draft, DraftDocument, NotTaken, Problem
from seed.save import Saved
from seed.saving_frame import where
from seed.saving_titles import shortened
from store.dates import say_when
from store.vocabulary import StepKind

_LONGEST = 100  # characters of a sentence that is only to be recognised


def lines(draft: Draft) -> Iterator[str]:
    """A document, what would be saved of it, what would not, and what is odd about it."""
    yield _heading(draft.document)
    for count, words in _counts(draft):
        yield f"  {_counted(count, words)}"
    for finding in draft.findings:
        due = f" · {finding.timescale}" if finding.timescale else ""
        yield f"    {finding.order}. {shortened(finding.text, _LONGEST)}{due}"
    for cause in draft.causes:
        yield f"    Cause of concern: {shortened(cause.text, _LONGEST)}"
    for answer in draft.answers:
        if answer.answers:
            yield f"    answer {answer.number or answer.order} → {_matched(answer.answers.text)}"
    yield from _listed("To look at", [_problem(one) for one in draft.problems])
    yield from _listed("Not taken", [_not_taken(one) for one in draft.not_taken])
    yield ""


def _heading(document: DraftDocument) -> str:
    parts = [f"{document.file_name}: {document.kind}"]
    if document.title:
        parts.append(f"“{shortened(document.title)}”")
    if document.force:
        parts.append(document.force)
    if document.published.words:
        parts.append(f"published {say_when(document.published)}")
    if document.dated.words:
        parts.append(f"dated {say_when(document.dated)}")
    return " · ".join(parts)


def _counts(draft: Draft) -> Iterator[tuple[int, str]]:
    """How many of each there are, nothing of which there is none."""
    kinds = Counter(finding.kind.value for finding in draft.findings)
    found = [
        *((count, kind) for kind, count in kinds.items()),
        (len(draft.causes), "cause of concern"),
        (len(draft.deadlines), "next step"),
        (len(draft.answers), "response"),
        (sum(len(answer.actions) for answer in draft.answers), "proposed action"),
        (len(draft.undertakings), "commissioner’s undertaking"),
        (sum(one.duty != StepKind.PUBLISHED for one in draft.copies), "copy sent"),
        (len(draft.links), "link to earlier findings"),
        (len(draft.unanswered), "finding without an answer"),
    ]
    shown = [pair for pair in found if pair[0]]
    yield from shown
    if not shown:
        yield 0, "finding"


def _counted(count: int, words: str) -> str:
    """A number with its words in the singular or plural: the first noun takes the ending."""
    if count == 1:
        return f"1 {words}"
    plurals = {
        "copy sent": "copies sent",
        "commissioner’s undertaking": "commissioner’s undertakings",
    }
    if words in plurals:
        return f"{count} {plurals[words]}"
    for noun in (
        "recommendation",
        "cause",
        "area",
        "step",
        "response",
        "action",
        "link",
        "finding",
    ):
        if noun in words:
            return f"{count} {words.replace(noun, f'{noun}s', 1)}"
    return f"{count} {words}"


def _matched(text: str) -> str:
    return shortened(text, _LONGEST)


def _listed(name: str, told: list[str]) -> Iterator[str]:
    if told:
        yield f"  {name} ({len(told)}):"
    for line in told:
        yield f"    {line}"


def _problem(problem: Problem) -> str:
    place = where("", problem.page, problem.line).removeprefix(", ")
    return f"{place}: {problem.sentence}" if place else problem.sentence


def _not_taken(one: NotTaken) -> str:
    place = where("", one.place.page, one.place.line).removeprefix(", ")
    return f"{place}: “{shortened(one.text, _LONGEST)}”: {one.why}"


def saved_line(saved: Saved) -> str:
    """What became of one document, as a sentence."""
    if saved.already:
        return f"{saved.file_name} was imported before, as {saved.document}: nothing was changed."
    counted = [
        _counted(count, words)
        for count, words in (
            (saved.findings, "new finding"),
            (saved.reworded, "known finding put into the report’s own words"),
            (saved.answers_reworded, "known response put into the letter’s own words"),
            (saved.responses, "response"),
            (saved.actions, "action"),
        )
        if count
    ]
    belongs = f" of {saved.inspection}" if saved.inspection else ""
    queries = f"; open queries: {saved.queries}" if saved.queries else ""
    found = f" with {', '.join(counted)}" if counted else ""
    told = f"Saved {saved.file_name} as {saved.document}{belongs}{found}{queries}."
    return f"{told} “matters undo” takes it back."

"""What an import will save, and what it saved, in sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence

from seed.draft import Draft
from seed.editing import Proposals
from seed.save import Saved
from store.clocks import Due, RuleKind
from store.dates import When, say_when
from tui.screens.importing_session import Session
from tui.wording import counted


def before(session: Session, rehearsed: Sequence[Saved]) -> list[str]:
    """What would be saved: of each document what, with which days, and what is left out.

    `rehearsed` is what saving would do, so that this says the same as what is said afterwards.
    """
    sentences = []
    for known in session.before:
        if known is not None:
            sentences.append(f"{known.file_name} was imported before, as {known.ref}.")
    for draft, saved in zip(session.accepted(), rehearsed, strict=True):
        sentences.append(f"{saved.file_name}: {_counts(saved) or 'itself'}.")
        days = list(_days(draft))
        if days:
            sentences.append("\n".join(("Its clocks and due days:", *days)))
    left = list(_left_out(session.proposals))
    if left:
        sentences.append(f"Left out by you: {'; '.join(left)}.")
    sentences.append("It is one change, and u takes all of it back afterwards.")
    return sentences


def _counts(saved: Saved) -> str:
    """How much of what is new, the same before and after it is saved; "" for nothing."""
    found = (
        *((number, kind, _several(kind)) for kind, number in saved.kinds),
        (saved.reworded, "known finding in new words", "known findings in new words"),
        (saved.responses, "answer", ""),
        (saved.answers_reworded, "known answer in new words", "known answers in new words"),
        (saved.actions, "action", ""),
        (saved.clocks, "clock", ""),
        (saved.due_days, "due day", ""),
        (saved.queries, "query", "queries"),
    )
    return ", ".join(counted(number, one, many) for number, one, many in found if number)


def _several(kind: str) -> str:
    first, _, rest = kind.partition(" ")
    return f"{first}s {rest}".strip()


def _days(draft: Draft) -> Iterator[str]:
    """Each clock with its day; findings that share a day are counted together."""
    for step in draft.deadlines:
        yield f"  {_day(step.due)}: {step.owner}, {_lower(step.words)}"
    days = Counter(_day(finding.due) for finding in draft.findings if finding.due)
    for day, number in days.items():
        yield f"  {day}: {counted(number, 'finding')}"


def _day(due: Due) -> str:
    if due.rule.kind is RuleKind.IMMEDIATE:
        return "at once"
    if due.earliest is None and due.latest is None:
        return "no day yet"
    return say_when(When("", due.earliest, due.latest))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _left_out(proposals: Proposals) -> Iterator[str]:
    """What the editor left out, counted, and every reason that was given."""
    left = [entry for entry in proposals.entries if not entry.taken and not entry.look_alike]
    if left:
        yield counted(len(left), "proposal")
    yield from dict.fromkeys(entry.why for entry in left if entry.why)


def after(saved: Saved) -> str:
    """What became of one document."""
    if saved.already:
        return f"{saved.file_name} was imported before, as {saved.document}: nothing was changed."
    told = _counts(saved)
    belongs = f" of {saved.inspection}" if saved.inspection else ""
    return f"Saved {saved.file_name} as {saved.document}{belongs}{f': {told}' if told else ''}."

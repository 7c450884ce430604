"""What a letter shows of the commissioner's duty under section 55 of the Police Act 1996."""

from collections.abc import Iterator
from datetime import date

from seed.draft import CopySent, DocumentKind
from seed.reports.reading import LETTERS
from seed.saving_document import step_of_copy
from seed.saving_frame import Saving
from store import deadlines
from store.clocks import RuleKind
from store.dates import When
from store.vocabulary import StepKind

_UNDER_SECTION_55 = LETTERS - {DocumentKind.PLAN}
_UNDATED = "the letter is undated"


def write_steps(saving: Saving) -> None:
    """Tick what the letter shows was done: comments received, copies sent (s.55(6)).

    The steps are those of the inspection's own clock; what is recorded already stays as it is, and
    without a day on the letter the step keeps its place open, with what is known beside it.
    """
    if saving.inspection is None or saving.draft.document.kind not in _UNDER_SECTION_55:
        return
    open_steps = {step.kind: step for step in _open_steps(saving, saving.inspection)}
    for kind, detail in _shown(saving):
        step = open_steps.pop(kind, None)
        if step is not None:
            done = _done(saving, kind)
            undated = not done.words and kind is not StepKind.PUBLISHED
            words = f"{detail}; {_UNDATED}" if undated else detail
            deadlines.do_step(saving.change, step, detail=words, done=done)


def _open_steps(saving: Saving, inspection: int) -> Iterator[deadlines.Step]:
    db = saving.change.db.conn
    for clock in deadlines.clocks_of_inspection(db, inspection, date.max):
        if clock.due.rule.kind is RuleKind.S55_56:
            for step in deadlines.steps(db, clock.id):
                if not step.done.words and not step.detail:
                    yield step


def _shown(saving: Saving) -> Iterator[tuple[StepKind, str]]:
    """The steps that the letter shows, each with where it shows them."""
    answers = saving.draft.answers
    if answers:
        yield StepKind.COMMENTS_IN, f"the letter holds them: {saving.at(answers[0].place)}"
    for copy in saving.draft.copies:
        kind = step_of_copy(copy.to, copy.duty)
        if kind is StepKind.PUBLISHED:
            yield kind, f"{copy.to} ({saving.at(copy.place)}); on which day is not said"
        elif kind is not None:
            yield kind, _copied(saving, copy)


def _copied(saving: Saving, copy: CopySent) -> str:
    return f"to {copy.to}: {saving.at(copy.place)}"


def _done(saving: Saving, kind: StepKind) -> When:
    """The letter's own day; what it answers with was there by that day, perhaps earlier."""
    dated = saving.draft.document.dated
    if dated.latest is None or kind is StepKind.PUBLISHED:
        return When()
    if kind is StepKind.COMMENTS_IN:
        return When(f"by the letter of {dated.words}", None, dated.latest, saving.file_name)
    return When(dated.words, dated.earliest, dated.latest, saving.file_name)

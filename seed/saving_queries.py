"""Everything odd about a document, put as queries on the record it is about."""

from seed.draft import Problem
from seed.reports.checks import no_day
from seed.saving_frame import Saving, where
from seed.saving_inspection import REPORTS
from seed.saving_letters import answered_key
from store import notes, queries
from store.models import Subject
from store.vocabulary import SubjectKind

_NO_PUBLICATION = (
    "The day of publication is not known, so nothing that runs from it has a day yet. Look it up, "
    "then correct the publication day of this document."
)


def write_queries(saving: Saving) -> None:
    """One query for each problem, and one where the clocks have no day to run from."""
    if saving.typed:
        _note(saving)
        return
    about = _lines(saving)
    document = Subject(SubjectKind.DOCUMENT, saving.document)
    for problem in _problems(saving):
        subject = document if problem.line is None else about.get(problem.line, document)
        _ask(saving, subject, problem)
    if saving.draft.document.kind in REPORTS and saving.published.earliest is None:
        _ask(saving, document, Problem(_NO_PUBLICATION))


def _problems(saving: Saving) -> list[Problem]:
    """The problems of a document, less a missing day that is known here."""
    known = saving.published.exact is not None
    missing = no_day(saving.draft.document.published)
    return [one for one in saving.draft.problems if not (known and one == missing)]


def _note(saving: Saving) -> None:
    """The problems of a document that was typed in: its queries were asked then, so as a note."""
    told = [
        f"{where(saving.file_name, one.page, one.line)}: {one.sentence}"
        for one in _problems(saving)
    ]
    if told:
        document = Subject(SubjectKind.DOCUMENT, saving.document)
        notes.add(saving.change, document, "\n".join(told), on=saving.since)


def _ask(saving: Saving, subject: Subject, problem: Problem) -> None:
    queries.ask(
        saving.change,
        subject,
        problem.sentence,
        source=where(saving.file_name, problem.page, problem.line),
        since=saving.since,
    )


def _lines(saving: Saving) -> dict[int, Subject]:
    """The recommendation that stands, or is answered, at a line of the document."""
    found: dict[int, Subject] = {}
    for finding in saving.draft.findings:
        key = saving.findings.get((saving.file_name, finding.order))
        if key is not None:
            found[finding.place.line] = Subject(SubjectKind.RECOMMENDATION, key)
    for answer in saving.draft.answers:
        key = answered_key(saving, answer)
        if key is not None:
            for place in (answer.restated_place, answer.place):
                found[place.line] = Subject(SubjectKind.RECOMMENDATION, key)
    return found

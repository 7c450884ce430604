"""Several documents read together, so that a letter finds the report it answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from seed.documents.blocks import Reading
from seed.draft import (
    Answer,
    Draft,
    FindingKind,
    KnownFinding,
    Part,
    Problem,
    Unanswered,
)
from seed.reports.checks import counted_otherwise, opening_remark
from seed.reports.parts import inline_parts
from seed.reports.reading import (
    LETTERS,
    Opened,
    draft_report,
    open_reading,
)
from seed.responses.claims import name
from seed.responses.pairing import NEAR, Candidate, candidates_known, candidates_of, pair
from seed.responses.part_gaps import gap_problems, with_gaps
from seed.responses.prose import without_unpaired
from seed.responses.reading import read_letter
from seed.responses.review_links import review_links
from store.dates import When

_ANSWERS_NONE = (
    "This letter fits none of the reports read with it: its answers stand with what the letter "
    "itself restates. If it answers one of them, choose the finding of each answer."
)
_MOST_PAIRED = 0.5  # share of a letter's answers that must pair before it counts as answering


def draft(
    readings: Sequence[Reading],
    known: Sequence[KnownFinding] = (),
    published: When | None = None,
) -> list[Draft]:
    """A Draft for each Reading, in the order given; letters are paired with what they answer.

    `published` is the day of publication where somebody knows it better than the report tells.
    """
    opened = [_published(open_reading(reading), published) for reading in readings]
    drafts = [_first_reading(one) for one in opened]
    reports = [one for one in drafts if one.document.kind not in LETTERS and one.findings]
    return [_second_reading(one, reports, known) for one in drafts]


def _published(opened: Opened, published: When | None) -> Opened:
    if published is None or opened.document.kind in LETTERS:
        return opened
    return replace(opened, document=replace(opened.document, published=published))


def _first_reading(opened: Opened) -> Draft:
    return read_letter(opened) if opened.document.kind in LETTERS else draft_report(opened)


def _second_reading(one: Draft, reports: Sequence[Draft], known: Sequence[KnownFinding]) -> Draft:
    """A letter paired and checked; a review linked to what came before; others as they are."""
    others = [report for report in reports if report is not one]
    earlier = [found for report in others for found in candidates_of(report)]
    earlier += candidates_known(known)
    if one.document.kind not in LETTERS:
        return _linked(one, earlier)
    answered, candidates = _answered(one, others, known)
    sure = without_unpaired(answered)
    if candidates:
        return _linked(_paired(sure, candidates), earlier)
    alone = _with_itself(sure)
    if others and alone.answers:
        alone = replace(alone, problems=(*alone.problems, Problem(_ANSWERS_NONE)))
    return _linked(alone, earlier)


def _answered(
    letter: Draft, reports: Sequence[Draft], known: Sequence[KnownFinding]
) -> tuple[Draft, list[Candidate]]:
    """The letter paired with the report, or the inspection in the tracker, that it answers."""
    choices = [candidates_of(report) for report in reports]
    inspections = dict.fromkeys(one.inspection for one in known)
    choices += [
        candidates_known([one for one in known if one.inspection == inspection])
        for inspection in inspections
    ]
    scored = [(pair(letter, candidates), candidates) for candidates in choices]
    scored.sort(key=lambda choice: -_pairs(choice[0]))
    restating = sum(not answer.spoken for answer in letter.answers)
    if not scored or _pairs(scored[0][0]) < max(1.0, _MOST_PAIRED * restating):
        return letter, []
    return scored[0]


def _pairs(letter: Draft) -> float:
    return sum(answer.answers is not None for answer in letter.answers)


def _paired(letter: Draft, candidates: Sequence[Candidate]) -> Draft:
    """The letter against its report: gaps, unanswered findings, counts that differ."""
    answered = {answer.answers.ref for answer in letter.answers if answer.answers}
    unanswered = tuple(
        Unanswered(one.ref, one.text, one.order, one.uid)
        for one in candidates
        if one.ref not in answered and one.kind != FindingKind.CAUSE_OF_CONCERN.value
    )
    answers = _with_gaps(letter.answers, {one.ref: one.parts for one in candidates})
    own = tuple(
        finding
        for finding, answer in zip(letter.findings, letter.answers, strict=True)
        if answer.answers is None
    )
    problems = [
        *letter.problems,
        *_pairing_problems(letter.answers),
        *(no_answer(one) for one in unanswered),
        *(problem for answer in answers for problem in gap_problems(answer)),
        *_count_problems(letter, candidates),
    ]
    return replace(
        letter, findings=own, answers=answers, unanswered=unanswered, problems=tuple(problems)
    )


def _with_itself(letter: Draft) -> Draft:
    """A letter whose report is not at hand: each answer belongs to what the letter restates."""
    paired = pair(letter, candidates_of(letter))
    answers = _with_gaps(paired.answers, {})
    kinds = {finding.kind for finding in letter.findings}
    problems = [
        *(problem for answer in answers for problem in gap_problems(answer)),
        *(
            problem
            for count in letter.stated
            if count.kind in kinds and (problem := counted_otherwise(count, letter.findings, ()))
        ),
    ]
    return replace(letter, answers=answers, problems=(*letter.problems, *problems))


def _with_gaps(
    answers: Sequence[Answer], known: Mapping[str, tuple[Part, ...]]
) -> tuple[Answer, ...]:
    """The answers with the parts of their recommendations that they do not take up."""
    parts = [_parts(answer, known) for answer in answers]
    gaps = with_gaps(answers, parts)
    return tuple(
        replace(answer, parts_unanswered=gap) for answer, gap in zip(answers, gaps, strict=True)
    )


def _parts(answer: Answer, known: Mapping[str, tuple[Part, ...]]) -> Sequence[Part]:
    """The report's parts where the answer is paired, else those the letter restates."""
    if answer.answers and known.get(answer.answers.ref):
        return known[answer.answers.ref]
    _, parts = inline_parts(answer.restated)
    return [Part(label, text, answer.restated_place) for label, text in parts]


def _pairing_problems(answers: Sequence[Answer]) -> list[Problem]:
    """One sentence for each pair that the editor should look at."""
    told: list[Problem] = []
    seen: dict[str, Answer] = {}
    for answer in answers:
        place = answer.restated_place
        sentence = doubt(answer)
        if sentence:
            told.append(Problem(sentence, place.page, place.line))
        ref = answer.answers.ref if answer.answers else ""
        if ref in seen:
            sentence = f"{name(seen[ref])} and {name(answer)} restate one finding."
            told.append(Problem(sentence, place.page, place.line))
        if ref:
            seen.setdefault(ref, answer)
    return told


def doubt(answer: Answer) -> str:
    """Why a pair is uncertain; "" where it is not."""
    match = answer.answers
    if match is None:
        return f"{name(answer)} restates nothing in the report; choose its finding."
    if answer.spoken:
        words = answer.restated[:70].rstrip()
        return f"“{words}…” is paired by some of its words alone; please check which it answers."
    if match.by_number:
        return f"{name(answer)} is paired by its number alone; please check."
    if match.score - match.second_score < NEAR:
        scores = f"{match.score:.2f} against {match.second_score:.2f}"
        return f"{name(answer)} is nearly as like another finding ({scores}); please check."
    return ""


def no_answer(one: Unanswered) -> Problem:
    """What a letter leaves open that does not answer a finding."""
    text = one.text if len(one.text) <= 90 else f"{one.text[:87].rstrip()}…"
    return Problem(f"Finding {one.ref} “{text}” has no answer in the letter.")


def _count_problems(letter: Draft, candidates: Sequence[Candidate]) -> list[Problem]:
    """Where the letter's own count of recommendations is not the report's."""
    found: list[Problem] = []
    for count in letter.stated:
        listed = sum(one.kind == count.kind.value for one in candidates)
        if listed and listed != count.number:
            found.append(
                Problem(
                    f"The letter says “{count.words}”; the report lists {listed}."
                    + opening_remark(count.number, [one.text for one in candidates]),
                    count.place.page,
                    count.place.line,
                )
            )
    return found


def _linked(one: Draft, earlier: Sequence[Candidate]) -> Draft:
    """A review's areas linked to earlier findings; other documents as they are."""
    areas = [finding for finding in one.findings if finding.kind is FindingKind.AREA_STILL]
    if not areas or not earlier:
        return one
    own = {finding.kind for finding in one.findings}
    told = replace(one, stated=tuple(count for count in one.stated if count.kind not in own))
    return replace(
        one,
        links=tuple(review_links(areas, earlier)),
        problems=(*one.problems, *_count_problems(told, earlier)),
    )

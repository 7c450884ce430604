"""One letter read from its date to its copies."""

from collections.abc import Mapping
from dataclasses import replace

from seed.anachronisms import anachronisms
from seed.day_mentions import mentions
from seed.draft import (
    Addressee,
    Answer,
    DocumentKind,
    Draft,
    Finding,
    FindingKind,
    Part,
    Problem,
)
from seed.passages.passage import Passage, place_of
from seed.reports.addressees import addressee
from seed.reports.checks import reader_remarks
from seed.reports.front_matter import stated_counts
from seed.reports.look_alikes import LookAlikes
from seed.reports.parts import inline_parts
from seed.reports.reading import Opened
from seed.reports.timing import timescale
from seed.reports.zones import zones
from seed.responses.actions import named_forums, proposed_actions
from seed.responses.aliases import alias_problems
from seed.responses.claims import conflicts, copies
from seed.responses.formalities import copies_sent, formality_problems, sent_by, sent_to
from seed.responses.group_problems import (
    group_problems,
    no_answers,
    once_each,
    unplaced_problems,
    unread_mentions,
)
from seed.responses.letters import RoughAnswer, cut, heading_kind
from seed.responses.prose import spoken
from seed.responses.undertakings import undertaken_below, undertakings
from store.dates import When


def read_letter(opened: Opened) -> Draft:
    """A letter's answers, undertakings, copies and contradictions; not yet paired with a report.

    What it restates stands in `findings` until it is paired, so that a letter whose report is not
    at hand still yields its recommendations.
    """
    document = opened.document
    letter = cut(opened.passages)
    forums = named_forums(opened.passages)
    roughs = letter.answers or spoken(letter.body)
    answers = once_each([_answer(rough, order, forums) for order, rough in enumerate(roughs, 1)])
    kind = heading_kind(letter.body)
    findings = [
        _restated(rough, order, kind, document.force) for order, rough in enumerate(roughs, 1)
    ]
    taken = frozenset(
        block for rough in roughs for one in rough.passages for block in one.place.blocks
    )
    look_alikes = LookAlikes(document.kind, document.force, document.published, taken)
    return Draft(
        document=replace(document, sent_by=sent_by(letter.body), sent_to=sent_to(letter.body)),
        findings=tuple(findings),
        stated=stated_counts(letter.body),
        answers=tuple(answers),
        undertakings=tuple(undertakings(letter.body)),
        copies=tuple(copies_sent(opened.passages)),
        not_taken=tuple(look_alikes.find(zones(letter.body, frozenset()))),
        problems=(
            *reader_remarks(opened.reading),
            *_formalities(opened),
            *copies(answers),
            *group_problems(letter.answers),
            *no_answers(answers),
            *unread_mentions(letter.body, answers),
            *unplaced_problems(letter.unplaced),
            *conflicts(answers),
            *anachronisms(document.dated, mentions(opened.passages)),
            *alias_problems(opened.passages),
        ),
    )


def _formalities(opened: Opened) -> list[Problem]:
    """What a letter lacks of what section 55 asks; a force's own plan need not have it."""
    if opened.document.kind is DocumentKind.PLAN:
        return []
    return formality_problems(opened.passages, opened.document.dated)


def _answer(rough: RoughAnswer, order: int, forums: Mapping[str, str]) -> Answer:
    response = rough.response
    words = rough.response or rough.comments or rough.restated
    return Answer(
        order=order,
        number=rough.number,
        label=rough.label,
        restated=" ".join(one.text for one in rough.restated),
        restated_place=place_of(rough.restated or words),
        paragraphs=tuple(_paragraph(one) for one in response),
        place=place_of(words),
        comments=tuple(_paragraph(one) for one in rough.comments),
        dates=tuple(mentions(response)),
        actions=(
            *proposed_actions(_said_of_it(rough), forums),
            *undertaken_below(rough.comments),
        ),
        spoken=rough.spoken,
    )


def _said_of_it(rough: RoughAnswer) -> list[Passage]:
    """The response; in running text less the sentence that restates the finding."""
    if not rough.spoken:
        return rough.response
    sentence = rough.restated[0].text
    first = rough.response[0].text.removeprefix(sentence).strip()
    return [replace(rough.response[0], text=first, printed=first), *rough.response[1:]]


def _paragraph(one: Passage) -> str:
    return one.printed


def _restated(rough: RoughAnswer, order: int, kind: FindingKind | None, force: str) -> Finding:
    """The recommendation as the letter prints it, for when its report is not at hand."""
    text = " ".join(one.text for one in rough.restated)
    stem, parts = inline_parts(text)
    timed = timescale(stem, When())
    place = place_of(rough.restated or rough.passages)
    own_kind = rough.named or kind or FindingKind.RECOMMENDATION
    still = own_kind is FindingKind.AREA_STILL
    whom = Addressee(force) if still else addressee(stem, force=force)
    return Finding(
        kind=own_kind,
        order=order,
        text=stem or rough.label,
        place=place,
        parts=tuple(Part(label, part, place, timed[0] if timed else "") for label, part in parts),
        number=rough.number,
        section=rough.section,
        heading=rough.heading,
        addressee=whom,
        timescale=timed[0] if timed else "",
        due=timed[1] if timed else None,
    )

"""A letter cut into its answers: the recommendation as restated, the response, the comments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from seed.draft import FindingKind
from seed.passages.heading_shapes import fold_heading
from seed.passages.headings import ANNOUNCES_FINDINGS, Role, read_heading
from seed.passages.passage import Passage
from seed.reports.openings import asks_somebody, wants_parts
from seed.responses.grouped import as_named, separated
from seed.responses.named_answers import answers_at_once, name_and_answer
from seed.responses.restating import (
    SIGN_OFF,
    is_title,
    restated_starts,
    restates,
    stands_alone,
    starts_without_markers,
)

_BEHIND_A_DASH = re.compile(
    r"(?P<restated>.{20,}?[.;)\"”’])\s+[–—-]\s+(?P<said>[A-Z].*)", re.DOTALL
)

_WHO_FORCE = (
    r"(?:force|constabulary|police|chief constable|chief officer|service|[A-Z]\w+ (?:police"
    r"|constabulary))"
)
_WHO_BODY = (
    r"(?:p(?:f)?cc|opcc|(?:police(?:, fire)? and crime )?commissioner|local policing body"
    r"|mayor|MOPAC)"
)
_MARKER = re.compile(
    rf"(?:(?P<body>(?:the |my )?{_WHO_BODY}['’]?s?|my(?= (?:own )?(?:response|comment)))"
    rf"|(?P<force>(?:the |our )?{_WHO_FORCE}['’]?s?|our(?= (?:response|comment))))?"
    r"\s*(?:formal )?(?:responses?|comments?|positions?|update|reply"
    r"|action(?:s)? (?:taken|proposed))"
    r"(?: to (?:the |this )?recommendation)?\s*(?P<end>[:–—-]+|$)\s*",
    re.IGNORECASE,
)
_RESPONDED = re.compile(
    rf"(?:the |our )?{_WHO_FORCE} (?:has |have )?(?:responded|replied|commented|told me|said)"
    r"(?: to (?:this|the recommendation))?(?: as follows| that follows)?\s*:\s*",
    re.IGNORECASE,
)
_RESPONSE_TO = re.compile(
    r"(?:our |my )?(?:responses?|comments?) (?:to|on) .*\b(?:recommendation|area|cause|concern)",
    re.IGNORECASE,
)
_QUOTE_MARKS = "\"“”‘’'"
_QUOTED = re.compile(r"[\"“‘']")
_OWN_WORDS = re.compile(
    r"^I (?:am|will|shall|have|hope|look|trust|would)\b"
    r"|^(?:A copy|Copies) of this (?:letter|response)\b"
)


@dataclass(slots=True)
class RoughAnswer:
    """One answer while it is put together."""

    restated: list[Passage]
    number: str = ""
    label: str = ""
    named: FindingKind | None = None
    section: str = ""
    heading: str = ""
    group: str = ""
    response: list[Passage] = field(default_factory=list)
    comments: list[Passage] = field(default_factory=list)
    spoken: bool = False

    @property
    def passages(self) -> list[Passage]:
        """Everything it is made of."""
        return [*self.restated, *self.response, *self.comments]


@dataclass(frozen=True, slots=True)
class CutLetter:
    """A letter's answers, and the passages that belong to none.

    `unplaced` are the markers ("Force response:") above which no finding is restated.
    """

    answers: list[RoughAnswer]
    body: list[Passage]
    unplaced: list[Passage] = field(default_factory=list)


def marker(one: Passage) -> tuple[str, str] | None:
    """For "Force response: …": whose words follow ("force", "commissioner") and those words."""
    text = one.printed
    told = _RESPONDED.match(text)
    if told:
        return "force", text[told.end() :]
    found = _MARKER.match(text)
    if not found or not (found.group("body") or found.group("force") or found.group("end")):
        return None
    if not found.group("end") and found.end() != len(text):
        return None
    return ("commissioner" if found.group("body") else "force"), text[found.end() :]


def cut(passages: Sequence[Passage]) -> CutLetter:
    """The letter's answers in order; one that is given to several findings stands under each."""
    found = _cut([as_named(one) for one in passages])
    return replace(found, answers=[one for answer in found.answers for one in _each(answer)])


def _each(answer: RoughAnswer) -> list[RoughAnswer]:
    """An answer to "Recommendations 3 and 4" as two answers; any other answer as it is."""
    apart = separated(answer.number, answer.label, answer.restated)
    if len(answer.restated) > 1 and all(map(stands_alone, answer.restated)):
        apart = [(answer.number, answer.label, [one]) for one in answer.restated]
    if len(apart) < 2:
        return [answer]
    return [
        replace(
            answer,
            restated=restated,
            number=number,
            label=label,
            group=answer.label or answer.restated[0].text[:60].rstrip(),
            response=list(answer.response),
            comments=list(answer.comments),
        )
        for number, label, restated in apart
    ]


def _cut(passages: Sequence[Passage]) -> CutLetter:
    marks = [(index, mark) for index, one in enumerate(passages) if (mark := _mark(one))]
    if not any(mark[0] == "force" for _, mark in marks):
        return _cut_without_markers(passages)
    found = restated_starts(passages, [index for index, _ in marks])
    starts = [start for start in found if start is not None]
    if not starts:
        return CutLetter([], list(passages))
    answers = [
        _answer(passages, start, stop, marks)
        for start, stop in zip(starts, [*starts[1:], len(passages)], strict=True)
    ]
    _set_sections(answers, passages)
    below = [one for answer in answers for one in _below_its_row(answer)]
    below += [one for answer in answers for one in _of_next_cause(answer)]
    body = [*passages[: starts[0]], *below, *_after_sign_off(answers[-1])]
    unplaced = [
        passages[index]
        for (index, mark), start in zip(marks, found, strict=True)
        if start is None and mark[0] == "force"
    ]
    return CutLetter(answers, body, unplaced)


def _below_its_row(answer: RoughAnswer) -> list[Passage]:
    """What stands below the table row that an answer was read from; taken out of the answer."""
    row = answer.restated[0].place.blocks
    if not any(one.place.blocks == row for one in (*answer.response, *answer.comments)):
        return []
    taken = [one for one in (*answer.response, *answer.comments) if one.place.blocks != row]
    answer.response = [one for one in answer.response if one.place.blocks == row]
    answer.comments = [one for one in answer.comments if one.place.blocks == row]
    return taken


def _of_next_cause(answer: RoughAnswer) -> list[Passage]:
    """What a heading "Cause of concern 2" opens below an answer; taken out of the answer."""
    last = answer.comments or answer.response
    at = next((at for at, one in enumerate(last) if _heads_a_cause(one)), len(last))
    taken = last[at:]
    del last[at:]
    return taken


def _heads_a_cause(one: Passage) -> bool:
    return one.heading and one.named is FindingKind.CAUSE_OF_CONCERN and not one.text


def _set_sections(answers: Sequence[RoughAnswer], passages: Sequence[Passage]) -> None:
    """Each answer's section: the announcing heading above it, else the appendix it stands in."""
    section, heading = "", ""
    starts = {one.place.blocks[0]: answer for answer in answers for one in answer.passages[:1]}
    for one in passages:
        answer = starts.get(one.place.blocks[0])
        if answer:
            answer.section, answer.heading = section or heading, heading
        elif re.match(r"(?:appendix|annex)\b", one.printed, re.IGNORECASE):
            section = heading = one.printed
        elif read_heading(fold_heading(one.printed))[0] in {Role.STILL, Role.AREA}:
            section = heading = one.printed.rstrip(" :")
        elif one.heading:
            heading = one.printed


def _mark(one: Passage) -> tuple[str, str] | None:
    mark = marker(one)
    wordy = mark is not None and one.heading and len(one.printed.split()) > 8
    return None if wordy else mark


def _answer(
    passages: Sequence[Passage],
    start: int,
    stop: int,
    marks: Sequence[tuple[int, tuple[str, str]]],
) -> RoughAnswer:
    inside = [(index, mark) for index, mark in marks if start <= index < stop]
    first = inside[0][0]
    restated = list(passages[start:first])
    named = next((one for one in restated if one.named), None)
    numbered = named.number if named else ""
    answer = RoughAnswer(
        restated=_worded(restated),
        number=numbered or (restated[0].label.strip("().") if restated[0].dotted else ""),
        label=_label(restated),
        named=named.named if named else None,
        spoken=len(restated) == 1 and not restates(restated[0]) and is_title(restated[0]),
    )
    ends = [index for index, _ in inside[1:]] + [stop]
    for (index, (who, rest)), end in zip(inside, ends, strict=True):
        words = _with_first(passages[index], rest, passages[index + 1 : end])
        words = _without_next_heading(words)
        (answer.comments if who == "commissioner" else answer.response).extend(words)
    return answer


def _without_next_heading(words: list[Passage]) -> list[Passage]:
    """An answer's words less the headings at their end that stand above what comes next."""
    while words and (_restates_a_cause(words[-1]) or (words[-1].heading and _announces(words[-1]))):
        words = words[:-1]
    return words


def _restates_a_cause(one: Passage) -> bool:
    """Whether it names the cause of concern that the next recommendation stands below."""
    return one.named is FindingKind.CAUSE_OF_CONCERN and bool(one.text)


def _announces(one: Passage) -> bool:
    """Whether a heading only says what comes: "Cause of concern 2", "Areas for improvement"."""
    role, _ = read_heading(fold_heading(one.printed))
    announced = role in ANNOUNCES_FINDINGS or role is Role.TIMESCALE
    announced = announced or bool(_RESPONSE_TO.match(one.printed))
    return announced or (one.named is not None and not one.text)


def _worded(restated: Sequence[Passage]) -> list[Passage]:
    """The passages with words of their own; the bare heading where there is nothing else."""
    if _is_quoted_below_its_title(restated):
        return list(restated[1:])
    return [one for one in restated if one.text] or list(restated[:1])


def _label(restated: Sequence[Passage]) -> str:
    """The words by which the letter calls it: "Area for improvement 2", "8.", ""."""
    first = restated[0]
    if first.named:
        printed = first.printed.removeprefix(first.label).strip()
        return printed.removesuffix(first.text).strip(" :.–—-")
    return first.label.strip("().") if first.dotted else ""


def _with_first(one: Passage, rest: str, following: Sequence[Passage]) -> list[Passage]:
    if not rest:
        return list(following)
    return [replace(one, text=rest, printed=rest, heading=False, label=""), *following]


def _cut_without_markers(passages: Sequence[Passage]) -> CutLetter:
    """Letters that put the answer straight below each numbered recommendation."""
    starts = starts_without_markers(passages)
    if not starts:
        return CutLetter([], list(passages))
    answers: list[RoughAnswer] = []
    for start, stop in zip(starts, [*starts[1:], len(passages)], strict=True):
        inside, head = _answered_at_once(passages[start:stop])
        named = inside[0]
        answers.append(
            RoughAnswer(
                restated=_worded(inside[:head]),
                number=named.number or (named.label.strip("().") if named.dotted else ""),
                label=_label(inside),
                named=named.named,
                response=_without_next_heading(inside[head:]),
            )
        )
    after = _after_sign_off(answers[-1])
    for answer in answers:
        _split_at_dash(answer)
    return CutLetter(answers, [*passages[: starts[0]], *after])


def _answered_at_once(inside: Sequence[Passage]) -> tuple[list[Passage], int]:
    """The passages of one answer and how many restate; a name apart from an answer behind it."""
    below = list(inside[1:])
    alone = not below or _ends_answers(below[0], is_response=True)
    if answers_at_once(inside[0], alone=alone):
        return [*name_and_answer(inside[0]), *below], 1
    return [inside[0], *below], _restated_length(inside)


def _split_at_dash(answer: RoughAnswer) -> None:
    """An answer that stands behind a dash in the paragraph that restates its finding, apart."""
    found = None if answer.response else _BEHIND_A_DASH.match(answer.restated[-1].text)
    if found:
        last = answer.restated[-1]
        said = replace(last, text=found["said"], printed=found["said"], label="", named=None)
        answer.response = [said]
        answer.restated[-1] = replace(last, text=found["restated"])


def _restated_length(inside: Sequence[Passage]) -> int:
    """How many passages name and restate the finding, with the bullets its stem wants."""
    titled = _is_quoted_below_its_title(inside)
    length = 1 if (inside[0].text and not titled) or _answers_at_once(inside) else 2
    if not wants_parts(inside[:length][-1].text):
        return length
    while length < len(inside) and (inside[length].item or inside[length].lettered):
        length += 1
    return length


def _is_quoted_below_its_title(inside: Sequence[Passage]) -> bool:
    """Whether "AFI 1 – attendance" stands above the finding itself, printed as a quotation."""
    if len(inside) < 2 or not inside[0].heading:
        return False
    below = inside[1].printed
    return bool(_QUOTED.match(below)) and asks_somebody(below.strip(_QUOTE_MARKS))


def _answers_at_once(inside: Sequence[Passage]) -> bool:
    """Whether the words below a bare "Recommendation 4" answer it, and do not restate it."""
    if len(inside) < 2:
        return False
    below = inside[1]
    alone = len(inside) == 2 or _ends_answers(inside[2], is_response=True)
    if inside[0].named is not FindingKind.RECOMMENDATION and not alone:
        return False
    return not (asks_somebody(below.text) or _QUOTED.match(below.printed))


def _after_sign_off(last: RoughAnswer) -> list[Passage]:
    """The commissioner's own last words and the signature; taken out of the last answer."""
    taken: list[Passage] = []
    for words in (last.response, last.comments):
        ends = (at for at, one in enumerate(words) if _ends_answers(one, words is last.response))
        end = next(ends, None)
        if end is not None:
            taken.extend(words[end:])
            del words[end:]
    return taken


def _ends_answers(one: Passage, is_response: bool) -> bool:
    return bool(SIGN_OFF.match(one.text) or (is_response and _OWN_WORDS.match(one.text)))


def heading_kind(passages: Sequence[Passage]) -> FindingKind | None:
    """What a letter's own heading calls its items ("Areas still requiring improvement")."""
    for one in passages:
        role, _ = read_heading(fold_heading(one.printed))
        if role is Role.STILL:
            return FindingKind.AREA_STILL
        if role is Role.AREA:
            return FindingKind.AREA_FOR_IMPROVEMENT
    return None

"""A letter cut into its answers: the recommendation as restated, the response, the comments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from seed.draft import FindingKind
from seed.passages.heading_shapes import fold_heading
from seed.passages.headings import ANNOUNCES_FINDINGS, Role, read_heading
from seed.passages.passage import Passage
from seed.reports.openings import asks_somebody, opens_strongly, wants_parts
from seed.responses.grouped import as_named, separated

_BEHIND_A_DASH = re.compile(
    r"(?P<restated>.{20,}?[.;)\"”’])\s+[–—-]\s+(?P<said>[A-Z].*)", re.DOTALL
)
_SHORTEST_TITLE = 4  # words
FURTHEST_BACK = 14  # passages that one restated recommendation with its parts may span

_WHO_FORCE = (
    r"(?:force|constabulary|police|chief constable|chief officer|service|[A-Z]\w+ (?:police"
    r"|constabulary))"
)
_WHO_BODY = (
    r"(?:p(?:f)?cc|opcc|(?:police(?:, fire)? and crime )?commissioner|local policing body|mayor)"
)
_MARKER = re.compile(
    rf"(?:(?P<body>(?:the |my )?{_WHO_BODY}['’]?s?|my(?= (?:own )?(?:response|comment)))"
    rf"|(?P<force>(?:the |our )?{_WHO_FORCE}['’]?s?))?"
    r"\s*(?:formal )?(?:responses?|comments?|update|reply|action(?:s)? (?:taken|proposed))"
    r"(?: to (?:the |this )?recommendation)?\s*(?P<end>[:–—-]+|$)\s*",
    re.IGNORECASE,
)
SIGN_OFF = re.compile(r"^yours (?:sincerely|faithfully|truly)\b|^kind regards\b", re.IGNORECASE)
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
    """A letter's answers, and the passages that belong to none."""

    answers: list[RoughAnswer]
    body: list[Passage]


def marker(one: Passage) -> tuple[str, str] | None:
    """For "Force response: …": whose words follow ("force", "commissioner") and those words."""
    text = one.printed
    found = _MARKER.match(text)
    if not found or not (found.group("body") or found.group("force") or found.group("end")):
        return None
    if not found.group("end") and found.end() != len(text):
        return None
    return ("commissioner" if found.group("body") else "force"), text[found.end() :]


def cut(passages: Sequence[Passage]) -> CutLetter:
    """The letter's answers in order; one that is given to several findings stands under each."""
    found = _cut([as_named(one) for one in passages])
    return CutLetter([one for answer in found.answers for one in _each(answer)], found.body)


def _each(answer: RoughAnswer) -> list[RoughAnswer]:
    """An answer to "Recommendations 3 and 4" as two answers; any other answer as it is."""
    apart = separated(answer.number, answer.label, answer.restated)
    if len(answer.restated) > 1 and all(map(_stands_alone, answer.restated)):
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
    starts = _starts(passages, marks)
    if not starts:
        return CutLetter([], list(passages))
    answers = [
        _answer(passages, start, stop, marks)
        for start, stop in zip(starts, [*starts[1:], len(passages)], strict=True)
    ]
    _set_sections(answers, passages)
    below = [one for answer in answers for one in _below_its_row(answer)]
    return CutLetter(answers, [*passages[: starts[0]], *below, *_after_sign_off(answers[-1])])


def _below_its_row(answer: RoughAnswer) -> list[Passage]:
    """What stands below the table row that an answer was read from; taken out of the answer."""
    row = answer.restated[0].place.blocks
    if not any(one.place.blocks == row for one in (*answer.response, *answer.comments)):
        return []
    taken = [one for one in (*answer.response, *answer.comments) if one.place.blocks != row]
    answer.response = [one for one in answer.response if one.place.blocks == row]
    answer.comments = [one for one in answer.comments if one.place.blocks == row]
    return taken


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


def _starts(passages: Sequence[Passage], marks: Sequence[tuple[int, tuple[str, str]]]) -> list[int]:
    """Where each restated recommendation begins: looked for backwards from its first marker."""
    starts: list[int] = []
    floor = 0
    for index, _ in marks:
        start = _restated_start(passages, floor, index)
        if start is not None:
            starts.append(start)
        floor = index + 1
    return starts


def _restated_start(passages: Sequence[Passage], floor: int, end: int) -> int | None:
    lowest = max(floor, end - FURTHEST_BACK)
    candidates = range(end - 1, lowest - 1, -1)
    strong = next((index for index in candidates if _restates(passages[index])), None)
    if strong is None:
        strong = next((index for index in candidates if _is_numbered(passages[index])), None)
    title = end - 1 if end > lowest and _is_title(passages[end - 1]) else None
    if strong is None or (title and strong < title and _only_announces(passages[strong])):
        return title
    group = next((at for at in range(strong, lowest - 1, -1) if ", " in passages[at].number), None)
    if group is not None and all(_restates(one) for one in passages[group:strong]):
        return group
    strong = _first_restated(passages, lowest, strong)
    above = strong - 1
    if above >= lowest and _names_a_finding(passages[above]) and not passages[strong].named:
        return above
    return strong


def _first_restated(passages: Sequence[Passage], lowest: int, strong: int) -> int:
    """The first of several restated findings that stand between a heading and one answer."""
    first = strong
    while first > lowest and _stands_alone(passages[first]) and _stands_alone(passages[first - 1]):
        first -= 1
    return first if first > lowest and passages[first - 1].heading else strong


def _stands_alone(one: Passage) -> bool:
    """Whether a paragraph is a whole restated finding, of which several may have one answer."""
    return asks_somebody(one.text) and not (one.heading or one.label or wants_parts(one.text))


def _is_title(one: Passage) -> bool:
    """Whether a heading may be a finding's own title, to be known by its words alone."""
    return one.heading and one.named is None and len(one.text.split()) >= _SHORTEST_TITLE


def _only_announces(one: Passage) -> bool:
    """Whether it only says what follows: "Areas for improvement"."""
    return one.heading and one.named is not None and not (one.number or one.text)


def _restates(one: Passage) -> bool:
    return one.named is not None or opens_strongly(one.text)


def _is_numbered(one: Passage) -> bool:
    return one.dotted and len(one.text.split()) > 3


def _names_a_finding(one: Passage) -> bool:
    """A heading such as "Cause of concern 2" or "Recommendation 4" right above the text."""
    return one.named is not None and one.heading


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
        spoken=len(restated) == 1 and not _restates(restated[0]) and _is_title(restated[0]),
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
    return role in ANNOUNCES_FINDINGS or (one.named is not None and not one.text)


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
    starts = [
        index
        for index, one in enumerate(passages)
        if one.named and (one.number or opens_strongly(one.text))
    ] or [index for index, one in enumerate(passages) if one.dotted and opens_strongly(one.text)]
    if not starts:
        return CutLetter([], list(passages))
    answers: list[RoughAnswer] = []
    for start, stop in zip(starts, [*starts[1:], len(passages)], strict=True):
        inside = list(passages[start:stop])
        head = _restated_length(inside)
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

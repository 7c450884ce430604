"""What a document says of itself: title, force, fieldwork, publication day, stated counts."""

import re
from collections import Counter
from collections.abc import Sequence

from seed.day_mentions import MONTHS
from seed.draft import FindingKind, Place, StatedCount
from seed.passages.passage import Passage
from store.dates import When, read_when

_DAY = rf"\d{{1,2}}(?:st|nd|rd|th)? {MONTHS} \d{{4}}"
_FORCE = re.compile(
    r"\b((?:[A-Z][a-z]+(?:-[a-z]+-[A-Z][a-z]+)?(?:,? (?:and|of|&) | )){1,6})"
    r"(Constabulary|Police Service|Police)\b(?! (?:and Crime|Chiefs|Federation|Act|Board))"
)
_NOT_A_FORCE = frozenset(
    {
        "The",
        "National",
        "College",
        "British",
        "Home",
        "Her",
        "His",
        "Every",
        "Inspectorate",
        "Chief",
    }
)
_NO_NAME = re.compile(r"^(?:(?:How|Why|What|When|Where|Does|Is|Has|In|At|For|To|By|And|With) )+")
_OF_A_FORCE = re.compile(
    r"^(?:[\w-]+ )*?(?:re-?)?(?:inspection|review|revisit|visit|assessment) of (?:the )?",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"(?:between )?\b(\d{{1,2}})(?: ({MONTHS})(?: (\d{{4}}))?)? ?(?:–|-|—|to|and) ?"
    rf"(\d{{1,2}}) ({MONTHS}) (\d{{4}})"
)
_MONTH_SPAN = re.compile(rf"between ({MONTHS} \d{{4}}) and ({MONTHS} \d{{4}})")
_FIELDWORK = re.compile(
    rf"(?:took place|carried out|inspected|returned)[^.]{{0,60}}?\b(?:in|during) ({MONTHS} \d{{4}})"
    rf"|[Ii]n ({MONTHS} \d{{4}}),? [^.]{{0,40}}?(?:returned|inspected|carried out|visited)"
)
_PUBLISHED = re.compile(
    rf"\b(?:published(?: on)?|publication date):? ({_DAY}|{MONTHS} \d{{4}})", re.IGNORECASE
)
_IMPRINT = re.compile(rf"\b({_DAY}|{MONTHS} \d{{4}})\s*\|?\s*©")
_ALONE = re.compile(rf"(?:.*\| )?({_DAY}|{MONTHS} \d{{4}})", re.IGNORECASE)
_DATED = re.compile(
    rf"^(?:(?:Dated?|Date of (?:meeting|report|paper)|Meeting date):?\s*)?({_DAY})\b", re.IGNORECASE
)
_NUMBERS = re.findall(
    r"\w+",
    """
    no one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty
""",
)
_COUNT = re.compile(
    rf"\b(?:(?:ha(?:ve|s)|had) (?:also )?)?(?:ma(?:de|kes?|king)|identif(?:y|ied)|found|contains"
    rf"|set out|sets out|includes|(?<=\bwe )have) (?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)}) (?:\w+ )?"
    r"(?P<what>recommendations?|causes? of concern|areas? for improvement)"
    rf"(?: and (?:\w+ )??(?P<n2>\d{{1,3}}|{'|'.join(_NUMBERS)}) "
    r"(?P<what2>recommendations|areas for improvement))?",
    re.IGNORECASE,
)
_AREAS_STILL = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)}) areas (?:that )?still require", re.IGNORECASE
)
_JOINT_TITLE = re.compile(r"joint (?:targeted area )?inspection\b", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?:report|response|inspection|PEEL|HMIC\w*)\b", re.IGNORECASE)
_MASTHEAD = re.compile(
    r"^(?:(?:HMIC\w*|Official.*|Agenda item.*|To:.*|From:.*|Date:.*|Contents)|(?:His|Her) Majesty"
    rf"['’]s Inspectorate.{{0,55}}|(?:Published.*)|{_DAY}|{MONTHS} \d{{4}})$",
    re.IGNORECASE,
)


def force_of(passages: Sequence[Passage]) -> str:
    """The force a document is about: named in its first lines, else the one it names most."""
    first = _forces(passages[:8])
    if len(set(first)) == 1:
        return first[0]
    counted = Counter(_forces(passages)).most_common(2)
    if not counted or counted[0][1] < 2:
        return ""
    clear = len(counted) == 1 or counted[0][1] >= 2 * counted[1][1]
    return counted[0][0] if clear else ""


def _forces(passages: Sequence[Passage]) -> list[str]:
    names = (found for one in passages for found in _FORCE.finditer(one.printed))
    parted = ((_place_named(found.group(1)), found.group(2)) for found in names)
    return [
        f"{place} {kind}"
        for place, kind in parted
        if place and place.split()[0] not in _NOT_A_FORCE
    ]


def _place_named(words: str) -> str:
    """The place in a force's name, less the words of a title: "Reinspection of Exford"."""
    return _NO_NAME.sub("", _OF_A_FORCE.sub("", words)).strip()


def title_of(passages: Sequence[Passage]) -> str:
    """The first line that is not masthead, with the force and dates that stand right below it."""
    lines = [one for one in passages[:12] if not _MASTHEAD.match(one.printed.strip("* "))]
    if not lines:
        return ""
    title = lines[0].printed.strip("* ")
    below: list[str] = []
    for one in lines[1:4]:
        line = one.printed.strip("* ")
        if _completes_title(line):
            below.append(line)
    return f"{title} – {' '.join(below)}" if below else title


def _completes_title(line: str) -> bool:
    """Whether a line below the title is the force, the days of fieldwork or "An inspection of"."""
    if len(line.split()) > 16 or line.endswith("."):
        return False
    report = re.match(r"(?:an|a) (?:inspection|review|report)\b", line, re.IGNORECASE)
    return bool(_SPAN.search(line) or _FORCE.fullmatch(line) or report)


def is_greeted(passages: Sequence[Passage]) -> bool:
    """Whether the document is set out as a letter."""
    return any(re.match(r"Dear\b", one.printed) for one in passages[:12])


def joint_title(passages: Sequence[Passage]) -> str:
    """The line of a joint inspection's letter that names it; "" where there is none."""
    return next((one.printed for one in passages[:20] if _JOINT_TITLE.match(one.printed)), "")


def letter_title(passages: Sequence[Passage]) -> str:
    """A letter's subject: the line below the greeting that names the report it answers."""
    start = next((at for at, one in enumerate(passages) if one.printed.startswith("Dear")), -1)
    below = passages[start + 1 : start + 4]
    if below and below[0].heading and len(below[0].printed.split()) > 2:
        return below[0].printed.strip("* ")
    for one in below:
        if _SUBJECT.search(one.printed) and not re.match(r"(?:I|Under|Both)\b", one.printed):
            return one.printed.strip("* ")
    return next((one.printed for one in passages if one.heading), "")


def fieldwork_of(passages: Sequence[Passage]) -> When:
    """When the inspectors were there: a span of days or months, or one month."""
    for one in passages[:60]:
        for reader in (_days_span, _months_span, _one_month):
            found = reader(one.printed)
            if found:
                return found
    return When()


def _days_span(text: str) -> When | None:
    found = _SPAN.search(text)
    if not found:
        return None
    first, month, year, last, last_month, last_year = found.groups()
    begin = read_when(f"{first} {month or last_month} {year or last_year}")
    end = read_when(f"{last} {last_month} {last_year}")
    return When(found.group().removeprefix("between "), begin.earliest, end.latest)


def _months_span(text: str) -> When | None:
    found = _MONTH_SPAN.search(text)
    if not found:
        return None
    begin, end = read_when(found.group(1)), read_when(found.group(2))
    return When(found.group().removeprefix("between "), begin.earliest, end.latest)


def _one_month(text: str) -> When | None:
    found = _FIELDWORK.search(text)
    return read_when(found.group(1) or found.group(2)) if found else None


def published_of(passages: Sequence[Passage]) -> When:
    """The publication day or month, by its own words, the imprint or a line with a date only."""
    for one in (*passages[:15], *passages[-6:]):
        found = _PUBLISHED.search(one.printed) or _IMPRINT.search(one.printed)
        if found:
            return read_when(found.group(1), source=_source(one))
    for one in (*passages[:15], *passages[-6:]):
        alone = _ALONE.fullmatch(one.printed.strip("* "))
        if alone:
            return read_when(alone.group(1), source=_source(one))
    return When()


def dated_of(passages: Sequence[Passage]) -> When:
    """The date a letter or paper bears near its top."""
    for one in passages[:25]:
        found = _DATED.search(one.printed)
        if found:
            return read_when(found.group(1), source=_source(one))
    return When()


def _source(one: Passage) -> str:
    page = f"page {one.place.page}, " if one.place.page else ""
    return f"{page}line {one.place.line}"


def stated_counts(passages: Sequence[Passage]) -> tuple[StatedCount, ...]:
    """How many recommendations, causes and areas the document says there are."""
    stated: list[StatedCount] = []
    for one in passages:
        for found in _COUNT.finditer(one.printed):
            groups = found.groupdict()
            stated.append(_count(groups["n"], groups["what"], found.group(), one.place))
            if groups["n2"]:
                stated.append(_count(groups["n2"], groups["what2"], found.group(), one.place))
        for found in _AREAS_STILL.finditer(one.printed):
            number = _number(found.group("n"))
            stated.append(StatedCount(FindingKind.AREA_STILL, number, found.group(), one.place))
    return tuple(stated)


def _count(number: str, what: str, words: str, place: Place) -> StatedCount:
    kinds = {
        "r": FindingKind.RECOMMENDATION,
        "c": FindingKind.CAUSE_OF_CONCERN,
        "a": FindingKind.AREA_FOR_IMPROVEMENT,
    }
    return StatedCount(kinds[what[0].lower()], _number(number), words, place)


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else _NUMBERS.index(words.lower())

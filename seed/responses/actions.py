"""Sentences of a response that promise, report or schedule work, as proposed actions."""

import re
from collections.abc import Iterator, Mapping, Sequence

from seed.anachronisms import looks_ahead
from seed.day_mentions import named_days, read
from seed.draft import ProposedAction
from seed.passages.passage import Passage
from seed.passages.sentences import sentences
from seed.responses.aliases import spelt_out
from store.dates import When
from store.timescales import is_case_standard
from store.vocabulary import ActionKind, Progress

_TO_COME = re.compile(
    r"\b(?:will|shall|to be|planned|scheduled|forthcoming|is due|are due|due for|is taking place"
    r"|going forward|intend(?:s|ed)? to|imminent|expected to|next"
    r"|(?:work|steps|actions) to (?:complete|do|take))\b",
    re.IGNORECASE,
)
_GOING_ON = re.compile(
    r"\b(?:is|are|continues?(?: to be)?) (?:\w+ )?(?:being|ongoing|underway|under way|using|working"
    r"|continuing|developing|assessing|exploring|receiving|considering)\b|\bcontinues?\b"
    r"|\bongoing\b|\bunder ?way\b|\bare further \w+ing\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:has|have)(?: \w+)? been \w+|\b(?:has|have)(?: now| also| recently)? \w+ed\b"
    r"|\bwas \w+ed\b|\bwere \w+ed\b|\bwent live\b|\b(?:is|are) now\b|\bnow (?:show|ensure)s?\b",
    re.IGNORECASE,
)
_CONSIDERED = re.compile(
    r"\b(?:being|under) consider(?:ed|ation)\b|\bconsideration of\b", re.IGNORECASE
)
_CADENCE = re.compile(
    r"\b(regular|daily|weekly|fortnightly|monthly|quarterly|annually"
    r"|each (?:day|week|month|quarter|year)"
    r"|every (?:\w+ )?(?:days?|weeks?|months?|quarters?|years?))\b",
    re.IGNORECASE,
)
_CLAIM = re.compile(r"\b\d+(?:\.\d+)?(?:%| per ?cent\b)|\bmedian\b|\bon average\b", re.IGNORECASE)
_WAITS = re.compile(
    r"\bwill (?:await|be (?:considered|noted) when)\b|\bawait further\b"
    r"|\bno (?:further )?actions? (?:is|are|was|were) (?:needed|required|necessary|proposed)\b",
    re.IGNORECASE,
)
_GOVERNED = re.compile(
    r"\b(?:tracked|monitored|oversight|overseen|scrutinised|reported to|reviewed by)\b",
    re.IGNORECASE,
)
_FORUM_WORD = re.compile(r"(?:Board|Group|Panel|Meeting|Forum|Committee|Governance|Conference)$")
_SPELT_OUT = re.compile(r"((?:[\w&/’'-]+ ){1,8})\(([A-Z][\w/&-]{1,9})\)")
_PROJECT = re.compile(r"\b((?:Project|Operation|Op) [A-Z][\w-]+)")
_PLAN = re.compile(
    r"(?<!\w)((?:\(?[A-Z][\w/&-]*\)? ){1,8}(?:response plan|Strategy|strategy|implementation plan))"
)
_FORUM = re.compile(
    r"\b((?:[A-Z][\w&'’/-]*(?: and| of| for)? ){1,8}"
    r"(?:Board|Group|Panel|Meeting|Forum|Committee|Governance|Conference))\b"
    r"|\b((?:[a-z]+ )?(?:daily|weekly|monthly|fortnightly|quarterly) (?:[a-z-]+ )?meeting)s?\b"
)
_LEADING_WORD = re.compile(r"^(?:a|The|Through|With|At|Via|By|From|Our) ")
_ACRONYM_FORUM = re.compile(
    r"\b(?:via|through|at|by|within|the) ((?:the )?[A-Z]{2,5}), an?(?: [a-z]+){0,4} meeting\b"
)
_LED_BY = re.compile(
    r"\b(?:led by|chaired by|owned by|overseen by|reviewed on [\d/]+ by|delivered by"
    r"|conducted by|managed by) (?:the |a )?"
    r"((?:[A-Z][\w&'’-]*|of|the|and)(?: (?:[A-Z][\w&'’-]*|of|and)){0,8})"
)
_LEADS = re.compile(
    r"\b((?:Chief |Detective )?(?:Superintendent|Inspector|Sergeant|DI|DCI|DSU|ACC|DCC|Supt)"
    r"(?: [A-Z][a-z]+){1,2}) (?:leads|owns|chairs|oversees|will|is|has)\b"
)
_SUBJECT = re.compile(
    r"^(?:The |Our |A )?((?:[A-Z][\w&'’/-]* ){1,8}(?:\([A-Z][\w/]*\) )?)"
    r"(?:\w+ly )?(?:will|has|have|is|are|owns|leads)\b"
)
_ROLE_WORDS = re.compile(
    r"\b(?:ACC|DCC|CC|Lead|Director|Desk|Desks|Team|Hub|Unit|Officers?|VFDs?|Inspector|PVP|PPU"
    r"|Department|Head|Command|Manager|Supervisors?|Constabulary|Force)\b"
)


def named_forums(passages: Sequence[Passage]) -> dict[str, str]:
    """Short names that the document spells out as boards, groups or meetings."""
    found: dict[str, str] = {}
    for one in passages:
        for spelling in _SPELT_OUT.finditer(one.text):
            words = spelt_out(spelling.group(1), spelling.group(2))
            if words and _FORUM_WORD.search(words):
                found.setdefault(spelling.group(2), words)
    return found


def proposed_actions(
    passages: Sequence[Passage], forums: Mapping[str, str]
) -> list[ProposedAction]:
    """The actions that a response's paragraphs and bullets propose, in order.

    Bullets take the progress of the stem above them ("Work ongoing includes:").
    """
    found: list[ProposedAction] = []
    stem: Progress | None = None
    for one in passages:
        is_bullet = one.item or bool(one.label)
        is_stem = one.text.rstrip().endswith(":")
        stem = stem if is_bullet else (_progress(one.text) if is_stem else None)
        if not is_stem or len(one.text.split()) > 8:
            found.extend(_in_passage(one, stem if is_bullet else None, forums))
    return found


def _in_passage(
    one: Passage, stem: Progress | None, forums: Mapping[str, str]
) -> Iterator[ProposedAction]:
    for sentence in sentences(one.text):
        action = _action(sentence, one, stem, forums)
        if action:
            yield action


def _action(
    sentence: str, one: Passage, stem: Progress | None, forums: Mapping[str, str]
) -> ProposedAction | None:
    days = named_days(sentence)
    own = None if one.item and not days and not stem else _progress(sentence)
    told = _told(sentence, days)
    progress = told if told is Progress.DONE else own or told or stem
    named = _PROJECT.search(sentence) or _PLAN.search(sentence)
    standard = is_case_standard(sentence)
    forum = _forum(sentence, forums)
    cadence = None if days else _CADENCE.search(sentence)
    telling = any(
        (named, standard, cadence, _CLAIM.search(sentence), _is_governed(sentence, forum))
    )
    if _WAITS.search(sentence) or not (days or progress or telling):
        return None
    return ProposedAction(
        text=sentence,
        kind=_kind(sentence, standard, bool(cadence), bool(days)),
        progress=progress or Progress.IN_PROGRESS,
        place=one.place,
        owner=_owner(sentence),
        forum=forum,
        project=_plain_name(named.group(1)) if named else "",
        when=When() if standard else _when(sentence, days),
        cadence=cadence.group(1).lower() if cadence else "",
    )


def _told(sentence: str, days: Sequence[str]) -> Progress | None:
    """Done or planned by the verb nearest to the day named; None without a day or such a verb."""
    ahead = looks_ahead(sentence, days[-1]) if days else None
    return None if ahead is None else Progress.PLANNED if ahead else Progress.DONE


def _is_governed(sentence: str, forum: str) -> bool:
    return bool(forum and _GOVERNED.search(sentence))


def _plain_name(name: str) -> str:
    """A plan's name with its short form alone: "(CSA/E) response plan" loses the brackets."""
    return re.sub(r"^.*\(([^()]+)\)", r"\1", name).strip()


def _progress(sentence: str) -> Progress | None:
    if _CONSIDERED.search(sentence):
        return Progress.CONSIDERED
    if _TO_COME.search(sentence):
        return Progress.PLANNED
    if _GOING_ON.search(sentence):
        return Progress.IN_PROGRESS
    if _DONE.search(sentence):
        return Progress.DONE
    return None


def _kind(sentence: str, standard: bool, routine: bool, dated: bool) -> ActionKind:
    if _CLAIM.search(sentence):
        return ActionKind.CLAIM
    if standard:
        return ActionKind.SERVICE_STANDARD
    if re.search(r"\bpolicy\b.*\breview|\breview\b.*\bpolicy\b", sentence, re.I) and dated:
        return ActionKind.POLICY_REVIEW
    if routine:
        return ActionKind.ROUTINE
    if _GOVERNED.search(sentence) and not dated:
        return ActionKind.GOVERNANCE
    return ActionKind.ACTION


def _when(sentence: str, days: Sequence[str]) -> When:
    """The day that the work is for: the last one named, since reviews tell the past one first."""
    return read(days[-1]) if days else When()


def _owner(sentence: str) -> str:
    leads = _LEADS.search(sentence) or _LED_BY.search(sentence)
    if leads:
        return re.sub(r" (?:and|of|the)$", "", leads.group(1).strip())
    subject = _SUBJECT.match(sentence)
    if subject and _ROLE_WORDS.search(subject.group(1)):
        return subject.group(1).strip()
    return ""


def _forum(sentence: str, forums: Mapping[str, str]) -> str:
    found = _FORUM.search(sentence)
    if found:
        named = (found.group(1) or found.group(2)).strip()
        return _LEADING_WORD.sub("", named)
    known = next((words for short, words in forums.items() if _names(short, sentence)), "")
    unknown = _ACRONYM_FORUM.search(sentence)
    return known or (unknown.group(1) if unknown else "")


def _names(short: str, sentence: str) -> bool:
    return bool(re.search(rf"\b{re.escape(short)}\b", sentence))

"""To whom a finding speaks, read from its first sentence, its heading or its report."""

import re
from collections.abc import Sequence

from seed.draft import Addressee
from seed.reports.bodies import (
    FORCE_WORDS,
    VERBS,
    has_condition,
    is_national,
    is_partner,
    is_police,
    names_a_body,
)
from seed.reports.openings import asks_somebody, recommends, says_should, without_opening
from store.vocabulary import Applies

_FIRST_SENTENCE = re.compile(r".*?(?:[.;:](?=\s)|$)", re.DOTALL)
_MODALS = frozenset(
    {"should", "must", "need", "needs", "ought", "will", "does", "has", "is", "are"}
)
_HELPERS = frozenset({"is", "are", "has", "does"})
_NOT = re.compile(r"n['’]t$")
_ADVERBS = frozenset({"immediately", "urgently", "also", "now", "promptly", "still"})
_RELATIVE = frozenset({"that", "which", "who", "whose", "where"})
_ASIDE = re.compile(
    r",? (?:(?:within|no later than|not later than|with immediate)\b"
    r"|(?:by|before) (?:the end\b|\d|[A-Z][a-z]+ \d{4})).*$"
)
_ARTICLE = re.compile(r"^(?:the|both the)\s+", re.IGNORECASE)
_TOGETHER = re.compile(
    r"^(?P<first>.+?),? (?P<how>jointly with|together with|working with|in (?:consultation|"
    r"partnership|conjunction) with|with) (?P<others>.+?),?$"
)
_POSSESSIVE = ("'s", "’s", "s'", "s’")  # "The partnership's use of data", where use is no verb
_BESIDE = re.compile(
    r"(?:should|must), (?P<others>(?:jointly with|together with|working with|in (?:consultation|"
    r"partnership|conjunction) with|with) [^,;:]{3,80}),"
)
_BETWEEN_BODIES = re.compile(
    r"(?:, and|,| and| &) (?=(?:the |all |each )?(?:Home|Ministry|Department|College|National|Crown"
    r"|Independent|NPCC|CPS|HM |Chief|chief constables|forces|police and crime commissioners"
    r"|local authorit|[A-Z][\w-]+ (?:\w+ )?(?:Police|Constabulary|Council)\b|(?:the )?council\b))"
)


def subject(text: str) -> str:
    """The words between a finding's opening and its verb: who is to act; "" where not found."""
    sentence = _FIRST_SENTENCE.match(without_opening(text))
    words = sentence.group(0).split()[:40] if sentence else []
    until_modal = not recommends(text) and says_should(text)
    if words and words[0].lower().strip(",") in VERBS and not says_should(text):
        return ""
    end = _verb_at([_plain(word) for word in words], until_modal=until_modal)
    if end and words[end - 1].endswith(_POSSESSIVE):
        return ""
    named = _ASIDE.sub("", " ".join(words[:end])).strip(" ,;:")
    return named + _beside(" ".join(words[end:]))


def _plain(word: str) -> str:
    """A word without marks and case, and without its "not": "doesn't" as "does"."""
    return _NOT.sub("", word.strip(",;:.").lower())


def _beside(asked: str) -> str:
    """Another body that stands behind the verb: "should, with the Home Office, publish"."""
    found = _BESIDE.match(asked)
    return f", {found['others']}" if found and names_a_body(found["others"]) else ""


def _verb_at(words: Sequence[str], *, until_modal: bool) -> int:
    """Where the sentence's verb stands; 0 where there is none.

    A relative clause ("forces that use it review it") has a verb of its own first.
    """
    clause = False
    for at, word in enumerate(words):
        if word in _RELATIVE:
            clause = True
        elif word in _MODALS and not (clause and word in _HELPERS):
            return at
        elif at and not until_modal and (word in VERBS or word in _ADVERBS):
            if not clause:
                return at
            clause = False
    return 0


def split_bodies(words: str) -> str:
    """Several bodies as the tracker writes them: "A; B", or "A (jointly with B)"."""
    together = _TOGETHER.match(words)
    if together and not has_condition(words):
        first, how, others = together.group("first", "how", "others")
        return f"{split_bodies(first)} ({how} {others})"
    separated = _BETWEEN_BODIES.sub("; ", words)
    return "; ".join(_ARTICLE.sub("", body).strip(" ,") for body in separated.split("; "))


def addressee(text: str, *, force: str = "", heading: str = "") -> Addressee:
    """Who is to act on a finding: by its sentence, its heading or the report's force."""
    printed = subject(text)
    if not names_a_body(printed):
        printed = heading if heading and names_a_body(heading) else printed
    return _resolved(printed, force, asked=asks_somebody(text))


def _resolved(printed: str, force: str, *, asked: bool) -> Addressee:
    """The addressee by its words; the subject of a mere statement is nobody unless it is a body."""
    plain = _ARTICLE.sub("", printed).lower()
    own = plain in FORCE_WORDS or plain == force.lower()
    if force and (own or not names_a_body(printed)):
        return Addressee(force, printed, Applies.OURS)
    if not (names_a_body(printed) or asked):
        return Addressee("", printed, Applies.OURS)
    words = split_bodies(printed)
    return Addressee(words, printed, *_applies(words, force))


def _applies(words: str, force: str) -> tuple[Applies, str]:
    if force and force.lower() in words.lower():
        return Applies.OURS, ""
    if is_police(words) and not is_national(words):
        if has_condition(words):
            return Applies.CONDITIONAL, "it speaks only to forces that meet a condition"
        return Applies.OURS, ""
    if is_national(words) or is_partner(words):
        return Applies.WATCHED, f"it is addressed to {words}"
    return Applies.OURS, ""

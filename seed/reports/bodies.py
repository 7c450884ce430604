"""The bodies that findings speak to, and the verbs that end their names in a sentence."""

import re

FORCE_WORDS = frozenset(
    {"force", "constabulary", "service", "police", "police force", "the police service"}
)

_ASKED = re.findall(
    r"[\w-]+",
    """
    accelerate accept account achieve acknowledge act adapt address adopt agree align
    allocate amend analyse appoint appraise approve arrange assess assign assure audit avoid
    begin bring build carry cease change check clarify clear collect commission communicate
    complete conduct confirm consider consult continue contribute convene coordinate
    co-ordinate create deal decide define deliver demonstrate design determine develop
    devise direct document embed encourage engage enhance ensure equip establish evaluate
    examine expand explain explore extend finalise focus form fund give help hold identify
    implement improve include increase inform instruct integrate introduce investigate
    invest invite issue keep launch lead learn look maintain make manage mandate meet
    minimise monitor move notify obtain offer overhaul oversee participate plan prepare
    prevent prioritise produce promote provide publish put raise recognise record recruit
    redesign reduce refresh refine reinforce remedy remind remove report request require
    resolve respond restore retain review revise roll satisfy secure seek send set share
    show simplify specify standardise start stop streamline strengthen submit supply support
    take test tell track train undertake update urgently use value verify widen work write
""",
)


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x")):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}s"


VERBS = frozenset(_ASKED) | frozenset(map(_third_person, _ASKED))

_NATIONAL = re.compile(
    r"\b(?:home office|home secretary|government|ministry|ministers?|secretary of state"
    r"|department (?:for|of)|college of policing|national police chiefs|npcc|national \w+"
    r"|crown prosecution|cps|attorney general|treasury|parliament|law commission|ofsted|cqc"
    r"|care quality|independent office|iopc|hm (?:prison|courts)|youth justice board|nhs england"
    r"|association of|local government association|information commissioner)\b",
    re.IGNORECASE,
)
_PARTNER = re.compile(
    r"\b(?:council|local authorit(?:y|ies)|director of children"
    r"|children['’]s services|social care|clinical commissioning|health|integrated care|nhs"
    r"|trust|principal authority|probation|schools?|safeguarding partner\w*|partnership|partners"
    r"|youth offending|youth justice|fire and rescue)\b",
    re.IGNORECASE,
)
_FORCES = re.compile(
    r"\b(?:chief constables?|chief officers?|forces?|constabular(?:y|ies)|police|commissioners?"
    r"|mayor|MOPAC|officers|superintendents?|custody staff|control room)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:those (?:forces|who|that)|(?:forces?|constables|commissioners) (?:that|which|who|where"
    r"|without|with no|not yet|whose|in)|not yet inspected)\b",
    re.IGNORECASE,
)


_ORGANISATIONS = re.compile(
    r"\b(?:[Cc]hief constables?|[Ff]orces?|[Cc]onstabular(?:y|ies)|[A-Z][a-z]+ Police"
    r"|[Pp]olice service|commissioners?)\b"
)


def names_an_organisation(words: str) -> bool:
    """Whether the words name a whole body, not its officers or staff."""
    return is_national(words) or is_partner(words) or bool(_ORGANISATIONS.search(words))


def is_national(words: str) -> bool:
    """Whether the words name a government department or a national body."""
    return bool(_NATIONAL.search(words))


def is_partner(words: str) -> bool:
    """Whether the words name a local partner of the police."""
    return bool(_PARTNER.search(words))


def is_police(words: str) -> bool:
    """Whether the words name a force, its officers, all forces or a commissioner."""
    return bool(_FORCES.search(words))


def has_condition(words: str) -> bool:
    """Whether only forces that meet a condition are meant."""
    return bool(_CONDITION.search(words))


def names_a_body(words: str) -> bool:
    """Whether the words name any body that an inspectorate speaks to."""
    return is_national(words) or is_partner(words) or is_police(words)

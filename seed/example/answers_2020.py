"""The six answers of the letter of 15 April 2020; its bullets have no numbers (D5, Appendix 1)."""

from seed.example.answer import Given

_ELSEWHERE = "answered as not ours: no action by the force"

ANSWERS = (
    Given(
        "R12",
        "",
        "For the Home Office; the Constabulary waits to hear more.",
        remark=_ELSEWHERE,
    ),
    Given(
        "R13",
        "",
        "For the Ministry of Justice and the Department for Education; the Constabulary waits to "
        "hear more.",
        remark=_ELSEWHERE,
    ),
    Given(
        "R14",
        "",
        "The MASH and the MET Hub work with social care, health and education to find and protect "
        "children who are or may be exploited. The partnership is still developing this work: "
        "acting early, so that children are not made offenders without need.",
    ),
    Given(
        "R15",
        "",
        "For the Home Office and the Department for Education; the Constabulary waits to hear "
        "more.",
        remark=_ELSEWHERE,
    ),
    Given(
        "R16",
        "",
        "The Constabulary takes part in audits with other agencies that look at decisions and at "
        "what became of the child. Its own scrutiny groups, on missing people and on domestic "
        "abuse, audit cases that touch children. Both will be developed further.",
    ),
    Given(
        "R17",
        "",
        "The Constabulary is assessing itself against the inspectorate’s guidance: leadership, "
        "governance, and what children experience and achieve.",
    ),
)

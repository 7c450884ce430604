"""What the reports, the review and the board paper leave open, one entry for each trap in them."""

from seed.example.asked import Asked, Traps

COUNTS_AND_ORDER: Traps = {
    "eleven or nine": (
        Asked(
            "I1",
            "D7",
            "The report makes 11 recommendations, and 11 are counted here; the letter on the "
            "review says nine. Nine of the 11 begin “We recommend that”; R10 and R11 do not. Ask "
            "which two were left out.",
            "D1, Conclusion; D7, second paragraph",
        ),
        Asked(
            "I3",
            "D7",
            "The letter puts the recommendations of 2021 at nine; the report made 11. Does the "
            "review leave two of them out?",
            "D7, second paragraph; D1, Conclusion",
        ),
    ),
    "whose number": (
        Asked(
            "D3",
            "D3",
            "The report does not number its recommendations; the letter numbers them 1 to 11 in "
            "another order, and only number 4 keeps its place. Say whose number is meant: number 1 "
            "of the letter is R10.",
            "D1, sections 5 to 11; D3, Appendix 1",
        ),
    ),
    "wording drifts": (
        Asked(
            "R7",
            "D3",
            "The report asks for advice on what to record; the letter prints “advice and what "
            "information”. The report’s words hold: did the force answer the other sense?",
            "D1, section 8; D3, recommendation 2",
        ),
        Asked(
            "R2",
            "D3",
            "The report prints “The is to ensure”; the letter mends it to “This is”. Both are kept "
            "as printed.",
            "D1, section 5; D3, recommendation 10",
        ),
        Asked(
            "R4",
            "D3",
            "The report prints “enquires”; the letter mends it to “enquiries”. Both are kept as "
            "printed.",
            "D1, section 6; D3, recommendation 4",
        ),
    ),
    "time from when": (
        Asked(
            "I1",
            "D1",
            "“Within six months” and “immediately” are not said to run from any day. Publication "
            "is assumed: ask the inspectorate to confirm it.",
            "D1, sections 5 to 11",
        ),
        Asked(
            "D1",
            "D1",
            "The report prints “December 2021” and no day; 22 December is from the inspectorate’s "
            "web page. A local paper of that date says Wednesday 21 December, but the Wednesday "
            "was the 22nd. Every clock of the report hangs on this day.",
            "D1, last page; web page of the inspectorate",
        ),
    ),
    "three clocks, three readers": (
        Asked(
            "I1 update",
            "D3",
            "No document shows that the update on R2, R6 and R8 was sent. Did it go, on what day, "
            "and who holds a copy?",
            "D1, Next steps; D3",
        ),
        Asked(
            "I1 plan",
            "D3",
            "No document shows that the action plan for the other eight was sent. The letter to "
            "the Home Secretary is not this plan: it has another reader and another clock.",
            "D1, Next steps; D3",
        ),
    ),
    "revisit after its day": (
        Asked(
            "I1 revisit",
            "D7",
            "Promised by 22 June 2022 and made in September 2022, at least 71 days later. The "
            "promise hung on the update and the plan: were they the reason?",
            "D1, Next steps; D7, second paragraph",
        ),
    ),
}
KINDS_OF_FINDING: Traps = {
    "words for a finding": (
        Asked(
            "I3",
            "D7",
            "The letter speaks of areas “still requiring improvement”. They are kept under that "
            "name: whether the inspectorate treats them as recommendations is not said.",
            "D7, Appendix 1",
        ),
        Asked(
            "I1",
            "D1",
            "The summary lists four “specific areas for improvement”. None is an area for "
            "improvement in the PEEL sense, so none is counted.",
            "D1, Summary",
        ),
        Asked(
            "R5",
            "D3",
            "The answer speaks of “AFIs” of this inspection. The report made none, only "
            "recommendations: which are meant?",
            "D3, answer 7",
        ),
    ),
    "silence is not closure": (
        Asked(
            "I3",
            "D7",
            "The letter’s three areas continue R6 (online abuse), R3 and R4 (missing children), "
            "R10 and R9 (custody). R1, R2, R5, R7, R8 and R11 are not mentioned. They stay open "
            "until somebody closes them: ask the inspectorate.",
            "D7, Appendix 1; the pairing is our reading",
        ),
    ),
    "a request to note": (
        Asked(
            "D2",
            "D2",
            "“Recommendation” heads two paragraphs, with the same request to the Board: to note "
            "the paper. Neither is counted.",
            "D2, 2.1 and 4.1",
        ),
    ),
    "findings without a recommendation": (
        Asked(
            "I1",
            "D1",
            "Too few investigators have PIP2 and SCAIDP, and some posts are filled at PIP1. No "
            "recommendation says so: who follows it?",
            "D1, section 2",
        ),
        Asked(
            "R6",
            "D1",
            "POLIT is called short of staff and of regular training. The recommendation asks for "
            "neither: who follows them?",
            "D1, section 7",
        ),
        Asked(
            "R18",
            "D7",
            "The answer turns on more posts and training for POLIT: what the report of 2021 found "
            "lacking and made no recommendation on.",
            "D7, answer 1; D1, section 7",
        ),
        Asked(
            "R8",
            "D1",
            "The unit is called understaffed, with far more offenders to an officer than is "
            "reasonable. The recommendation speaks only of information: who follows the caseload?",
            "D1, section 10",
        ),
        Asked(
            "I1",
            "D1",
            "What return home interviews reveal reaches the police late, and nobody can say which "
            "were held. This has a heading and no recommendation: who follows it?",
            "D1, Summary and section 6",
        ),
        Asked(
            "R9",
            "D1",
            "Meetings with partners on custody had lapsed in the pandemic. No recommendation names "
            "them: have they begun again?",
            "D1, section 11",
        ),
    ),
}
FIGURES: Traps = {
    "two gradings of one sample": (
        Asked(
            "I1",
            "D1",
            "The force graded 33 cases 19 good, 9 requiring improvement, 5 inadequate; the "
            "inspectors graded the same 33 as 13, 13 and 7. Both are kept. With 46 further cases "
            "the inspectors’ 79 add up, by sample and by area.",
            "D1, section 4",
        ),
        Asked(
            "I3",
            "D7",
            "Of the review’s 24 cases 6 were good, 5 required improvement and 13 were inadequate. "
            "The samples differ from those of 2021: no trend follows from the two.",
            "web page of the inspectorate; D1, section 4",
        ),
    ),
    "the report against itself": (
        Asked(
            "R1",
            "D1",
            "Body-worn video is called consistently used in one section and not consistently used "
            "in the next. Which did the inspectors mean?",
            "D1, sections 4 and 5",
        ),
        Asked(
            "R8",
            "D1",
            "931 offenders among 14 officers are 66.5 each; the report prints 70. Which figure is "
            "right?",
            "D1, section 10",
        ),
        Asked(
            "R10",
            "D1",
            "Nine transfers from custody were reviewed in one place and six custody files graded "
            "in another. They are two samples: do not quote one for the other.",
            "D1, sections 4 and 11",
        ),
    ),
}

TRAPS: Traps = {**COUNTS_AND_ORDER, **KINDS_OF_FINDING, **FIGURES}

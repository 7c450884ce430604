"""What the answers leave open: tenses, copies, parts without an answer, words against words."""

from seed.example.asked import Asked, Traps

TENSES: Traps = {
    "later than its letter": (
        Asked(
            "Programme on violence of child to parent",
            "D3",
            "Said to run since autumn 2022, in a letter of 15 February 2022. Was 2021 meant, or "
            "was the letter changed later?",
            "D3, answer 7",
        ),
    ),
    "future tense for a day past": (
        Asked(
            "tuServ brought in by stages",
            "D3",
            "The letter of 15 February 2022 says that this “will” happen in January 2022. Has it "
            "begun?",
            "D3, answer 7",
        ),
        Asked(
            "Joint day with the SAFE team",
            "D3",
            "Announced for 7 February 2022 in a letter of 15 February. Did it take place?",
            "D3, answer 9",
        ),
        Asked(
            "D2",
            "D2",
            "The paper bears the day of the Board, 13 July 2021, and speaks of an inspection still "
            "to start on 5 July. When was it written?",
            "D2, heading and 3.6",
        ),
    ),
    "long after the limit": (
        Asked(
            "Review of the custody policy on children",
            "D3",
            "The next review is almost three years after the report, long after the six months of "
            "R9. Keep the date even when R9 is closed; should it come sooner?",
            "D3, answer 3",
        ),
    ),
}
WORDS_AGAINST_WORDS: Traps = {
    "rewritten or to be rewritten": (
        Asked(
            "Safeguarding form rewritten",
            "D3",
            "Answers 5 and 11 say the 101 forms have been rewritten; answer 7 says they will be. "
            "Which is so?",
            "D3, answers 5, 7 and 11",
        ),
        Asked(
            "Rewriting of the 101 forms",
            "D3",
            "Still to come here, already done in answers 5 and 11. A second rewriting, or the same "
            "one?",
            "D3, answers 5, 7 and 11",
        ),
    ),
    "time bands that disagree": (
        Asked(
            "High risk: action in seven days",
            "D3",
            "This line also sets “as soon as practicable” for very high risk, which has 24 hours "
            "in the line above. Which holds?",
            "D3, answer 8",
        ),
        Asked(
            "Medium risk: action in six weeks",
            "D3",
            "The letter prints “with 6 weeks”. Within six weeks is assumed.",
            "D3, answer 8",
        ),
        Asked(
            "R6",
            "D3",
            "The four time bands are standards for each case. They are kept as words and never "
            "counted down.",
            "D3, answer 8",
        ),
    ),
    "fully implemented, work ongoing": (
        Asked(
            "R8",
            "D3",
            "Project BOYD is “now fully implemented”, above a list headed “Work ongoing”. That is "
            "a claim: what shows it? Delivery stays in progress.",
            "D3, answer 6",
        ),
        Asked(
            "Project BOYD in public protection",
            "D3",
            "Done by the letter’s own words, while strands of the project are still going on. Ask "
            "for the evidence.",
            "D3, answer 6",
        ),
    ),
}
COPIES_AND_GAPS: Traps = {
    "one answer twice": (
        Asked(
            "R1",
            "D3",
            "The answer to R11 repeats this one almost word for word.",
            "D3, answers 5 and 11",
        ),
        Asked(
            "R11",
            "D3",
            "The answer to R1, about officers at the scene, is repeated here almost word for word. "
            "Custody is not answered.",
            "D3, answers 5 and 11",
        ),
        Asked(
            "Victim feedback panel",
            "D3",
            "Promised twice, for R1 and for R11, in the same words. It is one action: its end must "
            "be judged for each.",
            "D3, answers 5 and 11",
        ),
        Asked(
            "Monthly meeting on children not transferred",
            "D3",
            "One meeting answers R10 and R9. It cannot close either without a decision on that "
            "one.",
            "D3, answers 1 and 3",
        ),
        Asked(
            "KAIZEN",
            "D3",
            "One project answers R5 and R2; its progress on the one says nothing of the other.",
            "D3, answers 7 and 10",
        ),
        Asked(
            "ARTEMIS",
            "D3",
            "One project stands behind R1, R3 and R11. Ask for its progress on each.",
            "D3, answers 5, 9 and 11",
        ),
    ),
    "parts without an answer": (
        Asked(
            "R6",
            "D3",
            "Part a), better use of intelligence systems to find offenders, has no answer.",
            "D3, answer 8",
        ),
        Asked(
            "R11",
            "D3",
            "Parts a), custody logs, and b), reasons for detention, are not answered.",
            "D3, answer 5",
        ),
        Asked(
            "R7",
            "D3",
            "Messaging and a daily review are reported. That guidance was issued, or will be, is "
            "not said; parts a) and b) are not answered apart.",
            "D3, answer 2",
        ),
    ),
}

TRAPS: Traps = {**TENSES, **WORDS_AGAINST_WORDS, **COPIES_AND_GAPS}

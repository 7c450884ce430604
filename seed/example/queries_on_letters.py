"""What the letters leave open as letters: to whom, from when, by whose names and dates."""

from seed.example.asked import Asked, Traps

FORMALITIES: Traps = {
    "letter formalities": (
        Asked(
            "D5",
            "D5",
            "The letter begins “Dear” and names nobody. Section 55(6) asks for a copy to the Home "
            "Secretary: was one sent?",
            "D5, salutation",
        ),
        Asked(
            "D5",
            "D5",
            "The copy to the inspectors went to an address in the old gsi domain. Did it arrive?",
            "D5, copy line",
        ),
        Asked(
            "D3",
            "D3",
            "The copy to the inspectors went to an address in the old gsi domain. Did it arrive?",
            "D3, copy line",
        ),
        Asked(
            "D7",
            "D7",
            "The letter has no date. It answers a review published on 9 December 2022 and cannot "
            "be older; comments were due by 2 February 2023. Find the day.",
            "D7, heading",
        ),
        Asked(
            "D7",
            "D7",
            "No copy to the inspectors of constabulary is shown. Section 55(6) asks for one: was "
            "it sent?",
            "D7, end of the letter",
        ),
    ),
    "the commissioner’s own actions": (
        Asked(
            "D3",
            "D3",
            "The letter lists five actions of the commissioner’s own and ties none of them to a "
            "recommendation. Section 55(5B) asks for action taken or proposed on the "
            "recommendations: which answers which?",
            "D3, letter, items 1 to 3 and the two paragraphs after them",
        ),
    ),
    "day first": (
        Asked(
            "D3",
            "D3",
            "Dates are printed in two ways, 03/02/21 and 01/12/2024. All are read with the day "
            "first: 3 February 2021, 6 October 2021, 7 February 2022, 1 December 2024.",
            "D3, answers 3, 8 and 9",
        ),
    ),
    "broken pages": (
        Asked(
            "D3",
            "D3",
            "Page breaks cut recommendations and answers in two: recommendation 10 breaks off "
            "after “used within”. Compare the whole text when the letter is imported.",
            "D3, recommendation 10",
        ),
        Asked(
            "D1",
            "D1",
            "Links stand inside the text, one of them inside R11. They are not part of the "
            "wording.",
            "D1, section 11",
        ),
    ),
    "not ours to answer": (
        Asked(
            "R12",
            "D5",
            "The force awaits further information from the Home Office. Has anything come since "
            "April 2020?",
            "D5, first bullet",
        ),
        Asked(
            "R13",
            "D5",
            "The force awaits further information from two departments. Has anything come since "
            "April 2020?",
            "D5, second bullet",
        ),
        Asked(
            "R15",
            "D5",
            "The force awaits further information from two departments. Has anything come since "
            "April 2020?",
            "D5, fourth bullet",
        ),
    ),
    "only until inspected": (
        Asked(
            "R17",
            "D5",
            "This speaks only to forces not yet inspected, and ends for Cambridgeshire with its "
            "own inspection in July 2021. Was the self-assessment finished first?",
            "D5, sixth bullet",
        ),
    ),
}
NAMES: Traps = {
    "names that may be one": (
        Asked(
            "DMM",
            "D7",
            "A fortnightly meeting with partners. The report and the letter of 2022 know a daily "
            "management meeting, FDMM. Perhaps the same, perhaps two: they are kept apart.",
            "D7, answer 3; D3, answer 2",
        ),
        Asked(
            "FDMM",
            "D3",
            "Taken to be the daily management meetings of the report. Is that right?",
            "D3, answer 2; D1, section 2",
        ),
        Asked(
            "Tactical planning meetings",
            "D7",
            "Fortnightly, as DMM is said to be. Perhaps one meeting under two names.",
            "D1, section 2; D7, answer 3",
        ),
        Asked(
            "Youth Justice Management Board",
            "D7",
            "Perhaps the Youth Justice Board of the letter of 2022. They are kept apart until "
            "somebody says so.",
            "D7, answer 3; D3, answer 3",
        ),
        Asked(
            "EIDAD",
            "D3",
            "Called EIDADs, EIDA Desks and, in the report, early intervention domestic abuse "
            "desks. Taken to be one.",
            "D3, answers 5 and 7; D1, section 6",
        ),
        Asked(
            "Criterion for making trigger plans",
            "D3",
            "VAT is spelled out in two ways: Vulnerability Action Tracker and Vulnerability "
            "assessment Tracker. One system or two?",
            "D3, answers 4 and 9",
        ),
        Asked(
            "Feedback and training for custody staff",
            "D3",
            "“CDP” is spelled out as continual professional development, elsewhere CPD. Taken to "
            "be the same.",
            "D3, answers 3 and 5",
        ),
        Asked(
            "Dip sampling of three kinds of report",
            "D3",
            "Voice of the Child is shortened to VotC and to VoTC. Taken to be the same.",
            "D3, answer 5",
        ),
        Asked(
            "SAFE team",
            "D3",
            "SAFE is a local authority team in answer 9 and a model of the Youth Offending Service "
            "in the letter itself. One thing or two?",
            "D3, letter, item 2; answer 9",
        ),
    ),
}

TRAPS: Traps = {**FORMALITIES, **NAMES}

"""Where a date, an owner or proof is missing: what to ask for."""

from seed.example.asked import Asked

MISSING = (
    Asked(
        "I1 comments",
        "D3",
        "Met by the letter’s own date, day 56 of 56. The day the comments were published is not "
        "known; one day later would have been too late.",
        "D3, heading",
    ),
    Asked(
        "I2 comments",
        "D5",
        "Met by the letter’s own date, day 49 of 56. The day the comments were published is not "
        "known.",
        "D5, heading",
    ),
    Asked(
        "I3 comments",
        "D7",
        "The letter that answers the review is undated, so this duty is not shown to be met. Find "
        "the day it was sent and published.",
        "D7, heading",
    ),
    Asked(
        "PACE beds raised at the Youth Justice Board",
        "D3",
        "Planned for the next meeting of the Youth Justice Board. Ask for its date.",
        "D3, answer 3",
    ),
    Asked(
        "Child Exploitation Hub",
        "D7",
        "Called imminent, in a letter without a date. Ask for the day it starts.",
        "D7, answer 2",
    ),
    Asked(
        "Reassurance sought at the Board",
        "D5",
        "“In due course”: ask for the Board’s date. None of the documents shows that it was done.",
        "D5, third paragraph",
    ),
    Asked(
        "Appointment of Custody Directors",
        "D3",
        "No date is given for the appointments, and nobody is named to make them.",
        "D3, answer 5",
    ),
    Asked(
        "Court mentoring and perpetrator programmes",
        "D3",
        "Forthcoming, without a date. Ask when the court programme starts.",
        "D3, answer 7",
    ),
    Asked(
        "Meetings on sharing with MASH",
        "D3",
        "The first meeting was before the report came out; the further ones have no date. Were "
        "they held?",
        "D3, answer 8",
    ),
    Asked(
        "Victim feedback panel",
        "D3",
        "Due in the first half of 2022, and nobody is named to launch it. Ask for an owner.",
        "D3, answers 5 and 11",
    ),
    Asked(
        "R10",
        "D3",
        "The inspector’s review after charge is only being considered: no decision, owner or date.",
        "D3, answer 1",
    ),
    Asked(
        "R9",
        "D3",
        "Three pieces of work are still “to complete”, none with an owner or a date.",
        "D3, answer 3",
    ),
    Asked(
        "R2",
        "D3",
        "To be done immediately, and answered partly in the future tense. What has been reviewed, "
        "and what is still to come?",
        "D3, answer 10",
    ),
    Asked(
        "Most children found within a day",
        "D7",
        "The force’s own figures, without a period or a source. Ask for both before they are "
        "quoted.",
        "D7, answer 2",
    ),
    Asked(
        "B1",
        "D2",
        "The paper bears the day of the meeting itself. When it went out is not known, nor how "
        "many days before a meeting the Board wants its papers.",
        "D2, heading",
    ),
)

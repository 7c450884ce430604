"""The days the example turns on, and how each of them is known."""

from datetime import date

from store.dates import When

INSPECTION_BEGAN = date(2021, 7, 5)
INSPECTION_ENDED = date(2021, 7, 16)
BOARD_MET = date(2021, 7, 13)
REPORT_PUBLISHED = date(2021, 12, 22)
REPORT_ANSWERED = date(2022, 2, 15)
THEMATIC_PUBLISHED = date(2020, 2, 27)
THEMATIC_ANSWERED = date(2020, 4, 15)
REVIEW_BEGAN = date(2022, 9, 1)
REVIEW_ENDED = date(2022, 9, 30)
# The letter on the review has no date: it cannot be older than what it answers.
REVIEW_PUBLISHED = REVIEW_ANSWERED = date(2022, 12, 9)

# The first day each document can have been read.
KNOWN_FROM: dict[str, date] = {
    "D1": REPORT_PUBLISHED,
    "D2": BOARD_MET,
    "D3": REPORT_ANSWERED,
    "D4": THEMATIC_PUBLISHED,
    "D5": THEMATIC_ANSWERED,
    "D6": REVIEW_PUBLISHED,
    "D7": REVIEW_ANSWERED,
}

REPORT_PAGE = (
    "https://www.justiceinspectorates.gov.uk/hmicfrs/publication-html/"
    "cambridgeshire-national-child-protection-inspection/"
)
THEMATIC_PAGE = (
    "https://hmicfrs.justiceinspectorates.gov.uk/publications/"
    "national-child-protection-inspections-2019-thematic-report/"
)
REVIEW_PAGE = (
    "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/"
    "cambridgeshire-national-child-protection-inspection-post-inspection-review-2022/"
)

PUBLISHED: dict[str, When] = {
    "D1": When.on(
        REPORT_PUBLISHED,
        "December 2021",
        "day from the inspectorate’s web page; the report prints only the month: " + REPORT_PAGE,
    ),
    "D4": When.on(
        THEMATIC_PUBLISHED,
        "27 February 2020",
        "day from the inspectorate’s web page; the letter does not give it: " + THEMATIC_PAGE,
    ),
    "D6": When.on(
        REVIEW_PUBLISHED,
        "9 December 2022",
        "day from the inspectorate’s web page; the letter does not give it: " + REVIEW_PAGE,
    ),
}
SEPTEMBER_2022 = When(
    "September 2022", REVIEW_BEGAN, REVIEW_ENDED, "D7, second paragraph: the month only"
)

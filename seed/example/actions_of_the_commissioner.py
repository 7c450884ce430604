"""What the commissioner says the office does or will do: section 55(5B) asks for exactly this.

Five actions stand in the letter of 2022 and serve no numbered recommendation; one in that of 2020.
"""

from seed.example.action import Promised, undated
from store.vocabulary import ActionKind, Progress

IN_2022 = (
    Promised(
        "Early intervention officers funded",
        "Officers for young people after a first missing episode, to keep them safe and to learn "
        "who exploits them.",
        (),
        "letter, numbered item 1",
        Progress.IN_PROGRESS,
        "Funding",
        ActionKind.UNDERTAKING,
        accountable="OPCC",
    ),
    Promised(
        "Support for the SAFE model",
        "Help and a share of the money for a model of work with young people whom others "
        "may exploit.",
        (),
        "letter, numbered item 2",
        Progress.IN_PROGRESS,
        "Support",
        ActionKind.UNDERTAKING,
        accountable="OPCC",
    ),
    Promised(
        "Safe spaces with an Academy Trust",
        "How schools can give young people somewhere safe, and something to do, after hours.",
        (),
        "letter, numbered item 3",
        Progress.IN_PROGRESS,
        "Working in partnership",
        ActionKind.UNDERTAKING,
        accountable="OPCC",
    ),
    Promised(
        "Tender shaped by young people",
        "The views of 175 young people went into a recent tender.",
        (),
        "letter, paragraph on commissioning",
        Progress.DONE,
        "was shaped by the views",
        ActionKind.UNDERTAKING,
        accountable="OPCC",
    ),
    Promised(
        "Youth Fund launched",
        "Small grants to local charities for activities for young people.",
        (),
        "letter, paragraph on the Youth Fund",
        Progress.DONE,
        "have also launched",
        ActionKind.UNDERTAKING,
        accountable="OPCC",
    ),
)
IN_2020 = (
    Promised(
        "Reassurance sought at the Board",
        "The commissioner will ask the Chief Constable at the Board once the recommendations are "
        "in place.",
        ("R14", "R16", "R17"),
        "letter, third paragraph",
        Progress.PLANNED,
        "will take further reassurance",
        ActionKind.UNDERTAKING,
        accountable="OPCC",
        forum="BCB",
        due=undated("in due course"),
    ),
)

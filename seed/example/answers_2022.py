"""The 11 answers of the letter of 15 February 2022, in the letter's order (D3, Appendix 1)."""

from seed.example.answer import Given
from store.vocabulary import Extent

_AT_THE_SCENE = (
    "Vulnerability Focus Desks are to dip sample and to help with cases; the Early Intervention "
    "Domestic Abuse Desks are to guide officers. Both belong to Project ARTEMIS, which prompts "
    "officers at the scene. Training for recruits and at CPD days goes on. Project FLETCHER and "
    "the Supervisors’ E-Book take the work up, with Custody Directors still to be appointed. The "
    "safeguarding form (101) has been rewritten, the MET Hub has one more officer, PVP teams dip "
    "sample three kinds of report, and a task group studies peer-on-peer images. A victim feedback "
    "panel is to start in the first half of 2022."
)

ANSWERS = (
    Given(
        "R10",
        "1",
        "Partners and the Custody Lead now meet every month. They go through each young person who "
        "was charged, remanded and not moved to the local authority in the month before, and share "
        "what they learn. An inspector’s review after charge, beyond what PACE asks, is being "
        "considered.",
        remark="the inspector’s review has no decision, owner or date",
    ),
    Given(
        "R7",
        "2",
        "The child sexual abuse and exploitation plan holds this recommendation, and the "
        "Vulnerability Performance Group tracks it. There has been messaging; the daily management "
        "meeting reviews every child in police protection; the focus desks oversee it; the Command "
        "Cells have been spoken to about recording.",
        Extent.PARTLY,
        "messaging and daily review; no guidance is said to be issued",
        (
            ("a", Extent.PARTLY, "recording is encouraged; no advice on what to record"),
            ("b", Extent.PARTLY, "accurate recording is stressed; promptness is not mentioned"),
        ),
    ),
    Given(
        "R9",
        "3",
        "The policy on young people in custody was reviewed on 3 February 2021 and comes up again "
        "on 1 December 2024. Force Performance Governance watches trends; the monthly meeting with "
        "partners reviews children not transferred, and has dropped the misleading words “secure "
        "bed”. The ACC will raise PACE beds at the next Youth Justice Board and has asked for "
        "quarterly figures. Quality assurance, checks against the policy and custody training "
        "remain to be done.",
        remark="three pieces of further work, none with an owner or a date",
    ),
    Given(
        "R4",
        "4",
        "Part of the child sexual abuse and exploitation plan. A criterion now decides when a "
        "trigger plan is made, using the partnership’s tracker. Better use of trigger plans is "
        "being messaged and is followed at the Vulnerability Performance Group. Child abduction "
        "warning notices will be messaged by the focus desks; ready-made actions in COMPACT are "
        "being considered.",
    ),
    Given(
        "R11",
        "5",
        _AT_THE_SCENE,
        Extent.PARTLY,
        "nearly the same words as answer 11, about officers at the scene",
        (
            ("a", Extent.NOT_ANSWERED, "custody logs are not mentioned"),
            ("b", Extent.NOT_ANSWERED, "reasons for detention are not mentioned"),
            ("c", Extent.PARTLY, "the child’s voice at the scene; not in custody"),
        ),
    ),
    Given(
        "R8",
        "6",
        "Project BOYD in the public protection unit is called fully implemented. Data are being "
        "moved and mirrored between ViSOR and Athena; offenders on reactive management are being "
        "reviewed, each with a diarised date. The unit attends weekly meetings, updates a weekly "
        "list for neighbourhood supervisors and supplies briefings. Still going on: a weekly top "
        "five, mandatory referral to the offender dashboards, and a tool of the three forces that "
        "should go online in the first half of 2022.",
        remark="“fully implemented” stands above a list of work still going on",
    ),
    Given(
        "R5",
        "7",
        "Project KAIZEN is the force’s plan for domestic abuse. It builds on the two kinds of "
        "desk, a mentoring programme at court and three programmes for perpetrators. The DASH and "
        "101 forms are being assessed and an improvement found with the Crime Standards Delivery "
        "Group. tuServ is to come in by stages in January 2022; the 101 forms are to be rewritten. "
        "One programme, on violence of children to parents, is said to run since autumn 2022.",
    ),
    Given(
        "R6",
        "8",
        "Advice was sought from the national vulnerability programme on how social care is "
        "involved before or after warrants; police MASH colleagues met on 6 October 2021 and wider "
        "meetings are planned. Every risk assessment will follow the KIRAT template in full, with "
        "a time for each band: very high, high, medium and low.",
        Extent.PARTLY,
        "part a) has no answer",
        (
            ("a", Extent.NOT_ANSWERED, "intelligence systems are not mentioned"),
            ("b", Extent.ANSWERED, "one template, KIRAT, for every case"),
            ("c", Extent.ANSWERED, "advice sought; a first meeting held, more planned"),
        ),
    ),
    Given(
        "R3",
        "9",
        "Trigger plans show clear criteria, with more attention through the tracker and the "
        "intelligence department. Project ARTEMIS and the missing-from-home strategy are watched "
        "by the Vulnerability Performance Group, which assesses practice every month. The MET Hub "
        "works with Makesafe and TTCG. The focus desks will message about return interviews; a "
        "joint day with the SAFE team is put at 7 February 2022.",
    ),
    Given(
        "R2",
        "10",
        "Project KAIZEN oversees this and the new Volume Crime Team will take it on, with further "
        "reviews. The control room has reviewed its diary: appointments for domestic abuse come "
        "only after a THRIVE assessment and where no quicker attendance is called for, in person "
        "unless there is no other way.",
        remark="to be done “immediately”, answered partly in the future tense",
    ),
    Given(
        "R1",
        "11",
        _AT_THE_SCENE,
        remark="nearly the same words as answer 5",
    ),
)

"""The three answers of the undated letter on the 2022 review (D7, Appendix 1)."""

from seed.example.answer import Given

ANSWERS = (
    Given(
        "R18",
        "1",
        "POLIT gets three more posts, with training being found for them, and a checklist for "
        "every search. Work has begun with the local authority on quicker referrals. A plan and an "
        "operation tackle the backlog. Other forces and national bodies have been asked for good "
        "practice.",
    ),
    Given(
        "R19",
        "2",
        "A Child Exploitation Hub is designed and about to start. It will join the MET Hub with "
        "the intelligence department under one way of tasking, and the focus desks will go on "
        "helping. The force adds figures: more than nine in ten children found within a day, and a "
        "median under four hours.",
    ),
    Given(
        "R20",
        "3",
        "Senior people in both organisations keep looking for accommodation; suitable places are "
        "scarce nationally. The most acute cases now have senior monitoring. The local authority "
        "is changing its structure, and custody training is growing. Each child kept in custody is "
        "looked at by DMM, every fortnight, and reported quarterly to the Youth Justice Management "
        "Board.",
    ),
)

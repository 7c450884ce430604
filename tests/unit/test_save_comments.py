"""What the commissioner undertakes below one answer is saved as the commissioner's own action."""

from datetime import date

from seed.documents.from_text import read_text
from seed.drafts import draft
from seed.save import save
from store import deadlines, owners
from store.models import Subject
from store.vocabulary import ActionKind, SubjectKind

TODAY = date(2026, 6, 3)
REPORT = """Inspection of custody at Northmere Police

Published on: 4 March 2026

Recommendations

We recommend that, within three months, Northmere Police reviews how often cells are visited.
"""
LETTER = """15 April 2026

Dear Home Secretary

Response to the report: Inspection of custody at Northmere Police

Recommendation 1: We recommend that, within three months, Northmere Police reviews how often cells
are visited.

Force response: The custody lead will review this by 31 May 2026.

Commissioner's comments: I will send my visitors to each suite by 30 June 2026.

Yours sincerely

Jo Field
Police and Crime Commissioner for Northmere
"""


def test_it_serves_the_recommendation_is_owed_by_the_commissioner_and_has_its_day(empty, author):
    readings = [read_text(REPORT, "report.txt"), read_text(LETTER, "letter.txt")]
    save(empty.db, draft(readings), author, TODAY, None)
    action, accountable, respondent = empty.db.execute(
        "SELECT a.id, a.accountable, r.respondent FROM actions a"
        " JOIN action_recommendations ar ON ar.action = a.id"
        " JOIN responses r ON r.id = ar.response WHERE a.kind = ?",
        (ActionKind.UNDERTAKING,),
    ).fetchone()
    assert respondent == "Police and Crime Commissioner"
    assert owners.get(empty.db, accountable).name == "Police and Crime Commissioner"
    (clock,) = deadlines.of_subject(empty.db, Subject(SubjectKind.ACTION, action), date.max)
    assert clock.due.latest == date(2026, 6, 30)

"""The worked example against what was worked out by hand from the five documents themselves."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from seed.example import queries as told_queries
from seed.example import write
from store.tracker import Tracker
from store.unit import Author

SHARED = Path(__file__).parents[3] / "shared"
DOCUMENTS = SHARED / "documents"
REFERENCE = SHARED / "reference" / "entities.json"

pytestmark = pytest.mark.skipif(
    not REFERENCE.is_file(), reason="the five documents are not beside this checkout"
)

# Where the reference's own names for things are in the tracker.
INSPECTIONS = {
    "INS-CAMBS-2021": "I1",
    "INS-THEMATIC-2019": "I2",
    "INS-CAMBS-PIR-2022": "I3",
    "MENTION-VAWG": "I4",
    "MENTION-RAPE": "I5",
}
LETTERS = {"000": "D5", "001": "D7", "004": "D3"}
FIRST_OF = {"C21": 0, "T19": 11, "P22": 17}
# The same promise, told twice in the letter.
SAME_ACTION = {56: 25}
# The reference's 27 traps in order, each with a word of its own, and what keeps it in sight here.
TRAPS = (
    ("says and lists 11", "eleven or nine"),
    ("Order and numbers differ", "whose number"),
    ("Restated text differs", "wording drifts"),
    ("unstated start", "time from when"),
    ("six-week products", "three clocks, three readers"),
    ("Revisit promised", "revisit after its day"),
    ("Since Autumn 2022", "later than its letter"),
    ("Future tense for past dates", "future tense for a day past"),
    ("101 forms", "rewritten or to be rewritten"),
    ("near-identical", "one answer twice"),
    ("Part-level gaps", "parts without an answer"),
    ("Risk bands contradict", "time bands that disagree"),
    ("await further information", "not ours to answer"),
    ("not yet inspected", "only until inspected"),
    ("areas still requiring improvement", "words for a finding"),
    ("many-to-many on the old 11", "silence is not closure"),
    ("request to note", "a request to note"),
    ("DMM is daily", "names that may be one"),
    ("Case audits add up", "two gradings of one sample"),
    ("In-report contradictions", "the report against itself"),
    ("PCC's own actions", "the commissioner’s own actions"),
    ("000 has no addressee", "letter formalities"),
    ("dd/mm/yy", "day first"),
    ("YPIC policy review", "long after the limit"),
    ("fully implemented", "fully implemented, work ongoing"),
    ("Findings with no recommendation", "findings without a recommendation"),
    ("Page breaks", "broken pages"),
)
# The longest run of a document's words that our own words may share with it: names are longer.
LONGEST_SHARED_RUN = 8
OUR_WORDS = {
    "recommendations": ("title", "text", "applies_because"),
    "parts": ("text",),
    "responses": ("text",),
    "answers": ("remark",),
    "actions": ("title", "text", "evidence"),
    "queries": ("text",),
}


@pytest.fixture(scope="module")
def reference() -> dict[str, Any]:
    """What was worked out by hand."""
    held: dict[str, Any] = json.loads(REFERENCE.read_text("utf-8"))
    return held


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracker]:
    """The whole example."""
    author = Author("Example", lambda: datetime(2022, 6, 1, 9, tzinfo=UTC))
    written = write(tmp_path_factory.mktemp("example") / "example.matters", author)
    yield written
    written.close()


def ref_of(name: str) -> str:
    """Our reference for the reference's "C21-04"."""
    source, number = name.split("-")
    return f"R{FIRST_OF[source] + int(number)}"


def action_ref(number: int) -> str:
    """Our reference for the reference's action: the repeated one has none of its own."""
    number = SAME_ACTION.get(number, number)
    return f"A{number - sum(repeated < number for repeated in SAME_ACTION)}"


def of_action(tracker: Tracker, name: str, column: str) -> Any:
    ref = action_ref(int(name.removeprefix("ACT-")))
    return tracker.db.execute(f"SELECT {column} FROM actions WHERE ref = ?", (ref,)).fetchone()[0]


def test_inspections(tracker: Tracker, reference: dict[str, Any]) -> None:
    assert len(reference["inspections"]) == len(INSPECTIONS)
    for inspection in reference["inspections"]:
        title, mentioned, stated = tracker.db.execute(
            "SELECT title, mentioned_only, stated_recommendations FROM inspections WHERE ref = ?",
            (INSPECTIONS[inspection["id"]],),
        ).fetchone()
        assert bool(mentioned) == inspection["id"].startswith("MENTION")
        if "recommendations_stated" in inspection:
            assert stated == inspection["recommendations_stated"]
        assert title


def test_findings(tracker: Tracker, reference: dict[str, Any]) -> None:
    kept = {
        row[0]: row[1:]
        for row in tracker.db.execute(
            """SELECT r.ref, i.ref, r.kind, r.position, r.timescale, r.section,
                      (SELECT group_concat(label, '') FROM parts WHERE recommendation = r.id)
               FROM recommendations r JOIN inspections i ON i.id = r.inspection"""
        )
    }
    assert len(kept) == len(reference["recommendations"]) == 20
    for told in reference["recommendations"]:
        inspection, kind, position, timescale, section, labels = kept[ref_of(told["id"])]
        assert inspection == INSPECTIONS[told["inspection"]]
        assert (kind, position) == (told["finding_type"], told["report_order"])
        assert timescale == (told["timescale"] or "")
        assert (labels or "") == "".join(told.get("part_labels", ()))
        if told["source_doc"] == "003":
            assert section == told["section_heading"]


def test_letter_numbers(tracker: Tracker, reference: dict[str, Any]) -> None:
    for name, number in reference["order_map_report_to_letter"].items():
        (kept,) = tracker.db.execute(
            """SELECT number FROM numbers n JOIN recommendations r ON r.id = n.recommendation
               JOIN documents d ON d.id = n.document WHERE r.ref = ? AND d.ref = 'D3'""",
            (ref_of(name),),
        ).fetchone()
        assert int(kept) == number


def test_links(tracker: Tracker, reference: dict[str, Any]) -> None:
    kept = set(
        tracker.db.execute(
            """SELECT later.ref, earlier.ref FROM links l
               JOIN recommendations later ON later.id = l.later
               JOIN recommendations earlier ON earlier.id = l.earlier"""
        )
    )
    assert kept == {
        (ref_of(told["id"]), ref_of(earlier))
        for told in reference["recommendations"]
        for earlier in told.get("continues", ())
    }


def test_answers(tracker: Tracker, reference: dict[str, Any]) -> None:
    kept = set(
        tracker.db.execute(
            """SELECT d.ref, r.ref FROM responses s JOIN documents d ON d.id = s.document
               JOIN answers a ON a.response = s.id AND a.part IS NULL
               JOIN recommendations r ON r.id = a.recommendation"""
        )
    )
    assert len(kept) == 20
    assert kept == {
        (LETTERS[told["doc"]], ref_of(told["answers"])) for told in reference["responses"]
    }


def test_actions_serve_the_same_findings(tracker: Tracker, reference: dict[str, Any]) -> None:
    (count,) = tracker.db.execute("SELECT count(*) FROM actions").fetchone()
    assert count == len(reference["actions"]) - len(SAME_ACTION) == 71
    for told in reference["actions"]:
        served = tracker.db.execute(
            """SELECT r.ref FROM action_recommendations ar
               JOIN recommendations r ON r.id = ar.recommendation WHERE ar.action = ?""",
            (of_action(tracker, told["id"], "id"),),
        )
        assert {ref for (ref,) in served} == {ref_of(name) for name in told["recommendations"]}


def test_what_is_said_stands_in_the_letter(tracker: Tracker) -> None:
    """Every status gives its letter's own words, and the letter has them."""
    text = {
        ref: folded(next(DOCUMENTS.glob(f"{number}_*")).read_text("utf-8"))
        for number, ref in LETTERS.items()
    }
    decided = tracker.db.execute(
        "SELECT d.ref, c.said FROM decisions c JOIN documents d ON d.id = c.document"
    ).fetchall()
    assert len(decided) == 71 + 17
    for letter, said in decided:
        assert said, letter
        assert folded(said) in text[letter]


def test_actions_have_their_due_days(tracker: Tracker, reference: dict[str, Any]) -> None:
    for told in reference["actions"]:
        found = tracker.db.execute(
            "SELECT latest FROM deadlines WHERE subject_kind = 'action' AND subject = ?",
            (of_action(tracker, told["id"], "id"),),
        ).fetchone()
        assert (found[0] if found else None) == told["due"], told["id"]


def test_actions_have_the_progress_their_letter_claims(
    tracker: Tracker, reference: dict[str, Any]
) -> None:
    words = {"being considered": "being considered", "planned": "planned", "done": "done"}
    for told in reference["actions"]:
        state = told["state_as_written"].split(";")[0].split(",")[0].strip()
        if state in words:
            (status,) = tracker.db.execute(
                "SELECT status FROM decisions WHERE subject_kind = 'action' AND subject = ?",
                (of_action(tracker, told["id"], "id"),),
            ).fetchone()
            assert status == words[state], told["id"]


def test_clocks(tracker: Tracker, reference: dict[str, Any]) -> None:
    kept = {
        latest
        for (latest,) in tracker.db.execute("SELECT latest FROM deadlines WHERE latest NOT NULL")
    }
    board = next(told for told in reference["deadlines"] if told["what"].startswith("Business"))
    due = {told["due"] for told in reference["deadlines"] if told["due"]} - {board["due"]}
    assert due <= kept
    boards = {day for (day,) in tracker.db.execute("SELECT day FROM boards")}
    assert board["due"] in boards


def test_forums_and_projects(tracker: Tracker, reference: dict[str, Any]) -> None:
    for kind, group in (("forum", "forums"), ("project", "projects_and_plans")):
        (count,) = tracker.db.execute(
            "SELECT count(*) FROM owners WHERE kind = ?", (kind,)
        ).fetchone()
        assert count == len(reference[group])


def test_case_audits(tracker: Tracker, reference: dict[str, Any]) -> None:
    told = reference["case_audits"]["2021"]
    kept = [
        (area, assessor, [good, improve, inadequate])
        for area, assessor, good, improve, inadequate in tracker.db.execute(
            "SELECT area, assessor, good, requires_improvement, inadequate FROM case_audits"
        )
    ]
    assert [[area, *graded] for area, _, graded in kept if area] == told["by_area"]
    samples = [(assessor, graded) for area, assessor, graded in kept if not area]
    assert samples[:3] == [
        ("Cambridgeshire Constabulary", told["self_assessed_33_by_force"]),
        ("HMICFRS", told["same_33_by_hmicfrs"]),
        ("HMICFRS", told["extra_46_by_hmicfrs"]),
    ]


def test_every_trap_is_kept_in_sight(tracker: Tracker, reference: dict[str, Any]) -> None:
    assert len(reference["traps"]) == len(TRAPS) == 27
    assert {name for _, name in TRAPS} == set(told_queries.TRAPS)
    kept = {text for (text,) in tracker.db.execute("SELECT text FROM queries")}
    for told, (sign, name) in zip(reference["traps"], TRAPS, strict=True):
        assert sign in told["trap"]
        assert {query.text for query in told_queries.TRAPS[name]} & kept


def test_no_sentence_of_a_document_is_copied(tracker: Tracker) -> None:
    printed = {
        run
        for path in DOCUMENTS.glob("*.txt")
        for run in runs(path.read_text("utf-8"), LONGEST_SHARED_RUN + 1)
    }
    assert printed
    for table, columns in OUR_WORDS.items():
        for column in columns:
            for (text,) in tracker.db.execute(f"SELECT {column} FROM {table}"):
                shared = printed.intersection(runs(text, LONGEST_SHARED_RUN + 1))
                assert not shared, f"{table}.{column}: {shared}"


def folded(text: str) -> str:
    """Text without line breaks, links or the difference between dashes and quotes."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("’", "'").replace("- ", "-")
    return " ".join(plain.split()).casefold().replace("- ", "-")


def runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    """Every run of so many words."""
    words = re.findall(r"[a-z0-9]+", folded(text))
    for start in range(len(words) - length + 1):
        yield tuple(words[start : start + length])

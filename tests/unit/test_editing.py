"""Editing what was read: nothing read is ever lost, and every edit can be made again."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seed.documents.from_text import read_text
from seed.draft import Answer, Cause, Finding, FindingKind, Problem, ProposedAction
from seed.drafts import draft
from seed.editing import Proposals, leave_out, opened, take, take_all
from seed.editing_accepted import accepted, words_of
from seed.editing_days import publish, when_of
from seed.editing_fields import change_fields, change_kind, fields_of, wording_of
from seed.editing_log import Edit, EditKind, all_edited, as_text, edited, from_text
from seed.editing_pairs import choices, pair
from seed.editing_shape import merge, points, split
from store.errors import BadInput

REPORT = """Inspection of custody at Northmere Police

Published: March 2024

1. Custody

The force should think about its cells.

Recommendations

We recommend that, within three months, Northmere Police reviews how often cells are visited. It
should write down every visit.

We recommend that, by 31 March 2025, Northmere Police repaints the cells, and that it:

a) chooses a colour with those who clean them;

b) asks the doctor.

We recommend that Northmere Police immediately buys new blankets.
"""
LETTER = """15 April 2024

Dear Home Secretary

Response to the report: Inspection of custody at Northmere Police

I am writing under section 55 of the Police Act 1996.

Jo Field
Police and Crime Commissioner for Northmere

Appendix 1

Recommendation 1: We recommend that, within three months, Northmere Police reviews how often cells
are visited. It should write down every visit.

Response: The Custody Group will review visits to cells by 31 May 2024.

Recommendation 2: We recommend that Northmere Police immediately buys new blankets.

Response: Sixty blankets have been bought.
"""
CAUSES = """Inspection of Northmere Police

Published on: 4 March 2024

1. Calls

Cause of concern

The force does not answer calls from children quickly enough.

Recommendations

We recommend that, within three months, Northmere Police answers every call within ten seconds.
"""
PUBLISHED = when_of("4 March 2024")


def read(*texts: str) -> Proposals:
    return opened(draft([read_text(text, f"{at}.txt") for at, text in enumerate(texts)]))


def findings(proposals: Proposals, *, taken: bool = True) -> list[int]:
    """The keys of the findings taken, or of the look-alikes."""
    return [
        entry.key
        for entry in proposals.entries
        if isinstance(entry.item, Finding) and entry.taken is taken
    ]


def answers(proposals: Proposals) -> list[int]:
    return [entry.key for entry in proposals.entries if isinstance(entry.item, Answer)]


def words(proposals: Proposals) -> list[str]:
    """Every word of what was read, taken or not, whatever is done with it."""
    return sorted(
        word
        for entry in proposals.entries
        if isinstance(entry.item, Finding | Answer | Cause | ProposedAction)
        for word in words_of(entry).split()
    )


def texts(proposals: Proposals, document: int = 0) -> list[str]:
    return [finding.whole for finding in accepted(proposals)[document].findings]


def test_what_was_read_is_what_is_accepted_if_nothing_is_edited() -> None:
    drafts = draft([read_text(text, f"{at}.txt") for at, text in enumerate((REPORT, LETTER))])
    for before, after in zip(drafts, accepted(opened(drafts)), strict=True):
        assert replace(after, not_taken=()) == replace(before, not_taken=())
        assert [one.text for one in after.not_taken] == [
            one.finding.whole if one.finding else one.text for one in before.not_taken
        ]


def test_what_is_left_out_is_kept_with_its_reason() -> None:
    proposals = read(REPORT)
    first = findings(proposals)[0]
    left = leave_out(proposals, first, " it is not ours ")
    assert len(texts(left)) == len(texts(proposals)) - 1
    assert "it is not ours" in [one.why for one in accepted(left)[0].not_taken]
    assert accepted(take(left, first)) == accepted(proposals)


def test_a_look_alike_is_taken_where_it_stands() -> None:
    proposals = read(REPORT)
    (look_alike,) = findings(proposals, taken=False)
    assert texts(take(proposals, look_alike))[0] == "The force should think about its cells."
    assert len({one.order for one in accepted(take(proposals, look_alike))[0].findings}) == 4


def test_taking_all_takes_what_was_left_out_and_no_look_alike() -> None:
    proposals = read(REPORT)
    left = proposals
    for key in findings(proposals):
        left = leave_out(left, key)
    assert texts(left) == []
    assert take_all(left, 0) == proposals


def test_the_actions_of_an_answer_come_and_go_with_it() -> None:
    proposals = read(REPORT, LETTER)
    (action,) = [entry for entry in proposals.entries if isinstance(entry.item, ProposedAction)][:1]
    left = leave_out(proposals, action.of or 0)
    assert len(accepted(left)[1].answers) == 1
    assert accepted(take(left, action.key))[1] == accepted(proposals)[1]
    without = accepted(leave_out(proposals, action.key))[1].answers[0]
    assert without.actions == ()


def test_two_findings_made_one_hold_both_texts_and_the_letter_follows() -> None:
    proposals = read(REPORT, LETTER)
    first, second, third = findings(proposals)
    merged = merge(proposals, third, second)
    one, two = accepted(merged)[0].findings
    assert [part.text for part in two.parts][-1].startswith(
        "We recommend that Northmere Police imm"
    )
    match = accepted(merged)[1].answers[1].answers
    assert match is not None
    assert match.order == two.order
    assert one.order == 1
    assert first in findings(merged)


@pytest.mark.parametrize("pair_of", [(0, 1), (1, 2), (0, 2)])
def test_what_was_made_one_can_be_cut_in_two_again(pair_of: tuple[int, int]) -> None:
    proposals = read(REPORT)
    keys = findings(proposals)
    first, second = (proposals.get(keys[at]).item for at in pair_of)
    merged = merge(proposals, keys[pair_of[0]], keys[pair_of[1]])
    whole = merged.get(keys[pair_of[0]]).item
    assert isinstance(first, Finding)
    assert isinstance(second, Finding)
    assert isinstance(whole, Finding)
    (point,) = [
        point
        for point in points(whole)
        if point.after == second.text
        and point.piece == (len(first.parts) + 1 if first.parts else 0)
    ]
    again = split(merged, keys[pair_of[0]], point.piece, point.at)
    made = [again.get(key).item for key in findings(again)]
    for before in (first, second):
        assert (before.text, [part.text for part in before.parts]) in [
            (one.text, [part.text for part in one.parts])
            for one in made
            if isinstance(one, Finding)
        ]


def test_a_finding_cut_at_a_sentence_gets_the_timescale_of_its_own_words() -> None:
    proposals = read(REPORT)
    second = findings(proposals)[1]
    item = proposals.get(second).item
    assert isinstance(item, Finding)
    part = next(point for point in points(item) if point.natural and point.piece == 2)
    cut = split(proposals, second, part.piece, part.at)
    assert [len(one.parts) for one in accepted(cut)[0].findings] == [0, 1, 0, 0]
    assert texts(cut)[2] == "asks the doctor."


@pytest.mark.parametrize(("piece", "at"), [(0, 0), (0, 10_000), (9, 0), (-1, 0)])
def test_nothing_is_cut_where_one_side_would_be_empty(piece: int, at: int) -> None:
    proposals = read(REPORT)
    with pytest.raises(BadInput, match="Nothing was changed"):
        split(proposals, findings(proposals)[0], piece, at)


def test_only_findings_of_one_document_are_made_one() -> None:
    proposals = read(REPORT, LETTER)
    with pytest.raises(BadInput):
        merge(proposals, findings(proposals)[0], answers(proposals)[0])
    with pytest.raises(BadInput):
        merge(proposals, findings(proposals)[0], findings(proposals)[0])


def test_our_own_fields_are_changed_and_the_wording_stays_of_record() -> None:
    proposals = read(REPORT)
    first = findings(proposals)[0]
    fields = {"title": "Visits", "theme": "custody", "addressee": "The chief constable"}
    changed = accepted(change_fields(proposals, first, fields))[0].findings[0]
    before = accepted(proposals)[0].findings[0]
    assert (changed.title, changed.theme, changed.by_hand) == ("Visits", "custody", False)
    assert changed.addressee.words == "The chief constable"
    assert changed.text == before.text
    assert change_fields(proposals, first, fields_of(before)) == proposals


def test_another_wording_is_marked_and_the_printed_one_is_kept() -> None:
    proposals = read(REPORT)
    first, second, _ = findings(proposals)
    changed = change_fields(
        proposals, first, {"wording": "Visit the cells.\na) often\nb) at night"}
    )
    draft_ = accepted(changed)[0]
    assert draft_.findings[0].by_hand
    assert [part.text for part in draft_.findings[0].parts] == ["often", "at night"]
    (asked,) = [one for one in draft_.problems if "changed by hand" in one.sentence]
    assert proposals.get(first).item.whole in asked.sentence
    item = proposals.get(second).item
    assert isinstance(item, Finding)
    with pytest.raises(BadInput):
        change_fields(proposals, second, {"wording": "  \na) nothing before it"})
    assert wording_of(item).count("\n") == 2


def test_other_words_of_an_answer_are_marked_and_the_printed_ones_are_kept() -> None:
    proposals = read(REPORT, LETTER)
    first, second = answers(proposals)
    printed = words_of(proposals.get(first))
    changed = change_fields(proposals, first, {"wording": "Visits are reviewed.\n\nEvery month."})
    changed = change_fields(changed, first, {"wording": "Visits are reviewed.", "number": "1a"})
    letter = accepted(changed)[1]
    own, other = letter.answers
    assert (own.text, own.number, own.by_hand) == ("Visits are reviewed.", "1a", True)
    assert (other, len(own.actions)) == (accepted(proposals)[1].answers[1], 1)
    assert not other.by_hand
    (asked,) = [one for one in letter.problems if "changed by hand" in one.sentence]
    assert printed in asked.sentence
    with pytest.raises(BadInput, match="x leaves it out"):
        change_fields(proposals, second, {"wording": " \n"})
    item = proposals.get(first).item
    assert change_fields(proposals, first, fields_of(item)) == proposals


@pytest.mark.parametrize(
    ("words_typed", "rule", "day"),
    [
        ("within six months", "MONTHS_6", "2024-09-04"),
        ("30/06/2024", "FIXED", "2024-06-30"),
        ("June 2024", "PERIOD", "2024-06-30"),
        ("when it suits", "NONE", None),
        ("", None, None),
    ],
)
def test_another_timescale_is_counted_at_once(
    words_typed: str, rule: str | None, day: str | None
) -> None:
    proposals = publish(read(REPORT), 0, PUBLISHED)
    first = findings(proposals)[0]
    changed = change_fields(proposals, first, {"timescale": words_typed})
    due = accepted(changed)[0].findings[0].due
    assert (str(due.rule) if due else None) == rule
    assert (due.earliest.isoformat() if due and due.earliest else None) == day


def test_the_day_of_publication_counts_every_clock_again_and_settles_the_question() -> None:
    proposals = read(REPORT)
    asked = [one.sentence for one in accepted(proposals)[0].problems]
    assert any("March 2024" in sentence for sentence in asked)
    after = accepted(publish(proposals, 0, PUBLISHED))[0]
    due = after.findings[0].due
    assert due is not None
    assert due.earliest is not None
    assert due.earliest.isoformat() == "2024-06-04"
    last_days = [step.due.earliest for step in after.deadlines if str(step.due.rule) == "S55_56"]
    assert [day.isoformat() for day in last_days if day] == ["2024-04-28"]
    assert not any("March 2024" in one.sentence for one in after.problems)


def test_a_letter_is_given_the_day_it_is_dated() -> None:
    proposals = publish(read(REPORT, LETTER), 1, when_of("16 April 2024"))
    document = accepted(proposals)[1].document
    assert document.dated.words == "16 April 2024"
    assert document.published == accepted(read(REPORT, LETTER))[1].document.published


def test_an_answer_is_paired_by_hand_and_the_one_left_alone_is_told() -> None:
    proposals = read(REPORT, LETTER)
    answer = answers(proposals)[0]
    offered = choices(proposals, proposals.get(answer).item)
    assert [one.score for one in offered] == sorted((one.score for one in offered), reverse=True)
    second = next(one.candidate for one in offered if one.candidate.ref == "2")
    changed = pair(proposals, answer, second.ref, second.document)
    letter = accepted(changed)[1]
    assert letter.answers[0].answers.ref == "2"
    unanswered = [one.sentence for one in letter.problems if "has no answer" in one.sentence]
    assert [sentence.split()[1] for sentence in unanswered] == ["1"]
    back = accepted(pair(changed, answer, "1", "0.txt"))[1]
    assert back.answers == accepted(proposals)[1].answers
    assert [one.sentence for one in back.problems] == [
        one.sentence for one in accepted(proposals)[1].problems
    ]


def test_an_answer_can_belong_to_nothing_and_only_answers_belong() -> None:
    proposals = read(REPORT, LETTER)
    alone = accepted(pair(proposals, answers(proposals)[0], "", ""))[1]
    assert alone.answers[0].answers is None
    with pytest.raises(BadInput):
        pair(proposals, answers(proposals)[0], "17", "0.txt")
    with pytest.raises(BadInput):
        pair(proposals, findings(proposals)[0], "1", "0.txt")


def test_a_cause_of_concern_left_out_or_made_a_finding_leaves_its_recommendations() -> None:
    proposals = read(CAUSES)
    (cause,) = [entry.key for entry in proposals.entries if isinstance(entry.item, Cause)]
    assert accepted(proposals)[0].findings[0].cause == 1
    left = accepted(leave_out(proposals, cause))[0]
    assert (left.causes, left.findings[0].cause) == ((), None)
    changed = accepted(change_kind(proposals, cause, FindingKind.AREA_FOR_IMPROVEMENT))[0]
    assert [one.kind.value for one in changed.findings] == [
        "area for improvement",
        "recommendation",
    ]
    asked = next(e.key for e in read(REPORT).entries if isinstance(e.item, Problem))
    with pytest.raises(BadInput):
        change_kind(read(REPORT), asked, FindingKind.RECOMMENDATION)


EDITS = st.lists(
    st.tuples(st.sampled_from(["take", "leave", "merge", "split", "kind"]), st.integers(0, 99)),
    max_size=12,
)


@settings(deadline=None)
@given(EDITS)
def test_no_word_is_lost_or_doubled_by_any_edits_and_they_can_be_made_again(
    chosen: list[tuple[str, int]],
) -> None:
    read_first = proposals = read(REPORT, LETTER)
    before, log = words(proposals), []
    for name, number in chosen:
        edit = _edit(proposals, name, number)
        try:
            proposals = edited(proposals, edit)
        except BadInput:
            continue
        log.append(edit)
    assert words(proposals) == before
    keys = [entry.key for entry in proposals.entries]
    assert len(set(keys)) == len(keys)
    for document in range(2):
        orders = [one.order for one in accepted(proposals)[document].findings]
        assert len(set(orders)) == len(orders)
    kept = as_text(["a", "b"], ["1", "2"], log)
    assert all_edited(read_first, from_text(kept)[2]) == proposals


def _edit(proposals: Proposals, name: str, number: int) -> Edit:
    entries = proposals.entries
    key = entries[number % len(entries)].key
    found = [entry for entry in entries if isinstance(entry.item, Finding)]
    chosen = found[number % len(found)]
    match name:
        case "take":
            return Edit(EditKind.TAKE, key)
        case "leave":
            return Edit(EditKind.LEAVE_OUT, key, {"why": "no"})
        case "kind":
            return Edit(EditKind.KIND, chosen.key, {"kind": list(FindingKind)[number % 5].value})
        case "merge":
            other = found[(number // len(found)) % len(found)].key
            return Edit(EditKind.MERGE, chosen.key, {"other": str(other)})
    assert isinstance(chosen.item, Finding)
    offered = points(chosen.item)
    point = offered[number % len(offered)] if offered else None
    place = {"piece": str(point.piece), "at": str(point.at)} if point else {}
    return Edit(EditKind.SPLIT, chosen.key, place)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"paths": [], "prints": [], "edits": [[1]]}'])
def test_what_was_kept_by_nobody_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="begin it again"):
        from_text(text)


def test_an_edit_without_its_words_is_refused() -> None:
    with pytest.raises(BadInput, match="Nothing was changed"):
        edited(read(REPORT), Edit(EditKind.KIND, 1, {"kind": "a wish"}))

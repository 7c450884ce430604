"""What a letter answers: its own numbers and wording, and how far it answers each part."""

from collections.abc import Iterator

from seed.draft import Answer as Answered
from seed.draft import Finding
from seed.likeness import folded, folded_likeness
from seed.saving_actions import COMMISSIONER, write_action
from seed.saving_frame import Saving, finding_key
from seed.saving_inspection import SURE_LINK, linked_key
from seed.saving_typed import TypedResponse
from store import queries, recommendations, refs, responses
from store.models import Part, Subject
from store.responses import Answer
from store.rows import one
from store.vocabulary import ActionKind, Extent, LinkKind, SubjectKind

_SAME_PART = 0.9
_GAP = "Nothing in the answer seems to take this up."


def write_answers(saving: Saving) -> None:
    """Save every response with what it answers, and the actions it promises."""
    for answer in saving.draft.answers:
        key = answered_key(saving, answer)
        typed = saving.typed.response_to(answer, key) if saving.typed else None
        if typed:
            _give_wording(saving, answer, typed)
        else:
            _write_answer(saving, answer, key)


def _write_answer(saving: Saving, answer: Answered, key: int | None) -> None:
    if key is not None:
        _number(saving, answer, key)
    respondent = saving.draft.document.force or "the force"
    response = _respond(saving, answer, key, respondent, answer.text, by_hand=answer.by_hand)
    comments = _respond(saving, answer, key, COMMISSIONER, "\n".join(answer.comments))
    _write_actions(saving, answer, key, (response, comments))


def _write_actions(
    saving: Saving, answer: Answered, key: int | None, said: tuple[int | None, int | None]
) -> None:
    """What an answer promises, each action tied to whose response it is: force, commissioner."""
    response, comments = said
    for action in answer.actions:
        if action.kind is ActionKind.UNDERTAKING:
            write_action(saving, action, key, comments, COMMISSIONER)
        else:
            write_action(saving, action, key, response, saving.draft.document.force or "the force")


def _give_wording(saving: Saving, answer: Answered, typed: TypedResponse) -> None:
    """Give a response that was typed in its wording of record; how far it answers stays."""
    if answer.text.strip():
        of_record = not answer.by_hand
        saving.change.change(
            "responses", typed.id, typed.rev, text=answer.text, of_record=of_record
        )
    _restate(saving, answer, typed.recommendation)
    words = "\n".join(answer.comments)
    comments = _respond(saving, answer, typed.recommendation, COMMISSIONER, words)
    if not typed.has_actions:
        _write_actions(saving, answer, typed.recommendation, (typed.id, comments))


def _restate(saving: Saving, answer: Answered, key: int) -> None:
    """Put the letter's own wording beside the number that was typed in."""
    row = one(
        saving.change.db.conn,
        "SELECT id, rev FROM numbers WHERE recommendation = ? AND document = ? AND restated = ''",
        (key, saving.document),
    )
    if row is not None:
        saving.change.change("numbers", row["id"], row["rev"], restated=answer.restated)


def answered_key(saving: Saving, answer: Answered) -> int | None:
    """The recommendation an answer belongs to: the one paired, or the one the letter restates."""
    match = answer.answers
    if match is not None and (match.uid or match.document != saving.file_name):
        return finding_key(saving, match.document, match.order, match.uid)
    if saving.typed and answer.order in saving.typed.responses:
        return saving.typed.responses[answer.order].recommendation
    if match is not None:
        return finding_key(saving, match.document, match.order, match.uid)
    own = _own_finding(saving, answer)
    return None if own is None else saving.findings.get((saving.file_name, own.order))


def _own_finding(saving: Saving, answer: Answered) -> Finding | None:
    same = (one for one in saving.draft.findings if one.order == answer.order)
    return next(same, None)


def _number(saving: Saving, answer: Answered, key: int) -> None:
    """The letter's number and wording; a finding known from this letter has its number already."""
    match = answer.answers
    if match is None or (match.document == saving.file_name and not match.uid):
        return
    recommendations.add_number(
        saving.change,
        key,
        saving.document,
        answer.number,
        position=answer.order,
        restated=answer.restated,
    )


def _respond(
    saving: Saving,
    answer: Answered,
    key: int | None,
    respondent: str,
    text: str,
    *,
    by_hand: bool = False,
) -> int | None:
    """One response; an empty one is no response."""
    if not text.strip():
        return None
    return responses.add(
        saving.change,
        document=saving.document,
        respondent=respondent,
        number=answer.number,
        text=text,
        of_record=not by_hand,
        since=saving.since,
        answers=() if key is None else _extents(saving, answer, key),
    )


def _extents(saving: Saving, answer: Answered, key: int) -> Iterator[Answer]:
    """The recommendation as a whole first, then each of its parts."""
    parts = recommendations.parts(saving.change.db.conn, key, saving.since)
    gaps = {part.id for part in parts if _is_gap(part, answer)}
    yield Answer(key, Extent.PARTLY if gaps else Extent.ANSWERED)
    for part in parts:
        if part.id in gaps:
            yield Answer(key, Extent.NOT_ANSWERED, part.id, _GAP)
        else:
            yield Answer(key, Extent.ANSWERED, part.id)


def _is_gap(part: Part, answer: Answered) -> bool:
    own = folded(part.text)
    return any(
        folded_likeness(own, folded(gap.text)) >= _SAME_PART for gap in answer.parts_unanswered
    )


def write_links(saving: Saving) -> None:
    """Link a review's areas with what they plainly continue; ask about what they may continue."""
    for link in saving.draft.links:
        later = saving.findings.get((saving.file_name, link.order))
        earlier = linked_key(saving, link)
        if later is None or earlier is None or later == earlier:
            continue
        if _is_linked(saving, later, earlier):
            continue
        if link.score >= SURE_LINK:
            source = f"proposed on import from the wording ({link.score:.2f} of 1); please check"
            recommendations.link(
                saving.change,
                later,
                earlier,
                LinkKind.CONTINUES,
                source=source,
                since=saving.since,
            )
        else:
            _ask(saving, later, earlier)


def _is_linked(saving: Saving, later: int, earlier: int) -> bool:
    """Whether somebody has said already how the two stand to each other."""
    found = one(
        saving.change.db.conn,
        "SELECT 1 FROM links WHERE later = ? AND earlier = ?",
        (later, earlier),
    )
    return found is not None


def _ask(saving: Saving, later: int, earlier: int) -> None:
    called = refs.ref_of(saving.change.db.conn, Subject(SubjectKind.RECOMMENDATION, earlier))
    queries.ask(
        saving.change,
        Subject(SubjectKind.RECOMMENDATION, later),
        f"Does this continue {called} as well? Some of its words are there.",
        source=saving.file_name,
        since=saving.since,
    )

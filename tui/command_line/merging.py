"""`matters merge`: show what another copy brings, ask what both changed, and bring it in."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from store import backups
from store.backups import Why
from store.errors import BadInput
from store.merging import applying, plan, words
from store.merging.asked import Answers, Side
from store.merging.fields import Outcome
from store.merging.plan import Plan
from store.merging.words import Disagreement, Version
from tui.command_line import output
from tui.command_line.asked import Asked

if TYPE_CHECKING:
    from store.tracker import Tracker

_MOST_LISTED = 40
_LONGEST_FILE = 10_000_000  # characters


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed besides the copy; `side` answers every question, `answers` names a file."""

    dry_run: bool = False
    as_json: bool = False
    side: Side | None = None
    answers: str = ""


def merge(asked: Asked, other: str, wanted: Wanted) -> None:
    """Bring another copy in, or only show what that would do."""
    opening = asked.opened(read_only=True) if wanted.dry_run else asked.opened_to_write()
    with opening as tracker:
        made = plan.make(tracker, Path(other))
        given = _given(made, wanted)
        if not wanted.as_json:
            output.tell(_lines(made))
        if wanted.dry_run or made.nothing_new:
            _tell_json(made, wanted)
            return
        answers = given | _answered(made, given)
        backups.make(tracker.path, Why.BEFORE_MERGE, asked.now(), tracker.backups)
        brought = _bring_in(asked, tracker, made, answers)
    _tell_json(made, wanted)
    if not wanted.as_json:
        output.tell([brought])


def _bring_in(asked: Asked, tracker: "Tracker", made: Plan, answers: Answers) -> str:
    done = applying.bring_in(tracker.db, made, answers, asked.author(), asked.today())
    return (
        f"Brought in {made.name}: {_many(done.added, 'record')} added, {done.changed} changed, "
        f"{done.removed} taken away. “matters undo” takes all of it back."
    )


def _given(made: Plan, wanted: Wanted) -> Answers:
    """The answers that were typed with the command."""
    if wanted.answers:
        return _from_file(Path(wanted.answers))
    return {question.key: wanted.side for question in made.questions()} if wanted.side else {}


def _from_file(path: Path) -> Answers:
    """Answers from a JSON file: each question's key with "mine" or "theirs"."""
    try:
        with path.open(encoding="utf-8") as file:
            read = json.loads(file.read(_LONGEST_FILE))
        return {str(key): Side(side) for key, side in read.items()}
    except OSError as error:
        raise BadInput(
            f"{path} could not be read: {error.strerror}. Nothing was brought in."
        ) from None
    except (ValueError, AttributeError, RecursionError):
        raise BadInput(
            f"{path} does not hold answers. Nothing was brought in: it must be a JSON object with "
            "the key of each question, as --dry-run --json gives it, and “mine” or “theirs”."
        ) from None


def _answered(made: Plan, given: Answers) -> Answers:
    """Ask on the terminal what is not answered; BadInput where there is nobody to ask."""
    left = [one for one in made.questions() if one.key not in given]
    if not left:
        return {}
    if not sys.stdin.isatty():
        raise BadInput(
            f"{_many(len(left), 'question')} must be answered first. Nothing was brought in: say "
            "--mine or --theirs for all of them, name a file with --answers, or bring the copy in "
            "on a terminal or on the screen, where each is asked."
        )
    return {question.key: _ask(words.told(made, question)) for question in left}


def _ask(told: Disagreement) -> Side:
    output.tell(["", *_both(told)])
    while True:
        sys.stderr.write("m mine, t theirs, q leave it all as it is: ")
        sys.stderr.flush()
        typed = sys.stdin.readline()
        answer = typed.strip().casefold()
        if answer in ("m", "mine"):
            return Side.MINE
        if answer in ("t", "theirs"):
            return Side.THEIRS
        if answer in ("q", "quit") or not typed:
            raise BadInput("You left. Nothing was brought in, and both copies are as they were.")


def _lines(made: Plan) -> Iterator[str]:
    if made.nothing_new:
        yield f"{made.name} holds nothing that is not here already. Nothing was changed."
        return
    coming = words.comes_in(made)
    yield f"{made.name}: {_many(len(coming), 'change')} to come in without a question"
    yield from (f"  {line}" for line in coming[:_MOST_LISTED])
    if len(coming) > _MOST_LISTED:
        yield f"  and {len(coming) - _MOST_LISTED} more"
    for was, becomes in made.renumbered({}).values():
        yield f"  {was} of the copy becomes {becomes}: {was} is another record here"
    for likeness in made.likenesses():
        mine = words.called(made.copies.ours, likeness.mine)
        other = words.called(made.copies.theirs, likeness.other)
        yield f"  {other} of the copy looks like {mine}: both are kept, with a query"
    questions = [words.told(made, question) for question in made.questions()]
    if questions:
        yield f"{_many(len(questions), 'question')} to answer, because both copies changed the same"
    for told in questions:
        yield from _both(told)


def _both(told: Disagreement) -> Iterator[str]:
    yield f"  {told.head}"
    yield f"    mine:   {_said(told.mine)}"
    yield f"    theirs: {_said(told.theirs)}"


def _said(version: Version) -> str:
    if version.at is None:
        return version.text
    at = f"{version.at.astimezone():%d/%m/%Y %H:%M}"
    return f"{version.text}   ({version.by}, {at})"


def _tell_json(made: Plan, wanted: Wanted) -> None:
    if not wanted.as_json:
        return
    counts = made.counted()
    output.tell_one_json(
        {
            "copy": made.name,
            "nothing_new": made.nothing_new,
            "brought_in": not (wanted.dry_run or made.nothing_new),
            "differences": {outcome.name.lower(): counts[outcome] for outcome in Outcome},
            "comes_in": words.comes_in(made),
            "asked": [_as_json(words.told(made, one)) for one in made.questions()],
            "renumbered": [
                {"was": was, "becomes": becomes} for was, becomes in made.renumbered({}).values()
            ],
            "look_alike": [
                {
                    "mine": words.called(made.copies.ours, one.mine),
                    "theirs": words.called(made.copies.theirs, one.other),
                }
                for one in made.likenesses()
            ],
        }
    )


def _as_json(told: Disagreement) -> dict[str, object]:
    return {
        "key": told.key,
        "about": told.head,
        "mine": _version(told.mine),
        "theirs": _version(told.theirs),
    }


def _version(version: Version) -> dict[str, str]:
    at = version.at.isoformat() if version.at else ""
    return {"text": version.text, "by": version.by, "at": at}


def _many(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"

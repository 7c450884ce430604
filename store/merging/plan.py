"""What bringing in a copy will do: worked out whole before a word of it is written."""

import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from store.merging import logs, lookalikes, numbering, origins, solving, states
from store.merging.asked import Answers, Copies, Question
from store.merging.fields import Entry, Outcome
from store.merging.logs import Log
from store.merging.lookalikes import Likeness
from store.merging.opening import opened
from store.merging.origins import Origin
from store.merging.solving import Solution
from store.merging.states import Ref
from store.tracker import Tracker

# Records that only tell of merges: by themselves they are nothing to bring in.
_TELLING = frozenset({"merges", "brought_in"})


@dataclass(frozen=True, slots=True)
class Plan:
    """A copy laid beside the tracker: what came of both since they parted.

    `nothing_new` says that all of the copy is in the tracker already. `here` and `there` are who
    last touched which record, and when, on each side; `unanswered` is what would come of it with
    our version of all that is asked.
    """

    name: str
    ours: Log
    theirs: Log
    copies: Copies = field(repr=False)
    here: dict[Ref, list[Origin]] = field(repr=False)
    there: dict[Ref, list[Origin]] = field(repr=False)
    originals: dict[str, tuple[str, bytes]] = field(repr=False)
    unanswered: Solution = field(repr=False)

    @property
    def nothing_new(self) -> bool:
        """Whether all of the copy is in the tracker already."""
        return self.theirs.head in self.ours.known or not self.differences

    @property
    def differences(self) -> list[Entry]:
        """What is different there, less what only tells of merges."""
        return [
            one
            for one in self.unanswered.entries
            if one.outcome is not Outcome.SAME
            and one.record.table not in _TELLING
            and one.outcome is not Outcome.KEPT
        ]

    def solved(self, answers: Answers) -> Solution:
        """Both copies' records together, with these answers."""
        return solving.solve(self.copies, self.ours.uids, answers)

    def questions(self) -> list[Question]:
        """What is asked."""
        return self.unanswered.questions

    def counted(self) -> Counter[Outcome]:
        """How many differences there are of each outcome."""
        return Counter(one.outcome for one in self.unanswered.entries)

    def renumbered(self, answers: Answers) -> dict[Ref, tuple[str, str]]:
        """Which records get another reference: the one they came with and the new one."""
        solution = self.solved(answers)
        lost = numbering.give_references(self.copies.ours, solution)
        return {ref: (was, str(solution.records[ref]["ref"])) for ref, was in lost.items()}

    def likenesses(self) -> list[Likeness]:
        """What both added and what looks the same; all of it is kept."""
        return lookalikes.found(self.copies)


def make(tracker: Tracker, path: Path) -> Plan:
    """Lay the copy at `path` beside the tracker; a TrackerError says why that cannot be done."""
    with opened(path, tracker) as other:
        ours, theirs = logs.read(tracker.db), logs.read(other)
        parted = logs.parting(ours, theirs)
        copies = Copies(
            logs.bases(tracker.db, other, parted), states.now(tracker.db), states.now(other)
        )
        return Plan(
            path.name,
            ours,
            theirs,
            copies,
            origins.since(tracker.db, max(parted.common, parted.here)),
            origins.since(other, max(parted.common, parted.there)),
            _originals(other, tracker.db),
            solving.solve(copies, ours.uids, {}),
        )


def _originals(other: sqlite3.Connection, ours: sqlite3.Connection) -> dict[str, tuple[str, bytes]]:
    """Imported files whose bytes the other copy kept and ours did not."""
    held = {digest for (digest,) in ours.execute("SELECT sha256 FROM originals")}
    return {
        digest: (name, content)
        for digest, name, content in other.execute("SELECT sha256, name, bytes FROM originals")
        if digest not in held
    }

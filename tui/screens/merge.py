"""Another copy laid beside the tracker: what comes in by itself, and what both changed."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from store import backups
from store.backups import Why
from store.errors import TrackerError
from store.merging import applying, words
from store.merging.asked import Answers, Side
from store.merging.plan import Plan
from store.merging.words import Disagreement, Version
from tui.desk import Desk
from tui.dialogs.message import ConfirmDialog
from tui.dialogs.sentences import sentence_for
from tui.safe import line_content
from tui.widgets.lines import Cell, Column, FixedRows, Lines, Row
from tui.widgets.page import Page, Paragraph
from tui.wording import counted, line, told

_ALL = -1
_COLUMNS = (Column("answer", "Taken", 8), Column("what", "What both copies changed", None, 20))
_MARGIN = 10


class MergeScreen(Screen[str | None]):
    """Asks whose version holds, brings the copy in, and gives a sentence that says so."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "take('mine')", "Mine", show=False, id="merge.mine"),
        Binding("t", "take('theirs')", "Theirs", show=False, id="merge.theirs"),
        Binding("s,ctrl+s", "bring_in", "Bring in", show=False, id="merge.bring-in"),
        Binding("escape,q", "leave", "Leave", show=False, id="merge.leave"),
    ]
    DEFAULT_CSS = """
    MergeScreen { layout: vertical; .bar { height: 1; padding: 0 1; background: $panel; } }
    """

    def __init__(self, desk: Desk, plan: Plan) -> None:
        super().__init__()
        self.desk = desk
        self.plan = plan
        self.asked = [words.told(plan, question) for question in plan.questions()]
        self.answers: Answers = {}
        self.list = Lines(_COLUMNS, header=True, empty="")
        self.page = Page()

    def compose(self) -> ComposeResult:
        """The questions, both versions of the one under the cursor, the keys."""
        yield self.list
        yield self.page
        yield Static(
            line(
                *(("m", "strong"), " mine  ", ("t", "strong"), " theirs  "),
                *(("s", "strong"), " bring it in  ", ("tab", "strong"), " to the text and back  "),
                *(("esc", "strong"), " leave it all"),
            ),
            classes="bar",
            markup=False,
        )

    def on_mount(self) -> None:
        """Begin at the first question, or at what comes in where there is none."""
        self.list.on_select = self._selected
        self._show()
        self.list.focus()
        if self.asked:
            self.list.action_step(1)

    def _show(self) -> None:
        rows = {_ALL: Row((Cell(""), Cell(self._coming(), "strong")))}
        for number, one in enumerate(self.asked):
            side = self.answers.get(one.key)
            rows[number] = Row((Cell(side.value if side else "?", "query"), Cell(one.head)))
        self.list.show(FixedRows(list(rows), rows))
        done = f"{len(self.answers)} of {counted(len(self.asked), 'question')} answered"
        self.list.border_title = line_content(f"{self.plan.name} beside this tracker · {done}")
        self._selected(self.list.key)

    def _coming(self) -> str:
        changes = counted(len(words.comes_in(self.plan)), "change")
        return f"{changes} to come in without a question"

    def _selected(self, key: int | None) -> None:
        if key is None or key == _ALL:
            self.page.border_title = "What comes in without a question"
            self.page.show(list(_coming_in(self.plan)))
            return
        one = self.asked[key]
        self.page.border_title = line_content(one.head)
        self.page.show(list(_both(one, self.answers.get(one.key))))

    def action_take(self, side: str) -> None:
        """Take one side's version of the question under the cursor, and go to the next."""
        key = self.list.key
        if key is None or key == _ALL:
            return
        self.answers[self.asked[key].key] = Side(side)
        self._show()
        self.list.action_step(1)

    def action_bring_in(self) -> None:
        """Say what would be done, and ask."""
        left = len(self.asked) - len(self.answers)
        if left:
            self._say(f"{counted(left, 'question')} left: press m or t on each, then s.")
            return
        sides = list(self.answers.values())
        self.app.push_screen(
            ConfirmDialog(
                f"Bring in {self.plan.name}?",
                [
                    f"{self._coming()}.{_chosen(sides)}",
                    "It is one change: u takes all of it back. A backup is made first, and the "
                    "other file is left as it is.",
                ],
                yes="Bring it in",
                no="Look again",
            ),
            lambda yes: self._bring_in() if yes else None,
        )

    def _bring_in(self) -> None:
        desk = self.desk
        tracker = desk.tracker
        try:
            backups.make(tracker.path, Why.BEFORE_MERGE, desk.author.now(), tracker.backups)
            done = applying.bring_in(desk.db, self.plan, self.answers, desk.author, desk.today)
        except (TrackerError, sqlite3.Error) as refused:
            self._say(sentence_for(refused))
            return
        self.dismiss(
            f"Brought in {self.plan.name}: {counted(done.added, 'record')} added, {done.changed} "
            f"changed, {done.removed} taken away. Press u to take it back."
        )

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)

    def _say(self, sentence: str) -> None:
        self.notify(sentence, markup=False, severity="warning", timeout=8)


def _coming_in(plan: Plan) -> Iterator[Paragraph]:
    for change in words.comes_in(plan):
        yield Paragraph(told(change), 2, line(("+", "on-track")))
    for was, becomes in plan.renumbered({}).values():
        yield Paragraph(
            told(f"{was} of the copy becomes {becomes}: {was} is another record here"), 2
        )
    for likeness in plan.likenesses():
        mine = words.called(plan.copies.ours, likeness.mine)
        other = words.called(plan.copies.theirs, likeness.other)
        text = f"{other} of the copy looks like {mine}: both are kept, with a query"
        yield Paragraph(told(text, "query"), 2, line(("?", "query")))


def _both(one: Disagreement, side: Side | None) -> Iterator[Paragraph]:
    for label, version, own in (
        ("mine", one.mine, Side.MINE),
        ("theirs", one.theirs, Side.THEIRS),
    ):
        sign = "▸ " if side is own else "  "
        yield Paragraph(
            told(version.text, "strong" if side is own else ""),
            _MARGIN,
            line((f"{sign}{label}", "strong" if side is own else "quiet")),
        )
        yield Paragraph(told(_whose(version), "quiet"), _MARGIN)
        yield Paragraph(line(""))


def _whose(version: Version) -> str:
    if version.at is None:
        return ""
    return f"{version.by}, {version.at.astimezone():%d/%m/%Y %H:%M}"


def _chosen(sides: Sequence[Side]) -> str:
    """Whose version was taken in how many questions; "" where nothing was asked."""
    ours, theirs = sides.count(Side.MINE), sides.count(Side.THEIRS)
    if not sides:
        return ""
    if ours and theirs:
        return f" Of {len(sides)} questions you kept ours in {ours} and took theirs in {theirs}."
    asked = "the one question" if len(sides) == 1 else f"all {len(sides)} questions"
    return f" In {asked} you {'kept ours' if ours else 'took theirs'}."

"""Stepping through: one open item a screen, in a chosen order, resumed where it stopped."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from store import recommendations
from store.models import Recommendation, Subject
from store.vocabulary import SubjectKind
from tui import acts
from tui.commands import Place, bindings, line_at
from tui.desk import Desk
from tui.details import records, showing, step_side
from tui.screens import round as rounds
from tui.screens.bars import keys_line
from tui.screens.record_screen import RecordScreen
from tui.screens.round import Round
from tui.widgets.page import Page, Paragraph
from tui.wording import counted, line


class StepScreen(RecordScreen):
    """One open recommendation at a time; every key that changes it works as everywhere."""

    places = frozenset({Place.STEP})
    BINDINGS = bindings(places)
    DEFAULT_CSS = """
    StepScreen {
        layout: vertical;
        .bar { height: 1; padding: 0 1; background: $panel; }
        Page { border: none; padding: 1 2; }
        Page:focus { border: none; }
    }
    """

    def __init__(self, desk: Desk, current: Round) -> None:
        super().__init__(desk)
        self.round = current
        self.tab: int | None = None
        self.page = Page(id="item")

    def compose(self) -> ComposeResult:
        """One line of progress, the record, one line of keys."""
        yield Static(id="progress", classes="bar", markup=False)
        yield self.page
        yield Static(id="keys", classes="bar", markup=False)

    def on_mount(self) -> None:
        """Show the record the round stands at."""
        self.page.focus()
        self.reload()

    @property
    def record(self) -> Recommendation:
        """The recommendation in hand."""
        return recommendations.get(self.desk.db, self.round.key)

    def in_hand(self) -> Sequence[Subject]:
        """Return the recommendation in hand."""
        return [Subject(SubjectKind.RECOMMENDATION, self.round.key)]

    def reload(self) -> None:
        """Read the record in hand again."""
        self.query_one("#progress", Static).update(self._progress(), layout=False)
        keys = keys_line(line_at(Place.STEP), self.size.width)
        self.query_one("#keys", Static).update(keys, layout=False)
        if self.tab is None:
            self.page.show(step_side.side(self.desk, self.record))
        else:
            self.page.show(self._side(self.tab))

    def _side(self, tab: int) -> Sequence[Paragraph]:
        """One of the five sides, under the name of the record."""
        record = self.in_hand()[0]
        head = Paragraph(records.heading(self.desk.db, record))
        sides = Paragraph(showing.tabs_line(tab))
        return [head, sides, records.blank(), *showing.side(self.desk, record, tab)]

    def changed(self, told: str = "") -> None:
        """Count the record as done something about."""
        self.round.noted.add(self.round.key)
        self.round.skipped.discard(self.round.key)
        self._keep()
        super().changed(told)

    def action_next_item(self) -> None:
        """Go on to the next item; after the last, the round is finished."""
        if self.round.is_last:
            self._finish()
            return
        self._go(self.round.index + 1)

    def action_previous_item(self) -> None:
        """Go back to the item before."""
        if self.round.index:
            self._go(self.round.index - 1)

    def action_skip(self) -> None:
        """Leave the item for later and go on."""
        self.round.skipped.add(self.round.key)
        self.action_next_item()

    def action_tab(self, number: int) -> None:
        """Show another side of the record, or with the same key the overview again."""
        self.tab = None if self.tab == number - 1 else number - 1
        self.reload()

    def action_help(self) -> None:
        """Show every key, those of the round first."""
        acts.show_help(self, Place.STEP)

    def action_leave_round(self) -> None:
        """Leave; the next round can go on from here."""
        self._keep()
        self.dismiss()

    def _go(self, index: int) -> None:
        self.round.index = index
        self.tab = None
        self._keep()
        self.reload()

    def _keep(self) -> None:
        if not self.desk.tracker.read_only:
            self.round.keep(self.desk.db)

    def _finish(self) -> None:
        done = counted(len(self.round.noted), "item")
        skipped = f", {len(self.round.skipped)} skipped" if self.round.skipped else ""
        if not self.desk.tracker.read_only:
            rounds.finish(self.desk.db)
        self.notify(f"That was the last one: {done} noted or decided{skipped}.", markup=False)
        self.dismiss()

    def _progress(self) -> Content:
        current = self.round
        return line(
            ("Step through", "strong"),
            f" · {current.order} · ",
            (f"{current.index + 1} of {len(current.keys)}", "strong"),
            f"    ● {len(current.noted)} noted   ○ {len(current.skipped)} skipped",
        )

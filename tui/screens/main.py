"""The main screen: inspections, their clocks, recommendations, actions, and one record in full."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget
from textual.widgets import Static

from store import filters
from store.filters import Filter, Order
from store.first_look import TO_DO, FirstLook, first_look
from store.models import Subject
from store.summary import Outlook
from store.vocabulary import SubjectKind
from tui import acts
from tui.commands import MAIN, Place, bindings
from tui.desk import Desk
from tui.details import showing
from tui.rows import action_rows, deadline_rows, inspection_rows, recommendation_rows
from tui.rows.kept_keys import KeptKeys
from tui.rows.recommendation_rows import RecommendationRows
from tui.screens import bars
from tui.screens.record_screen import RecordScreen
from tui.widgets.lines import Lines
from tui.widgets.page import Page

if TYPE_CHECKING:
    from tui.background import Work
    from tui.screens import searching
    from tui.widgets.find import FindBar

ONE_PANE_BELOW = (100, 34)
"""Columns and rows under which one pane is shown at a time."""

WIDE_FROM = 160


class MainScreen(RecordScreen):
    """Where a governance lead sees what is most urgent and steps through it."""

    AUTO_FOCUS = "#recommendations"
    places = MAIN
    BINDINGS = bindings(MAIN)

    def __init__(self, desk: Desk, look: Callable[[], FirstLook] | None = None) -> None:
        super().__init__(desk)
        self._look_ahead = look
        self.shown = TO_DO
        self.order = Order.NEAREST
        self.all_actions = False
        self.everything = 0
        self._behind = False
        self._kept = KeptKeys()
        self.outlook: Outlook | None = None
        self.still_searching: searching.Asked | None = None
        self.rest_of_search: Work[set[int] | None] | None = None
        self.tab = 0
        self.read_from = Place.RECOMMENDATIONS
        self._was_at = Place.RECOMMENDATIONS
        self.inspections = Lines(
            inspection_rows.COLUMNS,
            line_height=2,
            id="inspections",
            classes="pane",
            empty="Press a to add one.",
        )
        self.clocks = Lines(
            deadline_rows.COLUMNS, id="clocks", classes="pane", empty="No clock runs here."
        )
        self.recommendations = Lines(
            recommendation_rows.COLUMNS,
            header=True,
            marking=True,
            id="recommendations",
            classes="pane",
        )
        self.actions = Lines(action_rows.COLUMNS, marking=True, id="actions", classes="pane")
        self.detail = Page(id="detail", classes="pane")
        self.find: FindBar | None = None

    @property
    def panes(self) -> tuple[tuple[Place, Widget], ...]:
        """The panes in the order Tab goes through them."""
        return (
            (Place.INSPECTIONS, self.inspections),
            (Place.CLOCKS, self.clocks),
            (Place.RECOMMENDATIONS, self.recommendations),
            (Place.ACTIONS, self.actions),
            (Place.DETAIL, self.detail),
        )

    def compose(self) -> ComposeResult:
        """Lay the panes out; the style sheet places them by the room there is."""
        yield Static(id="title", classes="bar", markup=False)
        yield Static(id="next", classes="bar", markup=False)
        yield Static(id="tabs", classes="bar", markup=False)
        with Container(id="body"):
            yield self.inspections
            yield self.recommendations
            yield self.clocks
            yield self.actions
            yield self.detail
        yield Static(id="keys", classes="bar", markup=False)

    def on_mount(self) -> None:
        """Fill the panes and start on the most urgent recommendation."""
        self.reload(first=True)
        self.inspections.on_select = self._inspection_selected
        self.clocks.on_select = lambda _: self._show_detail()
        self.recommendations.on_select = lambda _: self._moved_to_recommendation()
        self.recommendations.on_mark = lambda _: bars.show_counts(self)
        self.actions.on_select = lambda _: self._action_selected()
        self.call_after_refresh(bars.tell_of_drafts, self)

    def on_resize(self, event: events.Resize) -> None:
        """Take the layout the new size has room for."""
        width, height = event.size
        one_pane = width < ONE_PANE_BELOW[0] or height < ONE_PANE_BELOW[1]
        if one_pane:
            self._bring_forward(self.place)
        self.set_class(one_pane, "-one-pane")
        self.set_class(width >= WIDE_FROM and height >= ONE_PANE_BELOW[1], "-wide")
        bars.show_bars(self)
        if self.focused is None:
            self.call_after_refresh(dict(self.panes)[self._was_at].focus)

    @property
    def place(self) -> Place:
        """The pane that has the focus."""
        for place, pane in self.panes:
            if pane is self.focused:
                return place
        return Place.RECOMMENDATIONS

    def reload(self, *, first: bool = False) -> None:
        """Read every pane again; each cursor stays on its record.

        The first time, the keys of what is out of sight are read once the screen is painted.
        """
        db, today = self.desk.db, self.desk.today
        ahead, self._look_ahead = self._look_ahead, None
        self.outlook, to_do, self.everything = ahead() if ahead else first_look(db, today)
        self.inspections.show(inspection_rows.inspection_rows(db, today, to_do, self.everything))
        self._show_clocks()
        if first:
            page = recommendation_rows.first_page(db, TO_DO, to_do, today, self._kept)
            self._show_keys(page)
            self.call_after_refresh(page.complete)
        else:
            self._show_recommendations()
        if self.is_mounted:
            bars.show_bars(self)

    def _show_clocks(self) -> None:
        inspection = self.inspections.key or inspection_rows.ALL
        rows = deadline_rows.clock_rows(self.desk.db, inspection, self.desk.today)
        self.clocks.show(rows)
        self.clocks.border_title = "Clocks" if inspection else "Clocks running"

    def _show_recommendations(self) -> None:
        from tui.screens import searching

        self.show_found(searching.found(self, self.shown.text))

    def show_found(self, found: set[int] | None) -> None:
        """Show what the filter leaves of what the words were found in (None: of everything)."""
        db, today = self.desk.db, self.desk.today
        shown = self.selection._replace(text="")
        keys = self._kept.read(db, shown, self.order, today)
        self._show_keys(keys if found is None else filters.in_all(keys, [found]))

    def _show_keys(self, keys: Sequence[int]) -> None:
        if not keys:
            self.recommendations.empty = bars.nothing_shown(self.desk, self.selection)
        self.recommendations.show(RecommendationRows(self.desk.db, self.desk.today, keys))
        self.recommendations.sort_sign(self.order.value)
        bars.show_counts(self)
        self._recommendation_selected()

    def _moved_to_recommendation(self) -> None:
        """Show what belongs to it; where more keys wait already, once for all of them."""
        keys_wait_here = self.recommendations.keys_waiting
        if not keys_wait_here and not self.app.message_queue_size:
            self._recommendation_selected()
        elif not self._behind:
            self._behind = True
            (self.recommendations if keys_wait_here else self.app).call_later(self._catch_up)

    def _catch_up(self) -> None:
        self._behind = False
        self._recommendation_selected()

    def _recommendation_selected(self) -> None:
        bars.show_actions(self)
        self._show_detail()

    def _action_selected(self) -> None:
        """Show the action, unless it came under the cursor because its list was filled."""
        if self.place is Place.ACTIONS:
            self._show_detail()

    def _show_detail(self, *, keep_place: bool = False) -> None:
        showing.show(self, keep_place=keep_place)

    def _inspection_selected(self, key: int | None) -> None:
        self._show_clocks()
        self._show_recommendations()

    def _found(self, text: str) -> None:
        """Show what matches the words typed so far; part of the same tick as the key."""
        self.shown = self.shown._replace(text=text)
        self._show_recommendations()

    @property
    def selection(self) -> Filter:
        """The filter together with the inspection chosen on the left."""
        chosen = self.inspections.key
        return self.shown._replace(inspection=chosen) if chosen else self.shown

    def in_hand(self) -> Sequence[Subject]:
        """The marked records of the pane in focus, or the one under its cursor."""
        kinds = {
            Place.INSPECTIONS: (self.inspections, SubjectKind.INSPECTION),
            Place.CLOCKS: (self.clocks, SubjectKind.DEADLINE),
            Place.ACTIONS: (self.actions, SubjectKind.ACTION),
        }
        lines, kind = kinds.get(self.place, (self.recommendations, SubjectKind.RECOMMENDATION))
        if lines.marked:
            return [Subject(kind, key) for key in sorted(lines.marked)]
        return [Subject(kind, lines.key)] if lines.key else []

    def on_descendant_focus(self) -> None:
        """Let the line of keys and the single pane follow the focus."""
        if self.place is self._was_at:
            return
        self._was_at = self.place
        if self.place is not Place.DETAIL:
            self.read_from = self.place
        if self.has_class("-one-pane"):
            self._bring_forward(self.place)
        bars.show_bars(self)
        self._show_detail()

    def _bring_forward(self, here: Place) -> None:
        """Let this pane be the one shown where there is room for one only."""
        for place, pane in self.panes:
            pane.set_class(place is here, "-current")

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Open what was chosen: a clock to record, anything else in the detail pane."""
        if event.lines is self.clocks:
            self.action_record()
        elif event.lines is self.inspections:
            self.recommendations.focus()
        else:
            self.detail.focus()

    def on_lines_header_clicked(self, event: Lines.HeaderClicked) -> None:
        """Sort by the column whose title was clicked."""
        if event.column in list(Order):
            self._sort(event.column)

    def action_next_open(self) -> None:
        """Go to the next open recommendation."""
        from tui.screens import moving

        moving.to_open(self, 1)

    def action_previous_open(self) -> None:
        """Go to the open recommendation before this one."""
        from tui.screens import moving

        moving.to_open(self, -1)

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        from tui.screens import moving

        moving.to_pane(self, 1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        from tui.screens import moving

        moving.to_pane(self, -1)

    def action_step_through(self) -> None:
        """Go through the open items one by one."""
        from tui.screens import stepping

        stepping.begin(self)

    async def action_find(self) -> None:
        """Find as you type; the line to type in is made when it is first wanted."""
        if self.find is None:
            from tui.widgets.find import FindBar

            self.find = FindBar(self._found, id="find")
            await self.query_one("#body").mount(self.find, before=self.clocks)
        self.find.open(self.shown.text)

    def action_filter(self) -> None:
        """Choose what is shown."""
        acts.choose_filter(self, self.shown, self._filter)

    def action_show_all(self) -> None:
        """Show everything, or go back to what is open and ours."""
        self._filter(TO_DO if self.shown.is_empty() else Filter())

    def _filter(self, shown: Filter) -> None:
        self.shown = shown
        self._show_recommendations()

    def action_sort(self) -> None:
        """Choose the order of the recommendations."""
        acts.choose_order(self, self.order, self._sort)

    def _sort(self, order: str) -> None:
        self.order = Order(order)
        self._show_recommendations()

    def action_import(self) -> None:
        """Bring documents in."""
        if acts.may_write(self):
            acts.import_documents(self)

    def action_add(self) -> None:
        """Add a record."""
        if acts.may_write(self):
            acts.add(self, self.inspections.key or 0, self.recommendations.key)

    def action_published(self) -> None:
        """Correct a publication day."""
        if acts.may_write(self):
            acts.correct_published(self, self.inspections.key or 0, self.recommendations.key)

    def action_record(self) -> None:
        """Record that what a clock asks for was done."""
        if self.clocks.key and acts.may_write(self):
            acts.record(self, self.clocks.key)

    def action_all_actions(self) -> None:
        """Show all actions, or only this recommendation's."""
        self.all_actions = not self.all_actions
        bars.show_actions(self)

    def action_mark_all(self) -> None:
        """Mark every row shown, or none."""
        lines = self.focused
        if isinstance(lines, Lines) and lines.marking:
            lines.mark_only(() if lines.marked else lines.source.ids)

    def action_log(self) -> None:
        """Show every change of the tracker."""
        from tui.screens.log import LogScreen

        self.app.push_screen(LogScreen(self.desk))

    def action_backups(self) -> None:
        """Show the backups."""
        acts.show_backups(self)

    def action_back_up(self) -> None:
        """Make a backup now."""
        acts.back_up(self)

    def action_hand_over(self) -> None:
        """Write an encrypted copy."""
        acts.hand_over(self)

    def action_merge(self) -> None:
        """Bring in another copy."""
        acts.bring_in_copy(self)

    def action_check(self) -> None:
        """Check the whole file."""
        acts.check(self)

    def action_tab(self, number: int) -> None:
        """Show another side of the record."""
        self.tab = number - 1
        self._show_detail()

    def action_back(self) -> None:
        """Leave the search, then the marks, then the pane."""
        from tui.screens import moving

        moving.back(self)

    def action_leave(self) -> None:
        """Leave the program."""
        self.app.exit()

"""A small app around the list, to be timed or pictured: `python lines_app.py ROWS`, or `hello`."""

import sys
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tui.widgets.lines import Cell, Column, FixedRows, Lines, Row

COLUMNS = (
    Column("state", "", width=1),
    Column("left", "Due", width=13),
    Column("reference", "Ref", width=7),
    Column("title", "Recommendation", minimum=16),
    Column("parts", "Parts", width=7, drop=2),
    Column("due", "Due on", width=15, align="right", drop=1),
)

STATES = (
    ("R", "late", "119 days late", "Wed 2 Feb 2022"),
    ("R", "late", "due now", "immediately"),
    ("A", "soon", "21 days left", "Wed 22 Jun 2022"),
    ("G", "on-track", "96 days left", "Mon 5 Sep 2022"),
    ("B", "closed", "closed", "Fri 4 Mar 2022"),
    ("–", "quiet", "no date", "–"),
)

TITLES = (
    "Children's views obtained, recorded and acted on",
    "Response in every missing episode [see 3.2]",
    "Guidance on police protection for officers and staff, with the designated officer's part",
    "Custody: appropriate adults",
    "Diary appointments in domestic abuse incidents where children are present",
    "Translated leaflet 子どもの保護に関する案内 reviewed",
)


@dataclass
class Generated:
    """As many rows as asked for, made when they are drawn; counts what it was asked for."""

    ids: Sequence[int]
    fetched: list[int] = field(default_factory=list)

    def rows(self, keys: Sequence[int]) -> Mapping[int, Row]:
        self.fetched.extend(keys)
        return {key: generated_row(key) for key in keys}


def generated_row(key: int) -> Row:
    letter, tone, left, due = STATES[(key * 6 // 20) % len(STATES)]
    parts = Cell("3 parts", "quiet") if key % 4 == 0 else Cell("")
    title = Cell(TITLES[key % len(TITLES)], "quiet" if tone == "closed" else "")
    reference = Cell(f"R{key}", "strong")
    return Row((Cell(letter, tone), Cell(left, tone), reference, title, parts, Cell(due)))


def generated(count: int) -> Generated:
    return Generated(array("q", range(1, count + 1)))


INSPECTIONS = FixedRows(
    (1, 2, 3),
    {
        1: Row(
            (Cell("Child protection inspection 2021", "strong"), Cell("11", "soon")),
            (Cell("published 22 Dec 2021 · answered", "quiet"),),
        ),
        2: Row(
            (Cell("Thematic report 2019"), Cell("6", "late")),
            (Cell("3 not ours, watching", "quiet"), Cell("  ? 1", "query")),
        ),
        3: Row((Cell("Board paper 13 July 2021"), Cell("")), (Cell("no findings", "quiet"),)),
    },
)


class LinesApp(App[None]):
    """Inspections, recommendations, actions (none), a detail pane and a status line."""

    CSS = """
    #inspections { width: 38; }
    #recommendations { height: 2fr; }
    #right { layout: vertical; }
    #actions { height: 1fr; }
    #detail { height: 6; border: solid $foreground 40%; padding: 0 1; }
    #status { height: 1; padding: 0 1; }
    .narrow #inspections { display: none; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "narrow"), (100, "wide")]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [("q", "quit", "Leave")]  # noqa: RUF012

    def __init__(self, count: int) -> None:
        super().__init__()
        self.source = generated(count)
        self.chosen: list[int] = []
        self.headers: list[str] = []

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Lines(
                (Column("title"), Column("open", width=3, align="right")),
                line_height=2,
                id="inspections",
            )
            with Horizontal(id="right"):
                yield Lines(COLUMNS, header=True, marking=True, id="recommendations")
                yield Lines(COLUMNS, empty="No actions yet.\n\nPress a to add one.", id="actions")
        yield Static(id="detail", markup=False)
        yield Static(id="status", markup=False)

    def on_mount(self) -> None:
        self.query_one("#inspections", Lines).show(INSPECTIONS)
        self.query_one("#inspections", Lines).border_title = Content("Inspections")
        actions = self.query_one("#actions", Lines)
        actions.border_title = Content("Actions")
        self.recommendations.on_select = self.select
        self.recommendations.border_title = Content("Recommendations · open, ours")
        self.recommendations.border_subtitle = Content("nearest first")
        self.recommendations.sort_sign("due")
        self.recommendations.show(self.source)
        self.recommendations.focus()

    @property
    def recommendations(self) -> Lines:
        return self.query_one("#recommendations", Lines)

    def select(self, key: int | None) -> None:
        text = "" if key is None else f"R{key} · {TITLES[key % len(TITLES)]}"
        self.query_one("#detail", Static).update(Content(text), layout=False)
        status = Content(f"row {self.recommendations.view.cursor + 1} of {len(self.source.ids)}")
        self.query_one("#status", Static).update(status, layout=False)

    def on_lines_chosen(self, message: Lines.Chosen) -> None:
        self.chosen.append(message.key)

    def on_lines_header_clicked(self, message: Lines.HeaderClicked) -> None:
        self.headers.append(message.column)


class HelloApp(App[None]):
    """The least a Textual app can do for a key: one Static that counts."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [("q", "quit", "Leave"), ("down", "count", "Count")]  # noqa: RUF012
    pressed = 1

    def compose(self) -> ComposeResult:
        yield Static("row 1 of many", markup=False)

    def action_count(self) -> None:
        self.pressed += 1
        self.query_one(Static).update(Content(f"row {self.pressed} of many"), layout=False)


if __name__ == "__main__":
    wanted = sys.argv[1]
    (HelloApp() if wanted == "hello" else LinesApp(int(wanted))).run()

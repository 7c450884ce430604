"""The backups of the tracker: when and why each was made, and how it differs from now."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from store import backups, comparing, soundness
from store.backups import Backup
from store.telling import Tell
from tui import background
from tui.background import Outcome, Work
from tui.desk import Desk
from tui.details import backups as details
from tui.details.backups import LookedInto
from tui.safe import line_content
from tui.widgets.lines import Cell, Column, FixedRows, Lines, Row
from tui.widgets.page import Page
from tui.wording import counted, line

_COLUMNS = (
    Column("made", "Made", 17),
    Column("why", "Why", 14),
    Column("differs", "Beside the present file", None, 20),
    Column("size", "Size", 9, align="right", drop=1),
)


class BackupsScreen(Screen[Backup | None]):
    """Shows the backups, and gives the one that is to be brought back, if any."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,B", "dismiss", "Back", show=False, id="backups.back"),
        Binding("enter", "restore", "Restore", show=False, id="backups.restore"),
        Binding("n", "back_up", "Back up now", show=False, id="backups.now"),
    ]
    DEFAULT_CSS = """
    BackupsScreen { layout: vertical; .bar { height: 1; padding: 0 1; background: $panel; } }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.list = Lines(
            _COLUMNS, header=True, empty="There is no backup yet. Press n to make one."
        )
        self.page = Page()
        self.seen: dict[int, LookedInto] = {}
        self._looking: Work[list[LookedInto]] | None = None

    def compose(self) -> ComposeResult:
        """The list, what the chosen one holds, the keys."""
        yield self.list
        yield self.page
        keys = line(
            *(("enter", "strong"), " bring it back  ", ("n", "strong"), " back up now  "),
            *(("tab", "strong"), " to what it holds and back  ", ("esc", "strong"), " back"),
        )
        yield Static(keys, classes="bar", markup=False)

    def on_mount(self) -> None:
        """Show the backups by name, and begin to look into them."""
        self.list.on_select = self._selected
        self.list.focus()
        self.reload()

    def on_unmount(self) -> None:
        """Look no further into what nobody waits for."""
        if self._looking is not None:
            self._looking.stop()

    def reload(self) -> None:
        """Read the folder again; each backup is then opened and read beside the screen."""
        tracker = self.desk.tracker
        found = backups.listed(tracker.path, tracker.backups)
        self._show([LookedInto(backup) for backup in found])
        self._looking = background.begin(self.app, self._look, self._looked)

    def _look(self, tell: Tell) -> list[LookedInto]:
        tracker = self.desk.tracker
        return [
            _seen(backup, tracker.path, tell)
            for backup in backups.listed(tracker.path, tracker.backups)
        ]

    def _looked(self, outcome: Outcome[list[LookedInto]]) -> None:
        if self.is_attached and outcome.result is not None:
            self._show(outcome.result)

    def _show(self, seen: list[LookedInto]) -> None:
        self.seen = dict(enumerate(seen))
        self.list.show(
            FixedRows(list(self.seen), {key: _row(one) for key, one in self.seen.items()})
        )
        title = f"{counted(len(seen), 'backup')} of {self.desk.tracker.path.name}"
        self.list.border_title = line_content(title)
        self._selected(self.list.key)

    def _selected(self, key: int | None) -> None:
        seen = self.seen.get(key) if key is not None else None
        self.page.border_title = details.heading(seen)
        self.page.show(details.paragraphs(seen, self.desk.tracker), keep_place=True)

    def on_lines_chosen(self) -> None:
        """Bring back the backup that was clicked twice."""
        self.action_restore()

    def action_restore(self) -> None:
        """Ask whether to bring the backup under the cursor back."""
        from tui.acts.backing_up import restore

        seen = self.seen.get(self.list.key) if self.list.key is not None else None
        if seen is not None:
            restore(self, seen)

    def action_back_up(self) -> None:
        """Make a backup now."""
        from tui.acts.backing_up import back_up

        back_up(self)


def _seen(backup: Backup, present: Path, tell: Tell) -> LookedInto:
    wrong = soundness.cannot_be_used(backup.path, tell)
    if wrong:
        return LookedInto(backup, wrong)
    return LookedInto(backup, "", comparing.compare(backup.path, present, details.NAMED))


def _row(seen: LookedInto) -> Row:
    backup = seen.backup
    tone = "late" if seen.wrong else ""
    return Row(
        (
            Cell(details.when(backup)),
            Cell(str(backup.why)),
            Cell(seen.differs_briefly(), tone),
            Cell(f"{backup.size / 1_000_000:.1f} MB", "quiet"),
        )
    )

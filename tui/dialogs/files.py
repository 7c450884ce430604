"""Asking for documents: paths typed or pasted, or chosen from those in the folder, newest first."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from store.dates import say_short_day
from store.errors import BadInput, TrackerError
from store.telling import Tell
from tui.background import Outcome
from tui.dialogs.fields import Field, FieldRow
from tui.dialogs.form import FormDialog
from tui.dialogs.frame import Tone, button
from tui.dialogs.paths_typed import as_typed, paths_typed
from tui.dialogs.working import WorkingDialog
from tui.safe import line_content
from tui.widgets.lines import Cell, Column, FixedRows, Lines, Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.dialogs.drafts import Drafts

KINDS = frozenset({".txt", ".pdf", ".docx", ".html", ".htm", ".xlsx", ".csv", ".tsv", ".md"})
MOST = 200
"""Documents listed of a folder."""

_COLUMNS = (
    Column("name", "", None, 12),
    Column("day", "", 11, drop=1),
    Column("size", "", 9, align="right", drop=2),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A document in a folder: when it was last changed, and its size in bytes."""

    path: Path
    changed: datetime
    size: int


def documents_in(folder: Path) -> list[Found]:
    """The documents of a folder that can be read, newest first; none where nobody may look."""
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if Path(entry.name).suffix.casefold() in KINDS and entry.is_file():
                    about = entry.stat()
                    changed = datetime.fromtimestamp(about.st_mtime).astimezone()
                    found.append(Found(Path(entry.path), changed, about.st_size))
    except OSError:
        return []
    return sorted(found, key=lambda one: one.changed, reverse=True)[:MOST]


class FilesDialog(FormDialog):
    """Asks which documents to read, reads them beside the screen, and keeps what was given.

    `read` is handed the paths and the other fields and gives the work to do; when that is done,
    `found` is its result and the dialog closes with True. What cannot be read is said, and the
    paths stay as they are typed.
    """

    DEFAULT_CSS = """
    FilesDialog {
        & #documents { height: 8; border: round $foreground 30%; margin: 0 0 1 2; }
        & #documents:focus { border: heavy $accent; }
        &.-low #documents { height: 5; margin-bottom: 0; }
    }
    """
    KEYS = "ctrl+s read   tab next field   space mark   ctrl+t paste text   esc leave"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "paste_text", "Paste text instead", id="files.paste-text", show=False)
    ]

    def __init__(
        self,
        fields: Sequence[Field],
        read: "Callable[[list[Path], Mapping[str, str]], Callable[[Tell], object]]",
        *,
        folder: Path,
        today: date,
        now: "Callable[[], datetime]",
        drafts: "Drafts | None" = None,
    ) -> None:
        super().__init__("Import documents", fields, _nothing, today=today, drafts=drafts)
        self._read = read
        self._folder = folder
        self._now = now
        self._listed: list[Found] = []
        self.found: object = None
        self.documents = Lines(
            _COLUMNS, marking=True, id="documents", empty="No document in this folder."
        )

    def inside(self) -> Sequence[Widget]:
        """The paths, the documents of the folder, and the other fields."""
        intro, paths, *others = super().inside()
        return [intro, paths, self.documents, *others]

    def buttons(self) -> Sequence[Widget]:
        """Read and Leave."""
        return [button("Read", "save"), button("Leave", "leave")]

    def on_mount(self) -> None:
        """Show the documents of the folder."""
        self.documents.on_mark = self._marked
        self._list(self._folder)

    def on_input_changed(self) -> None:
        """Show the documents of a folder as soon as one is typed."""
        typed = self._paths.typed.strip().strip("\"'")
        if typed.endswith(("/", os.sep)) or typed in ("~", ".", ".."):
            folder = Path(typed).expanduser()
            self._list(self._folder / folder)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the paths reads them; elsewhere it goes on."""
        if event.input is self._paths.control and self._paths.typed.strip():
            event.prevent_default()
            self.action_save()

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Enter on a document: read it, or those that are marked."""
        event.stop()
        if not self.documents.marked:
            self._put([self._listed[event.key].path])
        self.action_save()

    def action_save(self) -> None:
        """Read the documents; what stands against it is said and nothing typed is lost."""
        if self.checked() is None:
            return
        try:
            values = {row.field.key: row.value() for row in self._rows}
            work = self._read(paths_typed(self._paths.typed, self._folder), values)
        except TrackerError as error:
            self.tell(str(error), Tone.WRONG)
            return
        self.tell("")
        self.app.push_screen(WorkingDialog("Reading", work), self._ended)

    def action_paste_text(self) -> None:
        """Read a text that is pasted, where there is no file of it."""
        from tui.dialogs.pasted import PastedDialog
        from tui.pasted_text import keep

        def take(text: str) -> None:
            path = as_typed(keep(text.encode(), self._now()), self._folder)
            self._paths.put(" ".join([self._paths.typed.strip(), path]).strip())

        self.app.push_screen(
            PastedDialog(take), lambda taken: self.action_save() if taken else None
        )

    def _ended(self, outcome: Outcome[object] | None) -> None:
        """Close with what was read, or say why nothing was."""
        if outcome is None:
            return
        if outcome.refused is not None:
            self.tell(str(outcome.refused), Tone.PLAIN if outcome.stopped else Tone.WRONG)
            return
        self.found = outcome.result
        self.discard()
        self.dismiss(True)

    @property
    def _paths(self) -> FieldRow:
        return self._rows[0]

    def _list(self, folder: Path) -> None:
        self._listed = documents_in(folder)
        self.documents.marked = set()
        self.documents.show(
            FixedRows(
                range(len(self._listed)),
                {at: _row(one) for at, one in enumerate(self._listed)},
            )
        )
        self.documents.border_title = line_content(f"{folder} · newest first")

    def _marked(self, marked: set[int]) -> None:
        """Name the documents that are marked in the line of paths."""
        self._put([self._listed[at].path for at in sorted(marked)])

    def _put(self, paths: Sequence[Path]) -> None:
        self._paths.put(" ".join(as_typed(path, self._folder) for path in paths))


def _row(found: Found) -> Row:
    size = f"{max(1, found.size // 1024):,} KB"
    day = say_short_day(found.changed.date())
    return Row((Cell(found.path.name), Cell(day, "quiet"), Cell(size, "quiet")))


def _nothing(values: Mapping[str, str]) -> None:
    """Read instead of saving."""
    raise BadInput("Nothing is saved here.")

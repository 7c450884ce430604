"""The import screen: what was read from documents, beside the text it was read from."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widget import Widget
from textual.widgets import Static

from seed.editing import Proposal
from seed.editing_log import Edit, EditKind
from store.errors import BadInput
from tui.commands import IMPORT, Place, bindings, line_at
from tui.desk import Desk
from tui.screens import importing_asks as asks
from tui.screens import importing_bars as bars
from tui.screens import importing_compared as compared
from tui.screens import importing_item as item
from tui.screens import importing_keeping as keeping
from tui.screens import importing_text as texts
from tui.screens.bars import keys_line
from tui.screens.importing_rows import COLUMNS, rows
from tui.screens.importing_session import Session
from tui.screens.importing_style import STYLE
from tui.screens.panes import PanesScreen
from tui.widgets.lines import Lines
from tui.widgets.page import Page
from tui.widgets.source_text import SourceText
from tui.wording import line

FIRST_HEAD = -1


class ImportScreen(PanesScreen):
    """Looks through what was read; gives the sentence about what was saved, None if nothing was.

    Nothing is written but the list of edits, so that a crash or a key too many costs no work.
    """

    AUTO_FOCUS = "#found"
    BINDINGS = bindings(IMPORT)
    DEFAULT_CSS = STYLE
    places: ClassVar[frozenset[Place]] = IMPORT
    place = Place.IMPORT

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__()
        self.desk = desk
        self.session = session
        self.found = Lines(COLUMNS, id="found", classes="pane", empty="Nothing was found here.")
        self.item = Page(id="item", classes="pane")
        self.source = SourceText(id="source", classes="pane")
        self._belongs: dict[int, str] = {}
        self._cursors: dict[int, int] = {}
        self.kept = keeping.Kept(self)

    @property
    def panes(self) -> tuple[tuple[str, Widget], ...]:
        """The panes with their names, in the order Tab goes through them."""
        return (("Found", self.found), ("In full", self.item), ("Document", self.source))

    @property
    def entry(self) -> Proposal | None:
        """The proposal under the cursor; none on the head of a group."""
        key = self.found.key
        if key is None or key < 0:
            return None
        return self.session.proposals.get(key)

    def compose(self) -> ComposeResult:
        """Lay the panes out; the style sheet places them by the room there is."""
        yield Static(id="title", classes="bar", markup=False)
        yield Static(id="counts", classes="bar", markup=False)
        yield Static(id="tabs", classes="bar", markup=False)
        with Container(id="body"):
            with Vertical(id="left"):
                yield self.found
                yield self.item
            yield self.source
        yield Static(id="keys", classes="bar", markup=False)

    def on_mount(self) -> None:
        """Show the first document, and its first finding."""
        self.found.on_select = lambda _: self._selected()
        self.show_document(0)

    def on_unmount(self) -> None:
        """Keep what was done last, however the program ends."""
        self.kept.at_once()

    def show_document(self, document: int) -> None:
        """Show another document, where it was left."""
        if self.found.key is not None:
            self._cursors[self.session.document] = self.found.key
        self.session.document = document
        self.source.open(texts.passages_of(self.session.reading))
        self.source.border_title = line(self.session.reading.file_name)
        self.reload(keep=self._cursors.get(document, FIRST_HEAD))
        if document not in self._cursors:
            self.call_after_refresh(self.found.action_step, 1)

    def reload(self, keep: int | None = None) -> None:
        """Show the document in hand afresh; the cursor stays on its proposal."""
        entries = self.session.entries
        self.source.sign(texts.signs(self.session.reading, entries))
        self.found.show(rows(self.session), keep=keep)
        self.found.border_title = "What was found"
        self._selected()
        self.show_bars()

    def _selected(self) -> None:
        """Show the proposal under the cursor in full, and the passage it was read from."""
        entry = self.entry
        if entry is None:
            self.item.border_title = ""
            self.item.show(())
            self.source.light(())
            return
        self.item.border_title = line(item.title(entry))
        difference = self.session.difference(entry)
        self.item.show(
            [*compared.paragraphs(entry, difference), *item.paragraphs(self.desk, entry)]
        )
        blocks = texts.blocks_of(self.session.reading, entry)
        self.source.light(blocks, texts.words_in_hand(entry))

    def show_bars(self) -> None:
        """Draw the document's title, what is taken, the tabs and the keys."""
        if not self.is_mounted:
            return
        width = self.size.width - 2
        place = self.session.document
        if place not in self._belongs:
            self._belongs[place] = bars.inspection_words(self.desk.db, self.session)
        self.put("title", bars.title(self.session, self._belongs[place], width))
        self.put("counts", bars.counts(self.session, width))
        self.put_tabs()
        self.put("keys", keys_line(line_at(Place.IMPORT), self.size.width))

    def bring_forward(self, wanted: Widget) -> None:
        """Let this pane be the one shown where there is room for one only."""
        super().bring_forward(wanted)
        self.query_one("#left").set_class(wanted is not self.source, "-current")

    def on_lines_chosen(self) -> None:
        """Enter on what was found shows it in full."""
        self.go_to(self.item)

    def do(self, edit: Edit, told: str = "") -> None:
        """Make an edit and keep it; what cannot be done is said and changes nothing."""
        try:
            self.session.do(edit)
        except BadInput as error:
            self.notify(str(error), markup=False, severity="warning", timeout=8)
            return
        self.changed(told)

    def changed(self, told: str = "") -> None:
        """Take in what was just done."""
        self.kept.soon()
        self.reload()
        if told:
            self.notify(told, markup=False, timeout=4)

    def _with_entry(self, ask: asks.Ask) -> None:
        if self.entry is None:
            self.notify("Put the cursor on something that was found.", markup=False)
        else:
            ask(self, self.entry)

    def action_import_take(self) -> None:
        """Take what is under the cursor, or leave it out."""
        entry = self.entry
        if entry is not None:
            self.do(Edit(EditKind.LEAVE_OUT if entry.taken else EditKind.TAKE, entry.key))

    def action_import_take_all(self) -> None:
        """Take all of the document but look-alikes."""
        self.do(Edit(EditKind.TAKE_ALL, self.session.document))

    def action_import_refuse(self) -> None:
        """Leave it out, and say why."""
        self._with_entry(asks.reason)

    def action_import_edit(self) -> None:
        """Change its fields."""
        self._with_entry(asks.fields)

    def action_import_pair(self) -> None:
        """Choose the finding that an answer belongs to."""
        self._with_entry(asks.finding)

    def action_import_join(self) -> None:
        """Make one finding of two."""
        self._with_entry(asks.other)

    def action_import_cut(self) -> None:
        """Make two findings of one."""
        self._with_entry(asks.point)

    def action_import_kind(self) -> None:
        """Call a finding by another kind."""
        self._with_entry(asks.kind)

    def action_import_inspection(self) -> None:
        """Choose the inspection."""
        asks.inspection(self)

    def action_published(self) -> None:
        """Correct the day of publication, or the day a letter is dated."""
        asks.day(self)

    def action_import_next(self) -> None:
        """Go to the next document."""
        self._go(1)

    def action_import_previous(self) -> None:
        """Go to the document before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        many = len(self.session.read.readings)
        if many == 1:
            self.notify("This is the only document of this import.", markup=False)
        else:
            self.show_document((self.session.document + step) % many)

    def action_undo(self) -> None:
        """Take back the last edit made here."""
        if self.session.take_back():
            self.changed("Taken back. U does it again.")
        else:
            self.notify("Nothing has been done here yet.", markup=False)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        if self.session.do_again():
            self.changed("Done again.")
        else:
            self.notify("Nothing was taken back.", markup=False)

    def action_import_save(self) -> None:
        """Show what would be saved, and save it."""
        keeping.save(self)

    def action_import_leave(self) -> None:
        """Go back to the list, then leave; what was done is kept unless the user says otherwise."""
        if not self.back_home():
            keeping.leave(self)

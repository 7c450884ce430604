"""A dialog that is written in: saving, leaving, and drafts that outlive a crash."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Button

from store.errors import TrackerError
from tui.dialogs.drafts import Drafts, Kept, pack, unpack
from tui.dialogs.frame import Dialog, Tone, button
from tui.dialogs.sentences import sentence_for

if TYPE_CHECKING:
    from tui.widgets.long_text import LongText


class WritingDialog(Dialog[bool]):
    """Keeps what is typed until it is saved; True when it was.

    Subclasses give `typed`, `put` and `checked`, and call `edited` whenever something was typed.
    """

    DRAFT_DELAY = 0.4
    """Seconds from the first change to the draft; a crash costs no more typing than this."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="dialog.save", tooltip="Save and close", show=False),
        Binding("escape", "leave", "Leave", id="dialog.leave", tooltip="Leave", show=False),
        Binding(
            "ctrl+r",
            "start_afresh",
            "Start afresh",
            id="dialog.afresh",
            tooltip="Put back what stood here before the draft",
            show=False,
        ),
        Binding(
            "ctrl+o",
            "own_editor",
            "Your editor",
            id="dialog.own-editor",
            tooltip="Write the long text in your own editor",
            show=False,
        ),
    ]

    def __init__(self, title: str, drafts: Drafts | None) -> None:
        super().__init__(title)
        self._drafts = drafts
        self._original: Mapping[str, str] = {}
        self._kept: Mapping[str, str] | None = None
        self._asked_about: Mapping[str, str] | None = None
        self._restored = False
        self._waiting: Timer | None = None
        self._over = False

    def typed(self) -> Mapping[str, str]:
        """What stands in each field, as typed."""
        raise NotImplementedError

    def put(self, typed: Mapping[str, str]) -> None:
        """Fill the fields named in `typed`."""
        raise NotImplementedError

    def checked(self) -> Callable[[], None] | None:
        """What saves the values; None if something must be put right first, and it says what."""
        raise NotImplementedError

    @property
    def unsaved(self) -> bool:
        """Whether anything differs from when the dialog was opened."""
        return self.typed() != self._original

    def changed_since(self, draft: Kept) -> str:
        """What others have changed where a draft was typed; nothing unless the dialog can tell."""
        return ""

    @property
    def called(self) -> str:
        """The dialog's title."""
        return self._title

    def buttons(self) -> Sequence[Widget]:
        """Save and Leave."""
        return [button("Save", "save"), button("Leave", "leave")]

    def on_mount(self) -> None:
        """Bring back a draft, if there is one."""
        self._original = self.typed()
        found = self._load()
        if found is None:
            return
        self.put(found.typed)
        self._kept = self.typed()
        self._restored = self.unsaved
        if self._restored:
            self.tell(
                f"Restored what you were typing on {found.said()}; ctrl+r starts afresh instead."
                f"{self.changed_since(found)}"
            )
            self.say_status(f"draft kept {found.at:%H:%M}")

    def edited(self) -> None:
        """Something was typed: keep it soon, and take back a question about leaving."""
        if self._asked_about is not None and self._asked_about != self.typed():
            self._asked_about = None
            self.tell("")
        if self._drafts is not None and self._waiting is None and not self._over:
            self._waiting = self.set_timer(self.DRAFT_DELAY, self.keep_draft)

    def keep_draft(self) -> bool:
        """Keep what is typed now, or drop the draft once all is as it was; False if that failed."""
        if self._over:
            return True
        self._stop_waiting()
        drafts, typed = self._drafts, self.typed()
        if drafts is None or typed == (self._kept or self._original):
            return drafts is not None
        try:
            self._write_draft(drafts, typed)
        except (TrackerError, sqlite3.Error) as error:
            self.say_status("draft not kept")
            self.tell(f"The draft was not kept: {sentence_for(error)}", Tone.WRONG)
            return False
        return True

    def action_save(self) -> None:
        """Save and close; whatever stands against it is said, and nothing typed is lost."""
        self._asked_about = None
        save = self.checked()
        if save is None:
            return
        try:
            save()
        except (TrackerError, sqlite3.Error) as error:
            self.tell(sentence_for(error), Tone.WRONG)
            self.refused(error)
            return
        self._drop_draft()
        self.dismiss(True)

    def refused(self, error: Exception) -> None:
        """Called when a save failed and was told: where the file is gone, a copy is offered."""
        from tui import rescue

        sentence = rescue.offer(self.app, error)
        if sentence:
            self.tell(sentence, Tone.WRONG)

    def action_leave(self) -> None:
        """Leave at once if nothing was changed; else ask for the key again."""
        if not self.unsaved:
            self._drop_draft()
            self.dismiss(False)
            return
        kept = self.keep_draft()
        if self._asked_about == self.typed():
            self.dismiss(False)
            return
        self._asked_about = self.typed()
        consequence = "the draft is kept" if kept else "and discards what you typed"
        joint = "; " if kept else " "
        self.tell(f"Esc again leaves without saving{joint}{consequence}.", Tone.ASK)

    def action_start_afresh(self) -> None:
        """Put back what stood here before the draft was restored."""
        if self._restored:
            self._restored = False
            self.put(self._original)
            self.tell("")

    def action_own_editor(self) -> None:
        """Write the long text in the user's own editor; leaving that comes back here."""
        from tui.own_editor import GROUP
        from tui.widgets.long_text import LongText

        texts = [self.focused] if isinstance(self.focused, LongText) else self.query(LongText)
        for text in list(texts)[:1]:
            self.keep_draft()
            self.run_worker(self._write_in_editor(text), group=GROUP, exclusive=True)

    async def _write_in_editor(self, text: "LongText") -> None:
        from tui.own_editor import write_in_editor

        def take(words: str) -> None:
            text.typed = words

        refused = await write_in_editor(self.app, text.typed, take)
        text.focus()
        self.tell(refused, Tone.WRONG)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Save or leave, as by key."""
        event.stop()
        if event.button.id == "save":
            self.action_save()
        else:
            self.action_leave()

    def discard(self) -> None:
        """Forget what was typed and its draft; the dialog is about to go with the program."""
        self._drop_draft()

    def _load(self) -> Kept | None:
        if self._drafts is None:
            return None
        try:
            text = self._drafts.load()
        except (TrackerError, sqlite3.Error) as error:
            self.tell(f"The draft could not be read: {sentence_for(error)}", Tone.WRONG)
            return None
        return None if text is None else unpack(text)

    def _write_draft(self, drafts: Drafts, typed: Mapping[str, str]) -> None:
        if typed == self._original:
            drafts.drop()
            self._kept = None
            self.say_status("")
            return
        now = drafts.now()
        drafts.keep(pack(typed, now, self._original))
        self._kept = typed
        self.say_status(f"draft kept {now:%H:%M}")

    def _drop_draft(self) -> None:
        """Forget the draft; whatever was still on its way from the last keys keeps none either."""
        self._over = True
        self._stop_waiting()
        if self._drafts is None or self._kept is None:
            return
        try:
            self._drafts.drop()
        except (TrackerError, sqlite3.Error) as error:
            self.app.notify(
                f"The draft could not be cleared away and will be offered again: "
                f"{sentence_for(error)}",
                markup=False,
                severity="warning",
            )

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None

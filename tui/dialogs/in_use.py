"""The question at a tracker that somebody else has open: read, wait, take over, or leave."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Button

from store.presence import Holder
from tui.dialogs.frame import Tone, button
from tui.dialogs.message import Sentences
from tui.holding import said_moment


class Answer(StrEnum):
    """What to do about it."""

    READ = "read"
    NOTIFY = "notify"
    TAKE_OVER = "take-over"
    LEAVE = "leave"


class InUseDialog(Sentences[Answer]):
    """Says who has the tracker open; reading only unless the user says otherwise.

    Taking over is offered only while the holder is silent.
    """

    KEYS = "r read only   n notify me   t take over   l leave   up down scroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,escape", "answer('read')", "Read only", id="in-use.read", show=False),
        Binding("n", "answer('notify')", "Notify me", id="in-use.notify", show=False),
        Binding("t", "answer('take-over')", "Take over", id="in-use.take-over", show=False),
        Binding("l,q", "answer('leave')", "Leave", id="in-use.leave", show=False),
        Binding("left", "app.focus_previous", "Left", id="in-use.left", show=False),
        Binding("right", "app.focus_next", "Right", id="in-use.right", show=False),
    ]

    def __init__(self, name: str, holder: Holder, now: datetime, *, silent: bool) -> None:
        super().__init__(f"{holder.user} has {name} open", _sentences(holder, now))
        self._holder = holder
        self._silent = silent

    def buttons(self) -> Sequence[Widget]:
        """The harmless answers first, where the focus starts."""
        take_over = button("Take over", Answer.TAKE_OVER)
        take_over.disabled = not self._silent
        return [
            button("Read only", Answer.READ),
            button("Notify me", Answer.NOTIFY),
            take_over,
            button("Leave", Answer.LEAVE),
        ]

    def on_mount(self) -> None:
        """Say at once whether it can be taken over."""
        self._say_signs()

    def show(self, holder: Holder, *, silent: bool) -> None:
        """Take in what is known now; nothing is drawn where that is nothing new."""
        if silent == self._silent and holder.session == self._holder.session:
            return
        self._holder, self._silent = holder, silent
        self.query_one(f"#{Answer.TAKE_OVER}", Button).disabled = not silent
        self._say_signs()

    def close(self) -> None:
        """Go away unanswered: there is nothing left to ask."""
        self.dismiss(None)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer by the button."""
        event.stop()
        self.action_answer(event.button.id or Answer.READ)

    def action_answer(self, answer: str) -> None:
        """Answer by a key; what is not offered is not taken."""
        if answer != Answer.TAKE_OVER or self._silent:
            self.dismiss(Answer(answer))
        else:
            self._say_signs()

    def _say_signs(self) -> None:
        user = self._holder.user
        if self._silent:
            self.tell(f"No sign of life from {user} for two minutes: you may take over.", Tone.ASK)
        else:
            self.tell(
                f"{user} is there. Take over is offered once there was no sign of life for two "
                "minutes."
            )


def _sentences(holder: Holder, now: datetime) -> list[str]:
    user, where = holder.user, f" on {holder.host}" if holder.host else ""
    return [
        f"{user} has this tracker open{where} since {said_moment(holder.opened, now)}. One person "
        "writes at a time, so that nobody's work gets in another's way.",
        f"Read only: look at everything. What {user} saves is shown here within a second.",
        "Notify me: the same, and you can write as soon as it is free; you are told.",
        f"Take over: you write, {user}'s screen becomes read only, and history says so.",
    ]

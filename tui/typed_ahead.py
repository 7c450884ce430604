"""Keys typed before what an earlier key opens has taken the focus.

Textual hands every key to the widget in focus as soon as it is read. Of "/unit", read in one go on
a slow line, the letters came back from the list as commands, and the u took the last change back.
"""

from collections import deque
from typing import Any
from weakref import WeakKeyDictionary

from textual.app import App
from textual.events import Key
from textual.widget import Widget

LOOK_AGAIN, LOOKS = 0.01, 100
"""Seconds between two looks for a focus, and how often it is looked for before keys are let go."""


class TypedAhead:
    """Sends keys on that came back from a widget that has lost the focus meanwhile."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._sent_to: WeakKeyDictionary[Key, Widget | None] = WeakKeyDictionary()
        self._held: deque[Key] = deque()
        self._looks = 0

    def takes(self, key: Key) -> bool:
        """Whether a key, new or come back, is seen to here and not to be handled any more."""
        if not key.is_forwarded:
            if self._held:
                self._held.append(key)
                return True
            self._sent_to[key] = self._app.focused
            return False
        if key not in self._sent_to or self._sent_to.pop(key) is self._app.focused:
            return False
        self._held.append(key)
        if len(self._held) == 1:
            self._looks = LOOKS
            self._send_on()
        return True

    def _send_on(self) -> None:
        """Send what is held to where the focus is now; a new dialog has none for a moment."""
        focused = self._app.focused
        self._looks -= 1
        if focused is None and self._looks > 0:
            self._app.set_timer(LOOK_AGAIN, self._send_on)
            return
        while self._held:
            key = self._held.popleft().copy()
            key.set_sender(self._app)
            (focused or self._app.screen)._forward_event(key)

"""What comes from the terminal, before anything in the program sees it."""

import codecs
import sys
from collections.abc import Iterable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.message import Message

_ESCAPE, _REPLACED = "\x1b", "\ufffd"
_BEGINS, _ENDS = "\x1b[200~", "\x1b[201~"


class PastedText:
    """Takes escape codes out of what is pasted: Textual would take what follows one for keys."""

    def __init__(self) -> None:
        self._pasting = False
        self._before = ""  # the last of what was passed on, in which a paste may begin
        self._held = ""  # the first letters, perhaps, of the mark that ends a paste

    def harmless(self, read: str) -> str:
        """What was read, without an escape code between the marks of a paste."""
        rest, passed_on = self._held + read, ""
        self._held = ""
        while rest:
            part, rest = self._pasted(rest) if self._pasting else self._typed(rest)
            passed_on += part
        return passed_on

    def _typed(self, read: str) -> tuple[str, str]:
        seen = self._before + read
        begin = seen.find(_BEGINS)
        if begin < 0:
            self._before = seen[1 - len(_BEGINS) :]
            return read, ""
        self._pasting = True
        inside = begin + len(_BEGINS) - len(self._before)
        self._before = ""
        return read[:inside], read[inside:]

    def _pasted(self, read: str) -> tuple[str, str]:
        inside, mark, rest = read.partition(_ENDS)
        self._pasting = not mark
        if not mark:
            inside, self._held = _without_beginning_of(_ENDS, inside)
        return inside.replace(_ESCAPE, _REPLACED) + mark, rest


def _without_beginning_of(mark: str, text: str) -> tuple[str, str]:
    """A text cut in two where its last letters could be the first ones of a mark."""
    for length in range(len(mark) - 1, 0, -1):
        if text.endswith(mark[:length]):
            return text[:-length], text[-length:]
    return text, ""


def guard() -> None:
    """Let nothing that the terminal sends end the program, or be taken for what it is not."""
    from textual._xterm_parser import XTermParser

    class Parser(XTermParser):
        """Textual's own, which knows the marks of a paste but obeys what stands between them."""

        def __init__(self, debug: bool = False) -> None:
            self._pasted_text = PastedText()
            super().__init__(debug)

        def feed(self, data: str) -> Iterable["Message"]:
            """What was read as keys, clicks and pastes; no text at all is the end of all input."""
            harmless = self._pasted_text.harmless(data)
            return super().feed(harmless) if harmless or not data else ()

    windows = sys.platform == "win32"
    driver = import_module(f"textual.drivers.{'win32' if windows else 'linux_driver'}")
    setattr(driver, "XTermParser", Parser)  # noqa: B010 - not declared to mypy
    if not windows:
        # Bytes that are no UTF-8 become replacement signs; Textual's reader would end the program.
        setattr(driver, "getincrementaldecoder", _forgiving)  # noqa: B010 - as above


def _forgiving(encoding: str) -> partial[codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")

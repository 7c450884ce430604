"""What comes from the terminal, before anything in the program sees it."""

import codecs
import sys
from functools import partial


def forgive_broken_letters() -> None:
    """Read bytes that are no UTF-8 as replacement signs; Textual's reader would end the program."""
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    setattr(linux_driver, "getincrementaldecoder", _forgiving)  # noqa: B010 - not declared to mypy


def _forgiving(encoding: str) -> partial[codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")

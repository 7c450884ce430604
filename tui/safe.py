"""User text on its way to the screen: always literal, never markup, nothing a terminal would obey.

Every pane, title and notice that shows a person's or a document's words passes them through here;
reliability starts with what was kept being clean, and this is the second lock on the same door.
"""

from textual.content import Content

from store.text import clean

LONGEST_SHOWN = 2_000
"""Characters of one field drawn outside the editor; more would hold up the paint."""


def safe_line(text: str) -> str:
    """The text as one line: controls replaced, line ends and tabs as spaces, at most 2,000 long."""
    shown = _shortened(text)
    if shown.isascii() and shown.isprintable():
        return shown
    return clean(shown, single_line=True)


def safe_text(text: str) -> str:
    """The text with its own lines, controls replaced, tabs as four spaces, at most 2,000 long."""
    return clean(_shortened(text)).replace("\t", "    ")


def line_content(text: str, style: str = "") -> Content:
    """One literal line for a title, a status line or a label."""
    return Content.styled(safe_line(text), style)


def text_content(text: str, style: str = "") -> Content:
    """Literal text of several lines for a pane."""
    return Content.styled(safe_text(text), style)


def _shortened(text: str) -> str:
    """The beginning of a long text, with … for the rest."""
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"

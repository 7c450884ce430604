"""The colours: two everyday themes, one of high contrast, and one without colour.

Red, amber, green and blue are told apart by letter and word first; the hues repeat them and are
chosen to stay apart for colour-blind eyes.
"""

import os
from pathlib import Path

from textual.theme import Theme

DARK, LIGHT, CONTRAST, MONO = "matters-dark", "matters-light", "matters-contrast", "matters-mono"

CHOICES = {
    DARK: "Dark: light words on a dark ground",
    LIGHT: "Light: dark words on a light ground",
    CONTRAST: "High contrast: white and strong colours on black",
    MONO: "Without colour: black, white and bold",
}

THEMES = (
    Theme(
        name=DARK,
        primary="#5aa9e6",
        secondary="#8fb8de",
        accent="#7cc4ff",
        error="#ff7a59",
        warning="#f0b429",
        success="#3fc79a",
        foreground="#e6e9ee",
        background="#12161c",
        surface="#181d25",
        panel="#232a35",
        dark=True,
    ),
    Theme(
        name=LIGHT,
        primary="#005a9c",
        secondary="#33658a",
        accent="#005a9c",
        error="#b33900",
        warning="#8a5a00",
        success="#00694d",
        foreground="#1b1f24",
        background="#fbfbf9",
        surface="#f3f3ef",
        panel="#e4e4dd",
        dark=False,
    ),
    Theme(
        name=CONTRAST,
        primary="#00b7ff",
        secondary="#ffffff",
        accent="#ffff00",
        error="#ff8a66",
        warning="#ffc61a",
        success="#33ff99",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1f1f1f",
        dark=True,
        variables={"text-muted": "#e0e0e0", "text-error": "#ff8a66", "text-warning": "#ffc61a"},
    ),
    Theme(
        name=MONO,
        primary="#ffffff",
        secondary="#ffffff",
        accent="#ffffff",
        error="#ffffff",
        warning="#ffffff",
        success="#ffffff",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#303030",
        dark=True,
        variables={
            "text-muted": "#c8c8c8",
            "text-error": "#ffffff",
            "text-warning": "#ffffff",
            "text-success": "#ffffff",
            "text-accent": "#ffffff",
        },
    ),
)


def remembered() -> str:
    """The theme chosen last on this machine, or the dark one."""
    try:
        name = _file().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return DARK
    return name if name in CHOICES else DARK


def remember(name: str) -> None:
    """Keep the choice for next time; where nothing can be kept, it holds for now only."""
    try:
        _file().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _file().write_text(name, encoding="utf-8")
    except OSError:
        return


def _file() -> Path:
    if os.environ.get("MATTERS_CONFIG"):
        return Path(os.environ["MATTERS_CONFIG"]) / "theme"
    from platformdirs import user_config_path

    return user_config_path("matters", appauthor=False) / "theme"

"""Who has the tracker open, and what can be done about it."""

from typing import TYPE_CHECKING

from tui import rescue
from tui.place_on_disk import Place

if TYPE_CHECKING:
    from tui.screens.record_screen import RecordScreen


def who(screen: "RecordScreen") -> None:
    """Say who writes and who reads; ask again what to do where it is not the person here."""
    from tui.app import MattersApp

    app = screen.app
    if not isinstance(app, MattersApp) or app.watching is None:
        return
    app.watching.tick()
    if app.watching.place.found is not Place.SAME:
        rescue.ask(app, app.watching.place.found)
    elif not app.watching.holding.ask_again():
        screen.notify(app.watching.holding.said(), markup=False, timeout=8)

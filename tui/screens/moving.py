"""Going from pane to pane and from one open recommendation to the next."""

from typing import TYPE_CHECKING

from store import filters
from tui.commands import Place

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


def to_pane(screen: "MainScreen", step: int) -> None:
    """Put the focus on the pane so many further on."""
    panes = [pane for _, pane in screen.panes]
    here = [place for place, _ in screen.panes].index(screen.place)
    screen.set_focus(panes[(here + step) % len(panes)])


def to_open(screen: "MainScreen", step: int) -> None:
    """Go to the nearest open recommendation above or below, whatever the list shows."""
    lines, keys = screen.recommendations, screen.recommendations.source.ids
    here = lines.view.cursor
    ahead = keys[here + 1 :] if step > 0 else keys[:here][::-1]
    found = filters.first_open(screen.desk.db, ahead, screen.desk.today)
    if found is not None:
        lines.select(found)
        if screen.read_from in (Place.INSPECTIONS, Place.CLOCKS):
            lines.focus()  # what is in hand, and what is shown, is then where it went
        return
    way = "after" if step > 0 else "before"
    screen.notify(f"No open recommendation {way} this one in the list.", markup=False)


def back(screen: "MainScreen") -> None:
    """Leave one thing: the search, the marks, the detail pane."""
    if screen.find is not None and (screen.find.is_open or screen.shown.text):
        screen.find.close()
    elif screen.recommendations.marked or screen.actions.marked:
        screen.recommendations.mark_only(())
        screen.actions.mark_only(())
    else:
        screen.recommendations.focus()

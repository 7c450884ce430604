"""Going from pane to pane and from one open recommendation to the next."""

from typing import TYPE_CHECKING

from store import standing

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


def to_pane(screen: "MainScreen", step: int) -> None:
    """Put the focus on the pane so many further on."""
    panes = [pane for _, pane in screen.panes]
    here = [place for place, _ in screen.panes].index(screen.place)
    panes[(here + step) % len(panes)].focus()


def to_open(screen: "MainScreen", step: int) -> None:
    """Go to the nearest open recommendation above or below, whatever the list shows."""
    lines, keys = screen.recommendations, screen.recommendations.source.ids
    index = lines.view.cursor + step
    while 0 <= index < len(keys):
        found = standing.of_recommendation(screen.desk.db, keys[index], screen.desk.today)
        if found is not None and found.is_open:
            lines.select(keys[index])
            return
        index += step
    way = "after" if step > 0 else "before"
    screen.notify(f"No open recommendation {way} this one in the list.", markup=False)


def back(screen: "MainScreen") -> None:
    """Leave one thing: the search, the marks, the detail pane."""
    if screen.find.is_open or screen.shown.text:
        screen.find.close()
    elif screen.recommendations.marked or screen.actions.marked:
        screen.recommendations.mark_only(())
        screen.actions.mark_only(())
    else:
        screen.recommendations.focus()

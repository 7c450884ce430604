"""The main screen's lines and titles: where am I, what is next, what can I press."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from store import actions, filters
from store.dates import say_day
from store.filters import Filter, Order
from store.tracker import Tracker
from tui.commands import Command, Place, line_at, line_when_empty
from tui.desk import Desk
from tui.rows.action_rows import ActionRows
from tui.rows.deadline_rows import next_line
from tui.safe import line_content, safe_line
from tui.wording import joined, line

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

_REF = "[A-Z][0-9]+"
_TYPED = {
    "decide": "decision",
    "date": "new date",
    "edit": "changes",
    "met": "what was done on a clock",
    "step": "a step of a clock",
    "add": "a new record",
}
_BETWEEN = " · "
_SHORTEST_TITLE = 12  # cells; less of it says nothing
_TABS = ("Inspections", "Clocks", "Recommendations", "Actions", "Detail")


def show_bars(screen: "MainScreen") -> None:
    """Draw the title line, the next deadlines, the tabs of the single pane and the keys."""
    desk = screen.desk
    _put(screen, "title", _title(desk, screen.size.width))
    if screen.outlook is not None:
        _put(screen, "next", next_line(screen.outlook, desk.today, screen.size.width - 2))
    _put(screen, "tabs", _tabs(screen.place))
    commands = line_at(screen.place) if screen.everything else line_when_empty()
    _put(screen, "keys", keys_line(commands, screen.size.width))


def keys_line(commands: Sequence[Command], width: int) -> Content:
    """Draw the keys of commands as far as there is room; help is the last to go."""
    keys = [line((found.key_shown, "strong"), f" {found.words}") for found in commands]
    while len(keys) > 1 and joined(keys, "  ").cell_length > width - 2:
        keys.pop(-2)
    return joined(keys, "  ")


def tell_of_drafts(screen: "MainScreen") -> None:
    """Say which notes and forms were being typed when the program last stopped."""
    from store import drafts

    author = screen.desk.author.name
    kept = [draft for draft in drafts.listed(screen.desk.db) if draft.by == author]
    if kept:
        places = ", ".join(_typed_where(draft.key) for draft in kept[:3])
        more = f" and {len(kept) - 3} more" if len(kept) > 3 else ""
        screen.notify(
            f"Kept what you were typing: {places}{more}. Go there and press the same key to go on; "
            "ctrl+r there throws it away.",
            markup=False,
            timeout=12,
        )


def _typed_where(key: str) -> str:
    """What was being typed, and where, by its draft's key: "decision R8 (in progress)"."""
    act, *rest = key.split(":")
    ref = next((part for part in rest if re.fullmatch(_REF, part)), "")
    status = f" ({rest[1]})" if act == "decide" and len(rest) > 1 else ""
    return f"{_TYPED.get(act, act)} {ref}".rstrip() + status


def nothing_shown(desk: Desk, shown: Filter) -> str:
    """What an empty list says: why, and what to press."""
    if shown.text:
        return f"Nothing matches “{safe_line(shown.text)}”. Esc leaves the search."
    if filters.total(desk.db, desk.today):
        return "Nothing is left by this filter. Press x to show everything."
    return (
        "There are no recommendations yet. Press i to bring in a report, or a to add an inspection."
    )


def show_counts(screen: "MainScreen") -> None:
    """Title the list with what it shows and how much of all that is."""
    lines, shown = screen.recommendations, screen.selection
    everything = screen.everything
    if shown.inspection is not None:
        scope = Filter(inspection=shown.inspection)
        everything = filters.count(screen.desk.db, scope, screen.desk.today)
    words = shown.words()
    title = (
        f"Recommendations{' · ' + words if words else ''} · {len(lines.source.ids)} of {everything}"
    )
    marked = f"● {len(lines.marked)} marked · " if lines.marked else ""
    if screen.still_searching is not None:
        marked += "looking in actions and notes … · "
    lines.entitle(line_content(title), line_content(f"{marked}{screen.order}"))


def show_actions(screen: "MainScreen") -> None:
    """Fill the actions pane for the recommendation under the cursor, or with all of them."""
    db, today = screen.desk.db, screen.desk.today
    if screen.all_actions:
        shown = Filter(inspection=screen.inspections.key or None)
        keys = filters.actions(db, shown, Order.NEAREST, today)
        screen.actions.empty = "There are no actions yet. Press a to add one."
        screen.actions.show(ActionRows(db, today, keys))
        screen.actions.entitle(line_content(f"All actions · {len(keys)}"))
        return
    key = screen.recommendations.key
    serving = actions.for_recommendation(db, key, today) if key else []
    ref = db.execute("SELECT ref FROM recommendations WHERE id = ?", (key,)).fetchone()
    beside = ref[0] if ref else ""
    screen.actions.empty = "No action yet. Press a to add one."
    screen.actions.show(ActionRows(db, today, serving, beside))
    screen.actions.entitle(
        line_content(f"Actions for {beside} · {len(serving)}" if beside else "Actions")
    )


def _title(desk: Desk, width: int) -> Content:
    """Name the program and the file as far as there is room; the marking and the day are whole."""
    day = f"as on {say_day(desk.today)}"
    needed = [
        line(desk.tracker.marking),
        line((f"{day} (clock set)", "query")) if desk.clock_is_set else line(day),
    ]
    if desk.tracker.published:
        needed.append(line(("synced folder", "quiet")))
    if desk.tracker.read_only:
        needed.append(line((f"READ ONLY: {desk.tracker.read_only}", "late")))
    room = width - 2 - joined([Content(""), *needed]).cell_length
    program = _called(desk.tracker, room)
    return joined([program, *needed] if program.cell_length else needed)


def _called(tracker: Tracker, room: int) -> Content:
    """The program, the tracker's title and its file, or as much of it as there is room for."""
    program, name = line(("Matters Arising", "strong")), line(tracker.path.name)
    title = [] if tracker.title in ("", tracker.path.stem) else [line(tracker.title)]
    offered = [[program, *title, name], [*title, name]]
    left = room - name.cell_length - len(_BETWEEN)
    if title and left >= _SHORTEST_TITLE:
        offered.append([title[0].truncate(left, ellipsis=True), name])
    for pieces in (*offered, [program, name]):
        words = joined(pieces, _BETWEEN)
        if words.cell_length <= room:
            return words
    return name.truncate(max(room, 0), ellipsis=True)


def _tabs(place: Place) -> Content:
    here = [Place.INSPECTIONS, Place.CLOCKS, Place.RECOMMENDATIONS, Place.ACTIONS, Place.DETAIL]
    return joined(
        (
            line((f"▸{words}", "strong")) if here[number] is place else line((words, "quiet"))
            for number, words in enumerate(_TABS)
        ),
        " │ ",
    )


def _put(screen: "MainScreen", name: str, content: Content) -> None:
    screen.query_one(f"#{name}", Static).update(content, layout=False)

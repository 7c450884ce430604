"""Where the panes of the main screen lie, by the room there is."""

STYLE = """
/* The palette's list fails where its words have no column at all, in a window four wide. */
CommandList { min-width: 8; }
/* Its scrollbar is wanted only where messages do not fit; the usual rule makes one at once. */
ToastRack { overflow-y: auto; }

MainScreen {
    layout: vertical;

    .bar { height: 1; padding: 0 1; }
    #title { background: $panel; text-style: bold; }
    #tabs { display: none; color: $text-muted; }
    #keys { background: $panel; color: $foreground; }
    #find { display: none; height: 3; border: solid $accent; padding: 0 1; }
    &.-finding #find { display: block; }

    #body { layout: grid; grid-size: 2 2; grid-columns: 40 1fr; grid-rows: 1fr 9; height: 1fr; }
    /* What only holds panes is covered by them: it need not be drawn. */
    #body { visibility: hidden; }
    .pane, #find { visibility: visible; }
    #detail { dock: bottom; height: 14; }
    &.-finding #body { grid-size: 2 3; grid-rows: 1fr 3 9; }
    &.-finding #inspections { row-span: 2; }

    &.-wide #body { grid-columns: 42 1fr; grid-rows: 1fr 14; }
    &.-wide #detail { dock: right; width: 66; height: 1fr; }
    &.-wide.-finding #body { grid-rows: 1fr 3 14; }

    &.-one-pane {
        #tabs { display: block; }
        #body { layout: vertical; }
        .pane { display: none; height: 1fr; }
        #detail { dock: none; height: 1fr; }
        .-current { display: block; }
    }
}
"""

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
    #find.-open { display: block; }

    #body { layout: grid; grid-size: 2 2; grid-columns: 40 1fr; grid-rows: 1fr 14; height: 1fr; }
    /* What only holds panes is covered by them: it need not be drawn. */
    #body, #left, #middle { visibility: hidden; }
    .pane, #find { visibility: visible; }
    #detail { column-span: 2; }
    #inspections { height: 1fr; }
    #clocks { height: 9; }
    #recommendations { height: 1fr; }
    #actions { height: 9; }

    &.-wide #body { grid-size: 3 1; grid-columns: 42 1fr 66; grid-rows: 1fr; }
    &.-wide #detail { column-span: 1; }
    &.-wide #clocks { height: 14; }
    &.-wide #actions { height: 14; }

    &.-one-pane {
        #tabs { display: block; }
        #body { layout: vertical; }
        #body > * { display: none; height: 1fr; }
        .pane { display: none; height: 1fr; }
        .-current { display: block; }
        #body > .-current { display: block; }
    }
}
"""

"""Where the panes of the import screen lie, by the room there is."""

STYLE = """
ImportScreen {
    layout: vertical;

    .bar { height: 1; padding: 0 1; }
    #title { background: $panel; text-style: bold; }
    #tabs { display: none; color: $text-muted; }
    #keys { background: $panel; color: $foreground; }

    #body { layout: grid; grid-size: 2 1; grid-columns: 1fr 1fr; height: 1fr; }
    #left { height: 1fr; }
    #found { height: 3fr; }
    #item { height: 2fr; }

    &.-wide #body { grid-columns: 7fr 5fr; }
    &.-wide #left { layout: horizontal; }
    &.-wide #found { width: 4fr; height: 1fr; }
    &.-wide #item { width: 3fr; height: 1fr; }

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

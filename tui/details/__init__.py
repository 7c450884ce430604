"""One record in full, as paragraphs for the detail pane."""

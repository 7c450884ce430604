"""Records as rows of the panes: what each column says of one record on one day."""

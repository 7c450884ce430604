"""Everything that comes in: the worked example, and the readers of reports, letters and sheets."""

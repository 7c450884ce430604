"""Reports into Drafts: what is a finding, what only looks like one, and what is due when."""

from seed.reports.reading import read_report

__all__ = ["read_report"]

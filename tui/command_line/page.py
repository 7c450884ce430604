"""A page of labelled lines: everything in reading order, nothing told by its place alone."""

from collections.abc import Iterable


class Page:
    """Lines in the making. What has no words leaves no line."""

    def __init__(self, heading: str) -> None:
        self.lines = [" ".join(heading.split())]

    def say(self, label: str, words: str | None) -> None:
        """One labelled line; longer text goes below its label, each line set in by two spaces."""
        text = (words or "").strip()
        if not text:
            return
        if "\n" not in text and len(text) + len(label) < 100:
            self.lines.append(f"{label}: {text}")
        else:
            self.lines.append(f"{label}:")
            self.lines.extend(f"  {line}" for line in text.splitlines())

    def section(self, label: str, entries: Iterable[str]) -> None:
        """A labelled list with its count; no entries, no section."""
        told = list(entries)
        if told:
            self.lines.append(f"{label} ({len(told)}):")
            for entry in told:
                first, *rest = entry.splitlines() or [""]
                self.lines.append(f"- {first}")
                self.lines.extend(f"  {line}" for line in rest)

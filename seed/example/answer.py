"""How one answer of the example is told."""

from dataclasses import dataclass

from store.vocabulary import Extent


@dataclass(frozen=True, slots=True)
class Given:
    """One answer in our own words. `parts` are (label, extent, remark)."""

    to: str
    number: str
    text: str
    extent: Extent = Extent.ANSWERED
    remark: str = ""
    parts: tuple[tuple[str, Extent, str], ...] = ()

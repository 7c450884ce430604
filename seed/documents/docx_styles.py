"""What a Word document's styles say about a paragraph: heading level and list."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from seed.documents.docx_numbers import W

_LEVELS_BY_NAME = {"title": 1, "subtitle": 2}


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its heading level (0 for text), its list, whether a list of contents.

    `depth` is what Word's own styles "List Bullet 2" and "List Number 3" add to the list's level.
    """

    heading: int = 0
    list_id: str = ""
    list_level: int = 0
    based_on: str = ""
    contents: bool = False
    depth: int = 0


class Styles:
    """The paragraph styles of one document, by their id."""

    def __init__(self, content: bytes) -> None:
        self._styles: dict[str, Style] = {}
        if content:
            root = ElementTree.fromstring(content)  # noqa: S314 - no document type gets here
            for style in root.iter(f"{W}style"):
                self._styles[style.get(f"{W}styleId", "")] = _style(style)

    def of(self, style_id: str) -> Style:
        """The style, with what it takes from the styles that it is based on."""
        style = self._styles.get(style_id, Style())
        heading, list_id, list_level = style.heading, style.list_id, style.list_level
        contents, depth = style.contents, style.depth
        seen = {style_id}
        while style.based_on and style.based_on not in seen:
            seen.add(style.based_on)
            style = self._styles.get(style.based_on, Style())
            heading = heading or style.heading
            if not list_id:
                list_id, list_level = style.list_id, style.list_level
        return Style(heading, list_id, list_level, contents=contents, depth=depth)


def attribute(element: ElementTree.Element | None, path: str, default: str = "") -> str:
    """The w:val of a descendant, or the default."""
    found = None if element is None else element.find(path)
    return default if found is None else found.get(f"{W}val", default)


def number_from(text: str) -> int:
    """A small whole number written as text; 0 where it is none."""
    return int(text) if text.isdecimal() and len(text) < 4 else 0


def _style(element: ElementTree.Element) -> Style:
    name = attribute(element, f"{W}name").lower()
    outline = attribute(element, f"{W}pPr/{W}outlineLvl")
    heading = _LEVELS_BY_NAME.get(name, 0)
    if name.startswith("heading ") and name[8:].isdecimal():
        heading = int(name[8:])
    elif outline.isdecimal() and int(outline) < 9:
        heading = int(outline) + 1
    numbers = f"{W}pPr/{W}numPr"
    return Style(
        heading,
        attribute(element, f"{numbers}/{W}numId"),
        number_from(attribute(element, f"{numbers}/{W}ilvl")),
        attribute(element, f"{W}basedOn"),
        name.startswith("toc "),
        _list_depth(name),
    )


def _list_depth(name: str) -> int:
    """How far in Word's own styles "List Bullet 2" and "List Number 3" stand, from 0."""
    found = re.fullmatch(r"list (?:bullet|number) (\d)", name)
    return int(found[1]) - 1 if found else 0

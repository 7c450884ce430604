"""The numbers and bullets that Word draws itself and keeps apart from the text."""

from collections import defaultdict
from dataclasses import dataclass
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LevelForm:
    """How one level of a list is numbered: Word's format, its text ("%1.%2") and first number."""

    form: str
    text: str
    start: int


class Numbering:
    """Counts through the lists of one document."""

    def __init__(self, content: bytes) -> None:
        self._forms: dict[str, dict[int, LevelForm]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if content:
            self._learn(ElementTree.fromstring(content))  # noqa: S314 - no document type gets here

    def _learn(self, root: ElementTree.Element) -> None:
        for abstract in root.iter(f"{W}abstractNum"):
            forms = {
                int(level.get(f"{W}ilvl", "0")): _form(level) for level in abstract.iter(f"{W}lvl")
            }
            self._forms[abstract.get(f"{W}abstractNumId", "")] = forms
        for number in root.iter(f"{W}num"):
            target = number.find(f"{W}abstractNumId")
            if target is not None:
                self._abstract[number.get(f"{W}numId", "")] = target.get(f"{W}val", "")

    def next_label(self, list_id: str, level: int) -> str:
        """The mark of the next paragraph of that list at that level: "•", "2.", "b)"."""
        abstract = self._abstract.get(list_id, "")
        forms = self._forms.get(abstract, {})
        form = forms.get(level)
        if form is None:
            return ""
        if form.form == "bullet":
            return "•"
        counts = self._counts[abstract]
        counts[level] = counts.get(level, form.start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        label = form.text
        for above in range(level + 1):
            if above in forms:
                count = counts.get(above, forms[above].start)
                label = label.replace(f"%{above + 1}", _in_form(count, forms[above].form))
        return label


def _form(level: ElementTree.Element) -> LevelForm:
    def value(name: str, default: str) -> str:
        found = level.find(f"{W}{name}")
        return default if found is None else found.get(f"{W}val", default)

    start = value("start", "1")
    return LevelForm(
        value("numFmt", "decimal"), value("lvlText", ""), int(start) if start.isdecimal() else 1
    )


def _in_form(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and count > 0:
        roman = _roman(count)
        return roman.upper() if form == "upperRoman" else roman
    return "" if form == "none" else str(count)


def _roman(count: int) -> str:
    result = ""
    for value, sign in _ROMAN:
        while count >= value:
            result += sign
            count -= value
    return result

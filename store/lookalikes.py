"""Names that look the same and are not: other alphabets, hidden joiners, other dashes."""

import unicodedata
from collections.abc import Iterable

from store.errors import BadInput
from store.text import clean

# Letters of the Cyrillic and Greek alphabets that are drawn as Latin ones, in the same order.
_OTHER = "аеорсухіјѕԁһӏԛԝкАВЕКМНОРСТУХІЈЅЗԌԜοναικρυτΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_LATIN = "aeopcyxijsdhlqwkABEKMHOPCTYXIJS3GWovaikputABEZHIKMNOPTYX"
_DRAWN_ALIKE = str.maketrans(
    dict(zip(_OTHER, _LATIN, strict=True))
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("‘’ʼ′`", "'")
    | dict.fromkeys("“”", '"')
)


def drawn(name: str) -> str:
    """A name reduced to what the eye sees of it: equal for two names that look the same."""
    plain = unicodedata.normalize("NFKC", clean(name, single_line=True))
    seen = "".join(sign for sign in plain if unicodedata.category(sign) not in ("Cf", "Mn"))
    return " ".join(seen.translate(_DRAWN_ALIKE).split())


def refuse_look_alike(name: str, names: Iterable[str]) -> None:
    """BadInput if a name looks like one of those known without being it."""
    looks = drawn(name)
    for known in names:
        if known != name.strip() and drawn(known) == looks:
            raise BadInput(
                f"“{known}” is known already and looks the same, but is written with other signs "
                f"({_difference(name, known)}). Nothing was saved: choose the known name, or write "
                "this one so that nobody takes one for the other."
            )


def _difference(name: str, known: str) -> str:
    """The first sign in which two names differ, by its own name."""
    pairs = [*zip(name, known, strict=False), *((sign, "") for sign in name[len(known) :])]
    for sign, other in pairs:
        if sign != other:
            return unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
    return "it ends earlier"

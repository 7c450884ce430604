"""Texts that look like markup or like a terminal's orders, and where they can be put."""

import random
from datetime import date

from store import actions, boards, documents, inspections, notes, owners, queries, recommendations
from store.dates import When
from store.holidays import ENGLAND_AND_WALES
from store.models import Subject
from store.text import clean
from store.tracker import Tracker
from store.unit import Author, unit
from store.vocabulary import OwnerKind, SubjectKind

DAY = date(2022, 6, 1)

PAYLOADS = (
    "[@click=app.boom]x[/]", "[@click=app.boom('x')]x[/]", "[@click=screen.boom]x",
    "[@click='app.boom']x[/@click]", "[link='x:boom']y[/link]", "[/]", "[/nope]", "[b]x[/i]",
    "[#zzzzzz]x[/]", "[on red]x[/on red]", "[red]r[/red]", "[reverse]r[/]", "[redacted]",
    "[REDACTED] [sic]", "[OFFICIAL-SENSITIVE]", "[name withheld]", "[x] done", "[ ] to do",
    ":x: :warning:", "\\[b]", "[[b]]", "[b", "]b[", "[]", "$name ${HOME}", "{name} {0!r}",
    "%s %(x)s %n", "<b>x</b> &amp;", "=1+1", "@SUM(A1)", "`touch X` $(touch X)", "{{7*7}}",
    "'; DROP TABLE notes;--", "../../x", "NEAR(a b)", "\x1b]52;c;Ym9v\x07x", "\x1b[2Jx",
    "\x9b2Jx", "\u202eevil", "a\u200bb",
)  # fmt: skip

CANARY = "Q0FOQVJZ"
ORDERS = {
    "clipboard": f"\x1b]52;c;{CANARY}\x07",
    "title": f"\x1b]0;{CANARY}\x07",
    "link": f"\x1b]8;;http://{CANARY}\x1b\\x",
    "device": f"\x1bP{CANARY}\x1b\\",
    "clearing": "\x1b[31337J",
    "eight-bit": "\x9b31337m",
    "turned": "\u202e",
    "unseen": "\u200b",
    "delete": "\x7f",
    "tags": "\U000e0041",
}
"""Ten kinds of what a terminal or an eye would obey."""

FOUND = {
    "clipboard": b"\x1b]52;",
    "title": b"\x1b]0;",
    "link": b"\x1b]8;",
    "device": b"\x1bP",
    "clearing": b"\x1b[31337",
    "eight-bit": "\x9b".encode(),
    "turned": "\u202e".encode(),
    "unseen": "\u200b".encode(),
    "delete": b"\x7f",
    "tags": "\U000e0041".encode(),
}
"""The bytes by which each is known in what the program writes."""


def shown(text: str) -> str:
    """The text as it may be drawn: each sign that cannot be stands as a replacement sign."""
    return clean(text, single_line=True)


def strings(count: int, seed: int = 3) -> list[str]:
    """Hostile texts: words with one to three orders in them, at every place."""
    chance, kinds = random.Random(seed), list(ORDERS.values())
    found = []
    for number in range(count):
        orders = [kinds[number % len(kinds)], *chance.sample(kinds, chance.randint(0, 2))]
        words = [f"w{number}", *chance.choices(["records", "review", "[b]", "\x00\x08", "é"], k=3)]
        for order in orders:
            words.insert(chance.randint(0, len(words)), order)
        found.append("".join(words) if chance.random() < 0.3 else " ".join(words))
    return found


def plant(tracker: Tracker, author: Author, texts: list[str]) -> None:
    """Put each text into every field of a record of every kind that a screen shows."""
    with unit(tracker.db, f"Unit {texts[0]}", author) as change:
        for text in texts:
            inspection = inspections.add(change, title=text, since=DAY, force=text, programme=text)
            report = documents.add(
                change, kind=text, title=text, since=DAY, inspection=inspection,
                published=When.on(DAY, text, text), sent_by=text, remark=text,
            )  # fmt: skip
            owner = owners.add(change, text, OwnerKind.PERSON, expansion=text)
            finding = recommendations.add(
                change, inspection=inspection, document=report, title=text, text=text, since=DAY,
                theme=text, section=text, addressee=text, timescale=text, parts=[("a", text)],
            )  # fmt: skip
            subject = Subject(SubjectKind.RECOMMENDATION, finding)
            change.change("recommendations", finding, change.id, owner=owner)
            notes.add(change, subject, text, on=DAY)
            queries.ask(change, subject, text, since=DAY)
            actions.add(
                change, title=text, text=text, since=DAY, document=report, evidence=text,
                recommendations=[(finding, None)],
            )  # fmt: skip
        boards.add(
            change, name=texts[0], day=date(2022, 6, 9), since=DAY, calendar=ENGLAND_AND_WALES
        )

"""The lines above the import screen: which document, what was taken, what is still to look at."""

import sqlite3
from collections import Counter

from textual.content import Content

from seed.draft import Answer, Cause, Finding, FindingKind, Problem, ProposedDeadline
from seed.editing_differences import Standing, inspection_known
from seed.reports.reading import LETTERS
from store import inspections
from store.dates import say_when
from tui.screens.importing_session import Session
from tui.wording import counted, joined, line

_STANDINGS = {
    Standing.SAME: "same",
    Standing.CHANGED: "changed",
    Standing.WORDED: "in our own words so far",
    Standing.NEW: "new",
}


def title(session: Session, belongs: str, width: int) -> Content:
    """The document in hand: its place among the others, what it is, and where it goes."""
    document = session.draft.document
    many = len(session.read.readings)
    place = f"Import {session.document + 1} of {many}" if many > 1 else "Import"
    pieces = [line((place, "strong"), f" · {document.file_name}")]
    pieces.append(line(document.kind.value, f" · {document.force}" if document.force else ""))
    pieces.append(line(*_day(session)))
    pieces.append(line(*_belongs(session, belongs)))
    while len(pieces) > 2 and joined(pieces).cell_length > width:
        pieces.pop(1)
    return joined(pieces)


def _day(session: Session) -> tuple[str | tuple[str, str], ...]:
    document = session.draft.document
    letter = document.kind in LETTERS
    when = document.dated if letter else document.published
    words = "dated" if letter else "published"
    if when.exact:
        return (f"{words} {say_when(when)}",)
    return ((f"? {words} {say_when(when)}", "query"),)


def _belongs(session: Session, belongs: str) -> tuple[str | tuple[str, str], ...]:
    known = session.before[session.document]
    if known is not None:
        return ((f"imported before as {known.ref}: nothing of it is saved again", "query"),)
    chosen = session.proposals.inspection
    typed = session.typed[session.document]
    completes = f"; completes {typed.document.ref}, typed in before" if typed else ""
    return (f"→ {chosen}, as you chose" if chosen else f"→ {belongs}{completes}",)


def inspection_words(db: sqlite3.Connection, session: Session) -> str:
    """Where the document in hand will belong, as far as can be told before it is saved."""
    draft = session.draft
    if draft.document.kind in LETTERS:
        return _answered(session)
    if not draft.findings:
        return "no inspection"
    typed = session.typed[session.document]
    key = typed.document.inspection if typed else inspection_known(db, draft)
    return inspections.get(db, key).ref if key else "a new inspection"


def _answered(session: Session) -> str:
    """The inspection that most answers of a letter belong to."""
    matches = [
        entry.item.answers.document
        for entry in session.entries
        if isinstance(entry.item, Answer) and entry.item.answers
    ]
    if not matches:
        return "a new inspection"
    (name, _), *_ = Counter(matches).most_common(1)
    own = session.draft.document.file_name
    return "a new inspection, known from this letter" if name == own else f"answers {name}"


def counts(session: Session, width: int) -> Content:
    """What of the document is taken, beside what it says of itself, in the room there is."""
    pieces = _counts(session, quoting=True)
    if joined(pieces).cell_length > width:
        pieces = _counts(session, quoting=False)
    while len(pieces) > 1 and joined(pieces).cell_length > width:
        pieces.pop()
    return joined(pieces) if pieces else line("Nothing was found in it.")


def _counts(session: Session, *, quoting: bool) -> list[Content]:
    pieces = []
    for kind, name in ((Finding, "finding"), (Answer, "answer"), (ProposedDeadline, "clock")):
        taken, there = _taken(session, kind)
        if there:
            words = counted(taken, name) if taken == there else f"{taken} of {there} {name}s"
            stated = _stated(session, kind, quoting=quoting)
            pieces.append(line((words, "strong"), " taken", *stated))
        if kind is Finding:
            pieces += _standings(session)
    asked, _ = _taken(session, Problem)
    if asked:
        pieces.append(line((f"? {asked} to look at", "query")))
    away = sum(entry.look_alike and not entry.taken for entry in session.entries)
    if away:
        pieces.append(line(f"{away} not taken by the reader"))
    return pieces


def _standings(session: Session) -> list[Content]:
    """How many findings are in the tracker already, changed or new, where any are."""
    known = [session.difference(entry) for entry in session.entries]
    number = Counter(one.standing for one in known if one is not None)
    if not number:
        return []
    words = [f"{number[one]} {_STANDINGS[one]}" for one in Standing if number[one]]
    gone = len(session.differences[session.document].gone)
    words += [f"{gone} gone"] if gone else []
    return [line((f"in the tracker: {', '.join(words)}", "query"))]


def _stated(session: Session, kind: type, *, quoting: bool) -> list[tuple[str, str]]:
    """How many the document says there are, where that is said of what is counted here."""
    kinds = Counter(
        entry.item.kind if isinstance(entry.item, Finding) else FindingKind.CAUSE_OF_CONCERN
        for entry in session.entries
        if isinstance(entry.item, Finding | Cause) and entry.taken
    )
    if kind is Answer and not kinds:
        kinds = Counter({FindingKind.RECOMMENDATION: _taken(session, Answer)[0]})
    elif kind is not Finding:
        return []
    letter = session.draft.document.kind in LETTERS
    said = [one for one in session.draft.stated if not letter or one.kind in kinds]
    if not said:
        return []
    differs = [one for one in said if kinds[one.kind] != one.number]
    shown = differs[0] if differs else said[0]
    tone = "query" if differs else "quiet"
    number = str(shown.number)
    if shown.kind is not FindingKind.RECOMMENDATION:
        name = shown.kind.value
        number = counted(shown.number, name, name.replace(" ", "s ", 1))
    words = f": “{shown.words}”" if quoting else ""
    return [(f" (the document says {number}{words})", tone)]


def _taken(session: Session, kind: type) -> tuple[int, int]:
    found = [
        entry
        for entry in session.entries
        if isinstance(entry.item, kind) and (entry.taken or not entry.look_alike)
    ]
    return sum(entry.taken for entry in found), len(found)

"""Bringing documents in: asked for, read beside the screen, then looked through on their own."""

from collections.abc import Callable, Container, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from seed import save
from seed.child import Progress, read_safely, read_tables_safely
from seed.documents.blocks import Reading
from seed.documents.limits import STANDARD
from seed.documents.open_file import read_original
from seed.draft import KnownFinding
from seed.editing_log import Edit, from_text
from seed.sheet_memory import remembered
from store import drafts, inspections, refs
from store.errors import BadInput
from store.models import SubjectKind
from store.telling import Tell, Told
from tui.acts.typed import typed_when
from tui.acts.writing import draft_of, told_if_wrong
from tui.dialogs.choose import ChooseDialog, Option
from tui.dialogs.files import FilesDialog
from tui.dialogs.form import Field, FieldKind
from tui.dialogs.working import WorkingDialog
from tui.screens.importing import ImportScreen
from tui.screens.importing_keeping import KEY
from tui.screens.importing_session import Read, begin_with, begun, read_of, resumed
from tui.screens.importing_sheet import SheetScreen
from tui.screens.importing_sheet_session import SheetRead, opened_sheet

if TYPE_CHECKING:
    from tui.background import Outcome
    from tui.screens.record_screen import RecordScreen

SHEETS = frozenset({".xlsx", ".xlsm", ".csv", ".tsv"})
"""What is read as a spreadsheet: rows and columns, not running text."""

_GO_ON, _BEGIN = "go on", "begin"


def import_documents(screen: "RecordScreen") -> None:
    """Ask for documents, read them and show what was found; an import left open can go on."""
    folder = Path.cwd()
    kept = drafts.get(screen.desk.db, KEY)
    if kept is None:
        _ask(screen, folder)
        return
    try:
        paths, prints, edits = from_text(kept.text)
    except BadInput as error:
        screen.notify(str(error), markup=False, severity="warning", timeout=8)
        _ask(screen, folder)
        return
    names = ", ".join(Path(path).name for path in paths)
    at = f"{kept.at.astimezone():%d/%m/%Y %H:%M}"
    options = [
        Option(_GO_ON, f"Go on with {names}", f"{len(edits)} edits kept {at}"),
        Option(_BEGIN, "Begin another import", "what was kept of that one is forgotten"),
    ]

    def then(chosen: str | None) -> None:
        if chosen == _GO_ON:
            _go_on(screen, [Path(path) for path in paths], prints, edits)
        elif chosen == _BEGIN:
            drafts.drop(screen.desk.db, KEY)
            _ask(screen, folder)

    screen.app.push_screen(ChooseDialog("An import was left open", options), then)


def _ask(screen: "RecordScreen", folder: Path) -> None:
    known = save.known_findings(screen.desk.db)
    titles = [
        f"{one.ref} {one.title}" for one in inspections.listed(screen.desk.db, screen.desk.today)
    ]
    asked: dict[str, str] = {}

    def read(paths: list[Path], values: Mapping[str, str]) -> Callable[[Tell], Read | SheetRead]:
        typed_when(values["published"])
        asked["published"] = values["published"].strip()
        asked["keep"] = values["keep"]
        asked["inspection"] = _inspection_ref(screen, values["inspection"])
        if any(path.suffix.casefold() in SHEETS for path in paths):
            return sheet_work(paths)
        return work(paths, known, _imported(screen))

    dialog = FilesDialog(
        [
            Field("paths", "Documents", required=True,
                  hint="Type or paste one path or several, or mark documents below"),
            Field("inspection", "Inspection", suggestions=titles,
                  hint="Empty: found out; else a reference like I1"),
            Field("published", "Published", hint="Empty: as the report says; else 22/12/2021"),
            Field("keep", "Keep the file", FieldKind.CHOICE, "no", ("no", "yes"), required=True,
                  hint="Its fingerprint is kept always; yes keeps the file itself too"),
        ],
        read,
        folder=folder,
        today=screen.desk.today,
        drafts=draft_of(screen, "import:paths"),
    )  # fmt: skip

    def then(done: bool | None) -> None:
        if done and isinstance(dialog.found, Read):
            _show(screen, dialog.found, **asked)
        elif done and isinstance(dialog.found, SheetRead):
            _show_sheet(screen, dialog.found, asked["inspection"], asked["keep"])

    screen.app.push_screen(dialog, then)


def _imported(screen: "RecordScreen") -> frozenset[str]:
    """The fingerprints of all files that the tracker has."""
    found = screen.desk.db.execute("SELECT sha256 FROM documents WHERE sha256 <> ''")
    return frozenset(row[0] for row in found)


def _inspection_ref(screen: "RecordScreen", typed: str) -> str:
    """The reference of the inspection typed; BadInput where there is none such."""
    if not typed.strip():
        return ""
    ref = typed.split()[0]
    if refs.find(screen.desk.db, ref).kind is not SubjectKind.INSPECTION:
        raise BadInput(f"{ref} is not an inspection. Type a reference like I1, or nothing.")
    return ref.upper()


def work(
    paths: Sequence[Path], known: Sequence[KnownFinding], imported: Container[str] = ()
) -> Callable[[Tell], Read]:
    """What reads documents on a thread of its own, and gives what they propose together."""

    def going(tell: Tell) -> Read:
        told = [Told("Beginning")]

        def on_progress(progress: Progress) -> None:
            told[0] = _told(progress)

        def cancelled() -> bool:
            tell(told[0])
            return False

        readings = _distinct(read_safely(paths, on_progress=on_progress, cancelled=cancelled))
        tell(Told("Looking for what it asks, answers and promises"))
        return read_of(paths, readings, known, imported)

    return going


def sheet_work(paths: Sequence[Path]) -> Callable[[Tell], SheetRead]:
    """What reads a spreadsheet on a thread of its own; BadInput where there are other files too."""
    if len(paths) > 1:
        raise BadInput(
            "A spreadsheet is imported by itself. Nothing was read: name it alone, and the other "
            "documents another time."
        )

    def going(tell: Tell) -> SheetRead:
        told = Told(f"Reading {paths[0].name}")

        def cancelled() -> bool:
            tell(told)
            return False

        content = read_original(paths[0], STANDARD)
        tables = read_tables_safely(paths[0], cancelled=cancelled)
        return SheetRead(paths[0], tuple(tables), sha256(content).hexdigest())

    return going


def _told(progress: Progress) -> Told:
    name = progress.file_name
    if progress.files > 1:
        name = f"{name} ({progress.file} of {progress.files})"
    return Told(f"Reading {name}", progress.page, progress.pages)


def _distinct(readings: Sequence[Reading]) -> list[Reading]:
    """Each file once; BadInput where two different files have one name and could be confused."""
    found: dict[str, Reading] = {}
    for reading in readings:
        other = found.setdefault(reading.file_name, reading)
        if other.sha256 != reading.sha256:
            raise BadInput(
                f"Two different files are both called {reading.file_name}. Nothing was read: "
                "rename one, or import them one after the other."
            )
    return list(found.values())


def _show(
    screen: "RecordScreen", read: Read, inspection: str = "", published: str = "", keep: str = ""
) -> ImportScreen:
    """The import screen over the main one; what it saved is said when it closes."""
    session = begun(screen.desk.db, read)
    shown = ImportScreen(screen.desk, session)
    screen.app.push_screen(shown, lambda told: screen.changed(told) if told else None)
    with told_if_wrong(screen):
        begin_with(session, inspection, published, keep)
    return shown


def _show_sheet(screen: "RecordScreen", read: SheetRead, inspection: str, keep: str) -> None:
    """The screen for a spreadsheet; where it has no headings or rows, a sentence instead."""
    desk = screen.desk
    with told_if_wrong(screen):
        session = opened_sheet(desk.db, desk.today, read, remembered(desk.db), inspection)
        session.keep_file = keep == "yes"
        screen.app.push_screen(
            SheetScreen(desk, session), lambda told: screen.changed(told) if told else None
        )


def _go_on(
    screen: "RecordScreen", paths: Sequence[Path], prints: Sequence[str], edits: Sequence[Edit]
) -> None:
    """Read the documents again and do again what was done."""
    going = work(paths, save.known_findings(screen.desk.db), _imported(screen))

    def then(outcome: "Outcome[Read] | None") -> None:
        if outcome is None or outcome.result is None:
            if outcome is not None and outcome.refused is not None:
                screen.notify(str(outcome.refused), markup=False, severity="warning", timeout=12)
            return
        shown = _show(screen, outcome.result)
        with told_if_wrong(screen):
            resumed(shown.session, prints, edits)

    screen.app.push_screen(WorkingDialog("Reading again", going), then)

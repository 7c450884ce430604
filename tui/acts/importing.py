"""Bringing documents in: asked for, read beside the screen, then looked through on their own."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from seed.editing_log import Edit, from_text
from seed.files import is_sheet
from store import drafts, inspections, refs
from store.errors import BadInput
from store.telling import Tell
from store.vocabulary import SubjectKind
from tui.acts.importing_reading import Tracker, document_work, sheet_work
from tui.acts.typed import typed_when
from tui.acts.writing import draft_of, told_if_wrong
from tui.dialogs.choose import ChooseDialog, Option
from tui.dialogs.files import FilesDialog
from tui.dialogs.form import Field, FieldKind
from tui.dialogs.working import WorkingDialog
from tui.screens.importing import ImportScreen
from tui.screens.importing_keeping import KEY
from tui.screens.importing_session import Session, begin_with, resumed
from tui.screens.importing_sheet import SheetScreen
from tui.screens.importing_sheet_session import SheetSession

if TYPE_CHECKING:
    from tui.background import Outcome
    from tui.screens.record_screen import RecordScreen

Work = Callable[[Tell], Session | SheetSession]

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
    titles = [
        f"{one.ref} {one.title}" for one in inspections.listed(screen.desk.db, screen.desk.today)
    ]
    asked: dict[str, str] = {}

    def read(
        paths: list[Path], values: Mapping[str, str]
    ) -> Callable[[Tell], Session | SheetSession]:
        typed_when(values["published"])
        asked["published"] = values["published"].strip()
        asked["keep"] = values["keep"]
        asked["inspection"] = _inspection_ref(screen, values["inspection"])
        if any(is_sheet(path) for path in paths):
            return sheet_work(paths, _tracker(screen), asked["inspection"])
        return document_work(paths, _tracker(screen))

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
        now=screen.desk.author.now,
        drafts=draft_of(screen, "import:paths"),
    )  # fmt: skip

    def then(done: bool | None) -> None:
        if done and isinstance(dialog.found, Session):
            _show(screen, dialog.found, **asked)
        elif done and isinstance(dialog.found, SheetSession):
            dialog.found.keep_file = asked["keep"] == "yes"
            _open(screen, SheetScreen(screen.desk, dialog.found))

    screen.app.push_screen(dialog, then)


def _tracker(screen: "RecordScreen") -> Tracker:
    return Tracker(screen.desk.tracker.path, screen.desk.today)


def _inspection_ref(screen: "RecordScreen", typed: str) -> str:
    """The reference of the inspection typed; BadInput where there is none such."""
    if not typed.strip():
        return ""
    ref = typed.split()[0]
    if refs.find(screen.desk.db, ref).kind is not SubjectKind.INSPECTION:
        raise BadInput(f"{ref} is not an inspection. Type a reference like I1, or nothing.")
    return ref.upper()


def _show(
    screen: "RecordScreen",
    session: Session,
    inspection: str = "",
    published: str = "",
    keep: str = "",
) -> None:
    """The import screen, with what was said beforehand put in."""
    _open(screen, ImportScreen(screen.desk, session))
    with told_if_wrong(screen):
        begin_with(session, inspection, published, keep)


def _open(screen: "RecordScreen", shown: ImportScreen | SheetScreen) -> None:
    """A screen over the main one; what it saved is said when it closes."""
    screen.app.push_screen(shown, lambda told: screen.changed(told) if told else None)


def _go_on(
    screen: "RecordScreen", paths: Sequence[Path], prints: Sequence[str], edits: Sequence[Edit]
) -> None:
    """Read the documents again and do again what was done."""

    def then(outcome: "Outcome[Session] | None") -> None:
        if outcome is None:
            return
        if outcome.result is None:
            screen.notify(str(outcome.refused), markup=False, severity="warning", timeout=12)
            return
        _open(screen, ImportScreen(screen.desk, outcome.result))
        with told_if_wrong(screen):
            resumed(outcome.result, prints, edits)

    going = document_work(paths, _tracker(screen))
    screen.app.push_screen(WorkingDialog("Reading again", going), then)

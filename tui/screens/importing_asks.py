"""What the import screen asks before an edit: a reason, another finding, a point, a kind, a day."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from seed.draft import Answer, Cause, Finding, FindingKind
from seed.editing import Proposal
from seed.editing_fields import fields_of
from seed.editing_log import Edit, EditKind
from seed.editing_pairs import choices
from seed.editing_shape import points
from seed.reports.reading import LETTERS
from store import inspections
from store.dates import say_when
from store.errors import BadInput
from store.vocabulary import ActionKind, Applies, Progress
from tui.acts.typed import as_typed, typed_when
from tui.dialogs.choose import ChooseDialog, Option
from tui.dialogs.form import Field, FieldKind, FormDialog
from tui.screens.importing_rows import gist, numbers_of

if TYPE_CHECKING:
    from tui.screens.importing import ImportScreen

Ask = Callable[["ImportScreen", Proposal], None]

MOST = 400
"""Choices offered at once; the list narrows as words are typed."""

_FREE = "found out from the documents"
_LABELS = {
    "title": "Title",
    "number": "Number",
    "section": "Section",
    "theme": "Theme",
    "addressee": "Addressee",
    "applies": "Ours?",
    "timescale": "Timescale",
    "wording": "Wording",
    "owner": "Owner",
    "forum": "Forum",
    "project": "Project",
    "when": "When",
    "cadence": "How often",
    "kind": "Kind",
    "progress": "Progress",
}
_CHOICES = {
    "applies": tuple(one.value for one in Applies),
    "kind": tuple(one.value for one in ActionKind),
    "progress": tuple(one.value for one in Progress),
}
_HINTS = {
    "title": "Empty: made from the wording",
    "timescale": "Its words, a day or a period: within six months, 30/06/2022, June 2022",
    "wording": "The document's own. Another wording is marked, and the printed one is kept.",
    "when": "A day or a period: 30/06/2022, June 2022",
}


def reason(screen: "ImportScreen", entry: Proposal) -> None:
    """Why something is left out."""

    def save(values: Mapping[str, str]) -> None:
        screen.do(Edit(EditKind.LEAVE_OUT, entry.key, {"why": values["why"]}))

    fields = [Field("why", "Because", required=True, hint="A few words that will be understood")]
    _form(screen, "Leave it out", fields, save, gist(entry))


def fields(screen: "ImportScreen", entry: Proposal) -> None:
    """The fields of a proposal that are ours; of a finding and an answer also the wording."""
    known = fields_of(entry.item)
    if not known:
        screen.notify("Nothing of this can be changed here.", markup=False)
        return
    asked = [_field(name, value) for name, value in known.items()]

    def save(values: Mapping[str, str]) -> None:
        changed = {name: values[name] for name in known if values[name] != known[name]}
        if changed:
            screen.session.do(Edit(EditKind.FIELDS, entry.key, changed))

    dialog = FormDialog("Change", asked, save, today=screen.desk.today, intro=gist(entry))
    screen.app.push_screen(dialog, lambda saved: screen.changed() if saved else None)


def _field(name: str, value: str) -> Field:
    kind = FieldKind.LONG if name == "wording" else FieldKind.TEXT
    chosen = _CHOICES.get(name, ())
    return Field(
        name,
        _LABELS[name],
        FieldKind.CHOICE if chosen else kind,
        value,
        chosen,
        hint=_HINTS.get(name, ""),
        required=bool(chosen),
    )


def finding(screen: "ImportScreen", entry: Proposal) -> None:
    """What an answer answers, or which record a finding is the newer wording of."""
    proposals = screen.session.proposals
    if not isinstance(entry.item, Answer | Finding):
        screen.notify("Only an answer or a finding belongs to another finding.", markup=False)
        return
    answer = isinstance(entry.item, Answer)
    if not answer and not proposals.known:
        screen.notify("The tracker has no finding yet that this could be.", markup=False)
        return
    offered = choices(proposals, entry.item)[:MOST]
    options = [
        Option(str(at), f"{one.score:.2f}  {one.candidate.ref}  {one.candidate.text}",
               one.candidate.document)
        for at, one in enumerate(offered)
    ]  # fmt: skip
    options.append(Option("", "It answers none of these" if answer else "It is a new one"))

    def then(chosen: str | None) -> None:
        if chosen is None:
            return
        found = offered[int(chosen)].candidate if chosen else None
        pair = {"ref": found.ref, "document": found.document} if found else {}
        screen.do(Edit(EditKind.PAIR, entry.key, {"ref": "", "document": "", **pair}))

    asked = "Which finding does it answer?" if answer else "Which record is this the wording of?"
    title = f"{asked} (1.00 is word for word)"
    screen.app.push_screen(ChooseDialog(title, options), then)


def other(screen: "ImportScreen", entry: Proposal) -> None:
    """Another finding of the document, to make one of both; the next one first."""
    entries = screen.session.entries
    found = [one for one in entries if isinstance(one.item, Finding)]
    if entry not in found or len(found) == 1:
        screen.notify("Put the cursor on one of two findings.", markup=False)
        return
    here = found.index(entry)
    turned = [*found[here + 1 :], *reversed(found[:here])]
    called = numbers_of(entries)
    options = [Option(str(one.key), _named(one, called)) for one in turned]

    def then(chosen: str | None) -> None:
        if chosen is not None:
            screen.do(Edit(EditKind.MERGE, entry.key, {"other": chosen}), "Two findings made one.")

    screen.app.push_screen(ChooseDialog("Make one finding of this and …", options), then)


def _named(entry: Proposal, called: Mapping[int, str]) -> str:
    number = called.get(entry.key, "")
    return f"{number}  {gist(entry)}" if number else gist(entry)


def point(screen: "ImportScreen", entry: Proposal) -> None:
    """Where a finding is cut in two: at a part, a sentence, or any word."""
    if not isinstance(entry.item, Finding):
        screen.notify("Only a finding can be cut in two.", markup=False)
        return
    offered = points(entry.item)[:MOST]
    options = [
        Option(str(at), one.after, "a part or sentence begins here" if one.natural else "")
        for at, one in enumerate(offered)
    ]

    def then(chosen: str | None) -> None:
        if chosen is not None:
            found = offered[int(chosen)]
            place = {"piece": str(found.piece), "at": str(found.at)}
            screen.do(Edit(EditKind.SPLIT, entry.key, place), "One finding made two.")

    screen.app.push_screen(ChooseDialog("The second finding begins with …", options), then)


def kind(screen: "ImportScreen", entry: Proposal) -> None:
    """The kind of a finding."""
    if not isinstance(entry.item, Finding | Cause):
        screen.notify("Only a finding has a kind of its own.", markup=False)
        return
    now = entry.item.kind if isinstance(entry.item, Finding) else FindingKind.CAUSE_OF_CONCERN
    options = [Option(one.value, one.value, "as now" if one is now else "") for one in FindingKind]

    def then(chosen: str | None) -> None:
        if chosen is not None:
            screen.do(Edit(EditKind.KIND, entry.key, {"kind": chosen}))

    screen.app.push_screen(ChooseDialog("What is it called?", options), then)


def inspection(screen: "ImportScreen") -> None:
    """The inspection the documents belong to, or that it is found out."""
    found = inspections.listed(screen.desk.db, screen.desk.today)
    options = [Option("", "Find it out", _FREE)]
    options += [Option(one.ref, f"{one.ref}  {one.title}", one.force) for one in found]

    def then(ref: str | None) -> None:
        if ref is not None:
            screen.do(Edit(EditKind.INSPECTION, words={"ref": ref}))

    screen.app.push_screen(ChooseDialog("Which inspection?", options), then)


def day(screen: "ImportScreen") -> None:
    """The day a report was published, or a letter is dated."""
    document = screen.session.draft.document
    letter = document.kind in LETTERS
    when = document.dated if letter else document.published
    label = "Dated" if letter else "Published"

    def save(values: Mapping[str, str]) -> None:
        typed = typed_when(values["day"])
        if typed.earliest is None:
            raise BadInput("Type a day (22/12/2021), or a month if no more is known.")
        if (typed.earliest, typed.latest) == (when.earliest, when.latest):
            told = f"Nothing to change: {label.lower()} {say_when(when)} already."
            screen.notify(told, markup=False)
            return
        at = screen.session.document
        screen.do(
            Edit(EditKind.PUBLISHED, at, {"day": values["day"]}), f"{label} {say_when(typed)}."
        )

    fields = [
        Field("day", label, value=as_typed(when), required=True,
              hint="A day (22/12/2021), or a month if no more is known (December 2021)")
    ]  # fmt: skip
    follows = "" if letter else "Every clock that starts with this day is counted again."
    _form(screen, f"{label}: {document.file_name}", fields, save, follows)


def _form(
    screen: "ImportScreen",
    title: str,
    fields: list[Field],
    save: Callable[[Mapping[str, str]], None],
    intro: str,
) -> None:
    dialog = FormDialog(title, fields, save, today=screen.desk.today, intro=intro)
    screen.app.push_screen(dialog)

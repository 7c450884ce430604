"""Changing a record's own fields, and who is accountable for it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from store import actions, owners, recommendations
from store.lookalikes import refuse_look_alike
from store.models import Action, Recommendation, Subject
from store.refs import table_of
from store.rows import by_id
from store.unit import Unit, unit
from store.vocabulary import ActionKind, Applies, OwnerKind, SubjectKind
from tui.acts.opened import Opened
from tui.acts.writing import draft_key, draft_of, told_if_wrong
from tui.dialogs.choose import ChooseDialog, Option
from tui.dialogs.form import Field, FieldKind, FormDialog
from tui.naming import called, title_of

if TYPE_CHECKING:
    from tui.screens.record_screen import RecordScreen

Save = Callable[[Mapping[str, str]], None]
Revisions = dict[Subject, int]
_NOBODY, _NEW = "nobody", "new"
_OWNER_COLUMN = {SubjectKind.RECOMMENDATION: "owner", SubjectKind.ACTION: "accountable"}


def owner(screen: "RecordScreen", records: Sequence[Subject]) -> None:
    """Choose who is accountable for the records, or name somebody new."""
    if records[0].kind not in _OWNER_COLUMN:
        screen.notify("Owners belong to recommendations and actions.", markup=False)
        return
    seen = _revisions(screen, records)
    options = [Option(_NEW, "Somebody new …"), Option(_NOBODY, "Nobody")]
    for known in owners.listed(screen.desk.db):
        options.append(Option(str(known.id), known.name, known.expansion or known.kind))

    def then(chosen: str | None) -> None:
        if chosen == _NEW:
            _name_owner(screen, seen)
        elif chosen is not None:
            _save_owner(screen, seen, None if chosen == _NOBODY else int(chosen))

    title = f"Who is accountable for {called(screen.desk.db, records)}?"
    screen.app.push_screen(ChooseDialog(title, options), then)


def _owner_title(screen: "RecordScreen", records: Sequence[Subject]) -> str:
    return f"Owner of {called(screen.desk.db, records)}"


def _revisions(screen: "RecordScreen", records: Sequence[Subject]) -> Revisions:
    """The records, each with the change it was last touched by."""
    db = screen.desk.db
    return {record: by_id(db, table_of(record.kind), record.id)["rev"] for record in records}


def _save_owner(screen: "RecordScreen", seen: Revisions, key: int | None) -> None:
    title = _owner_title(screen, [*seen])
    with told_if_wrong(screen):
        with unit(screen.desk.db, title, screen.desk.author) as change:
            _set_owner(change, seen, key)
        screen.changed(f"{title}.")


def _set_owner(change: Unit, seen: Revisions, key: int | None) -> None:
    for record, rev in seen.items():
        column = _OWNER_COLUMN[record.kind]
        change.change(table_of(record.kind), record.id, rev, **{column: key})


def _name_owner(screen: "RecordScreen", seen: Revisions) -> None:
    desk, records = screen.desk, [*seen]

    def save(values: Mapping[str, str]) -> None:
        for known in owners.listed(desk.db):
            refuse_look_alike(values["name"], (known.name, *known.aliases))
        with unit(desk.db, _owner_title(screen, records), desk.author) as change:
            kind = OwnerKind(values["kind"])
            key = owners.add(change, values["name"], kind, expansion=values["expansion"])
            _set_owner(change, seen, key)

    dialog = FormDialog(
        "Somebody new",
        [
            Field("name", "Name", required=True),
            Field("kind", "Kind", FieldKind.CHOICE, OwnerKind.PERSON, tuple(OwnerKind)),
            Field("expansion", "In full", hint="What an abbreviation stands for"),
        ],
        save,
        today=desk.today,
    )
    told = f"{_owner_title(screen, records)}."
    screen.app.push_screen(dialog, lambda saved: screen.changed(told) if saved else None)


def edit(screen: "RecordScreen", records: Sequence[Subject]) -> None:
    """Change the fields of one recommendation or action."""
    record = records[0]
    if record.kind is SubjectKind.RECOMMENDATION:
        _edit_recommendation(screen, record)
    elif record.kind is SubjectKind.ACTION:
        _edit_action(screen, record)
    else:
        screen.notify("Press p for a publication day, Enter on a clock to record it.", markup=False)


def _edit_recommendation(screen: "RecordScreen", record: Subject) -> None:
    desk = screen.desk
    opened = Opened(
        lambda: desk.db, lambda: recommendations.get(desk.db, record.id), of_recommendation
    )

    def save(values: Mapping[str, str]) -> None:
        kept = opened.record
        until = date.fromisoformat(values["until"]) if values["until"] else None
        with unit(desk.db, f"Edit {kept.ref}", desk.author) as change:
            recommendations.edit(
                change,
                kept,
                title=values["title"],
                theme=values["theme"],
                section=values["section"],
                addressee=values["addressee"],
                applies=Applies(values["applies"]),
                applies_because=values["because"],
                applies_until=until,
                portal_reference=values["portal"],
            )

    _ask(screen, record, opened, save)


def of_recommendation(kept: Recommendation) -> list[Field]:
    """What can be changed of a recommendation, as it is kept."""
    until = kept.applies_until.isoformat() if kept.applies_until else ""
    choices = (Applies.OURS, Applies.WATCHED, Applies.CONDITIONAL)
    return [
        Field("title", "Title", value=kept.title, required=True),
        Field("theme", "Theme", value=kept.theme),
        Field("section", "Section", value=kept.section),
        Field("addressee", "Addressee", value=kept.addressee),
        Field("applies", "Whose", FieldKind.CHOICE, kept.applies, choices),
        Field("because", "Because", value=kept.applies_because),
        Field("until", "Until", FieldKind.DAY, until, hint="When a conditional one lapses"),
        Field("portal", "Portal reference", value=kept.portal_reference),
    ]


def _edit_action(screen: "RecordScreen", record: Subject) -> None:
    desk = screen.desk
    opened = Opened(lambda: desk.db, lambda: actions.get(desk.db, record.id), _of_action)

    def save(values: Mapping[str, str]) -> None:
        kept = opened.record
        with unit(desk.db, f"Edit {kept.ref}", desk.author) as change:
            actions.edit(
                change,
                kept,
                title=values["title"],
                kind=ActionKind(values["kind"]),
                recurs=values["recurs"],
                text=values["text"],
                evidence=values["evidence"],
            )

    _ask(screen, record, opened, save)


def _of_action(kept: Action) -> list[Field]:
    return [
        Field("title", "Action", value=kept.title, required=True),
        Field("kind", "Kind", FieldKind.CHOICE, kept.kind, tuple(ActionKind)),
        Field("recurs", "Recurs", value=kept.recurs, hint="Weekly, monthly …"),
        Field("text", "More", FieldKind.LONG, kept.text),
        Field("evidence", "Evidence", FieldKind.LONG, kept.evidence),
    ]


def _ask(screen: "RecordScreen", record: Subject, opened: Opened[Any], save: Save) -> None:
    desk = screen.desk
    dialog = FormDialog(
        f"Edit {title_of(desk.db, record)}",
        opened.fields(),
        save,
        today=desk.today,
        drafts=draft_of(screen, draft_key(desk.db, "edit", [record])),
        theirs=opened.theirs,
    )
    told = f"{called(desk.db, [record])} changed."
    screen.app.push_screen(dialog, lambda saved: screen.changed(told) if saved else None)

"""The forms for new records, and how each becomes a record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from store import actions, boards, deadlines, documents, inspections, queries, recommendations
from store import working_days as calendars
from store.clocks import Rule, RuleKind
from store.dates import When, read_day
from store.models import Subject
from store.timescales import read_timescale
from store.unit import Unit, unit
from store.vocabulary import ActionKind, Applies, StepKind, SubjectKind
from tui.acts.typed import typed_when
from tui.desk import Desk
from tui.dialogs.form import Field, FieldKind
from tui.naming import title_of

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """A kind of record to add: its form, and the writing that returns what was added in words."""

    key: str
    label: str
    hint: str
    fields: Sequence[Field]
    make: Callable[[Values], str]


def makers(desk: Desk, inspection: int, recommendation: int | None) -> list[Made]:
    """What can be added where the user stands."""
    found = [_inspection(desk)]
    inspection = inspection or _nearest_inspection(desk, recommendation)
    if inspection:
        found.append(_recommendation(desk, inspection))
    found.append(_action(desk, recommendation))
    if recommendation:
        found.append(_query(desk, recommendation))
    return [*found, _board(desk), _holiday(desk)]


def _nearest_inspection(desk: Desk, recommendation: int | None) -> int:
    """The inspection of the recommendation in hand, else the newest; 0 if there is none."""
    if recommendation:
        return recommendations.get(desk.db, recommendation).inspection
    known = inspections.listed(desk.db, desk.today)
    return next((found.id for found in known if not found.mentioned_only), 0)


def _inspection(desk: Desk) -> Made:
    fields = [
        Field("title", "Inspection", required=True, hint="As its report is called"),
        Field("force", "Force", required=True),
        Field("programme", "Programme", hint="NCPI, PEEL, JTAI, thematic …"),
        Field("fieldwork", "Fieldwork", hint="5 July 2021, or September 2022"),
        Field("published", "Published", hint="22/12/2021, or December 2021; empty if not yet"),
        Field("source", "Source of that day"),
        Field("stated", "It states", hint="How many recommendations the report says it makes"),
    ]

    def make(values: Values) -> str:
        published = typed_when(values["published"], values["source"])
        with unit(desk.db, f"Add inspection: {values['title']}", desk.author) as change:
            key = _write_inspection(change, desk, values, published)
            if published.earliest:
                _start_clocks(change, desk, key, values, published)
        return "Inspection added" + ("; its clocks are running." if published.earliest else ".")

    return Made(
        "inspection", "An inspection", "With its report, which starts its clocks", fields, make
    )


def _write_inspection(change: Unit, desk: Desk, values: Values, published: When) -> int:
    stated = values["stated"].strip()
    return inspections.add(
        change,
        title=values["title"],
        force=values["force"],
        programme=values["programme"],
        fieldwork=typed_when(values["fieldwork"]),
        stated_recommendations=int(stated) if stated.isdecimal() else None,
        since=min(desk.today, published.earliest or desk.today),
    )


def _start_clocks(
    change: Unit, desk: Desk, inspection: int, values: Values, published: When
) -> None:
    since = published.earliest or desk.today
    report = documents.add(
        change,
        kind="inspection report",
        title=values["title"],
        inspection=inspection,
        sent_by="HMICFRS",
        in_hand=False,
        published=published,
        since=since,
    )
    duty = deadlines.add(
        change,
        Subject(SubjectKind.INSPECTION, inspection),
        inspection=inspection,
        what="Publish comments (s.55)",
        rule=Rule(RuleKind.S55_56),
        start=published,
        start_document=report,
        start_event="publication",
        since=since,
        calendar=desk.calendar(),
        owed_by="Police and Crime Commissioner",
        owed_to="the public, the inspectors and the Home Secretary",
        source="Police Act 1996, s.55(5A)",
    )
    for step in StepKind:
        deadlines.add_step(change, duty, step)


def _recommendation(desk: Desk, inspection: int) -> Made:
    fields = [
        Field("title", "Title", required=True, hint="A few plain words for lists"),
        Field("text", "Wording", FieldKind.LONG, required=True, hint="To the letter"),
        Field("kind", "Finding type", value="recommendation", hint="In the report's own word"),
        Field("section", "Section"),
        Field("addressee", "Addressee"),
        Field("applies", "Whose", FieldKind.CHOICE, Applies.OURS, (Applies.OURS, Applies.WATCHED)),
        Field("timescale", "Timescale", hint="Within six months, immediately … or 31 March 2025"),
        Field("theme", "Theme"),
    ]

    def make(values: Values) -> str:
        with unit(desk.db, f"Add recommendation: {values['title']}", desk.author) as change:
            key = _write_recommendation(change, desk, inspection, values)
            _write_due(change, desk, inspection, key, values["timescale"])
        return "Recommendation added."

    title = title_of(desk.db, Subject(SubjectKind.INSPECTION, inspection))
    return Made("recommendation", "A recommendation", f"Of {title}", fields, make)


def _write_recommendation(change: Unit, desk: Desk, inspection: int, values: Values) -> int:
    return recommendations.add(
        change,
        inspection=inspection,
        title=values["title"],
        text=values["text"],
        of_record=True,
        kind=values["kind"] or "recommendation",
        section=values["section"],
        addressee=values["addressee"],
        applies=Applies(values["applies"]),
        timescale=values["timescale"],
        theme=values["theme"],
        document=_report_of(desk, inspection),
        position=recommendations.next_in_inspection(desk.db, inspection),
        since=min(desk.today, _published_of(desk, inspection).earliest or desk.today),
    )


def _write_due(change: Unit, desk: Desk, inspection: int, key: int, timescale: str) -> None:
    published = _published_of(desk, inspection)
    read = read_timescale(timescale, published)
    if read is None:
        return
    words, rule, day = read
    deadlines.add(
        change,
        Subject(SubjectKind.RECOMMENDATION, key),
        inspection=inspection,
        what="Recommendation due",
        words=words,
        rule=rule,
        start=day if day.earliest else published,
        start_document=None if day.earliest else _report_of(desk, inspection),
        start_event="" if day.earliest else "publication (assumed)",
        since=min(desk.today, published.earliest or desk.today),
        calendar=desk.calendar(),
        owed_by=inspections.get(desk.db, inspection).force,
        owed_to="HMICFRS",
    )


def _action(desk: Desk, recommendation: int | None) -> Made:
    own = "The commissioner's own undertaking: it serves no recommendation"
    hint = own
    if recommendation:
        hint = f"For {title_of(desk.db, Subject(SubjectKind.RECOMMENDATION, recommendation))}"
    fields = [
        Field("title", "Action", required=True),
        Field("text", "More", FieldKind.LONG),
        Field("due", "Due", FieldKind.DAY, hint="Empty if no day was given"),
    ]

    def make(values: Values) -> str:
        kind = ActionKind.ACTION if recommendation else ActionKind.UNDERTAKING
        with unit(desk.db, f"Add action: {values['title']}", desk.author) as change:
            key = actions.add(
                change,
                title=values["title"],
                text=values["text"],
                kind=kind,
                since=desk.today,
                recommendations=[(recommendation, None)] if recommendation else [],
            )
            if values["due"]:
                _write_action_due(change, desk, key, date.fromisoformat(values["due"]))
        return "Action added."

    return Made("action", "An action", hint, fields, make)


def _write_action_due(change: Unit, desk: Desk, action: int, day: date) -> None:
    deadlines.add(
        change,
        Subject(SubjectKind.ACTION, action),
        what="Action due",
        rule=Rule(RuleKind.FIXED),
        start=When.on(day),
        since=desk.today,
        calendar=desk.calendar(),
    )


def _query(desk: Desk, recommendation: int) -> Made:
    subject = Subject(SubjectKind.RECOMMENDATION, recommendation)
    fields = [
        Field("text", "What is open or wrong?", FieldKind.LONG, required=True),
        Field("source", "Where it stands", hint="Document, section, page"),
    ]

    def make(values: Values) -> str:
        with unit(desk.db, "Add query", desk.author) as change:
            queries.ask(change, subject, values["text"], since=desk.today, source=values["source"])
        return "Query put on the record."

    return Made("query", "A query", f"On {title_of(desk.db, subject)}", fields, make)


def _board(desk: Desk) -> Made:
    fields = [
        Field("name", "Board", required=True),
        Field("day", "Meets on", FieldKind.DAY, required=True),
        Field("lead", "Clear working days for papers", value="5", required=True),
        Field("item", "Agenda item"),
    ]

    def make(values: Values) -> str:
        with unit(desk.db, f"Add board: {values['name']}", desk.author) as change:
            boards.add(
                change,
                name=values["name"],
                day=date.fromisoformat(values["day"]),
                since=desk.today,
                calendar=desk.calendar(),
                lead_days=int(values["lead"]) if values["lead"].isdecimal() else 5,
                agenda_item=values["item"],
            )
        return "Board added, with the day its papers are due."

    return Made("board", "A board", "Its day, and when its papers are due", fields, make)


def _holiday(desk: Desk) -> Made:
    fields = [
        Field("day", "Day", FieldKind.DAY, required=True),
        Field("name", "What it is", required=True),
    ]

    def make(values: Values) -> str:
        with unit(desk.db, f"Add non-working day: {values['name']}", desk.author) as change:
            calendars.add_holiday(change, read_day(values["day"]), values["name"])
        return "Day added; it no longer counts as a working day."

    hint = "Bank holidays of England and Wales are known already"
    return Made("holiday", "A non-working day", hint, fields, make)


def _report_of(desk: Desk, inspection: int) -> int | None:
    report = documents.report_of(desk.db, inspection, desk.today)
    return report.id if report else None


def _published_of(desk: Desk, inspection: int) -> When:
    report = documents.report_of(desk.db, inspection, desk.today)
    return report.published if report else When()

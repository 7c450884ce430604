"""What two copies say, in words: records by name, both versions of what is asked, who and when."""

from dataclasses import dataclass
from datetime import datetime

from store.change_words import FLAGS, kind_of
from store.dates import kept_day, say_day
from store.merging.asked import About, Question
from store.merging.fields import Outcome
from store.merging.groups import grouped
from store.merging.origins import Origin
from store.merging.plan import Plan
from store.merging.states import Ref, State, Value, Values

_ONE = {"tracker": "the tracker's own fields", "action_recommendations": "link to an action"}
_ABOUT = ("subject", "recommendation", "action", "document", "owner", "deadline", "inspection")
_GIST = ("title", "name", "label", "number", "what", "kind", "sent_to", "text", "day")
_LONGEST = 2_000
_LABEL = 60
_HEADS = {
    About.FIELD: "{record}: {field}",
    About.REMOVED_THERE: "{record}: taken back in the copy, used here since",
    About.REMOVED_HERE: "{record}: taken back here, used in the copy since",
    About.SAME_DAY: "{record}: two decisions on one day, which one stands?",
    About.SIGN_OFF: "{record}: together with the copy, no second person would have signed it off",
    About.NEW_DATE: "{record}: two new due dates, which one holds?",
}


@dataclass(frozen=True, slots=True)
class Version:
    """What one copy has: in words, by whom and when it was last changed (None: not since)."""

    text: str
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question as a person reads it: what it is about, and both versions."""

    key: str
    head: str
    mine: Version
    theirs: Version


def told(plan: Plan, question: Question) -> Disagreement:
    """A question in words."""
    about = question.about
    field = "" if about is About.SIGN_OFF else question.field
    state = plan.copies.ours if question.record in plan.copies.ours else plan.copies.theirs
    record = called(state, question.record)
    if about in (About.SAME_DAY, About.NEW_DATE):
        record = called(state, _about(state[question.record].values) or question.record)
    head = _HEADS[about].format(record=record, field=field.replace("_", " "))
    mine, theirs = _texts(plan, question)
    return Disagreement(
        question.key,
        head,
        _version(mine, _last(plan.here, question.mine, question, plan)),
        _version(theirs, _last(plan.there, question.theirs, question, plan)),
    )


def called(state: State, ref: Ref) -> str:
    """A record by its reference and title, or by what it is about."""
    if ref not in state:
        return "a record that is gone"
    values = state[ref].values
    if values.get("ref"):
        return f"{values['ref']} {_short(str(values.get('title') or values.get('name')), _LABEL)}"
    kind = _ONE.get(ref.table) or kind_of(ref.table)
    gist = next((str(values[name]) for name in _GIST if values.get(name)), "")
    what = f"{kind} “{_short(gist, _LABEL)}”" if gist else kind
    about = _about(values)
    return f"{what} of {_reference(state, about)}" if about in state else what


def comes_in(plan: Plan) -> list[str]:
    """The other copy's changes that come in by themselves, by name, author and time."""
    taken = {one.record for one in plan.unanswered.entries if one.outcome is Outcome.TAKEN}
    units = {
        origin.unit_uid: origin.words()
        for ref, origins in plan.there.items()
        if ref in taken
        for origin in origins
    }
    return list(units.values())


def _about(values: Values) -> Ref | None:
    found = (values.get(name) for name in _ABOUT)
    return next((one for one in found if isinstance(one, Ref)), None)


def _reference(state: State, ref: Ref | None) -> str:
    if ref is None or ref not in state:
        return "a record that is gone"
    values = state[ref].values
    return str(values["ref"]) if values.get("ref") else called(state, ref)


def _texts(plan: Plan, question: Question) -> tuple[str, str]:
    ours, theirs = plan.copies.ours, plan.copies.theirs
    mine_of, theirs_of = question.mine, question.theirs
    match question.about:
        case About.REMOVED_THERE:
            return f"keep it, with all that hangs on it ({_count(mine_of)})", "take it away"
        case About.REMOVED_HERE:
            return (
                "leave it away",
                f"bring it back, with all that hangs on it ({_count(theirs_of)})",
            )
        case About.SAME_DAY | About.SIGN_OFF:
            return _decisions(ours, mine_of), _decisions(theirs, theirs_of)
        case About.NEW_DATE:
            return _new_date(ours, mine_of[0]), _new_date(theirs, theirs_of[0])
    return _field(ours, question), _field(theirs, question)


def _decisions(state: State, refs: tuple[Ref, ...]) -> str:
    return "; ".join(
        f"{state[ref].values['status']} ({_day(state[ref].values['decided_on'])}, "
        f"{state[ref].values['by']})"
        for ref in refs
    )


def _new_date(state: State, ref: Ref) -> str:
    values = state[ref].values
    return f"{_day(values['plan'])}: {_short(str(values['reason']), _LONGEST)}"


def _field(state: State, question: Question) -> str:
    group = grouped(question.record.table, state[question.record].values)[question.field]
    for name in (f"{question.field}_words", "latest", "subject"):
        if name in group and len(group) > 1:
            return _value(state, name, group[name])
    return _value(state, question.field, next(iter(group.values())))


def _value(state: State, name: str, value: Value) -> str:
    if isinstance(value, Ref):
        return called(state, value)
    if value is None or value == "":
        return "nothing"
    if name in FLAGS:
        return "yes" if value else "no"
    return _day(value)


def _day(value: Value) -> str:
    """A day in words, or any other value as it is."""
    day = kept_day(str(value))
    return say_day(day) if day else _short(str(value), _LONGEST)


def _count(refs: tuple[Ref, ...]) -> str:
    return "1 record" if len(refs) == 1 else f"{len(refs)} records"


def _version(text: str, origin: Origin | None) -> Version:
    return Version(text, origin.by, origin.at) if origin else Version(text)


def _last(
    origins: dict[Ref, list[Origin]], refs: tuple[Ref, ...], question: Question, plan: Plan
) -> Origin | None:
    """The last change of what is asked, on one side since the copies parted."""
    found = [
        origin
        for ref in refs
        for origin in origins.get(ref, [])
        if question.about is not About.FIELD or _touches(origin, question, plan)
    ]
    return max(found, key=lambda origin: origin.at, default=None)


def _touches(origin: Origin, question: Question, plan: Plan) -> bool:
    values = plan.copies.ours[question.record].values
    return bool(origin.columns & grouped(question.record.table, values)[question.field].keys())


def _short(text: str, longest: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"

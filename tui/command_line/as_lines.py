"""Records as one line each: the reference first, then what is most urgent, in words."""

from collections.abc import Iterable

from store.actions import ActionStanding
from store.dates import say_day, say_when
from store.deadlines import Deadline
from store.dossier import RecommendationDossier
from store.inspections import InspectionCount
from store.models import Note, Part
from store.text import clean
from store.vocabulary import Applies, Extent
from tui.command_line.as_json import Reader, told_countdown

_LONGEST = 300


def joined(pieces: Iterable[str]) -> str:
    """The pieces that say something, on one line."""
    return " · ".join(clean(piece, single_line=True) for piece in pieces if piece)


def counted(number: int, one: str, many: str = "") -> str:
    """Number and noun: "1 note", "2 notes"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def short(text: str) -> str:
    """The beginning of a text, on one line."""
    folded = " ".join(text.split())
    return folded if len(folded) <= _LONGEST else folded[: _LONGEST - 1] + "…"


def recommendation(dossier: RecommendationDossier, reader: Reader) -> str:
    """R1 · 21 days left, Wed 22 Jun 2022 · title · I1 · delivery: in progress · 2 queries."""
    standing = dossier.standing
    return joined(
        (
            dossier.record.ref,
            due(dossier.deadline, standing.is_open, reader),
            dossier.record.title,
            dossier.inspection.ref,
            "" if standing.applies is Applies.OURS else standing.applies,
            f"delivery: {standing.delivery}",
            f"inspectorate: {standing.inspectorate}",
            f"assurance: {standing.assurance}",
            parts(dossier.parts),
            counted(len(dossier.queries), "query", "queries") if dossier.queries else "",
        )
    )


def parts(found: Iterable[Part]) -> str:
    """How many parts there are, and how many of them have no full answer."""
    every = list(found)
    unanswered = sum(part.extent in (Extent.PARTLY, Extent.NOT_ANSWERED) for part in every)
    if not every:
        return ""
    told = counted(len(every), "part")
    return f"{told}, {unanswered} not fully answered" if unanswered else told


def due(deadline: Deadline | None, is_open: bool, reader: Reader) -> str:
    """The countdown with its last day; for what is closed, that it is."""
    if not is_open:
        return "closed"
    told = told_countdown(deadline, reader)
    last = deadline.due.latest if deadline else None
    return f"{told}, {say_day(last)}" if last else told


def action(standing: ActionStanding, deadline: Deadline | None, reader: Reader) -> str:
    """A1 · 29 days left, Thu 30 Jun 2022 · title · planned · for R1, R11 · whose it is."""
    record = standing.action
    whose = (record.accountable, record.team, record.forum, record.project)
    return joined(
        (
            record.ref,
            _action_due(standing, deadline, reader),
            record.title,
            standing.progress,
            record.kind if record.kind != "action" else "",
            f"for {', '.join(standing.recommendations)}" if standing.recommendations else "",
            ", ".join(name for name in map(reader.owner, whose) if name),
        )
    )


def _action_due(standing: ActionStanding, deadline: Deadline | None, reader: Reader) -> str:
    """An action that cannot be late shows its routine, not that it is closed."""
    if standing.is_open:
        return due(deadline, True, reader)
    return standing.action.recurs


def deadline(kept: Deadline, subject: str, reader: Reader) -> str:
    """I1 · 119 days late · six-week update · owed by whom to whom · the last day."""
    owed = f"owed by {kept.owed_by}" if kept.owed_by else ""
    owed += f" to {kept.owed_to}" if kept.owed_to else ""
    last = kept.due.latest
    return joined(
        (
            subject,
            told_countdown(kept, reader),
            kept.what,
            owed.strip(),
            f"last day {say_day(last)}" if last else "",
            f"“{kept.due.words}”" if kept.due.words else "",
            f"on condition: {kept.condition}" if kept.condition else "",
        )
    )


def inspection(count: InspectionCount) -> str:
    """I1 · title · 11 recommendations, 11 open and ours · fieldwork when."""
    record = count.inspection
    numbers = counted(count.recommendations, "recommendation")
    if count.recommendations:
        numbers += f", {count.open_ours} open and ours"
    return joined(
        (
            record.ref,
            record.title,
            "only mentioned" if record.mentioned_only else numbers,
            f"{count.watched} watched" if count.watched else "",
            f"fieldwork {say_when(record.fieldwork)}" if record.fieldwork.words else "",
        )
    )


def note(kept: Note, subject: str) -> str:
    """R1 · Wed 1 Jun 2022 · who · the words."""
    corrected = "corrected by a later note" if kept.corrected_by is not None else ""
    return joined((subject, say_day(kept.noted_on), kept.by, corrected, short(kept.text)))

"""One line that says how a due day was reckoned, for the person who has to stand by it."""

from collections.abc import Callable
from datetime import date

from store.dates import When, say_day
from store.day_words import MONTHS, WEEKDAYS, number_in_words
from store.holidays import ENGLAND_AND_WALES, ONE_DAY, Calendar
from store.reckoning import S55_DAYS, Due
from store.rules import Rule, RuleKind

_ACT = "Police Act 1996 s.55(5A)"


def explain(due: Due, today: date, calendar: Calendar = ENGLAND_AND_WALES) -> str:
    """How the due day follows from the rule and the start, as things stand on `today`.

    Says what is assumed, what is known only to the month, which holidays were left out, and when
    the last day is not a working day.
    """
    return _EXPLAINED[due.rule.kind](due, today, calendar)


def count_of_days(n: int) -> str:
    """Say a number of days: "1 day", "14 days"."""
    return f"{n} day" if n == 1 else f"{n} days"


def _s55(due: Due, today: date, calendar: Calendar) -> str:
    start, last = due.start.exact, due.earliest
    if start is None or last is None:
        return f"{_uncertain(due, f'{S55_DAYS} days, the first that of publication')}; {_ACT}"
    if today > last:
        after = count_of_days((today - last).days)
        return f"{after} after the last day, {say_day(last)}; day 1 was {say_day(start)}; {_ACT}"
    last_day = _last_day(last, calendar, "the Act does not move it")
    if today < start:
        return f"not begun: day 1 is {say_day(start)}; {last_day}; {_ACT}"
    number = (today - start).days + 1
    return f"day {number} of {S55_DAYS}; day 1 is {say_day(start)}; {last_day}; {_ACT}"


def _from_publication(due: Due, today: date, calendar: Calendar) -> str:
    length = _length(due.rule)
    start, last = due.start.exact, due.earliest
    if start is None or last is None:
        return _uncertain(due, length)
    parts = [f"{length} from publication on {say_day(start)}{_assumption(due.words)}"]
    if due.rule.kind is RuleKind.MONTHS and last.day != start.day:
        parts.append(f"{MONTHS[last.month - 1]} has no day {start.day}")
    if due.rule.kind is RuleKind.WORKDAYS:
        parts.append(_left_out(calendar, start + ONE_DAY, last))
    parts.append(_last_day(last, calendar, "the words do not move it"))
    return "; ".join(parts)


def _immediate(due: Due, today: date, calendar: Calendar) -> str:
    return f"immediately: {_since(due.start, today)}{_first_check(due)}"


def _set_date(due: Due, today: date, calendar: Calendar) -> str:
    if due.latest is None:
        return _no_date(due, today, calendar)
    last_day = _last_day(due.latest, calendar, "the date as set does not move")
    if due.rule.kind is RuleKind.USER:
        reason = f" ({due.start.source})" if due.start.source else ""
        return f"new date{reason}; {last_day}"
    if due.start.exact is None:
        span = _span(due.start)
        return f"{_said(due)}{span}; kept until it ends: {last_day}"
    return f"{_said(due)}date set in the text; {last_day}"


def _board_lead(due: Due, today: date, calendar: Calendar) -> str:
    clear = f"{due.rule.amount} clear working {'day' if due.rule.amount == 1 else 'days'}"
    board, papers = due.start.exact, due.earliest
    if board is None or papers is None:
        return f"papers {clear} before the board; its day is not known exactly; ask for it"
    left_out = _left_out(calendar, papers, board)
    return (
        f"papers out by {say_day(papers)}: {clear} before the board on {say_day(board)}; {left_out}"
    )


def _recurring(due: Due, today: date, calendar: Calendar) -> str:
    return f"{_said(due)}comes round again, so no single due day"


def _case_standard(due: Due, today: date, calendar: Calendar) -> str:
    return f"{_said(due)}a standard for each case, never a countdown"


def _no_date(due: Due, today: date, calendar: Calendar) -> str:
    words = _words(due)
    return f'no date given: "{words}"; ask for one' if words else "no date given; ask for one"


_EXPLAINED: dict[RuleKind, Callable[[Due, date, Calendar], str]] = {
    RuleKind.S55_56: _s55,
    RuleKind.WEEKS: _from_publication,
    RuleKind.MONTHS: _from_publication,
    RuleKind.DAYS: _from_publication,
    RuleKind.WORKDAYS: _from_publication,
    RuleKind.IMMEDIATE: _immediate,
    RuleKind.FIXED: _set_date,
    RuleKind.PERIOD: _set_date,
    RuleKind.USER: _set_date,
    RuleKind.BOARD_LEAD: _board_lead,
    RuleKind.RECUR: _recurring,
    RuleKind.SLA: _case_standard,
    RuleKind.NONE: _no_date,
}


def _length(rule: Rule) -> str:
    unit = {
        RuleKind.WEEKS: "week",
        RuleKind.MONTHS: "calendar month",
        RuleKind.DAYS: "day",
        RuleKind.WORKDAYS: "working day",
    }[rule.kind]
    return f"{number_in_words(rule.amount)} {unit}{'' if rule.amount == 1 else 's'}"


def _assumption(words: str) -> str:
    """What has to be said where the words name no start, as hardly any recommendation's do."""
    named = any(sign in words.lower() for sign in ("publi", "report", "inspection", "letter"))
    return "" if named else " (start assumed: the text does not say from when)"


def _uncertain(due: Due, length: str) -> str:
    """For a start that is not known to the day: the range, or what to ask for."""
    if due.earliest is None or due.latest is None:
        return f"{length}; the day of publication is not known; ask for it"
    days = f"last day from {say_day(due.earliest)} to {say_day(due.latest)}; plan on the earliest"
    return f"{length}; published {_span(due.start)}{_how_known(due.start)}; {days}"


def _span(when: When) -> str:
    if when.earliest is None or when.latest is None:
        return "on a day not known exactly"
    return f"{say_day(when.earliest)} to {say_day(when.latest)}"


def _how_known(when: When) -> str:
    return " (month known only)" if when.month_only else " (day not known)"


def _since(start: When, today: date) -> str:
    if start.exact is None:
        if start.earliest is None or start.latest is None:
            return "due now; the day of publication is not known; ask for it"
        return f"due since publication, {_span(start)}{_how_known(start)}"
    days = (today - start.exact).days
    if days < 0:
        return f"due from {say_day(start.exact)}, in {count_of_days(-days)}"
    ago = f"{count_of_days(days)} ago" if days else "today"
    return f"due since {say_day(start.exact)}, {ago}"


def _first_check(due: Due) -> str:
    check = due.checkpoint
    if check is None or check.earliest is None or check.latest is None:
        return ""
    day = say_day(check.earliest) if check.exact else _span(check)
    return f"; first check, the six-week update, {day}"


def _last_day(last: date, calendar: Calendar, unmoved: str) -> str:
    if calendar.is_working(last):
        return f"last day {say_day(last)}"
    kind = "a bank holiday" if calendar.holiday(last) else f"a {WEEKDAYS[last.weekday()]}"
    return f"last day {say_day(last)} is {kind}; {unmoved}"


def _left_out(calendar: Calendar, first: date, last: date) -> str:
    holidays = calendar.holidays_between(first, last)
    if not holidays:
        return "no holidays in between"
    return "left out: " + ", ".join(f"{say_day(day)} ({name})" for day, name in holidays.items())


def _words(due: Due) -> str:
    return " ".join((due.words or due.start.words).split())


def _said(due: Due) -> str:
    """The words of the document, to stand before what is made of them, if there are any."""
    words = _words(due)
    return f'"{words}": ' if words else ""

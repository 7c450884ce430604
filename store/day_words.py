"""The English words for days, months and numbers, whatever the machine's locale."""

from datetime import date, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
    *("twenty-one", "twenty-two", "twenty-three", "twenty-four"),
)

MONTH_PATTERN = "|".join([*MONTHS, "Sept", *(name[:3] for name in MONTHS if name != "May")])
NUMBER_PATTERN = "|".join(
    sorted((word.replace("-", r"[\s-]?") for word in NUMBERS[1:]), key=len, reverse=True)
)


def month_number(name: str) -> int:
    """1 to 12 for "December", "Dec" or "dec."; 0 for anything else."""
    short = name.strip(". ").lower()
    for number, month in enumerate(MONTHS, 1):
        if short in (month.lower(), month[:3].lower()) or (number == 9 and short == "sept"):
            return number
    return 0


def weekday_number(name: str) -> int | None:
    """0 (Monday) to 6 for "Friday", "Fri" or "fri."; None for anything else."""
    short = name.strip("., ").lower()
    for number, weekday in enumerate(WEEKDAYS):
        if len(short) >= 3 and weekday.lower().startswith(short):
            return number
    return None


def full_year(figures: str) -> int:
    """The year meant by four figures, or by two: 70 to 99 are 1970 to 1999, the rest 20xx."""
    year = int(figures)
    if len(figures) > 2:
        return year
    return year + (1900 if year >= 70 else 2000)


def number_of(words: str) -> int:
    """6 for "six" or "6", 24 for "twenty-four" or "twenty four", 1 for "a"; 0 if not a number."""
    folded = "-".join(words.lower().replace("-", " ").split())
    if folded in ("a", "an"):
        return 1
    if folded in NUMBERS:
        return NUMBERS.index(folded)
    return int(folded) if folded.isascii() and folded.isdigit() else 0


def number_in_words(number: int) -> str:
    """Say 6 as "six"; above twenty-four in figures."""
    return NUMBERS[number] if 0 < number < len(NUMBERS) else str(number)


def last_day_of_month(year: int, month: int) -> date:
    """The 28th, 29th, 30th or 31st; `year` and `month` must exist."""
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)

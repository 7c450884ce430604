"""Days and periods as a person types them into a form."""

from store.dates import When, read_day, read_when, say_day, say_when


def typed_when(text: str, source: str = "") -> When:
    """What was typed of a day; nothing for nothing. What cannot be read is refused, not guessed."""
    if not text.strip():
        return When()
    when = read_when(text, source)
    return when if when.earliest else When.on(read_day(text), text, source)


def as_typed(when: When) -> str:
    """A day or month as it stands in a field to be typed over: `typed_when` reads it back."""
    if when.exact:
        return say_day(when.exact)
    return say_when(when).removesuffix(" (month only)") if when.month_only else when.words

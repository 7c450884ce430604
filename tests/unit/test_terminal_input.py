"""What is pasted is words and nothing else, however the terminal sends it in pieces."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser

from tui.terminal_input import PastedText

BEGINS, ENDS = "\x1b[200~", "\x1b[201~"
PIECES = st.sampled_from(
    [
        "\x1b",
        "\x1b[",
        "\x1b[20",
        "\x1b[200~",
        "[201",
        "~",
        "q",
        "u",
        "word ",
        "\x1b]0;title\x07",
        "é",
    ]
)
PASTED = (
    st.lists(PIECES, max_size=40).map("".join).filter(lambda text: ENDS not in text + ENDS[:-1])
)


def taken(chunks: list[str], *, guarded: bool = True) -> list[events.Event]:
    """What Textual makes of what comes in these pieces."""
    pasted, parser = PastedText(), XTermParser()
    found = []
    for chunk in chunks:
        harmless = pasted.harmless(chunk) if guarded else chunk
        found += [*parser.feed(harmless)] if harmless else []
    return found


def cut(text: str, places: list[int]) -> list[str]:
    """The text in pieces, cut at these places."""
    inside = sorted({place % (len(text) + 1) for place in places})
    return [text[a:b] for a, b in pairwise([0, *inside, len(text)]) if a < b]


def words(found: list[events.Event]) -> list[str]:
    """Pastes with their text, keys by name."""
    return [
        f"paste {event.text}" if isinstance(event, events.Paste) else f"key {event.key}"
        for event in found
        if isinstance(event, events.Paste | events.Key)
    ]


@given(PASTED, st.lists(st.integers(0, 500), max_size=12))
def test_a_paste_comes_as_one_text_in_which_nothing_is_a_key(text: str, places: list[int]) -> None:
    sent = f"a{BEGINS}{text}{ENDS}b"
    assert words(taken(cut(sent, places))) == [
        "key a",
        f"paste {text.replace(chr(27), chr(0xFFFD))}",
        "key b",
    ]


def test_without_it_what_follows_an_escape_code_would_be_keys() -> None:
    sent = f"{BEGINS}\x1b]{'q' * 40}{ENDS}"
    assert "key q" in words(taken([sent], guarded=False))
    assert words(taken([sent])) == [f"paste \ufffd]{'q' * 40}"]


@given(st.lists(st.sampled_from([*"abc", "\x1b[A", "\x1bOP", "é", "\r", "\x1b[200"]), max_size=20))
def test_what_is_typed_is_passed_on_at_once_and_as_it_is(typed: list[str]) -> None:
    pasted = PastedText()
    assert [pasted.harmless(keys) for keys in typed] == typed


def test_two_pastes_in_one_piece_are_two() -> None:
    sent = f"{BEGINS}one{ENDS}{BEGINS}two\x1b{ENDS}\x1b[A"
    assert words(taken([sent])) == ["paste one", "paste two\ufffd", "key up"]


def test_the_escape_key_is_not_held_back() -> None:
    assert PastedText().harmless("\x1b") == "\x1b"

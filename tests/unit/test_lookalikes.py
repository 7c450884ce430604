"""Two names that look the same are told apart before either is saved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import BadInput
from store.lookalikes import drawn, refuse_look_alike
from store.text import clean

SAME_TO_THE_EYE = [
    ("Pаul", "Paul", "cyrillic small letter a"),
    ("РОLIТ", "POLIT", "cyrillic capital letter er"),
    ("Οps Board", "Ops Board", "greek capital letter omicron"),
    ("O’Neill", "O'Neill", "right single quotation mark"),
    ("Pa\u200dul", "Paul", "zero width joiner"),
    ("Pa\u00adul", "Paul", "soft hyphen"),
    ("Paul\u200c", "Paul", "zero width non-joiner"),
    ("Ａnn", "Ann", "fullwidth latin capital letter a"),
    ("Q–A team", "Q-A team", "en dash"),
    ("Ann\u00a0Lead", "Ann Lead", "no-break space"),
]


@pytest.mark.parametrize(("name", "known", "told"), SAME_TO_THE_EYE)
def test_a_name_that_looks_like_another_is_refused_and_says_why(
    name: str, known: str, told: str
) -> None:
    with pytest.raises(BadInput, match=told):
        refuse_look_alike(name, ["Somebody else", known])
    with pytest.raises(BadInput, match="looks the same"):
        refuse_look_alike(known, [name])


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Paul", "Paul"),
        (" Paul ", "Paul"),
        ("Zoë", "Zoe"),
        ("Paul", "Paula"),
        ("A", "B"),
        ("", "A"),
    ],
)
def test_the_same_name_and_other_names_are_let_be(name: str, known: str) -> None:
    refuse_look_alike(name, [known])


@given(st.text(max_size=40))
def test_what_is_drawn_is_drawn_the_same_again(name: str) -> None:
    assert drawn(drawn(name)) == drawn(name)


@pytest.mark.parametrize("hidden", ["\u202e", "\u200b", "\u2066", "\u200f", "\ufeff", "\u061c"])
def test_what_turns_or_hides_text_is_shown_by_a_sign(hidden: str, figure) -> None:
    assert clean(f"exe{hidden}txt") == "exe\ufffdtxt"
    figure("S4", "bidi and zero width in names: a visible sign; look-alikes refused", "both")

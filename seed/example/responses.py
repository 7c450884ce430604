"""What the force answered, letter by letter, and how far each part is answered."""

from collections.abc import Iterator

from seed.example import answers_2020, answers_2022, answers_on_review, days
from seed.example.answer import Given
from seed.example.names import Names
from store import responses
from store.responses import Answer
from store.unit import Unit
from store.vocabulary import SubjectKind

RESPONDENT = "Cambridgeshire Constabulary"
LETTERS = (
    ("D3", answers_2022.ANSWERS),
    ("D5", answers_2020.ANSWERS),
    ("D7", answers_on_review.ANSWERS),
)


def answer_name(ref: str) -> str:
    """The name an answer goes by in the example: each finding has one answer, in one letter."""
    return f"answer to {ref}"


def tell(change: Unit, names: Names) -> None:
    """Write the 20 answers."""
    for letter, given_in_it in LETTERS:
        for given in given_in_it:
            key = responses.add(
                change,
                document=names.id(letter),
                respondent=RESPONDENT,
                number=given.number,
                text=given.text,
                answers=_answers(names, given),
                since=days.KNOWN_FROM[letter],
            )
            names.keep(answer_name(given.to), SubjectKind.RESPONSE, key)


def _answers(names: Names, given: Given) -> Iterator[Answer]:
    """The recommendation as a whole first, then its parts."""
    recommendation = names.id(given.to)
    yield Answer(recommendation, given.extent, remark=given.remark)
    for label, extent, remark in given.parts:
        yield Answer(recommendation, extent, names.parts[given.to, label], remark)

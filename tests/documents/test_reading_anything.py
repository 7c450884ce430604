"""Whatever a document holds, it is read without an error and nothing it asks is lost unsaid."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seed.documents.blocks import Block, BlockKind, Reading
from seed.documents.from_text import read_text
from seed.draft import Draft
from seed.draft_json import as_json
from seed.drafts import draft

PIECES = [
    "Recommendations", "Recommendation 1", "Areas for improvement", "Cause of concern",
    "Next steps", "Contents", "Dear Home Secretary", "section 55", "Force response:",
    "We recommend that", "Within six months,", "the force should", "a) train; and b) plan",
    "by 31 October 2023", "by 31 February 2023", "Since Autumn 2022", "The Board is asked to note",
    "Yours sincerely", "cc HMIC", "•", "1.", ":", ";", "(", ")", "“", "99/99/9999", "Exmoor Police",
    "jointly with", "made eleven recommendations", "No.", "\u202e", "é", "漢字",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=8).map(" ".join)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(list(BlockKind)),
    text=TEXTS,
    page=st.none() | st.integers(1, 9),
    line=st.integers(1, 999),
    label=st.sampled_from(["", "•", "1.", "2.3", "a)", "(iv)", "–"]),
    level=st.integers(0, 3),
    cells=st.lists(TEXTS, max_size=4).map(tuple),
)
FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*/*.txt"))
ASKS = re.compile(
    r"\b(?:the force|the constabulary|chief constables|[A-Z]\w+ (?:Police|Constabulary)) should\b"
    r"|\brecommends? that\b"
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(BLOCKS, max_size=14), min_size=1, max_size=3))
def test_any_blocks_are_read_without_an_error(documents: list[list[Block]]) -> None:
    readings = [
        Reading(f"{at}.txt", "", "txt", tuple(blocks)) for at, blocks in enumerate(documents)
    ]
    drafts = draft(readings)
    assert len(drafts) == len(readings)
    for one, reading in zip(drafts, readings, strict=True):
        assert as_json(one)["document"]["file"] == reading.file_name
        for finding in one.findings:
            assert all(0 <= block < len(reading.blocks) for block in finding.place.blocks)


@pytest.mark.parametrize(
    "text", ["Word " * 20_000, "Exmoor and " * 20_000, "The Lead And Head Of Team " * 5_000]
)
def test_long_runs_of_capitals_come_to_an_end(text: str) -> None:
    words = ("Dear Home Secretary", "section 55", f"Force response: {text}")
    blocks = tuple(Block(BlockKind.PARAGRAPH, each, 1, line) for line, each in enumerate(words, 1))
    assert len(draft([Reading("long.txt", "", "txt", blocks)])) == 1


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_sentence_that_asks_is_taken_or_listed(path: Path) -> None:
    reading = read_text(path.read_text(encoding="utf-8"), path.name)
    (one,) = draft([reading])
    told = blocks_told(one)
    silent = [
        block.text
        for at, block in enumerate(reading.blocks)
        if ASKS.search(block.text) and at not in told
    ]
    assert silent == []


def blocks_told(one: Draft) -> set[int]:
    """The blocks that some item of the draft stands in."""
    places = [
        *(item.place for item in one.findings),
        *(item.place for item in one.causes),
        *(item.place for item in one.not_taken),
        *(item.place for item in one.deadlines),
        *(item.place for item in one.answers),
        *(item.restated_place for item in one.answers),
        *(item.place for item in one.undertakings),
    ]
    return {block for place in places for block in place.blocks}

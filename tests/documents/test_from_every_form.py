"""The same report as text, Word, web page and PDF asks for the same things."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from documents.make_forms import as_docx, as_html, as_pdf

from seed.documents import read
from seed.documents.blocks import Block, Reading
from seed.draft import Draft
from seed.drafts import draft

FIXTURES = Path(__file__).parent / "fixtures"
DOCUMENTS = Path(__file__).parents[3] / "shared" / "documents"
REPORTS = [FIXTURES / "shaped" / "peel.txt", FIXTURES / "shaped" / "thematic.txt", DOCUMENTS]


def asked(reading: Reading) -> list[tuple[str, str, tuple[str, ...]]]:
    """What a document asks for: kind, words and parts."""
    one: Draft = draft([reading])[0]
    return [
        (finding.kind.value, finding.text, tuple(part.text for part in finding.parts))
        for finding in one.findings
    ]


@pytest.mark.parametrize("make", [as_docx, as_html, as_pdf], ids=["docx", "html", "pdf"])
@pytest.mark.parametrize("source", REPORTS, ids=lambda path: path.stem)
def test_every_form_asks_for_the_same(
    tmp_path: Path, source: Path, make: Callable[[Sequence[Block], Path], Path]
) -> None:
    if source == DOCUMENTS:
        source = next(source.glob("003_*.txt"), source)
    if not source.is_file():
        pytest.skip("the five real documents are not beside this checkout")
    text = read(source)
    other = read(make(text.blocks, tmp_path / f"report.{make.__name__[3:]}"))
    assert other.format != text.format
    assert len(asked(text)) > 5
    assert asked(other) == asked(text)

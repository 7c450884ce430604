"""Plain text: whole sentences, whatever a converter did to the lines."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seed.documents import read
from seed.documents.blocks import BlockKind
from seed.documents.from_text import read_text
from seed.documents.refusals import UnreadableFile

DOCUMENTS = Path(__file__).parents[3] / "shared" / "documents"

WIDE = "The panel met four times in the year and looked at how the force deals with complaints"


def shown(text: str) -> list[tuple[str, str, str]]:
    return [(b.kind.value, b.label, b.text) for b in read_text(text, "pasted").blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{WIDE}\nand with their outcomes.\n\nIt was content.",
            [f"{WIDE} and with their outcomes.", "It was content."],
            id="wrapped lines",
        ),
        pytest.param(
            f"{WIDE}\n\nand with their outcomes. It was content with most of them, and "
            "asked for\n\nSuperintendents to explain the rest.\n\n \n\nIt meets again.",
            [
                f"{WIDE} and with their outcomes. It was content with most of them, and asked for "
                "Superintendents to explain the rest.",
                "It meets again.",
            ],
            id="a blank line after every line",
        ),
        pytest.param(
            f"{WIDE}. The\n\n\n\n   \n\nPanel was content.",
            [f"{WIDE}. The Panel was content."],
            id="a page break as blank lines",
        ),
        pytest.param(
            f"{WIDE}. The\n3\x0cPanel was content.",
            [f"{WIDE}. The Panel was content."],
            id="a page number under the text",
        ),
        pytest.param(
            f"{WIDE}. The\n\n    1\nThe year\n\nPanel was content with it, and so was the\n\n"
            "    2\nThe year\n\nCommissioner.",
            [f"{WIDE}. The Panel was content with it, and so was the Commissioner."],
            id="page numbers and running heads of a text that lost its pages",
        ),
        pytest.param(
            f"{WIDE}, and the inspec-\ntions, self-\nassessments and long-\nterm plans.\n\n"
            "Inspections go on.",
            [
                f"{WIDE}, and the inspections, self-assessments and long-term plans.",
                "Inspections go on.",
            ],
            id="words broken at line ends",
        ),
        pytest.param(
            f"{WIDE}, and the body-\nworn video, decision-\nmaking and cor-\nrelated figures.",
            [f"{WIDE}, and the body-worn video, decision-making and correlated figures."],
            id="words of two halves broken at line ends",
        ),
        pytest.param(
            "The force has [a plan \\(the plan\\)](#), **in bold**, *in italics* and "
            "<i>tagged</i>.",
            ["The force has a plan (the plan), in bold, in italics and tagged."],
            id="marks of markdown",
        ),
        pytest.param(
            'It is “so” and ‘so’, it\'s "so" [sic] [redacted].',
            ['It is “so” and ‘so’, it\'s "so" [sic] [redacted].'],
            id="quotes and brackets as printed",
        ),
        pytest.param(
            "The force\u200b reports in\u00adspections of a\u202e kind.",
            ["The force reports inspections of a\ufffd kind."],
            id="weightless characters vanish and dangerous ones show",
        ),
        pytest.param(
            "Office of the Commissioner\n1 High Street\nWessex-on-Sea\n\nDear Minister\n\nI write.",
            [
                "Office of the Commissioner",
                "1 High Street",
                "Wessex-on-Sea",
                "Dear Minister",
                "I write.",
            ],
            id="short lines of an address stay lines",
        ),
    ],
)
def test_sentences_are_whole(text: str, expected: list[str]) -> None:
    assert [block.text for block in read_text(text, "pasted").blocks] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Actions\n\n• one; and\n• two.\n- three\n‑ four\no five",
            [("heading", "", "Actions")]
            + [
                ("item", mark, word)
                for mark, word in zip(
                    "••-‑o", ("one; and", "two.", "three", "four", "five"), strict=True
                )
            ],
            id="bullets",
        ),
        pytest.param(
            "1. Recommendation 1: By May, count:\na) each call;\nb) each visit.\n"
            "2.1 The Board notes.",
            [
                ("item", "1.", "Recommendation 1: By May, count:"),
                ("item", "a)", "each call;"),
                ("item", "b)", "each visit."),
                ("item", "2.1", "The Board notes."),
            ],
            id="numbers and letters",
        ),
        pytest.param(
            "This should include a) advice on what officers write down in the log; and\n\n"
            "b) a rule on time.",
            [
                (
                    "paragraph",
                    "",
                    "This should include a) advice on what officers write down in the "
                    "log; and b) a rule on time.",
                )
            ],
            id="a lettered part of a running sentence stays in it",
        ),
        pytest.param(
            "5. Initial contact\n\nThe force answers most of its many calls in time, and well.",
            [
                ("heading", "5.", "Initial contact"),
                (
                    "paragraph",
                    "",
                    "The force answers most of its many calls in time, and well.",
                ),
            ],
            id="a numbered heading",
        ),
        pytest.param(
            "Areas for improvement\n\n2.4 The force should count. (2.9)\n\n"
            "2.5 It should report (4.1).\n\nGlossary\n\ncounting rules for all.",
            [
                ("heading", "", "Areas for improvement"),
                ("item", "2.4", "The force should count. (2.9)"),
                ("item", "2.5", "It should report (4.1)."),
                ("heading", "", "Glossary"),
                ("paragraph", "", "counting rules for all."),
            ],
            id="numbered paragraphs that point elsewhere",
        ),
        pytest.param(
            "Contents\n\nForeword\ti\nSummary ........ 12\n\nForeword\n\nAll is well here.",
            [
                ("heading", "", "Contents"),
                ("row", "", "Foreword i"),
                ("row", "", "Summary 12"),
                ("heading", "", "Foreword"),
                ("paragraph", "", "All is well here."),
            ],
            id="a list of contents",
        ),
    ],
)
def test_blocks_are_what_they_look_like(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(text) == expected


def test_form_feeds_number_pages_and_their_running_heads_go() -> None:
    pages = [
        f"Wessex Police\n\nIn case {n * n} the force did well.\n\nPage {n}" for n in range(1, 6)
    ]
    reading = read_text("\x0c".join(pages), "pasted")
    assert reading.pages == 5
    assert [block.page for block in reading.blocks] == [1, 2, 3, 4, 5]
    assert "Page" not in " ".join(block.text for block in reading.blocks)
    assert "Wessex" not in " ".join(block.text for block in reading.blocks)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes("The force’s café cost £5 – too much.".encode(encoding))
    reading = read(path)
    assert [block.text for block in reading.blocks] == ["The force’s café cost £5 – too much."]
    assert bool(reading.remarks) == (encoding == "cp1252")


@example("0\xa00\t0")
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_no_text_makes_it_stumble_and_no_block_holds_a_line_end(text: str) -> None:
    for block in read_text(text, "pasted").blocks:
        assert block.text == " ".join(block.text.split())
        assert "\x1b" not in block.text


PIECES = (
    "alpha",
    "Beta",
    "gamma.",
    "Delta,",
    "of",
    "the",
    "•",
    "-",
    "1.",
    "b)",
    "(x)",
    "\n",
    "\n\n",
)


@given(st.lists(st.sampled_from(PIECES)))
def test_no_word_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    reading = read_text(text, "pasted")
    kept = " ".join(f"{block.label} {block.text}" for block in reading.blocks)
    assert sorted(kept.split()) == sorted(text.split())


def _document(number: str) -> Path:
    found = sorted(DOCUMENTS.glob(f"{number}_*.txt"))
    if not found:
        pytest.skip("the five real documents are not beside this checkout")
    return found[0]


@pytest.mark.parametrize(
    ("number", "label", "start", "end"),
    [
        ("000", "•", "We recommend that the Home Office jointly", "cumulative trauma."),
        ("000", "•", "We recommend that chief constables of those forces", "learning event."),
        ("001", "1.", "We are concerned about", "may be at risk."),
        ("001", "3.", "The Constabulary still keeps", "shouldn’t."),
        ("002", "2.1", "The Board is recommended to note", "this report."),
        ("003", "-", "We recommend that, within six months, Cambridgeshire Constabulary acts",
         "demeanour)."),
        ("003", "", "We found specialist child protection staff", "are inexperienced."),
        ("004", "2.", "Recommendation 2: We recommend that, within six months,", "up to date."),
        ("004", "5.", "Recommendation 5: Within six months", "wishes and demeanour."),
        ("004", "10.", "Recommendation 10: We recommend", "appropriately safeguarded."),
        ("004", "•", "Improvement to quality assurance", "local accommodation"),
    ],
)  # fmt: skip
def test_the_real_documents_have_whole_sentences(
    number: str, label: str, start: str, end: str
) -> None:
    blocks = read(_document(number)).blocks
    found = [b for b in blocks if b.text.startswith(start) and b.label == label]
    assert found
    assert found[0].text.endswith(end)


def test_headings_of_the_real_report(tmp_path: Path) -> None:
    headings = [b for b in read(_document("003")).blocks if b.kind is BlockKind.HEADING]
    chapters = [b.text for b in headings if b.label]
    assert [b.label for b in headings if b.label] == [f"{n}." for n in range(1, 12)]
    assert chapters[4] == "Initial contact"
    assert sum(b.text in ("Recommendation", "Recommendations") for b in headings) == 6


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b" \n")
    with pytest.raises(UnreadableFile, match=r"empty\.txt is empty; .* unchanged"):
        read(path)

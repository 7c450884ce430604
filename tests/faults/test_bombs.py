"""S8 and S9: files that swell, loop or look outside end in a sentence, in little time and room."""

import resource
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest
from documents import make_hostile
from documents.make_hostile import cell, pdf, xlsx
from small_tracker import make

ROOT = Path(__file__).parents[2]
SECONDS, MEBIBYTES = 30.0, 512
TRACEBACK = "Traceback (most recent call last)"
ZIPPED = (
    *("one part of 60 MB", "a part that lies about its size", "six thousand parts"),
    *("a million empty paragraphs", "billion laughs", "laughs in UTF-16", "a part from outside"),
    *("laughs in a sheet", "a part above the folder", "macros", "a locked archive"),
)
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CATALOGUE, ONE_PAGE = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


class Ended(NamedTuple):
    """How the program ended with one file: code, words, seconds."""

    code: int
    said: str
    seconds: float


def imported(tracker: Path, file: Path, *more: str) -> Ended:
    """Import a file by command, as a person or a script would."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--file", str(tracker), "import", str(file), *more],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return Ended(done.returncode, done.stdout + done.stderr, time.monotonic() - began)


def stream(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    head = b"<</Length %d/Filter%b>>\nstream\n" % (len(content), filters)
    return head + content + b"\nendstream"


def zeroes(megabytes: int) -> bytes:
    """So many zeroes, packed bit by bit: this process's own memory would be counted as well."""
    packer = zlib.compressobj(9)
    parts = [packer.compress(bytes(1_000_000)) for _ in range(megabytes)]
    return b"".join(parts) + packer.flush()


def nested(levels: int) -> Iterator[bytes]:
    """A tree of pages in which each holds only the next."""
    yield CATALOGUE
    for level in range(levels):
        yield b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (level + 3)
    yield PAGE + b">>"


def pdfs() -> dict[str, bytes]:
    """Ten that swell or loop."""
    packed = zlib.compress(b" " * 60_000_000, 9)
    twice = zlib.compress(zeroes(500), 9)
    made = {case: content for case, (_, content, _) in make_hostile.refused().items()}
    said = b"The force should act at once on what this page says, again and again."
    words = zlib.compress(b"BT /F1 12 Tf (%b) Tj ET /X Do" % said, 9)
    whole = pdf(CATALOGUE, ONE_PAGE, PAGE + b"/Contents 4 0 R>>", stream(words), FONT)
    return {
        "a page that unpacks to 120 MB": made["a PDF page that unpacks to 120 MB"],
        "pages that contain themselves": made["PDF pages that contain themselves"],
        "a hundred thousand brackets": made["PDF objects in a hundred thousand brackets"],
        "500 MB packed twice": pdf(
            CATALOGUE, ONE_PAGE, PAGE + b"/Contents 4 0 R>>",
            stream(twice, b"[/FlateDecode/FlateDecode]"), FONT,
        ),
        "60 MB shown fifty times": pdf(
            CATALOGUE, ONE_PAGE, PAGE + b"/Contents[" + b"4 0 R " * 50 + b"]>>", stream(packed),
            FONT,
        ),
        "a drawing that draws itself": pdf(
            CATALOGUE, ONE_PAGE,
            PAGE[:-2] + b"/XObject<</X 4 0 R>>>>/Contents 4 0 R>>",
            stream(words).replace(
                b"<<", b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject"
                b"<</X 4 0 R>>/Font<</F1 5 0 R>>>>", 1), FONT,
        ),
        "fifty thousand pages": pdf(
            CATALOGUE, b"<</Type/Pages/Kids[" + b"3 0 R " * 50_000 + b"]/Count 50000>>",
            PAGE + b"/Contents 4 0 R>>", stream(words), FONT,
        ),
        "a tree of pages 5,000 deep": pdf(*nested(5_000)),
        "a table of contents that leads back to itself": whole.replace(
            b"/Root 1 0 R", b"/Prev %d/Root 1 0 R" % whole.index(b"xref\n")
        ),
        "a stream that is its own length": pdf(
            CATALOGUE, ONE_PAGE, PAGE + b"/Contents 4 0 R>>",
            stream(words).replace(b"/Length %d" % len(words), b"/Length 4 0 R"), FONT,
        ),
    }  # fmt: skip


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    made = make(tmp_path / "small.matters").tracker
    made.close()
    return made.path


def most_memory() -> float:
    """What the largest process used that this one has waited for, in MiB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def test_s8_zipped_files_that_swell_or_look_outside(tmp_path: Path, tracker: Path, figure) -> None:
    refused, before = make_hostile.refused(), sha256(tracker.read_bytes()).hexdigest()
    ended = {}
    for case in ZIPPED:
        name, content, words = refused[case]
        ended[case] = imported(tracker, make_hostile.write(tmp_path, name, content), "--yes")
        assert (ended[case].code, words in ended[case].said) == (2, True), (case, ended[case])
    far = xlsx(
        f'<row r="1">{cell("A1", "Ref")}{cell("B1", "Recommendation")}</row>'
        f'<row r="1048576">{cell("XFD1048576", "far")}</row>'
    )
    path = make_hostile.write(tmp_path, "far.xlsx", far)
    ended["far"] = imported(tracker, path, "--dry-run")
    longest = max(one.seconds for one in ended.values())
    figure(
        "S8",
        "11 files: refused or capped, ≤ 30 s, ≤ 512 MiB, tracker unchanged",
        f"{len(ZIPPED)} refused in a sentence, a cell at the far corner capped; "
        f"longest {longest:.1f} s, {most_memory():.0f} MiB",
    )
    assert [case for case, one in ended.items() if TRACEBACK in one.said] == []
    assert longest < SECONDS
    assert most_memory() < MEBIBYTES
    assert sha256(tracker.read_bytes()).hexdigest() == before


def test_s9_pdfs_that_swell_or_loop(tmp_path: Path, tracker: Path, figure) -> None:
    before, ended = sha256(tracker.read_bytes()).hexdigest(), {}
    for number, (case, content) in enumerate(pdfs().items()):
        path = make_hostile.write(tmp_path, f"{number}.pdf", content)
        ended[case] = imported(tracker, path, "--dry-run")
    refused = [case for case, one in ended.items() if one.code == 2]
    longest = max(one.seconds for one in ended.values())
    figure(
        "S9",
        "10 files: refused or capped, ≤ 30 s, ≤ 512 MiB, tracker unchanged",
        f"{len(refused)} of {len(ended)} refused in a sentence, the others read as far as they "
        f"go; longest {longest:.1f} s, {most_memory():.0f} MiB",
    )
    assert {case: one.code for case, one in ended.items() if one.code not in (0, 2)} == {}
    assert [case for case, one in ended.items() if TRACEBACK in one.said] == []
    assert longest < SECONDS
    assert most_memory() < MEBIBYTES
    assert sha256(tracker.read_bytes()).hexdigest() == before


def test_s9_a_scan_is_named_as_one(tmp_path: Path, tracker: Path, figure) -> None:
    scan = pdf(CATALOGUE, ONE_PAGE, PAGE + b">>", b"null", FONT)
    ended = imported(tracker, make_hostile.write(tmp_path, "scan.pdf", scan), "--dry-run")
    figure("S9", "a scan is reported as a scan", "named" if "scan" in ended.said else "NOT named")
    assert "scan" in ended.said.replace("scan.pdf", "")

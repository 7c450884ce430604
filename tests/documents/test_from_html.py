"""Web pages: the report and not the site around it."""

from pathlib import Path

import pytest

from seed.documents import read
from seed.documents.blocks import BlockKind
from seed.documents.refusals import UnreadableFile

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Wessex - a site</title><style>p { color: red }</style>
<script>document.write("<p>We recommend a script</p>");</script></head>
<body class="nav-open">
<div id="cookie-banner"><p>We use cookies to make this site simpler.</p></div>
<header class="site-header"><a href="#x">Skip to content</a><nav><ul><li>Home</ul></nav></header>
<div class="wrap"><p>You are here</p></div>
<main id="main">
<nav class="toc"><ol><li>Contents entry</li></ol></nav>
<h1>Wessex Police: a thematic inspection</h1>
<p>We looked at <a href="/x">how the force
   records</a> crime &amp; disorder<sup>2</sup>.
<h2>Recommendations</h2>
<ol start="4"><li>By 1 June 2025, the force should count:
  <ul><li>each call; and</li><li>each visit.</li></ul></li>
<li><p>Chief constables should read this.</p></li></ol>
<table><thead><tr><th>Area</th><th>Grade</th></tr></thead>
<tr><td>Investigating</td><td><p>Good</p></td></tr></table>
<table><tr><td>A box with one cell is a paragraph.</td></tr></table>
<p>First line<br>second line</p>
<div aria-hidden="true">decoration</div><p hidden>draft</p>
<aside><p>Related content</p></aside>
</main>
<footer><p>© Crown copyright</p></footer></body></html>"""


def blocks(tmp_path: Path, text: str, encoding: str = "utf-8") -> list[tuple[str, str, int, str]]:
    path = tmp_path / "page.html"
    path.write_bytes(text.encode(encoding))
    return [(b.kind.value, b.label, b.level, b.text) for b in read(path).blocks]


def test_only_the_report_is_read(tmp_path: Path) -> None:
    assert blocks(tmp_path, PAGE) == [
        ("heading", "", 1, "Wessex Police: a thematic inspection"),
        ("paragraph", "", 0, "We looked at how the force records crime & disorder."),
        ("heading", "", 2, "Recommendations"),
        ("item", "4.", 1, "By 1 June 2025, the force should count:"),
        ("item", "•", 2, "each call; and"),
        ("item", "•", 2, "each visit."),
        ("item", "5.", 1, "Chief constables should read this."),
        ("row", "", 0, "Area Grade"),
        ("row", "", 0, "Investigating Good"),
        ("paragraph", "", 0, "A box with one cell is a paragraph."),
        ("paragraph", "", 0, "First line second line"),
    ]


def test_a_page_without_a_main_part_is_read_less_its_furniture(tmp_path: Path) -> None:
    page = "<html><body><nav>Home</nav><p>The force should act.</p><footer>Crown</footer></body>"
    assert blocks(tmp_path, page) == [("paragraph", "", 0, "The force should act.")]


def test_an_empty_main_part_does_not_hide_the_text(tmp_path: Path) -> None:
    page = "<html><body><main></main><p>The force should act.</p></body></html>"
    assert blocks(tmp_path, page) == [("paragraph", "", 0, "The force should act.")]


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    heading = next(b for b in read(path).blocks if b.kind is BlockKind.HEADING)
    assert PAGE.split("\n")[heading.line - 1].startswith("<h1>")


@pytest.mark.parametrize(
    ("charset", "encoding"), [("windows-1252", "cp1252"), ("nonsense", "utf-8")]
)
def test_the_named_character_set_is_believed_where_it_fits(
    tmp_path: Path, charset: str, encoding: str
) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>Café – £5</p></body></html>'
    assert blocks(tmp_path, page, encoding) == [("paragraph", "", 0, "Café – £5")]


def test_a_page_of_scripts_alone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "app.html"
    path.write_text("<html><body><script>render()</script></body></html>")
    with pytest.raises(UnreadableFile, match=r"app\.html has no text of its own"):
        read(path)

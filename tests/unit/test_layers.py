"""The rules of the house, read from the code itself and from what it imports when it runs."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAYERS = ("store", "seed", "tui")
FILES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))
Finder = Callable[[ast.AST], bool]

NETWORK = frozenset(
    (
        *("aiohttp", "ftplib", "http", "httpx", "imaplib", "requests", "smtplib", "socket"),
        *("socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "websockets"),
        "xmlrpc",
    )
)
# Where a write may be put in words: the door itself, and what it works through.
_DOOR = (
    "unit",
    "indexes",
    "history",
    "standing",
    "schema",
    "triggers",
    "tracker",
    "migrations",
    "merging/writing",
)
_UNRECORDED = ("drafts", "originals", "places", "checking")
WRITERS = frozenset(f"store/{name}.py" for name in (*_DOOR, *_UNRECORDED))
# The one clock of the command line, and the one that stamps a draft while somebody types.
CLOCKS = frozenset({"tui/__main__.py", "tui/dialogs/drafts.py"})
DOCUMENT_LIBRARIES = ("pypdf", "openpyxl", "rapidfuzz", "docx")
WRITE = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER)\s", re.ASCII)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def places(finder: Finder, text: str, name: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if finder(node):
            yield f"{name}:{getattr(node, 'lineno', 0)}"


def broken(finder: Finder, allowed: frozenset[str] = frozenset()) -> list[str]:
    """Every place in the code, outside those allowed, that the finder finds."""
    return [
        place
        for path in FILES
        if named(path) not in allowed
        for place in places(finder, path.read_text(encoding="utf-8"), named(path))
    ]


def _ends_in(node: ast.AST, name: str) -> bool:
    return (isinstance(node, ast.Attribute) and node.attr == name) or (
        isinstance(node, ast.Name) and node.id == name
    )


def raw_execute(node: ast.AST) -> bool:
    """`….conn.execute(…)`: a write by it joins no unit and is lost at closing."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("execute", "executemany")
        and _ends_in(node.func.value, "conn")
    )


def script(node: ast.AST) -> bool:
    """`executescript`: commits what is open behind everybody's back."""
    return isinstance(node, ast.Attribute) and node.attr == "executescript"


def with_connection(node: ast.AST) -> bool:
    """`with db:` or `with db.conn:`: protects nothing here."""
    return isinstance(node, ast.With) and any(
        _ends_in(item.context_expr, name) for item in node.items for name in ("conn", "db")
    )


def write_in_words(node: ast.AST) -> bool:
    """A statement that writes, as a text or the beginning of one."""
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and WRITE.match(node.value) is not None
    )


def own_connection(node: ast.AST) -> bool:
    """`sqlite3.connect`: a file is opened in one place, with care."""
    return (
        isinstance(node, ast.Attribute)
        and node.attr == "connect"
        and _ends_in(node.value, "sqlite3")
    )


def clock(node: ast.AST) -> bool:
    """`date.today`, `datetime.now` and their like."""
    return (
        isinstance(node, ast.Attribute)
        and (node.attr in ("today", "utcnow") or (node.attr == "now" and _is_datetime(node.value)))
        and _is_datetime(node.value)
    ) or (isinstance(node, ast.Attribute) and node.attr == "time" and _ends_in(node.value, "time"))


def _is_datetime(node: ast.AST) -> bool:
    return any(_ends_in(node, name) for name in ("datetime", "date"))


def catch_all(node: ast.AST) -> bool:
    """`except:`, `except Exception`, and `except BaseException` that does not raise again."""
    if not isinstance(node, ast.ExceptHandler):
        return False
    if node.type is None:
        return True
    caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    if any(_ends_in(kind, "Exception") for kind in caught):
        return True
    raises = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
    return any(_ends_in(kind, "BaseException") for kind in caught) and not raises


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module


def network(node: ast.AST) -> bool:
    """An import of anything that speaks to a network."""
    return any(name.split(".")[0] in NETWORK for name in _imported(node))


def runs_text(node: ast.AST) -> bool:
    """`eval`, `exec`, `os.system`, `shell=True`, `pickle`: text that becomes a program."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in ("eval", "exec", "__import__")
    if isinstance(node, ast.keyword):
        return node.arg == "shell"
    return (isinstance(node, ast.Attribute) and node.attr == "system") or any(
        name.split(".")[0] in ("pickle", "marshal", "shelve") for name in _imported(node)
    )


def asserts(node: ast.AST) -> bool:
    """`assert`: gone when Python is asked to optimise."""
    return isinstance(node, ast.Assert)


RULES: dict[str, tuple[Finder, frozenset[str], str]] = {
    "no raw execute": (raw_execute, frozenset(), "x.db.conn.execute('SELECT 1')"),
    "no script": (script, frozenset(), "db.executescript('')"),
    "no with connection": (with_connection, frozenset(), "with change.db.conn:\n    pass"),
    "writes only at the door": (write_in_words, WRITERS, "db.execute(f'DELETE FROM {table}')"),
    "one way to open a file": (
        own_connection,
        frozenset({"store/connection.py", "store/upgrading.py", "store/checking.py"}),
        "sqlite3.connect('a')",
    ),
    "no clock but the outermost": (clock, CLOCKS, "datetime.now(UTC)"),
    "nothing caught wholesale": (
        catch_all,
        frozenset(),
        "try:\n    f()\nexcept Exception:\n    g()",
    ),
    "no network": (network, frozenset(), "from urllib.request import urlopen"),
    "no text run as a program": (runs_text, frozenset(), "subprocess.run('x', shell=True)"),
    "no assert": (asserts, frozenset(), "assert db"),
}


class TestRules:
    @pytest.mark.parametrize("rule", RULES)
    def test_hold_everywhere(self, rule: str) -> None:
        finder, allowed, _ = RULES[rule]
        assert broken(finder, allowed) == []

    @pytest.mark.parametrize("rule", RULES)
    def test_would_notice(self, rule: str) -> None:
        finder, _, offence = RULES[rule]
        assert list(places(finder, offence, "offence"))

    @pytest.mark.parametrize(
        ("finder", "text"),
        [
            (clock, "date.today()"),
            (clock, "datetime.datetime.utcnow()"),
            (clock, "time.time()"),
            (with_connection, "with db:\n    pass"),
            (raw_execute, "db.conn.executemany('', [])"),
            (catch_all, "try:\n    f()\nexcept:\n    raise"),
            (catch_all, "try:\n    f()\nexcept (ValueError, Exception):\n    pass"),
            (catch_all, "try:\n    f()\nexcept BaseException:\n    pass"),
            (network, "import http.client"),
            (runs_text, "eval('1')"),
        ],
    )
    def test_would_notice_other_forms(self, finder: Finder, text: str) -> None:
        assert list(places(finder, text, "offence"))

    @pytest.mark.parametrize(
        ("finder", "text"),
        [
            (clock, "author.now()"),
            (clock, "desk.today"),
            (catch_all, "try:\n    f()\nexcept BaseException:\n    g()\n    raise"),
            (with_connection, "with unit(db, 'A', author) as change:\n    pass"),
            (write_in_words, "'Update and action plan'"),
        ],
    )
    def test_let_the_rest_be(self, finder: Finder, text: str) -> None:
        assert not list(places(finder, text, "no offence"))


class TestLayers:
    @pytest.mark.parametrize(
        ("layer", "never"),
        [("store", {"seed", "tui", "textual", "rich"}), ("seed", {"tui", "textual", "rich"})],
    )
    def test_import_one_way_only(self, layer: str, never: set[str]) -> None:
        found = [
            f"{named(path)}: {name}"
            for path in FILES
            if named(path).startswith(f"{layer}/")
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            for name in _imported(node)
            if name.split(".")[0] in never
        ]
        assert found == []

    def test_were_all_read(self) -> None:
        assert {named(path).split("/")[0] for path in FILES} == set(LAYERS)
        assert len(FILES) > 100


IMPORT_ALL = """
import importlib, pkgutil, sys
for layer in sys.argv[1:]:
    package = importlib.import_module(layer)
    for module in pkgutil.walk_packages(package.__path__, layer + "."):
        importlib.import_module(module.name)
print(" ".join(sorted(sys.modules)))
"""
READ_A_FILE = """
import sys
from datetime import date
from pathlib import Path
from store import filters, inspections, notes, summary
from store.filters import Filter, Order
from store.tracker import open_tracker

tracker = open_tracker(Path(sys.argv[1]))
today = date(2022, 6, 1)
filters.recommendations(tracker.db, Filter(open_only=True), Order.NEAREST, today)
inspections.counted(tracker.db, today)
summary.outlook(tracker.db, today)
print(" ".join(sorted(sys.modules)))
"""
WITHOUT_NETWORK = """
import sys
from datetime import UTC, datetime
from pathlib import Path

heard = []
def listen(event, arguments):
    if event.split(".")[0] in ("socket", "urllib", "http", "webbrowser", "ftplib", "smtplib"):
        heard.append(event)
sys.addaudithook(listen)

import seed.example
from store import checking, history
from store.unit import Author

author = Author("Ann Example", lambda: datetime.now(UTC))
tracker = seed.example.write(Path(sys.argv[1]), author)
history.undo(tracker.db, author)
checking.check(tracker.db)
tracker.close()
print(heard)
"""


def run(code: str, *arguments: str) -> str:
    child = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert child.stderr == ""
    return child.stdout


def packages(modules: str) -> set[str]:
    return {name.split(".")[0] for name in modules.split()}


class TestWhatIsLoaded:
    @pytest.mark.parametrize("layers", [("store",), ("store", "seed")], ids="+".join)
    def test_by_all_of_it_has_no_screen_and_no_document_library(
        self, layers: tuple[str, ...]
    ) -> None:
        loaded = packages(run(IMPORT_ALL, *layers))
        assert set(layers) <= loaded
        assert not loaded & {"textual", "rich", "tui", *DOCUMENT_LIBRARIES}

    def test_by_reading_a_file_is_little(self, written_example: Path) -> None:
        loaded = packages(run(READ_A_FILE, str(written_example)))
        assert "sqlite3" in loaded
        assert not loaded & {"sqlite_utils", "click", "textual", "rich", "seed", "tui"}

    def test_nothing_speaks_to_a_network(self, tmp_path: Path) -> None:
        assert run(WITHOUT_NETWORK, str(tmp_path / "example.matters")) == "[]\n"

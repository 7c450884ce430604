"""Figures that tests reach: asked for, written down, and laid beside what was asked.

Each proof calls `figure` before it asserts, so that a figure that falls short is seen as well.
"""

import inspect
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Figure = Callable[[str, str, str], None]
Points = Callable[[int, int], int]

_CLAIM = re.compile(r'\bfigure\(\s*"([A-Z]\d+)"')
_FAULTS = Path(__file__).parent / "faults"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options for the whole of the fault tests and for the table made of them."""
    group = parser.getgroup("faults")
    group.addoption("--full", action="store_true", help="long tests too, at every point asked for")
    group.addoption("--figures", metavar="PATH", help="run what reaches figures; write them here")


def in_full(config: pytest.Config) -> bool:
    """Whether somebody asked for the long tests."""
    return bool(config.option.full) or "long" in config.option.markexpr


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Figure:
    """Write down a figure: figure("R13", "read-only offered in < 1 s", "0.21 s")."""

    def reach(test: str, asked: str, reached: str) -> None:
        request.node.user_properties.append(("figure", [test, asked, reached]))

    return reach


@pytest.fixture
def points(request: pytest.FixtureRequest) -> Points:
    """How many points to try: points(full, short) is the short number in an ordinary run."""

    def how_many(full: int, short: int) -> int:
        return full if in_full(request.config) else short

    return how_many


def claims(item: pytest.Item) -> list[str]:
    """The tests of the list that an item reaches figures for, as its source says."""
    function = getattr(item, "function", None)
    if "figure" not in getattr(item, "fixturenames", ()) or function is None:
        return []
    return sorted(set(_CLAIM.findall(inspect.getsource(function))))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Say of each item what it claims, and leave out what nobody asked for.

    The long tests run by their mark or in full; the table takes only what belongs into it.
    """
    for item in items:
        item.user_properties.extend(("claim", test) for test in claims(item))
    wanted = [item for item in items if _wanted(config, item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in wanted])
    items[:] = wanted


def _wanted(config: pytest.Config, item: pytest.Item) -> bool:
    if item.get_closest_marker("long") and not in_full(config):
        return False
    return not config.option.figures or _belongs(item)


def _belongs(item: pytest.Item) -> bool:
    return item.path.is_relative_to(_FAULTS) or bool(claims(item))


class Collector:
    """What every test ended with, written to a file at the end of the session."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.ended: dict[str, dict[str, object]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the outcome of a test: that of its call, or of what failed around it."""
        if report.when != "call" and report.outcome == "passed":
            return
        before = self.ended.get(report.nodeid)
        if before is None or report.outcome == "failed":
            self.ended[report.nodeid] = dict(_outcome(report))

    def pytest_sessionfinish(self) -> None:
        """Write what was collected."""
        self.path.write_text(json.dumps(list(self.ended.values()), indent=1), encoding="utf-8")


def _outcome(report: pytest.TestReport) -> Iterator[tuple[str, object]]:
    yield "test", report.nodeid
    yield "outcome", report.outcome
    yield "seconds", report.duration
    yield "claims", [value for name, value in report.user_properties if name == "claim"]
    yield "figures", [value for name, value in report.user_properties if name == "figure"]
    skipped = report.outcome == "skipped" and isinstance(report.longrepr, tuple)
    yield "reason", str(report.longrepr[2]) if skipped else ""


def pytest_configure(config: pytest.Config) -> None:
    """Collect in the process that is told of every test, not in each worker."""
    config.addinivalue_line("markers", "alone: tells how long a person waits; nothing beside it")
    if config.option.figures and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Collector(Path(config.option.figures)))

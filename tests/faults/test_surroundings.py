"""S13, S14, S15: nothing that lies about is run, and nobody is called.

Not the network, not a plugin of another program, not a module beside the file, not a variable.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pty_session import Terminal
from small_tracker import make

ROOT = Path(__file__).parents[2]
CANARY = "import os, pathlib; pathlib.Path(os.environ['CANARY']).touch()\n"
# Names that the program, its readers and its libraries import.
NAMES = (
    *("docx", "sqlite3", "json", "re", "pypdf", "openpyxl", "rapidfuzz", "sqlite_utils"),
    *("dateutil", "textual", "rich", "store", "seed", "tui", "sitecustomize", "usercustomize"),
)
TEXT = "Recommendation 1\nWithin six months the force should check every cell.\n"
MATTERS = Path(sys.executable).with_name("matters")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a tracker, a report, and modules with common names that leave a trace."""
    folder = tmp_path / "work"
    folder.mkdir()
    make(folder / "small.matters").tracker.close()
    (folder / "report.txt").write_text(TEXT, encoding="utf-8")
    (folder / "log.csv").write_text("No,Recommendation\n1,Check every cell\n", encoding="utf-8")
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment in which a trace would be left in the file CANARY names.

    The tree these tests lie in comes before what may be installed, so that it is what is tried.
    """
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    home = {"HOME": str(tmp_path / "home"), "TERM": "xterm-256color"}
    return {**kept, **home, "CANARY": str(tmp_path / "canary"), "PYTHONPATH": str(ROOT)}


def matters(folder: Path, environment: dict[str, str], *arguments: str) -> int:
    """Run the installed program in a folder; its exit code."""
    if not MATTERS.exists():
        pytest.skip("the program is not installed beside this Python")
    done = subprocess.run(
        [str(MATTERS), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.returncode


SESSION = (
    ("list", "--json"),
    ("note", "R1", "Words."),
    ("import", "report.txt", "--dry-run"),
    ("import", "log.csv", "--dry-run"),
    ("check",),
    ("undo",),
)


def a_session(folder: Path, environment: dict[str, str]) -> list[int]:
    return [matters(folder, environment, *command) for command in SESSION]


def test_s14_a_hostile_plugin_is_not_loaded(figure, folder, environment, tmp_path):
    plugins = tmp_path / "plugins"
    told = plugins / "hostile-1.0.dist-info"
    told.mkdir(parents=True)
    (plugins / "hostile.py").write_text(CANARY, encoding="utf-8")
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: hostile\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text("[sqlite_utils]\nhostile = hostile\n")
    with_plugin = {**environment, "PYTHONPATH": os.pathsep.join((str(plugins), str(ROOT)))}
    codes = a_session(folder, with_plugin)
    loaded = Path(environment["CANARY"]).exists()
    bites = "import sqlite_utils; sqlite_utils.Database(memory=True)"
    subprocess.run([sys.executable, "-c", bites], env=with_plugin, check=True)
    figure(
        "S14",
        "a hostile sqlite-utils entry point is not loaded",
        f"{'LOADED' if loaded else 'not loaded'} in {len(codes)} commands that write and read",
    )
    assert not loaded
    assert Path(environment["CANARY"]).exists(), "the plugin would not have been seen"


def test_s15_modules_beside_the_file_are_not_imported(figure, folder, environment):
    for name in NAMES:
        (folder / f"{name}.py").write_text(CANARY, encoding="utf-8")
    codes = a_session(folder, environment)
    imported = Path(environment["CANARY"]).exists()
    figure(
        "S15",
        "modules in the current folder are not imported",
        f"{'IMPORTED' if imported else '0 imported'} of {len(NAMES)} in {len(codes)} commands",
    )
    assert codes == a_session_elsewhere(folder, environment)
    assert not imported


def a_session_elsewhere(folder: Path, environment: dict[str, str]) -> list[int]:
    """The same session where no modules lie about."""
    elsewhere = folder.with_name("elsewhere")
    elsewhere.mkdir()
    for name in ("report.txt", "log.csv"):
        shutil.copy(folder / name, elsewhere)
    make(elsewhere / "small.matters").tracker.close()
    return a_session(elsewhere, environment)


VARIABLES = {
    "TEXTUAL_DRIVER": "hostile:Driver",
    "TEXTUAL_LOG": "{folder}/textual.log",
    "TEXTUAL_SCREENSHOT": "0",
    "TEXTUAL_SCREENSHOT_LOCATION": "{folder}",
    "TEXTUAL_SCREENSHOT_FILENAME": "seen.svg",
    "TEXTUAL_PRESS": "n,x,ctrl+s",
    "TEXTUAL_DEBUG": "1",
    "TEXTUAL": "debug,devtools",
    "PYTHONINSPECT": "",
    "PYTHONBREAKPOINT": "hostile.trace",
    "PYTHONWARNINGS": "error",
}


def test_s15_variables_do_no_harm(figure, folder, environment, tmp_path):
    hostile = tmp_path / "hostile"
    hostile.mkdir()
    (hostile / "hostile.py").write_text(CANARY, encoding="utf-8")
    given = {name: value.format(folder=hostile) for name, value in VARIABLES.items()}
    home = tmp_path / "home"
    with Terminal(
        "--file", str(folder / "small.matters"), "--today", "2022-06-01", home=home,
        environment={**environment, **given, "PYTHONPATH": str(hostile)},
    ) as terminal:  # fmt: skip
        terminal.sees("Recommendations")
        terminal.send("q")
        terminal.exit_code()
    left = sorted(path.name for path in hostile.iterdir() if path.suffix != ".pyc")
    left = [name for name in left if name not in ("hostile.py", "__pycache__")]
    ran = Path(environment["CANARY"]).exists()
    figure(
        "S15",
        "PYTHON* and TEXTUAL_* variables do no harm",
        f"{len(VARIABLES)} variables: {'code RUN' if ran else 'no code run'}, "
        f"{len(left)} files written",
    )
    assert not ran
    assert left == []

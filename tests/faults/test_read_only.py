"""R6: a file or folder that may not be written is shown as such, and every key says why."""

import ctypes
import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from read_only_session import WRITING
from small_tracker import make

ROOT = Path(__file__).parents[2]
# Numbers of the Linux system interface: prctl(2) and capabilities(7).
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2
SESSION = Path(__file__).with_name("read_only_session.py")


def give_up_root() -> None:
    """Keep the name of root without its right to write where the mode of a file forbids it."""
    system = ctypes.CDLL(None, use_errno=True)
    for right in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        system.prctl(PR_CAPBSET_DROP, right, 0, 0, 0)


def at_a_session(path: Path) -> dict[str, str]:
    """What a session printed of somebody who is stopped by the mode of a file."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only on Linux can these rights be given up")
    done = subprocess.run(
        [sys.executable, "-P", str(SESSION), str(path)],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests"))),
            "MATTERS_CONFIG": str(path.parents[1] / "settings"),
        },
        preexec_fn=give_up_root if os.geteuid() == 0 else None,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small tracker in a folder of its own."""
    path = tmp_path / "kept" / "small.matters"
    path.parent.mkdir()
    make(path).tracker.close()
    return path


@pytest.mark.parametrize(
    ("file", "folder", "why"),
    [
        (0o444, 0o777, "the file is write-protected"),
        (0o666, 0o555, "its folder is write-protected"),
    ],
    ids=["file", "folder"],
)
def test_r6_every_key_that_writes_says_why_it_does_not(figure, small, file, folder, why):
    small.chmod(file)
    small.parent.chmod(folder)
    before = sha256(small.read_bytes()).hexdigest(), sorted(small.parent.iterdir())
    said = at_a_session(small)
    screen, stepping = said.pop("screen"), said.pop("screen while stepping through")
    told = [command for command, words in said.items() if words.count(f"read only: {why}") == 1]
    silent = sorted(said.keys() - set(told))
    figure(
        "R6",
        f"{why}: READ ONLY badge, every editing key says why, 0 tracebacks",
        f"badge {'shown' if f'READ ONLY: {why}' in screen else 'MISSING'}, "
        f"{len(told)} of {len(said)} keys say why",
    )
    assert f"READ ONLY: {why}" in screen
    assert "1 of 2" in stepping
    assert silent == []
    assert not any("something opened" in words for words in said.values())
    assert len(said) >= len(WRITING)
    assert (sha256(small.read_bytes()).hexdigest(), sorted(small.parent.iterdir())) == before

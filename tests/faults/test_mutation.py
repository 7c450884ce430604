"""T4: nine in ten small changes of the core are noticed by its tests."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

MUTATE = Path(__file__).with_name("mutate.py")


@pytest.mark.long
def test_t4_changes_of_the_core_are_noticed(figure):
    done = subprocess.run(
        [sys.executable, str(MUTATE)], capture_output=True, text=True, check=False
    )
    found = re.findall(r"^\| (?:store|tui)/(\S+) \| .* \| (\d+%) \|$", done.stdout, re.MULTILINE)
    whole = re.search(r"^\| all \| (.*) \| (\d+%) \|$", done.stdout, re.MULTILINE)
    assert whole is not None, done.stdout + done.stderr
    figure(
        "T4",
        "deadlines, state rules, audit, cleaner: ≥ 90 % of mutations noticed",
        f"{whole[2]} ({whole[1]}): " + ", ".join(f"{name} {score}" for name, score in found),
    )
    assert done.returncode == 0

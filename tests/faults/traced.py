"""What a process asks of the system, as strace hears it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_HEX = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_NUMBER = re.compile(r"(?:^|[(, ])(-?\d+)(?=[,) ]|$)")


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the system: its name, the texts and numbers it was given, what it returned."""

    name: str
    texts: tuple[bytes, ...]
    numbers: tuple[int, ...]
    flags: str
    returned: int


def trace(calls: str, script: Path, *arguments: str, log: Path) -> list[Call]:
    """Run a Python script under strace and hear these calls, in order; skips without strace."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed, and it is what hears the system calls")
    command = [strace, "-f", "-xx", "-s", "2000000", "-o", str(log), "-e", f"trace={calls}"]
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "faults")))
    done = subprocess.run(
        [*command, sys.executable, "-P", str(script), *arguments],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if "Operation not permitted" in done.stderr:
        pytest.skip("this machine does not let strace look at a process")
    assert done.returncode == 0, done.stderr
    return list(_heard(log))


def _heard(log: Path) -> Iterator[Call]:
    with log.open(encoding="ascii") as lines:
        for line in lines:
            found = _CALL.match(line)
            if found is None:
                continue
            name, given, returned = found.groups()
            texts = tuple(_bytes(text) for text in _HEX.findall(given))
            rest = _HEX.sub('""', given)
            numbers = tuple(int(number) for number in _NUMBER.findall(rest))
            yield Call(name, texts, numbers, rest, int(returned))


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))

"""README says what there is: the keys, the commands, the statuses and the pictures."""

import re
import shlex
from pathlib import Path

import pytest
from readme_keys import table

from store.errors import BadInput
from store.vocabulary import STATUSES, Axis
from tui.command_line.grammar import parser

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def between(first: str, last: str) -> str:
    """The lines of README between two marks."""
    return README.split(first, 1)[1].split(last, 1)[0].strip()


def blocks() -> list[str]:
    """Every block of commands."""
    return re.findall(r"^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def command_lines() -> list[str]:
    """Every `matters …` that README shows, in a block or in a sentence."""
    spoken = re.findall(r"`matters ([^`]+)`", README)
    shown = re.findall(r"^matters (.+)$", "".join(blocks()), re.MULTILINE)
    return sorted({*spoken, *shown})


def test_the_table_of_keys_is_that_of_the_commands() -> None:
    assert between("<!-- keys -->", "<!-- end of keys -->") == table()


def test_readme_shows_the_command_line() -> None:
    assert len(command_lines()) > 10


@pytest.mark.parametrize("line", command_lines())
def test_every_command_line_in_readme_can_be_typed(line: str) -> None:
    words = shlex.split(line.replace("…", ""), comments=True)
    try:
        parser().parse_args(words)
    except BadInput as refusal:
        pytest.fail(f"matters {line}: {refusal}")


@pytest.mark.parametrize("axis", list(Axis))
def test_readme_names_every_status_in_order(axis: Axis) -> None:
    (row,) = re.findall(rf"^\| {axis} \|.*$", README, re.MULTILINE | re.IGNORECASE)
    assert row.split("|")[3].strip() == " · ".join(STATUSES[axis])


def test_the_test_command_stands_where_it_is_looked_for() -> None:
    assert re.search(r"<!-- test command -->\n```sh\n.*pytest.*\n```\n", README)


@pytest.mark.parametrize("picture", re.findall(r"!\[[^]]+\]\(([^)]+)\)", README))
def test_pictures_are_there(picture: str) -> None:
    drawn = (ROOT / picture).read_text(encoding="utf-8")
    assert drawn.startswith("<svg")
    assert "url(http" not in drawn

"""The command line that only opens the screen means the same with and without argparse."""

import pytest

from tui.command_line.commands import open_screen
from tui.command_line.grammar import parse
from tui.command_line.plain_opening import plain_opening


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--file", "force.matters"],
        ["--today", "1 June 2022"],
        ["--file", "a folder/force.matters", "--today", "2022-06-01"],
        ["--today", "2022-06-01", "--file", ""],
        ["--file", "one.matters", "--file", "two.matters"],
    ],
)
def test_it_is_read_as_argparse_reads_it(arguments: list[str]) -> None:
    plain, whole = plain_opening(arguments), parse(arguments)
    assert plain == (whole.file, whole.today)
    assert whole.perform is open_screen


@pytest.mark.parametrize(
    "arguments",
    [
        ["--file"],
        ["--file", "--today"],
        ["--file", "force.matters", "--synced"],
        ["--file=force.matters"],
        ["list", "--open"],
        ["--help"],
        ["--fil", "force.matters"],
    ],
)
def test_everything_else_is_left_to_argparse(arguments: list[str]) -> None:
    assert plain_opening(arguments) is None

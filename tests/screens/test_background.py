"""Long work: the screen goes on answering, says how far it is, and can stop it."""

from threading import Event

import pytest
from dialog_host import Host, settled, until

from store.errors import BadInput
from store.telling import Stopped, Tell, Told, untold
from tui.background import Outcome
from tui.dialogs.working import WorkingDialog


class Slow:
    """Work that takes one step each time it is let."""

    def __init__(self) -> None:
        self.may_end = Event()
        self.taken_back = Event()

    def __call__(self, tell: Tell) -> str:
        try:
            while True:
                tell(Told("Copying", 3, 10))
                if self.may_end.wait(0.01):
                    return "copied"
        except Stopped:
            self.taken_back.set()
            raise


async def test_says_how_far_it_is_while_keys_are_answered_and_gives_its_result() -> None:
    work = Slow()
    host = Host(WorkingDialog("Backup", work))
    async with host.run_test() as pilot:
        await until(pilot, lambda: "Copying, 30 %" in host.seen)
        await pilot.press("tab")
        await settled(pilot)
        assert host.answers == []
        work.may_end.set()
        await until(pilot, lambda: host.answers)
    assert host.answers == [Outcome("copied")]


async def test_esc_stops_it_and_it_takes_back_what_it_had_begun() -> None:
    work = Slow()
    host = Host(WorkingDialog("Backup", work))
    async with host.run_test() as pilot:
        await until(pilot, lambda: "Copying" in host.seen)
        await pilot.press("escape")
        await until(pilot, lambda: host.answers)
    assert host.answers[0].stopped
    assert host.answers[0].result is None
    assert work.taken_back.is_set()


async def test_leaving_the_program_stops_it_too() -> None:
    work = Slow()
    host = Host(WorkingDialog("Backup", work))
    async with host.run_test() as pilot:
        await until(pilot, lambda: "Copying" in host.seen)
    assert work.taken_back.wait(5)
    assert host.answers == []


async def test_what_cannot_be_done_comes_back_as_its_sentence() -> None:
    refusal = BadInput("The disk is full. Nothing was saved.")

    def refused(tell: Tell) -> str:
        raise refusal

    host = Host(WorkingDialog("Backup", refused))
    async with host.run_test() as pilot:
        await until(pilot, lambda: host.answers)
    assert host.answers == [Outcome(refused=refusal)]
    assert not host.answers[0].stopped


async def test_a_fault_in_the_work_is_a_fault_of_the_program() -> None:
    def faulty(tell: Tell) -> str:
        raise ZeroDivisionError

    host = Host(WorkingDialog("Backup", faulty))
    with pytest.raises(ZeroDivisionError):
        async with host.run_test() as pilot:
            await until(pilot, lambda: host.answers)


def test_how_far_work_is_in_words() -> None:
    assert str(Told("Reading report.pdf")) == "Reading report.pdf"
    assert str(Told("Checking", 1, 3)) == "Checking, 33 %"
    untold(Told("Nobody listens"))

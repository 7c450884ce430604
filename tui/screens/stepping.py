"""Beginning a round of stepping through: in which order, or on from where it stopped."""

from typing import TYPE_CHECKING

from store import filters, refs
from store.filters import Filter, Order
from store.models import Subject
from store.vocabulary import SubjectKind
from tui.screens import round as rounds
from tui.screens.round import Round

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

_RESUME = "resume"
_ORDERS = {
    Order.NEAREST: "what is late or due now comes first",
    Order.REPORT: "as the board takes them: inspection by inspection",
    Order.OWNER: "by who is accountable",
}


def begin(screen: "MainScreen") -> None:
    """Ask for the order and start, over what the list shows of what is open."""
    from tui.dialogs.choose import ChooseDialog, Option

    left = rounds.unfinished(screen.desk.db)
    options = [Option(order.value, order.value, hint) for order, hint in _ORDERS.items()]
    if left is not None:
        ref = refs.ref_of(screen.desk.db, Subject(SubjectKind.RECOMMENDATION, left[1]))
        options.insert(0, Option(_RESUME, f"Go on where you stopped: {ref}", left[0].value))

    def then(chosen: str | None) -> None:
        if chosen == _RESUME and left is not None:
            _start(screen, left[0], resume=True)
        elif chosen is not None:
            _start(screen, Order(chosen), resume=False)

    screen.app.push_screen(ChooseDialog("Step through the open items", options), then)


def _start(screen: "MainScreen", order: Order, *, resume: bool) -> None:
    from tui.screens.step import StepScreen

    desk = screen.desk
    keys = filters.recommendations(desk.db, _still_open(screen.selection), order, desk.today)
    if not keys:
        screen.notify("Nothing that is shown is open.", markup=False)
        return
    current = rounds.resumed(desk.db, order, keys) if resume else Round(order, keys)
    screen.app.push_screen(StepScreen(desk, current), lambda _: screen.reload())


def _still_open(shown: Filter) -> Filter:
    return shown._replace(open_only=True)

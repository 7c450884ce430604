"""The command palette: every command that holds where the user is, by its words and its key."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.commands import COMMANDS, Command, Place


class Commands(Provider):
    """The commands of the screen that is open, found by name."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._here():
            yield DiscoveryHit(
                _told(command), partial(self._run, command), text=_told(command), help=command.help
            )

    async def search(self, query: str) -> Hits:
        """Those whose words match what is typed."""
        matcher = self.matcher(query)
        for command in self._here():
            score = matcher.match(f"{command.words} {command.help}")
            if score > 0:
                yield Hit(
                    score,
                    _told(command),
                    partial(self._run, command),
                    text=_told(command),
                    help=command.help,
                )

    def _here(self) -> Iterator[Command]:
        places: frozenset[Place] = getattr(self.screen, "places", frozenset())
        yield from (command for command in COMMANDS if command.places & places)

    async def _run(self, command: Command) -> None:
        await self.screen.run_action(command.action)


def _told(command: Command) -> str:
    words = command.words.capitalize()
    return f"{words}  ({command.keys_shown})" if command.key else words

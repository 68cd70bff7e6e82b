"""People, Telegram and a gateway that stay while bots live and die between them."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.crash import audit
from tests.crash.audit import Books
from tests.crash.crowd import CANCELLED, COMMAND, FORBIDDEN, SEPIA, Crowd, Request
from tests.crash.life import KILLED, Launcher, Life
from tests.whole.town import environment, outside

__all__ = ["CANCELLED", "COMMAND", "COMPARED", "FORBIDDEN", "SEPIA", "Request", "World", "a_world"]
COMPARED = "/compare sepia"
_REST_SECONDS = 60


@dataclass
class World(Crowd):
    """One bot at a time, on SQLite."""

    launcher: Launcher
    folder: Path
    environ: Mapping[str, str]

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @asynccontextmanager
    async def life(self, point: str | None = None) -> AsyncIterator[Life]:
        """The bot lives; what it leaves behind is gone over."""
        async with self.launcher.life(self.environ, self.folder / "bot.log", point) as life:
            yield life
        if (code := await life.end()) not in {0, KILLED}:
            self.faults.append(f"a life ended with {code}; see bot.log")
        self.kills += code == KILLED
        self.note(self.books())

    async def finish(self) -> None:
        """One last life, until all has ended, and a stop."""
        polls = self._polls()
        async with self.life() as life:
            try:
                async with asyncio.timeout(_REST_SECONDS):
                    while not life.over and not (
                        self._polls() > polls and self.all_told() and audit.all_ended(self.data)
                    ):
                        self.press_cancel()
                        await asyncio.sleep(0.03)
            except TimeoutError:
                self.faults.append("the last life came to no rest")
            life.stop()
            if code := await life.end():
                self.faults.append(f"the last life ended with {code}")

    async def dies(self, point: str) -> None:
        """A life that ends by itself at one of POINTS."""
        async with self.life(point) as life, asyncio.timeout(60):
            while not life.over:
                self.press_cancel()
                self.press_compare()
                await asyncio.sleep(0.01)
        assert await life.end() == KILLED, f"{point}: exit {await life.end()}"

    def press_compare(self) -> None:
        """Whoever wants to compare presses the button that says what it costs."""
        for request in self.requests:
            for message in self.replies(request) if request.wish == COMPARED else ():
                button = message.buttons[-1]["text"] if message.buttons else ""
                if button.startswith("Compare") and message.message_id not in self._pressed:
                    self._pressed.add(message.message_id)
                    self.telegram.press(request.user, message, button)

    def books(self) -> Books:
        """How it stands, between two lives."""
        return audit.of_the_dead(self.data, self.folder / "copy")

    def _polls(self) -> int:
        """How often a bot asked for updates, or for their being posted."""
        return len([*self.telegram.calls_of("getUpdates"), *self.telegram.calls_of("setWebhook")])


@asynccontextmanager
async def a_world(
    folder: Path, starting: Launcher, on_unknown: str = "retry", **changes: str
) -> AsyncIterator[World]:
    async with outside(folder) as (telegram, gateway):
        environ = environment(telegram, gateway, folder) | {"DARKROOM_ON_UNKNOWN": on_unknown} | changes
        world = World(telegram, gateway, starting, folder, environ, on_unknown=on_unknown)
        gateway.on_call(world.count_call)
        yield world

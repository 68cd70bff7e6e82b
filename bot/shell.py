"""What all commands of the shell share: settings when asked for, and faults in plain words."""

import asyncio
import gc
import os
import time
import traceback
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import click

from bot.domain.errors import DarkroomError, StartupFault, StorageFault

if TYPE_CHECKING:
    from bot.config import Settings

T = TypeVar("T")
FAILED = 1
of_bot = click.option("--bot", metavar="NAME", help="Which one, where there are several.")


class Clock:
    """The Clock of commands that run outside the app."""

    def now(self) -> int:
        """Epoch milliseconds, UTC."""
        return time.time_ns() // 1_000_000


@dataclass
class Call:
    """What the options before the command said, and the secrets that its settings turned out to hold."""

    config_file: Path | None
    secrets: tuple[str, ...] = ()

    def settings(self, bot: str | None = None) -> "Settings":
        """The settings in force of that bot, or of the only one.

        Raises:
            StartupFault: with a line for each fault, or there is no such bot.
        """
        from bot import config

        return config.one_of(self.bots(), bot or "")

    def bots(self, bot: str | None = None) -> "Mapping[str, Settings]":
        """Those of all bots by their names, or of that one alone; the only one's name is empty.

        Raises:
            StartupFault: with a line for each fault, or there is no such bot.
        """
        from bot import config

        found = config.load_all(config_file=self.config_file, environ=os.environ)
        self.secrets = tuple(secret for each in found.values() for secret in config.secrets_of(each))
        return {bot: config.one_of(found, bot)} if bot else found

    def settings_and_quiet_log(self, bot: str | None, address: str = "") -> "Settings":
        """For commands whose answer is on stdout: only warnings are told beside it, and no `address`."""
        settings = self.settings(bot)
        self.secrets += _secrets_in(address)
        self.be_quiet(settings)
        return settings

    def be_quiet(self, settings: "Settings") -> None:
        """Log nothing but warnings."""
        from bot import log

        log.setup("warning", settings.log.format, self.secrets)


class Plain(click.Group):
    """Says in a sentence what went wrong; a bug shows its traceback, with the secrets masked."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:  # noqa: BLE001  # the last place before the shell
            from bot import log

            fault = known_fault(error)
            told = _in_words(fault) if fault else traceback.format_exc()
            secrets = ctx.obj.secrets if isinstance(ctx.obj, Call) else ()
            click.echo(log.redactor(secrets)(told).rstrip(), err=True)
            ctx.exit(fault.exit_code if isinstance(fault, StartupFault) else FAILED)


def _secrets_in(address: str) -> tuple[str, ...]:
    try:
        password = urlsplit(address).password
    except ValueError:
        password = None
    return tuple(filter(None, (address, password)))


def known_fault(error: BaseException) -> DarkroomError | None:
    """The fault that people can read, also from within the groups that a TaskGroup raises."""
    if isinstance(error, DarkroomError):
        return error
    if isinstance(error, BaseExceptionGroup):
        return next(filter(None, map(known_fault, error.exceptions)), None)
    return None


def _in_words(fault: DarkroomError) -> str:
    if isinstance(fault, StartupFault):
        return fault.sentence
    if isinstance(fault, StorageFault):
        return f"The database or the disk refused: {fault.detail}."
    from bot.texts import FALLBACK, Texts

    return Texts(Clock()).explain(FALLBACK, fault)


@contextmanager
def importing() -> Iterator[None]:
    """While modules are imported: what they make stays, and looking for garbage in it took long."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def wait_for(work: Coroutine[Any, Any, T]) -> T:
    """What comes of `work`, on a loop of its own."""
    with asyncio.Runner(loop_factory=_fastest_loop()) as runner:
        return runner.run(work)


def _fastest_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        import uvloop
    except ImportError:  # Windows
        return None
    return uvloop.new_event_loop

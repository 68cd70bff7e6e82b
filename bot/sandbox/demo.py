"""`darkroom demo`: the real bot on this machine, against a Telegram and a gateway of its own."""

import asyncio
import os
import signal
import sys
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from bot.sandbox import site, stack
from bot.sandbox.effects import SAMPLES
from bot.sandbox.once import Result, one_edit, picture
from bot.sandbox.stack import Stack

Say = Callable[[str], None]
OK, FAILED = 0, 1
DELAY = 2.0
"""Seconds that a picture takes on the page, so that there is progress to watch."""


def main(
    *,
    once: tuple[Path, str] | None = None,
    out: Path | None = None,
    port: int = 8080,
    browser: bool = True,
    say: Say = click.echo,
) -> int:
    """Runs the demo until Ctrl+C or SIGTERM, or does one edit; returns the exit code.

    `once`: a picture (a file, or the name of a sample) and its caption; `out` gets the result, and without
    it a file with a name like the picture's, here. `port`: of the page, or the next free one. `browser`: open
    one, where there is a display.
    """
    work = _stay(port, browser=browser, say=say) if once is None else _once(*once, out, say)
    return asyncio.run(work)


async def _once(photo: Path, caption: str, out: Path | None, say: Say) -> int:
    data = await asyncio.to_thread(picture, photo)
    if data is None:
        say(f"There is no picture {photo}: give a file, or the name of a sample: {', '.join(SAMPLES)}.")
        return FAILED
    async with stack.opened() as everything:
        work = one_edit(everything.telegram, everything.people[0], (photo.name, data, caption), say)
        result = await everything.bot.beside(work)
    if not isinstance(result, Result):
        say(result.last_words if result else "No picture came.")
        return FAILED
    target = out or Path(f"{photo.stem}-edited{result.suffix}")
    await asyncio.to_thread(target.write_bytes, result.data)
    say(f"The picture is in {target} ({len(result.data):,} bytes).")
    return OK


async def _stay(port: int, *, browser: bool, say: Say) -> int:
    # Held to the very end: a second SIGTERM, as make sends, must not leave the bot behind.
    with _told_to_stop() as told:
        async with stack.opened(DELAY) as everything, site.served(everything, port) as address:

            async def stay() -> None:
                say(_banner(everything, address, port))
                if browser and _has_display():
                    await asyncio.to_thread(webbrowser.open, address)
                await told.wait()

            end = await everything.bot.beside(stay())
        say(end.last_words if end else "The demo is over; nothing is left behind.")
    return FAILED if end else OK


def _banner(everything: Stack, address: str, port: int) -> str:
    taken = f"  (port {port} is taken)" if port and not address.endswith(f":{port}") else ""
    return f"""
  Darkroom is here:  {address}{taken}

  Drop a photo there, say what to do with it, press Enter. No account, no key: everything runs on
  this machine, and nothing leaves it.

    Telegram     {everything.telegram.url}
    gateway      {everything.gateway.base_url}
    bot's log    {everything.bot.log}

  Ctrl+C ends it.
"""


def _has_display() -> bool:
    return sys.platform in ("darwin", "win32") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


@contextmanager
def _told_to_stop() -> Iterator[asyncio.Event]:
    """Set at Ctrl+C or SIGTERM; where the loop handles no signals, Ctrl+C cancels everything instead."""
    loop, told = asyncio.get_running_loop(), asyncio.Event()
    signals = (signal.SIGINT, signal.SIGTERM) if sys.platform != "win32" else ()
    for each in signals:
        loop.add_signal_handler(each, told.set)
    try:
        yield told
    finally:
        for each in signals:
            loop.remove_signal_handler(each)

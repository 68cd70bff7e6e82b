"""Starts bots fast: everything is imported once, and each bot is a fork that goes on as `python -m bot run`.

Reads an order a line from stdin, {"environ", "log", "point"}; answers `PID`, and at its end its exit status.
"""

import gc
import json
import os
import sys
from typing import Any, NoReturn

import uvloop  # noqa: F401  imported here, so that no fork has to

import bot.app
import bot.config
import bot.log  # noqa: F401
from bot.__main__ import main
from bot.gateway.http import transport
from bot.parts import SystemClock
from bot.texts import FALLBACK, Texts
from tests.crash.points import COMPARING, POINTS


def serve() -> None:
    """Bots one after the other, until stdin ends."""
    for name in [name for name in os.environ if name.startswith("DARKROOM_")]:
        del os.environ[name]
    _warm_up()
    ended: int | None = None
    for line in sys.stdin:
        if ended:
            os.waitpid(ended, 0)
        pid = os.fork()
        if not pid:
            _live(json.loads(line))
        _answer(pid)
        _answer(_end_of(pid))
        ended = pid


def _warm_up() -> None:
    """Do what each bot would do anew, and has nothing to do with how it dies."""
    texts = Texts(SystemClock())
    texts.say(texts.choose("en-GB", FALLBACK), "status-waiting", ahead=1)
    transport()
    gc.collect()
    gc.freeze()  # what is shared stays shared: no fork goes through it


def _answer(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _end_of(pid: int) -> int:
    """Its exit status, or minus the signal. Its number stays taken, so that nobody kills a stranger."""
    end = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert end
    return end.si_status if end.si_code == os.CLD_EXITED else -end.si_status


def _live(order: dict[str, Any]) -> NoReturn:
    """The rest of this process is a bot."""
    output = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(output, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.environ.update(order["environ"])
    sys.argv = ["bot", "run"]
    code: object = 1
    try:
        if order["point"]:
            {**POINTS, **COMPARING}[order["point"]]()
        main()
    except SystemExit as end:
        code = end.code
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    serve()

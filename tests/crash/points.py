"""Places in the program where it can be told to die, as by `kill -9`; the program knows nothing of them."""

import functools
import os
import signal
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from bot.chat.limits import Urgency
from bot.chat.post import Post
from bot.gateway.exchange import Exchange
from bot.storage import edits
from bot.storage.database import Connection, Database

Arm = Callable[[], None]
Work = Callable[..., Awaitable[Any]]
Applies = Callable[..., bool]

_WORKS = {
    "_apply": "schema",
    "_store": "inbox",
    "_accept": "accepted",
    "keep_status": "status",
    "_fetched": "fetched",
    "_done": "done",
    "_failed": "failed",
    "_cancel": "cancelled",
    "_told": "told",
    "done": "letter",
}
_OF_COMPARISONS = {"_all_done": "compared"}
_MOVES = ("calling", "waiting", "delivering")
COMMITS = (*_WORKS.values(), *_MOVES)
"""What is committed, each in a transaction of its own; `waiting` is the repeat after a crash."""


def die() -> None:
    """No handler, no `finally`, no flush."""
    os.kill(os.getpid(), signal.SIGKILL)


def commit_of(work: Work, args: tuple[Any, ...]) -> str | None:
    """The name of the transaction that `Database.write` is asked for."""
    return str(args[2]) if work is edits.move else {**_WORKS, **_OF_COMPARISONS}.get(work.__name__)


def _way_of(name: str) -> str:
    """The schema is written while nobody else does so."""
    return "write_alone" if name == "schema" else "write"


def before_commit(name: str) -> None:
    """Die with everything written and nothing committed."""
    way = _way_of(name)
    write = getattr(Database, way)

    async def dying(self: Database, work: Work, *args: Any, **kwargs: Any) -> Any:
        async def last(conn: Connection, *args: Any, **kwargs: Any) -> Any:
            await work(conn, *args, **kwargs)
            die()

        return await write(self, last if commit_of(work, args) == name else work, *args, **kwargs)

    setattr(Database, way, dying)


def after_commit(name: str) -> None:
    """Die before anybody hears that it was committed."""
    way = _way_of(name)
    write = getattr(Database, way)

    async def dying(self: Database, work: Work, *args: Any, **kwargs: Any) -> Any:
        result = await write(self, work, *args, **kwargs)
        if commit_of(work, args) == name:
            die()
        return result

    setattr(Database, way, dying)


def before_call(owner: type, method: str, applies: Applies = lambda **_: True) -> None:
    """Die instead of making the call."""
    call = getattr(owner, method)

    @functools.wraps(call)
    async def dying(*args: Any, **kwargs: Any) -> Any:
        if applies(**kwargs):
            die()
        return await call(*args, **kwargs)

    setattr(owner, method, dying)


def after_call(owner: type, method: str, applies: Applies = lambda **_: True) -> None:
    """Die with the answer in hand."""
    call = getattr(owner, method)

    @functools.wraps(call)
    async def dying(*args: Any, **kwargs: Any) -> Any:
        result = await call(*args, **kwargs)
        if applies(**kwargs):
            die()
        return result

    setattr(owner, method, dying)


def at_rename(picture: str, *, done: bool) -> None:
    """Die before or after a file in the spool gets its name (`in-1`, `fit-1`, `out-1.png`, ...)."""
    replace = Path.replace

    def dying(self: Path, target: Path) -> Path:
        ours = Path(target).name.startswith(picture)
        if ours and not done:
            die()
        result = replace(self, target)
        if ours:
            die()
        return result

    Path.replace = dying  # type: ignore[method-assign, assignment]


def _is_sentence(**kwargs: Any) -> bool:
    return kwargs.get("urgency") is Urgency.ERROR


POINTS: Mapping[str, Arm] = {
    **{f"before the commit: {name}": partial(before_commit, name) for name in COMMITS},
    **{f"after the commit: {name}": partial(after_commit, name) for name in COMMITS},
    "between write and rename: input": partial(at_rename, "in-", done=False),
    "between write and rename: fitted input": partial(at_rename, "fit-", done=False),
    "between write and rename: result": partial(at_rename, "out-", done=False),
    "between rename and row: result": partial(at_rename, "out-", done=True),
    "before the gateway is asked": partial(before_call, Exchange, "run"),
    "after the gateway's answer": partial(after_call, Exchange, "run"),
    "before the picture is sent": partial(before_call, Post, "photo"),
    "between send and settle": partial(after_call, Post, "photo"),
    "before the sentence is sent": partial(before_call, Post, "say", _is_sentence),
    "after the sentence is sent": partial(after_call, Post, "say", _is_sentence),
    "before the status is cleared": partial(before_call, Post, "erase"),
    "after the status is cleared": partial(after_call, Post, "erase"),
}
"""Between the commit of an inbox and the confirmation of its offset is "after the commit: inbox"."""
COMPARING: Mapping[str, Arm] = {
    "one picture is stored, others are waited for": partial(after_commit, "fetched"),
    "all are there, none is sent": partial(before_call, Post, "album"),
    "between album and settle": partial(after_call, Post, "album"),
    "between settle and the words": partial(after_commit, "compared"),
}
"""Those that only a comparison comes through."""

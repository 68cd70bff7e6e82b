"""Is the bot alive? Judged from when it last turned its poll loop and last wrote to its database.

The running bot leaves both moments in `data_dir/heartbeat` every few seconds, one line of JSON:
`{"poll": 1700000000000, "database": 1700000000000, "pid": 7}` (epoch milliseconds; 0: not yet).
`darkroom healthcheck` reads them there, so that it needs no port and starts fast.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

FILE_NAME = "heartbeat"
POLL_STALE_MS = 120_000
"""A long poll takes 50 s at most, and one that Telegram refused is repeated sooner."""
DATABASE_STALE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """When the poll loop (or the hook) last turned and the database was written; epoch ms, 0: not yet."""

    poll: int
    database: int
    pid: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """Well, or the reasons why not, as plain sentences without anything secret."""

    reasons: tuple[str, ...] = ()

    @property
    def well(self) -> bool:
        """There is no reason to worry."""
        return not self.reasons


def verdict(now: int, beat: Heartbeat) -> Verdict:
    """What two moments mean at `now` (epoch ms); a clock set back worries nobody."""
    moments = (
        ("answer of Telegram", beat.poll, POLL_STALE_MS),
        ("write to the database", beat.database, DATABASE_STALE_MS),
    )
    return Verdict(tuple(_late(what, at, now) for what, at, limit in moments if now - at > limit))


def _late(what: str, at: int, now: int) -> str:
    return f"the last {what} was {(now - at) // 1000} s ago" if at else f"there was no {what} yet"


def write(folder: Path, beat: Heartbeat) -> None:
    """Leave the moments in `folder`, whole or not at all. Touches the disk: call it in a thread."""
    fresh = folder / f"{FILE_NAME}.new"
    fresh.write_text(json.dumps(asdict(beat)), encoding="ascii")
    fresh.replace(folder / FILE_NAME)


def read(folder: Path) -> Heartbeat | None:
    """The moments that a bot left in `folder`; None where there are none to read."""
    try:
        found = json.loads((folder / FILE_NAME).read_text(encoding="ascii"))
        return Heartbeat(**{key: int(found[key]) for key in ("poll", "database", "pid")})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def from_outside(now: int, folder: Path) -> Verdict:
    """The verdict on a bot that runs in another process of this machine."""
    beat = read(folder)
    if beat is None:
        return Verdict((f"no bot has run here: there is no readable {folder / FILE_NAME}",))
    if not _runs(beat.pid):
        return Verdict(("the bot is not running: it ended without a word",))
    return verdict(now, beat)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is there, and belongs to somebody else
        return True
    return True

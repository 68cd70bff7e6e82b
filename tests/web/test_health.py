"""A bot that hangs, or is gone, is noticed; one that only just polled is left in peace."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.web import health
from bot.web.health import DATABASE_STALE_MS, POLL_STALE_MS, Heartbeat

NOW = 1_700_000_000_000


@pytest.mark.parametrize(
    ("poll", "database", "reasons"),
    [
        (NOW, NOW, ()),
        (NOW - POLL_STALE_MS, NOW - DATABASE_STALE_MS, ()),
        (NOW + 3_600_000, NOW + 3_600_000, ()),
        (NOW - POLL_STALE_MS - 1, NOW, ("the last answer of Telegram was 120 s ago",)),
        (NOW, NOW - 90_000, ("the last write to the database was 90 s ago",)),
        (0, NOW, ("there was no answer of Telegram yet",)),
        (NOW, 0, ("there was no write to the database yet",)),
    ],
)
def test_the_verdict_is_the_age_of_two_moments(poll: int, database: int, reasons: tuple[str, ...]) -> None:
    assert health.verdict(NOW, Heartbeat(poll, database, 1)).reasons == reasons


def test_another_process_reads_what_the_bot_left(tmp_path: Path) -> None:
    health.write(tmp_path, Heartbeat(NOW - 1, NOW - 2, os.getpid()))
    assert health.read(tmp_path) == Heartbeat(NOW - 1, NOW - 2, os.getpid())
    assert health.from_outside(NOW, tmp_path).well
    assert [file.name for file in tmp_path.iterdir()] == ["heartbeat"]


@pytest.mark.parametrize(
    "content", [None, "", "{", "[]", "{}", '{"poll": "x", "database": 1, "pid": 1}', "\xff"]
)
def test_no_heartbeat_means_no_bot(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "heartbeat").write_text(content, encoding="latin-1")
    assert "no bot has run here" in health.from_outside(NOW, tmp_path).reasons[0]


def test_a_bot_that_died_is_told_at_once(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    health.write(tmp_path, Heartbeat(NOW, NOW, gone.pid))
    assert health.from_outside(NOW, tmp_path).reasons == ("the bot is not running: it ended without a word",)

"""Full, locked and broken disks: nothing acknowledged is lost, and what is wrong is said in a sentence."""

import asyncio
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.app import build
from bot.domain.errors import StartupFault, StorageFault
from bot.storage.database import Database
from tests.whole.test_process import polled, running
from tests.whole.town import Town, a_town, environment, is_final, outside, settings

pytestmark = pytest.mark.sqlite
FULL_MB = 3


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB, where this user may mount one."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", f"size={FULL_MB}m", "tmpfs", str(folder)]
    may = mount is not None and os.geteuid() == 0
    if not may or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only root can mount a small disk here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """A file that takes all that is left."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            pass
    return ballast


def shut(disk: Path) -> None:
    """From now on nobody can write there, not even root."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)


async def until(true: Callable[[], bool], seconds: float = 60) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110  what is waited for tells nobody
            await asyncio.sleep(0.02)


async def test_a_full_disk_stops_intake_in_words_and_all_goes_on_when_there_is_room(
    tmp_path: Path, small_disk: Path
) -> None:
    async with outside(tmp_path) as (telegram, gateway):
        ann = telegram.add_user("Ann", id=101, language_code="en")
        environ = environment(telegram, gateway, small_disk)
        async with running(tmp_path, environ) as bot:
            await polled(telegram)
            await telegram.wait_for_answer(telegram.send_text(ann, "/quota"), timeout=60)
            ballast = fill(small_disk)
            requests = [telegram.send_text(ann, f"draw number {number} {'x' * 3000}") for number in range(4)]
            await until(lambda: "updates not written down" in bot.said() or "inbox refused" in bot.said())
            await until(lambda: "the database takes nothing" in bot.said())
            assert telegram.pending or "inbox refused" in bot.said()
            assert bot.process.returncode is None
            ballast.unlink()
            for request in requests:
                answer = await telegram.wait_for_answer(request, is_final, timeout=60)
                assert answer.file_id or "cannot write anything down" in (answer.text or "")
            await until(lambda: not telegram.pending)  # the poller pauses up to half a minute
            assert (await telegram.wait_for_answer(telegram.send_text(ann, "/quota"), timeout=60)).text
            with closing(sqlite3.connect(small_disk / "data" / "darkroom.db")) as database:
                waiting = "SELECT count(*) FROM inbox WHERE state <> 'done'"
                await until(lambda: database.execute(waiting).fetchone() == (0,))
                assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_who_got_through_before_the_disk_was_full_reads_one_sentence(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await town.says(town.ann, "/quota")
    write = Database.write

    async def full(self: Database, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if work.__name__ in {"meet", "_accept"}:
            raise StorageFault(detail="database or disk is full")
        return await write(self, work, *args, **kwargs)

    with monkeypatch.context() as patched:
        patched.setattr(Database, "write", full)
        told = await town.says(town.ann, "a cat in a tree")
    assert "cannot write anything down" in told
    assert "nothing was charged" in told
    assert await town.left(town.ann) == 10
    assert (await town.answer(town.telegram.send_text(town.ann, "a cat in a tree"))).file_id


async def test_a_spool_that_is_full_is_one_sentence_and_costs_nothing(
    tmp_path: Path, small_disk: Path, photo: bytes
) -> None:
    async with a_town(
        tmp_path,
        DARKROOM_DATA_DIR=str(small_disk / "data"),
        DARKROOM_DATABASE_URL=f"sqlite:///{tmp_path}/d.db",
    ) as town:
        await town.says(town.ann, "/quota")
        ballast = fill(small_disk)
        told = await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))
        assert "no room to keep pictures" in (told.text or "")
        await town.idle()
        assert await town.left(town.ann) == 10
        ballast.unlink()
        assert (await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))).file_id


async def test_a_result_that_does_not_fit_on_the_disk_is_one_sentence_and_costs_nothing(
    tmp_path: Path, small_disk: Path
) -> None:
    async with a_town(
        tmp_path,
        DARKROOM_DATA_DIR=str(small_disk / "data"),
        DARKROOM_DATABASE_URL=f"sqlite:///{tmp_path}/d.db",
    ) as town:
        town.gateway.hold()
        request = town.telegram.send_text(town.ann, "a cat in a tree")
        await town.gateway.until(lambda: town.gateway.held == 1)
        fill(small_disk)
        town.gateway.release()
        told = await town.answer(request)
        assert "no room to keep pictures" in (told.text or "")
        await town.idle()
        assert await town.left(town.ann) == 10
        assert len(town.gateway.calls) == 1


@pytest.mark.slow
async def test_a_database_that_another_program_locks_for_eight_seconds_is_waited_for(
    town: Town, photo: bytes
) -> None:
    await town.says(town.ann, "/quota")
    with closing(sqlite3.connect(town.app.settings.data_dir / "darkroom.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        request = town.telegram.send_photo(town.ann, photo, "sepia")
        await asyncio.sleep(8)
        assert town.telegram.pending
        other.execute("COMMIT")
    assert (await town.answer(request)).file_id
    assert await town.rows("SELECT count(*) FROM edits") == [(1,)]


def overwrite(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def of_the_future(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("INSERT INTO migrations VALUES ('9999_future.sql', 1)")
        database.commit()


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "no database": (lambda path: path.write_text("Dear diary"), "is no database"),
    "a damaged page": (lambda path: overwrite(path, 4096, b"\x7f\xff" * 2048), "is damaged"),
    "a damaged schema": (lambda path: overwrite(path, 100, b"\x7f\xff" * 900), "is damaged"),
    "half a file": (lambda path: os.truncate(path, path.stat().st_size // 2), "is damaged"),
    "a newer release's": (of_the_future, "newer Darkroom (it knows 9999_future.sql)"),
}


@pytest.mark.parametrize("what", BROKEN)
async def test_a_database_that_cannot_be_used_is_named_with_what_to_do_and_nothing_is_written(
    tmp_path: Path, what: str
) -> None:
    harm, expected = BROKEN[what]
    path = tmp_path / "data" / "darkroom.db"
    async with outside(tmp_path) as (telegram, gateway):
        environ = environment(telegram, gateway, tmp_path)
        async with build(settings(environ)):
            pass
        harm(path)
        before = path.read_bytes()
        with pytest.raises(StartupFault) as refused:
            async with build(settings(environ)):
                pass
        (line,) = refused.value.sentence.splitlines()
        assert str(path) in line
        assert expected in line
        assert "darkroom restore FILE --force" in line
        assert path.read_bytes() == before
        assert telegram.calls_of("getMe") == []


async def test_a_database_that_cannot_be_written_is_named_with_what_to_do_and_exit_78(
    tmp_path: Path, small_disk: Path
) -> None:
    async with outside(tmp_path) as (telegram, gateway):
        environ = environment(telegram, gateway, tmp_path)
        environ |= {"DARKROOM_DATABASE_URL": f"sqlite:///{small_disk}/d.db"}
        async with build(settings(environ)):
            pass
        shut(small_disk)
        before = (small_disk / "d.db").read_bytes()
        async with running(tmp_path, environ) as bot:
            assert await bot.ended() == 78
        (line,) = bot.said().splitlines()
        assert f"The database {small_disk}/d.db cannot be " in line
        assert "Let this user" in line
        assert (small_disk / "d.db").read_bytes() == before


async def test_a_folder_that_cannot_be_made_is_named_and_exit_78(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    async with outside(tmp_path) as (telegram, gateway):
        environ = environment(telegram, gateway, tmp_path)
        environ |= {"DARKROOM_DATABASE_URL": f"sqlite:///{tmp_path}/file/below/d.db"}
        async with running(tmp_path, environ) as bot:
            assert await bot.ended() == 78
        assert f"{tmp_path}/file/below cannot be made" in bot.said()
        assert len(bot.said().splitlines()) == 1

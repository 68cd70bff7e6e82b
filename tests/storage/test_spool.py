import asyncio
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.errors import StorageFault
from bot.domain.shelf import File
from bot.storage.spool import FolderSpool


async def pieces(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


@pytest.fixture
def spool(tmp_path: Path) -> FolderSpool:
    return FolderSpool(tmp_path / "spool")


async def test_what_is_written_is_read_back_in_pieces(spool: FolderSpool) -> None:
    assert await spool.write("e1/out-1.png", pieces(b"abc", b"defg")) == 7
    assert [piece async for piece in spool.read("e1/out-1.png", 3)] == [b"abc", b"def", b"g"]


async def test_a_transfer_that_breaks_leaves_no_file(spool: FolderSpool, tmp_path: Path) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield b"half"
        raise ConnectionResetError

    with pytest.raises(StorageFault):
        await spool.write("e1/out-1.png", broken())
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


async def test_a_cancelled_transfer_leaves_no_file(spool: FolderSpool, tmp_path: Path) -> None:
    began = asyncio.Event()

    async def endless() -> AsyncIterator[bytes]:
        yield b"half"
        began.set()
        await asyncio.Event().wait()

    async with asyncio.TaskGroup() as tasks:
        writing = tasks.create_task(spool.write("e1/out-1.png", endless()))
        await began.wait()
        writing.cancel()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


async def test_a_missing_picture_is_a_typed_error(spool: FolderSpool) -> None:
    with pytest.raises(StorageFault):
        _ = [piece async for piece in spool.read("e1/nothing", 3)]


@pytest.mark.parametrize("key", ["../secrets", "e1/../../secrets", "/etc/passwd"])
def test_no_key_leads_out_of_the_folder(spool: FolderSpool, key: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        spool.path(key)


async def test_what_is_there_can_be_listed_and_removed_with_empty_folders(
    spool: FolderSpool,
) -> None:
    await spool.write("e1/in-1", b"old")
    await spool.write("e1/out-1.png", b"new")
    os.utime(spool.path("e1/in-1"), (100, 100))
    old, new = sorted(await spool.files(), key=lambda file: file.changed)
    assert old == File("e1/in-1", size=3, changed=100_000)
    await spool.remove([old.key, "e1/never-was"])
    assert await spool.files() == [new]
    await spool.remove([new.key])
    assert not spool.path("e1").exists()


async def test_an_edit_can_be_forgotten_at_once(spool: FolderSpool) -> None:
    await spool.write("e1/in-1", b"private")
    await spool.drop("e1")
    await spool.drop("e1")
    assert not spool.path("e1").exists()


async def test_after_a_cancelled_write_nothing_more_appears(
    spool: FolderSpool, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, fsync = asyncio.Event(), os.fsync
    loop = asyncio.get_running_loop()

    def slow(handle: int) -> None:
        loop.call_soon_threadsafe(begun.set)
        time.sleep(0.1)
        fsync(handle)

    monkeypatch.setattr(os, "fsync", slow)
    async with asyncio.TaskGroup() as tasks:
        writing = tasks.create_task(spool.write("e1/in-1", b"private"))
        await begun.wait()
        writing.cancel()
    await spool.drop("e1")
    await asyncio.sleep(0.2)
    assert not spool.path("e1").exists()

"""A spool keeps what it was given whole or not at all, in a folder and in a bucket."""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path

import pytest

from bot.domain.errors import SpoolFault, StorageFault
from bot.domain.shelf import File
from bot.domain.spool import Spool
from bot.storage.s3 import BucketSpool
from bot.storage.spool import FolderSpool
from tests.fakes.bucket import FakeBucket

MB = 2**20


async def pieces(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


@pytest.fixture
def folder(tmp_path: Path) -> FolderSpool:
    return FolderSpool(tmp_path / "spool")


@pytest.fixture
async def service() -> AsyncIterator[FakeBucket]:
    async with FakeBucket.open() as service:
        yield service


@pytest.fixture
def bucket(service: FakeBucket, tmp_path: Path) -> BucketSpool:
    return BucketSpool(service.opened("spool"), prefix="some/spool", folder=tmp_path / "scratch")


@pytest.fixture(params=["folder", "bucket"])
def spool(request: pytest.FixtureRequest) -> Spool:
    found: Spool = request.getfixturevalue(request.param)
    return found


async def content(spool: Spool, key: str) -> bytes:
    return b"".join([piece async for piece in spool.read(key, 196_608)])


async def keys(spool: Spool) -> list[str]:
    return sorted(file.key for file in await spool.files())


@pytest.mark.parametrize("lasting", [True, False])
async def test_what_is_written_is_read_back_in_pieces(spool: Spool, *, lasting: bool) -> None:
    assert await spool.write("e1/out-1.png", pieces(b"abc", b"defg"), lasting=lasting) == 7
    assert [piece async for piece in spool.read("e1/out-1.png", 3)] == [b"abc", b"def", b"g"]
    assert await spool.write("e1/out-1.png", b"", lasting=lasting) == 0
    assert await content(spool, "e1/out-1.png") == b""


async def test_a_large_picture_comes_back_as_it_was_in_pieces_of_one_size(spool: Spool) -> None:
    large = os.urandom(12 * MB + 5)
    small = [large[at : at + 65_000] for at in range(0, len(large), 65_000)]
    assert await spool.write("e1/in-1", pieces(*small)) == len(large)
    read = [piece async for piece in spool.read("e1/in-1", 196_608)]
    assert {len(piece) for piece in read[:-1]} == {196_608}
    assert b"".join(read) == large
    assert await spool.write("e1/in-1", large) == len(large)
    assert await content(spool, "e1/in-1") == large


@pytest.mark.parametrize("before", [b"half", bytes(12 * MB)], ids=["small", "large"])
async def test_a_transfer_that_breaks_leaves_what_was_there(
    spool: Spool, tmp_path: Path, before: bytes
) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield before
        raise ConnectionResetError

    with pytest.raises(SpoolFault):
        await spool.write("e1/out-1.png", broken())
    assert await keys(spool) == []
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    await spool.write("e1/out-1.png", b"whole")
    with pytest.raises(SpoolFault):
        await spool.write("e1/out-1.png", broken())
    assert await content(spool, "e1/out-1.png") == b"whole"


async def test_a_cancelled_transfer_leaves_no_file(spool: Spool, tmp_path: Path) -> None:
    began = asyncio.Event()

    async def endless() -> AsyncIterator[bytes]:
        yield bytes(2 * MB)
        began.set()
        await asyncio.Event().wait()

    async with asyncio.TaskGroup() as tasks:
        writing = tasks.create_task(spool.write("e1/out-1.png", endless()))
        await began.wait()
        writing.cancel()
    assert await keys(spool) == []
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


async def test_a_picture_is_a_file_for_who_needs_one(spool: Spool, tmp_path: Path) -> None:
    await spool.write("e1/out-1.png", bytes(range(256)) * 9000)
    async with spool.opened("e1/out-1.png") as file:
        assert file.seek(0, os.SEEK_END) == 256 * 9000
        file.seek(257)
        assert file.read(2) == b"\1\2"
    assert file.closed
    assert not list(tmp_path.glob("scratch/*"))


async def test_a_missing_picture_is_a_typed_error_and_has_no_size(spool: Spool) -> None:
    assert await spool.size("e1/nothing") is None
    with pytest.raises(SpoolFault):
        await content(spool, "e1/nothing")
    with pytest.raises(SpoolFault):
        async with spool.opened("e1/nothing"):
            pass
    with pytest.raises(SpoolFault):
        await spool.copy("e1/nothing", "e1/fit-1")
    assert await keys(spool) == []


async def test_a_copy_stays_when_what_it_is_of_goes_or_changes(spool: Spool) -> None:
    await spool.write("e1/out-1", b"picture")
    await spool.copy("e1/out-1", "e2/fit-1")
    await spool.copy("e1/out-1", "e2/fit-1")
    await spool.copy("e1/out-1", "e1/out-1")
    assert await keys(spool) == ["e1/out-1", "e2/fit-1"]
    await spool.write("e1/out-1", b"another")
    assert await content(spool, "e2/fit-1") == b"picture"
    await spool.drop("e1")
    assert (await content(spool, "e2/fit-1"), await spool.size("e2/fit-1")) == (b"picture", 7)


@pytest.mark.parametrize("key", ["../secrets", "e1/../../secrets", "/etc/passwd"])
async def test_no_key_leads_elsewhere(spool: Spool, key: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        await spool.write(key, b"")
    with pytest.raises(ValueError, match="no key"):
        spool.place(key)


async def test_what_is_there_can_be_listed_and_removed(spool: Spool) -> None:
    before = round(time.time()) * 1000 - 2000  # noqa: TID251  disks and buckets have a clock of their own
    await spool.write("e1/in-1", b"old")
    await spool.write("e1/out-1.png", b"newer")
    old, new = sorted(await spool.files(), key=lambda file: file.key)
    assert (old, new) == (File("e1/in-1", 3, old.changed), File("e1/out-1.png", 5, new.changed))
    assert before <= old.changed <= new.changed
    await spool.remove([old.key, "e1/never-was"])
    assert await spool.files() == [new]
    await spool.remove([])
    await spool.remove([new.key])
    assert await spool.files() == []


async def test_an_edit_can_be_forgotten_at_once(spool: Spool) -> None:
    for key in ("e1/in-1", "e1/out-1.png", "e12/in-1", "e3/in-1"):
        await spool.write(key, b"private")
    await spool.drop("e1", "e3")
    await spool.drop("e1")
    assert await keys(spool) == ["e12/in-1"]


async def test_a_folder_keeps_no_empty_ones(folder: FolderSpool) -> None:
    await folder.write("e1/in-1", b"old")
    await folder.write("e2/in-1", b"old")
    await folder.remove(["e1/in-1"])
    await folder.drop("e2")
    assert not list(folder.path("").rglob("*"))


async def test_only_what_must_survive_a_power_cut_waits_for_the_disk(
    folder: FolderSpool, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    await folder.write("e1/in-1", pieces(b"photo"), lasting=False)
    await folder.copy("e1/in-1", "e1/fit-1")
    assert synced == []
    await folder.write("e1/out-1", b"result")
    assert len(synced) == 2, "the file, and its name"


async def test_after_a_cancelled_write_nothing_more_appears(
    folder: FolderSpool, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, fsync = asyncio.Event(), os.fsync
    loop = asyncio.get_running_loop()

    def slow(handle: int) -> None:
        loop.call_soon_threadsafe(begun.set)
        time.sleep(0.1)
        fsync(handle)

    monkeypatch.setattr(os, "fsync", slow)
    async with asyncio.TaskGroup() as tasks:
        writing = tasks.create_task(folder.write("e1/in-1", b"private"))
        await begun.wait()
        writing.cancel()
    await folder.drop("e1")
    await asyncio.sleep(0.2)
    assert not folder.path("e1").exists()


async def test_a_bucket_is_seen_to_the_end_of_an_upload_that_is_cancelled(
    bucket: BucketSpool, service: FakeBucket
) -> None:
    service.pause = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        writing = tasks.create_task(bucket.write("e1/in-1", b"private"))
        await service.asked.wait()
        writing.cancel()
        await asyncio.sleep(0)
        service.pause.set()
        with suppress(asyncio.CancelledError):
            await writing
    assert [*service.objects] == ["some/spool/e1/in-1"], "what is dropped afterwards is gone for good"


async def test_a_large_upload_goes_in_parts_as_it_comes(bucket: BucketSpool, service: FakeBucket) -> None:
    sent = 0

    async def coming() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(100):
            yield bytes(MB // 2)
            sent += MB // 2
            arrived = sum(len(part) for parts in service.uploads.values() for part in parts.values())
            assert sent - arrived < 25 * MB, "memory is bounded"

    assert await bucket.write("e1/in-1", coming()) == 50 * MB
    assert service.uploads == {}


async def test_a_bucket_holds_the_spool_under_its_prefix_and_leaves_all_else(
    bucket: BucketSpool, service: FakeBucket
) -> None:
    await bucket.write("e1/in-1", b"ours")
    service.objects["some/spools/e1/in-1"] = service.objects["some/spool/e1/in-1"]
    assert bucket.place("e1/in-1") == "s3://pictures/some/spool/e1/in-1"
    assert await keys(bucket) == ["e1/in-1"]
    await bucket.drop("e1")
    assert [*service.objects] == ["some/spools/e1/in-1"]


USES: dict[str, Callable[[Spool], object]] = {
    "write": lambda spool: spool.write("e1/in-1", b"x"),
    "read": lambda spool: content(spool, "e1/in-1"),
    "size": lambda spool: spool.size("e1/in-1"),
    "copy": lambda spool: spool.copy("e1/in-1", "e1/in-2"),
    "files": lambda spool: spool.files(),
    "remove": lambda spool: spool.remove(["e1/in-1"]),
    "drop": lambda spool: spool.drop("e1"),
}


@pytest.mark.parametrize("use", USES)
async def test_a_bucket_that_refuses_is_one_typed_error_without_a_secret(
    bucket: BucketSpool, service: FakeBucket, use: str
) -> None:
    service.refuse = (403, "<Error><Code>AccessDenied</Code><Message>AKIDEXAMPLE</Message></Error>")
    with pytest.raises(StorageFault, match="bucket: ") as raised:
        await USES[use](bucket)  # type: ignore[misc]
    assert isinstance(raised.value, SpoolFault)
    assert "AKIDEXAMPLE" not in raised.value.detail

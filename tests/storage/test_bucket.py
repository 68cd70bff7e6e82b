"""A bucket hands out a picture by its presigned link; the service is a stand-in that checks signatures."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

from bot.domain.errors import StorageFault
from bot.domain.picture import Kind, Picture, Stored
from bot.storage.s3 import Bucket, s3
from tests.fakes.bucket import ACCESS_KEY, REGION, SECRET_KEY, FakeBucket
from tests.fakes.spool import FakeSpool

PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 1000
FIT = Stored("Ed-it_1/fit-1", Picture(Kind.JPEG, 4, 3, len(PHOTO)))


@pytest.fixture
async def service() -> AsyncIterator[FakeBucket]:
    async with FakeBucket.open() as service:
        yield service


@pytest.fixture
async def bucket(service: FakeBucket, tmp_path: Path) -> Bucket:
    spool = FakeSpool(tmp_path)
    await spool.write(FIT.key, PHOTO)
    store = service.opened("links")
    return Bucket(store, spool, seconds=3600)


async def fetched(link: str) -> tuple[int, str, bytes]:
    async with aiohttp.ClientSession() as session, session.get(link) as answer:
        return answer.status, answer.content_type, await answer.read()


async def test_a_presigned_link_leads_to_the_picture_without_any_other_proof(bucket: Bucket) -> None:
    link = await bucket.publish(FIT)
    assert await fetched(link) == (200, "image/jpeg", PHOTO)


async def test_the_link_is_good_for_as_long_as_was_said_and_holds_no_secret(
    bucket: Bucket, service: FakeBucket
) -> None:
    link = await bucket.publish(FIT)
    assert parse_qs(urlsplit(link).query)["X-Amz-Expires"] == ["3600"]
    assert urlsplit(link).path.endswith("/Ed-it_1/fit-1.jpg")
    assert SECRET_KEY not in link
    service.now += timedelta(seconds=3700)
    assert (await fetched(link))[0] == 403


async def test_a_link_that_was_changed_leads_nowhere(bucket: Bucket, service: FakeBucket) -> None:
    link = await bucket.publish(FIT)
    service.objects["darkroom/other.jpg"] = service.objects["darkroom/Ed-it_1/fit-1.jpg"]
    assert (await fetched(link.replace("Ed-it_1/fit-1", "other")))[0] == 403
    assert (await fetched(link.replace("3600", "9999")))[0] == 403


async def test_copies_are_removed_when_their_links_have_expired_and_nothing_else_is(
    bucket: Bucket, service: FakeBucket
) -> None:
    await bucket.publish(FIT)
    copy = service.objects["darkroom/Ed-it_1/fit-1.jpg"]
    service.objects["somebody/elses.jpg"] = copy
    made = round(copy.changed.timestamp() * 1000)
    assert await bucket.sweep(made + 3_500_000) == 0
    assert await bucket.sweep(made + 3_700_000) == 1
    assert list(service.objects) == ["somebody/elses.jpg"]


async def test_a_look_leaves_nothing_behind(bucket: Bucket, service: FakeBucket) -> None:
    await bucket.check()
    assert service.requests[0][:2] == ("PUT", "/pictures/darkroom/check")
    assert service.objects == {}


async def test_a_bucket_that_refuses_is_one_typed_error_with_its_code_and_no_secret(
    bucket: Bucket, service: FakeBucket
) -> None:
    service.refuse = (
        403,
        f"<Error><Code>InvalidAccessKeyId</Code><AWSAccessKeyId>{ACCESS_KEY}</AWSAccessKeyId></Error>",
    )
    for work in (bucket.publish(FIT), bucket.check(), bucket.sweep(0)):
        with pytest.raises(StorageFault) as raised:
            await work
        assert "InvalidAccessKeyId" in raised.value.detail
        assert ACCESS_KEY not in raised.value.detail


async def test_a_bucket_that_is_not_there_is_one_typed_error(tmp_path: Path) -> None:
    spool = FakeSpool(tmp_path)
    await spool.write(FIT.key, PHOTO)
    way = {"endpoint": "http://127.0.0.1:9", "region": REGION, "access_key": "a", "secret_key": "b"}
    store = s3("pictures", setting="links", **way)
    with pytest.raises(StorageFault, match=r"bucket: \w+"):
        await Bucket(store, spool, seconds=60).publish(FIT)


async def test_a_picture_that_was_swept_is_one_typed_error(bucket: Bucket) -> None:
    with pytest.raises(StorageFault):
        await bucket.publish(Stored("gone/fit-1", FIT.picture))

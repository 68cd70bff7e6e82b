"""A bucket of an S3-like service, for gateways that fetch pictures by link. Needs the extra `s3`."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, NoReturn

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from bot.domain.errors import StartupFault, StorageFault
from bot.domain.picture import Stored
from bot.domain.ports import Spool

if TYPE_CHECKING:  # it is there for type checkers only
    from obstore.store import S3Config

_FOLDER = "darkroom/"
_TIME_LIMIT_S = 45
_RETRIES = 2
_CODE = re.compile(r"<Code>(\w{1,60})</Code>")


class Bucket:
    """Puts inputs into a bucket, and makes links that need no other proof, good for `seconds`."""

    def __init__(self, store: S3Store, spool: Spool, *, seconds: int) -> None:
        self._store, self._spool, self._seconds = store, spool, seconds

    async def publish(self, picture: Stored) -> str:
        """A presigned link to a copy of the picture.

        Raises:
            StorageFault: the bucket did not take it, or not in time.
        """
        name = f"{_FOLDER}{picture.key}.{picture.picture.kind}"
        async with _within_limits():
            await obstore.put_async(
                self._store,
                name,
                self._spool.path(picture.key),
                attributes={"Content-Type": picture.picture.kind.mime},
            )
            return await obstore.sign_async(self._store, "GET", name, timedelta(seconds=self._seconds))

    async def sweep(self, now: int) -> int:
        """Remove the copies whose links have expired at `now` (epoch ms); returns how many.

        Raises:
            StorageFault: the bucket refused.
        """
        swept = 0
        async with _within_limits():
            async for found in obstore.list(self._store, prefix=_FOLDER):
                last_good = now / 1000 - self._seconds
                old = [each["path"] for each in found if each["last_modified"].timestamp() < last_good]
                if old:
                    await obstore.delete_async(self._store, old)
                swept += len(old)
        return swept

    async def check(self) -> None:
        """Write something and remove it again.

        Raises:
            StorageFault: the bucket refused, or cannot be reached.
        """
        async with _within_limits():
            await obstore.put_async(self._store, f"{_FOLDER}check", b"writable")
            await obstore.delete_async(self._store, f"{_FOLDER}check")


def s3(bucket: str, *, endpoint: str, region: str, access_key: str, secret_key: str) -> S3Store:
    """The bucket at `endpoint`, or at Amazon where that is empty; without keys, those of the machine's role.

    Raises:
        StartupFault: it cannot be one.
    """
    config: S3Config = {"region": region}
    if endpoint:
        config["endpoint"] = endpoint
    if access_key:
        config |= {"access_key_id": access_key, "secret_access_key": secret_key}
    try:
        return S3Store(
            bucket,
            config=config,
            client_options={
                "allow_http": endpoint.startswith("http://"),
                "connect_timeout": timedelta(seconds=10),
                "timeout": timedelta(seconds=30),
            },
            retry_config={"max_retries": _RETRIES, "retry_timeout": timedelta(seconds=20)},
        )
    except BaseError as error:
        raise StartupFault(f"links: this cannot be a bucket ({type(error).__name__}).") from error


@asynccontextmanager
async def _within_limits() -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(_TIME_LIMIT_S):
            yield
    except TimeoutError as error:
        raise StorageFault(detail=f"bucket: no answer in {_TIME_LIMIT_S} s") from error
    except (BaseError, OSError) as error:
        _refuse(error)


def _refuse(error: Exception) -> NoReturn:
    """Of the service's own words only the code: they may spell keys and signatures."""
    code = _CODE.search(str(error))
    detail = f"bucket: {type(error).__name__}{f' ({code[1]})' if code else ''}"
    raise StorageFault(detail=detail) from error

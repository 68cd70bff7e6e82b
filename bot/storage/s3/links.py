"""Copies in a bucket, for gateways that fetch pictures by link."""

from datetime import timedelta

import obstore
from obstore.store import S3Store

from bot.domain.picture import Stored
from bot.domain.spool import Spool
from bot.storage.s3.service import within_limits

_FOLDER = "darkroom/"


class Bucket:
    """Puts inputs into a bucket, and makes links that need no other proof, good for `seconds`."""

    def __init__(self, store: S3Store, spool: Spool, *, seconds: int) -> None:
        self._store, self._spool, self._seconds = store, spool, seconds

    async def publish(self, picture: Stored) -> str:
        """A presigned link to a copy of the picture.

        Raises:
            StorageFault: the bucket did not take it, or not in time; the spool has it no longer.
        """
        name = f"{_FOLDER}{picture.key}.{picture.picture.kind}"
        async with self._spool.opened(picture.key) as file, within_limits():
            await obstore.put_async(
                self._store, name, file, attributes={"Content-Type": picture.picture.kind.mime}
            )
            return await obstore.sign_async(self._store, "GET", name, timedelta(seconds=self._seconds))

    async def sweep(self, now: int) -> int:
        """Remove the copies whose links have expired at `now` (epoch ms); returns how many.

        Raises:
            StorageFault: the bucket refused.
        """
        swept = 0
        async with within_limits():
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
        async with within_limits():
            await obstore.put_async(self._store, f"{_FOLDER}check", b"writable")
            await obstore.delete_async(self._store, f"{_FOLDER}check")

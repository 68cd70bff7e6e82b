"""The way to a bucket: how it is opened, how long it may take, and what it refuses."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from obstore.exceptions import BaseError
from obstore.store import S3Store

from bot.domain.errors import StartupFault, StorageFault

if TYPE_CHECKING:  # it is there for type checkers only
    from obstore.store import S3Config

_TIME_LIMIT_S = 45
_RETRIES = 2
_CODE = re.compile(r"<Code>(\w{1,60})</Code>")


def s3(bucket: str, *, setting: str, endpoint: str, region: str, access_key: str, secret_key: str) -> S3Store:
    """The bucket at `endpoint`, or at Amazon where that is empty; without keys, those of the machine's role.

    Raises:
        StartupFault: it cannot be one; `setting` names the table of settings that says so.
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
        raise StartupFault(f"{setting}: this cannot be a bucket ({type(error).__name__}).") from error


@asynccontextmanager
async def within_limits(
    fault: type[StorageFault] = StorageFault, limit: float = _TIME_LIMIT_S
) -> AsyncIterator[None]:
    """Bound what is asked of a bucket, in seconds.

    Raises:
        StorageFault: `fault` with what the bucket refused, or that it did not answer.
    """
    try:
        async with asyncio.timeout(limit):
            yield
    except TimeoutError as error:
        raise fault(detail=f"bucket: no answer in {limit:g} s") from error
    except (BaseError, OSError) as error:
        raise fault(detail=_told(error)) from error


def _told(error: Exception) -> str:
    """Of the service's own words only the code: they may spell keys and signatures."""
    code = _CODE.search(str(error))
    return f"bucket: {type(error).__name__}{f' ({code[1]})' if code else ''}"

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.crash.life import Launcher, launcher


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def starting() -> AsyncIterator[Launcher]:
    async with launcher() as started:
        yield started

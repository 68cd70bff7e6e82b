from collections.abc import AsyncIterator

import pytest

from bot.storage.database import Database
from bot.storage.migrate import migrate
from tests.stores import Store, where


@pytest.fixture
async def database(store: Store) -> AsyncIterator[Database]:
    async with Database.open(where(store.folder)) as opened:
        await migrate(opened, now=0)
        yield opened

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stores import Store
from tests.whole.town import PHOTO, Town, a_town


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with a_town(tmp_path) as built:
        yield built


@pytest.fixture(autouse=True)
def _stored(store: Store) -> None:
    """Every test of the whole bot can run on either database."""


@pytest.fixture
def photo() -> bytes:
    return PHOTO

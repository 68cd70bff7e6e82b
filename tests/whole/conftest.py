from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.whole.town import PHOTO, Town, a_town


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with a_town(tmp_path) as built:
        yield built


@pytest.fixture
def photo() -> bytes:
    return PHOTO

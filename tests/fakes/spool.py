"""A spool in a folder of the test that tells how it was read."""

from collections.abc import AsyncGenerator
from pathlib import Path

from bot.storage.spool import FolderSpool


class FakeSpool(FolderSpool):
    """Keeps files under `root`; `chunks` are the sizes that were read."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.root = root
        self.chunks: list[int] = []

    async def read(self, key: str, chunk_size: int) -> AsyncGenerator[bytes, None]:
        async for chunk in super().read(key, chunk_size):
            self.chunks.append(chunk_size)
            yield chunk

    def keys(self) -> list[str]:
        return sorted(str(path.relative_to(self.root)) for path in self.root.rglob("*") if path.is_file())

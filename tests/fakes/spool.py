"""A spool in a folder of the test, with the real one's promise: whole or not at all."""

from collections.abc import AsyncIterable, AsyncIterator
from pathlib import Path


class FakeSpool:
    """Keeps files under `root`; `chunks` are the sizes that were read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.chunks: list[int] = []

    def path(self, key: str) -> Path:
        return self.root / key

    async def write(self, key: str, content: bytes | AsyncIterable[bytes]) -> int:
        data = content if isinstance(content, bytes) else b"".join([piece async for piece in content])
        self.path(key).parent.mkdir(parents=True, exist_ok=True)
        return self.path(key).write_bytes(data)

    async def read(self, key: str, chunk_size: int) -> AsyncIterator[bytes]:
        data = self.path(key).read_bytes()
        for at in range(0, len(data), chunk_size):
            self.chunks.append(chunk_size)
            yield data[at : at + chunk_size]

    def keys(self) -> list[str]:
        return sorted(str(path.relative_to(self.root)) for path in self.root.rglob("*") if path.is_file())

"""The finished pictures, served by link as relays do. No I/O: the server answers with them."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass

from bot.sandbox.gateway.models import Link

_EXTENSIONS = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp"}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file on offer; a signed one is given only for exactly its own query."""

    data: bytes
    mime: str
    query: str = ""


class FileStore:
    """The last files, up to `limit` bytes in all; older ones are gone (404), as on real relays."""

    def __init__(self, limit: int = 256 * 1024 * 1024) -> None:
        self._limit = limit
        self._files: OrderedDict[str, StoredFile] = OrderedDict()
        self._bytes = 0

    def add(self, data: bytes, mime: str, link: Link) -> tuple[str, str]:
        """Keep a file; gives the paths (with query) for looking at it and for downloading it.

        "plain" ends in an extension, "signed" has a query that must come back byte for byte (R-URL-SIGNED),
        "naked" has no extension (R-URL-NOEXT).
        """
        token = secrets.token_hex(16)
        if link == "naked":
            name, query = secrets.token_hex(32), "w=1024&h=768&pmaid=426747789"
        else:
            name = f"{token}{_EXTENSIONS.get(mime, '.png')}"
            signature = f"st=2025-11-20T11%3A00%3A00Z&sp=r&sig={secrets.token_urlsafe(9)}%2Bx%2F8%3D"
            query = signature if link == "signed" else ""
        self._files[name] = StoredFile(data, mime, query if link == "signed" else "")
        self._bytes += len(data)
        while self._bytes > self._limit and len(self._files) > 1:
            _, dropped = self._files.popitem(last=False)
            self._bytes -= len(dropped.data)
        tail = f"?{query}" if query else ""
        return f"/files/{name}{tail}", f"/files/download/{name}{tail}"

    def get(self, name: str) -> StoredFile | None:
        return self._files.get(name)

"""A file of the spool that is being written: nobody sees it before it is whole."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import IO

SUFFIX = ".part"

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


class Unfinished:
    """A file that gets its name when it is whole; all of it happens in threads."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._path = target.with_name(f"{secrets.token_hex(8)}{SUFFIX}")
        self._file: IO[bytes] | None = None

    @property
    def begun(self) -> bool:
        """Whether there is anything to be discarded."""
        return self._file is not None

    def add(self, pieces: Iterable[bytes]) -> IO[bytes]:
        """Write on; returns the file."""
        if self._file is None:
            self._file = self._made()
        self._file.writelines(pieces)
        return self._file

    def finish(self, rest: Iterable[bytes], *, lasting: bool) -> int:
        """Write the rest, and give the file its name; returns its size in bytes."""
        file = self.add(rest)
        file.flush()
        if lasting:
            os.fsync(file.fileno())
        size = file.tell()
        file.close()
        self._path.replace(self._target)
        self._file = None
        if lasting:
            _sync(self._target.parent)  # the rename itself must survive a power cut
        return size

    def discard(self) -> None:
        """Remove what has no name yet."""
        if self._file is not None:
            self._file.close()
            self._path.unlink(missing_ok=True)

    def _made(self) -> IO[bytes]:
        try:
            return self._opened()
        except FileNotFoundError:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return self._opened()

    def _opened(self) -> IO[bytes]:
        """New, and nobody else's to read."""
        return os.fdopen(os.open(self._path, _NEW, 0o600), "wb")


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

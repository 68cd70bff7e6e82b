"""How long the files of the spool stay, and how many."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """A file of the spool: `<edit>/<name>`, its size in bytes, and when it was last changed (epoch ms)."""

    key: str
    size: int
    changed: int

    @property
    def edit(self) -> str:
        """Whose it is."""
        return self.key.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the spool may hold: files for `hours`, and at most `bytes` in all; 0 bytes: no limit."""

    hours: float
    bytes: int = 0

    def overdue(self, files: Iterable[File], in_work: Collection[str], now: int) -> list[File]:
        """The files that have to go, oldest first; never those of edits that are `in_work`."""
        before = now - round(self.hours * 3600 * 1000)
        files = sorted(files, key=lambda file: file.changed)
        over = sum(file.size for file in files) - self.bytes if self.bytes else 0
        gone = []
        for file in files:
            if (file.changed < before or over > 0) and file.edit not in in_work:
                gone.append(file)
                over -= file.size
        return gone

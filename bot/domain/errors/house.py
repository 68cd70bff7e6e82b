"""The database, the disk, the start: what an operator has to see to."""

from dataclasses import dataclass

from bot.domain.errors.base import DarkroomError


@dataclass(eq=False)
class StorageFault(DarkroomError):
    """The database refused; nothing changed. `detail` is for the operator."""

    key = "error-storage"
    detail: str = ""


class SpoolFault(StorageFault):
    """The disk, or the bucket, did not take or give a picture."""


@dataclass(eq=False)
class StartupFault(DarkroomError):
    """One plain sentence for the operator; `exit_code` 78 is configuration (sysexits.h)."""

    key = "startup"
    sentence: str
    exit_code: int = 78

    def __str__(self) -> str:
        return self.sentence

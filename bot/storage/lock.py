"""One bot for one data folder: two would both answer, and both charge."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.domain.errors import StartupFault


def made(folder: Path) -> Path:
    """The file in the folder that is locked; both are there from now on.

    Raises:
        StartupFault: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "lock").touch()
    except OSError as error:
        raise StartupFault(f"data_dir: {folder} cannot be written: {error.strerror}.") from error
    return folder / "lock"


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the folder for this process; the system lets go of it when the process ends, however it does.

    Raises:
        StartupFault: another process holds it, or the folder cannot be written.
    """
    with made(folder).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StartupFault(
                f"data_dir: another bot works in {folder}. Stop it first, or choose another folder.",
                exit_code=1,
            ) from error
        yield

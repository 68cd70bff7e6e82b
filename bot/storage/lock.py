"""One bot for one data folder: two would both answer, and both charge."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.domain.errors import StartupFault


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the folder for this process; the system lets go of it when the process ends, however it does.

    Raises:
        StartupFault: another process holds it, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / "lock").open("w")
    except OSError as error:
        raise StartupFault(f"data_dir: {folder} cannot be written: {error.strerror}.") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StartupFault(
                f"data_dir: another bot works in {folder}. Stop it first, or choose another folder.",
                exit_code=1,
            ) from error
        yield

"""Keys that the bot makes once and keeps in its data folder, for nobody else to read."""

import hmac
import os
import secrets
from pathlib import Path
from tempfile import NamedTemporaryFile

from bot.domain.errors import StartupFault

_BYTES = 32


def kept_key(file: Path, shared: str = "") -> bytes:
    """The key in `file`, made at the first call. Touches the disk; call it while starting.

    With `shared`, a secret of several machines: the same one on all of them, without a file.

    Raises:
        StartupFault: it cannot be read or written, or is none.
    """
    if shared:
        return hmac.digest(shared.encode(), file.name.encode(), "sha256")
    try:
        if not file.exists():
            _make(file)
        file.chmod(0o600)
        key = file.read_bytes()
    except OSError as error:
        raise StartupFault(f"data_dir: {file} cannot be used: {error.strerror}.") from error
    if len(key) != _BYTES:
        raise StartupFault(f"data_dir: {file} is no key of Darkroom's; remove it, and a new one is made.")
    return key


def _make(file: Path) -> None:
    """Whole or not at all: a crash must not leave half a key."""
    with NamedTemporaryFile(dir=file.parent, prefix=file.name, delete=False) as fresh:  # made with mode 0600
        fresh.write(secrets.token_bytes(_BYTES))
        fresh.flush()
        os.fsync(fresh.fileno())
    Path(fresh.name).replace(file)

"""Where something might be that must not be there: names of places, and the bytes that are in them."""

import base64
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote


def found(secrets: Iterable[str], places: Mapping[str, str | bytes]) -> list[str]:
    """Which secret is in which place, in whatever spelling; a place that is empty proves nothing."""
    empty = [f"{name} is empty" for name, content in places.items() if not content]
    return empty + [
        f"{secret!r} is in {name}"
        for secret in secrets
        for name, content in places.items()
        if any(form in _bytes(content).lower() for form in _spellings(secret))
    ]


def files(folder: Path) -> bytes:
    """All that is in the files of a folder."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _spellings(secret: str) -> set[bytes]:
    plain = {secret, quote(secret, safe=""), json.dumps(secret)[1:-1], repr(secret)[1:-1]}
    coded = base64.b64encode(secret.encode()).rstrip(b"=")[:-1].decode()
    return {form.lower().encode() for form in (*plain, coded)}

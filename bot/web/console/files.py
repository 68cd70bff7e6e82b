"""The console's few files for browsers. They are in memory, so that no path leads anywhere else."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response

_TYPES = {"console.css": "text/css", "htmx.js": "text/javascript", "mark.svg": "image/svg+xml"}
_LASTS = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class File:
    """`mark` stands in its address, and changes with it."""

    content: bytes
    mark: str


@cache
def all_files() -> Mapping[str, File]:
    """Each by its name."""
    folder = files(__package__) / "static"
    found = {name: (folder / name).read_bytes() for name in _TYPES}
    return {name: File(content, sha256(content).hexdigest()[:12]) for name, content in found.items()}


async def answer(request: Request) -> Response:
    """One of them, kept by browsers for good under its mark."""
    name = request.path_params["name"]
    file = all_files().get(name)
    if file is None or request.path_params["mark"] != file.mark:
        return Response(status_code=404)
    return Response(file.content, media_type=_TYPES[name], headers={"Cache-Control": _LASTS})

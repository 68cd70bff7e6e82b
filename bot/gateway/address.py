"""Where a gateway is, and how its endpoints are spelled, whatever way an operator wrote the base URL."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

_VERSION = re.compile(r"v\d+[a-z]*\d*")
_ENDPOINTS = ("/chat/completions", "/images/generations", "/images/edits", "/responses", "/models")
_OWN_ROOT = "api"
_NATIVE = (":generateContent", ":streamGenerateContent")


@dataclass(frozen=True, slots=True)
class Address:
    """A gateway: name, place, keys and limits.

    `timeout` in seconds: the longest one call may take. `concurrency`: calls at once, 0 without limit.
    `proxy`: an http(s) URL. `priority`: the smaller is asked first.
    """

    name: str
    base_url: str
    api_keys: tuple[str, ...] = field(default=(), repr=False)
    timeout: float = 300.0
    concurrency: int = 0
    proxy: str | None = field(default=None, repr=False)
    priority: int = 0

    @property
    def api(self) -> str:
        """The base URL with its version: `http://host` is `http://host/v1`; what has one keeps it."""
        return endpoint(self.base_url, "").rstrip("/")

    def authorization(self, key: int, path: str) -> dict[str, str]:
        """The headers that prove who asks, with the key of that number; Google's own paths want one more."""
        if not self.api_keys:
            return {}
        secret = self.api_keys[key]
        native = {"x-goog-api-key": secret} if any(action in path for action in _NATIVE) else {}
        return {"Authorization": f"Bearer {secret}", **native}


def endpoint(base_url: str, path: str) -> str:
    """The URL of `path` below a base URL with or without `/v1`, endpoint, trailing or doubled slashes.

    A path that brings its own version (`/v1beta/models/...`) takes the place of the base's; one that begins
    with `/api/` (DashScope) stands at the host's root (wire Q-BASEURL).
    """
    parts = urlsplit(base_url.strip())
    below = "/".join(part for part in parts.path.split("/") if part)
    for ending in _ENDPOINTS:
        below = f"/{below}".removesuffix(ending).strip("/")
    segments = [segment for segment in below.split("/") if segment]
    versions = [number for number, segment in enumerate(segments) if _VERSION.fullmatch(segment)]
    wanted = [segment for segment in path.split("/") if segment]
    if wanted and wanted[0] == _OWN_ROOT:
        segments = []
    elif wanted and _VERSION.fullmatch(wanted[0]):
        segments = segments[: versions[0]] if versions else segments
    elif not versions:
        segments = [*segments, "v1"]
    return urlunsplit((parts.scheme, parts.netloc, "/" + "/".join([*segments, *wanted]), parts.query, ""))

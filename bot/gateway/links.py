"""Links as gateways write them: glued to prose, spaced out, entity-encoded, relative, or no result at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

IMAGE_ENDINGS = frozenset(
    {"png", "jpg", "jpeg", "jpe", "jfif", "webp", "gif", "avif", "heic", "bmp", "tif", "tiff"}
)
VIDEO_ENDINGS = frozenset({"mp4", "webm", "mov", "m4v", "m3u8", "mkv", "avi"})

# ASCII only, because Chinese prose follows a link without a space.
_BARE = re.compile(r"https?://[!#-;=?-\[\]_a-z~]+", re.IGNORECASE)
_BREAKS = re.compile(r"[\t\r\n]+")
_SPACED = re.compile(r"^(https?)\s*:\s*/\s*/", re.IGNORECASE)
# Only with the semicolon: `?a=1&copy=2` is a query, and no copyright sign.
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")
_RELATIVE = re.compile(r"\.{0,2}/|[\w.-]+(?:/[^\s:]*)?$")
# A name that Gemini's web page fills in, and that nobody can fetch (R-PLACEHOLDER).
_PLACEHOLDER = re.compile(
    r"https?://(?:[\w-]+\.)*googleusercontent\.com/image_generation_content/", re.IGNORECASE
)
_TRAILING = ".,;:!?'*_~\\"
_CLOSING = {")": "(", "]": "["}


def ending(url: str) -> str:
    """The ending of the link's path, in lower case; empty if there is none."""
    path = re.split(r"[?#]", url, maxsplit=1)[0]
    name = path.rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name else ""


def bare(text: str) -> Iterator[tuple[int, int, str]]:
    """Every http link in the text with its start and end; brackets balanced, punctuation left out."""
    for match in _BARE.finditer(text):
        url = _trimmed(match.group())
        yield match.start(), match.start() + len(url), url


def _trimmed(url: str) -> str:
    for closing, opening in _CLOSING.items():
        if closing not in url:
            continue
        depth = 0
        for at, char in enumerate(url):
            depth += (char == opening) - (char == closing)
            if depth < 0:
                url = url[:at]
                break
    return url.rstrip(_TRAILING)


def clean(url: str) -> str:
    """The link as it must be fetched: entities decoded (R-URL-AMP), spaces gone, nothing else touched."""
    url = _BREAKS.sub("", url.strip())
    if _SPACED.match(url):
        url = "".join(url.split())
    return _ENTITY.sub(lambda match: unescape(match.group()), url).replace(" ", "%20")


@dataclass(frozen=True, slots=True)
class Resolver:
    """Tells which links are results, and where they lead.

    `excluded`: links of the request (R-ECHO). `base_url`: the API's, for relative links (R-URL-RELATIVE).
    """

    base_url: str = ""
    excluded: frozenset[str] = frozenset()

    def __call__(self, link: str) -> str | None:
        """The link to fetch; None if it is no result: an input, a placeholder, a video, no link at all."""
        url = clean(link)
        if not re.match(r"https?://", url, re.IGNORECASE):
            url = self._absolute(url)
        if not url or url in self.excluded or ending(url) in VIDEO_ENDINGS or _PLACEHOLDER.match(url):
            return None
        return url if _has_host(url) else None

    def _absolute(self, url: str) -> str:
        """Resolved against the API's origin; empty where that cannot be."""
        slash = url.startswith(("/", "./"))
        named = ending(url) in IMAGE_ENDINGS and _RELATIVE.match(url) is not None
        if not (self.base_url and _has_host(self.base_url) and (slash or named)):
            return ""
        base = urlsplit(self.base_url)
        try:
            return urljoin(f"{base.scheme}://{base.netloc}/", url)
        except ValueError:
            return ""


def _has_host(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:
        return False

"""Public links to people's pictures, for gateways that fetch: signed, and good for a while.

A link is `<public_url>/m/<time>.<signature>/<edit>/fit-<n>.<kind>`; who has it may read that one picture.
"""

import hashlib
import hmac
import re

import structlog
from itsdangerous import BadData, TimestampSigner
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bot.domain.errors import SpoolFault
from bot.domain.picture import Kind, Stored
from bot.domain.ports import Clock
from bot.domain.spool import Spool

log = structlog.get_logger()

_PATH = "/m/"
_CHUNK = 2**18
_NAME = re.compile(r"(?P<key>(?P<edit>[\w-]{1,64})/fit-[0-9]{1,3})\.(?P<kind>[a-z]{3,4})", re.ASCII)
"""Of inputs as they are sent on, upright and without metadata: no original, no result, no answer."""
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


class PublicLinks:
    """Makes links to inputs in the spool, and serves them.

    Args:
        public_url: where the world reaches the HTTP face, without a slash at the end.
        key: what links are signed with.
        spool: where the pictures are.
        clock: tells when a link was made, and when it has expired.
        seconds: how long a link leads anywhere.
    """

    def __init__(self, public_url: str, *, key: bytes, spool: Spool, clock: Clock, seconds: int) -> None:
        self._root = public_url + _PATH
        self._signer = _Signer(key, clock)
        self._spool = spool
        self._seconds = seconds

    @property
    def route(self) -> Route:
        """Everything under /m/: what is no link of ours is as good as not there."""
        return Route(_PATH + "{_:path}", self._answer)

    async def publish(self, picture: Stored) -> str:
        """A link to an input.

        Raises:
            ValueError: it is something else, which is a bug.
        """
        name = f"{picture.key}.{picture.picture.kind}"
        if not _NAME.fullmatch(name):
            raise ValueError(f"{picture.key!r} is not for the public")
        _, time, signature = self._signer.sign(name).decode("ascii").rsplit(".", 2)
        return f"{self._root}{time}.{signature}/{name}"

    async def _answer(self, request: Request) -> Response:
        found = self._checked(_path(request).removeprefix(_PATH))  # the route's own part drops a "\n"
        if found is None:
            return Response(status_code=404)
        try:
            size = await self._spool.size(found["key"])
        except SpoolFault as fault:
            log.error("picture not read", edit=found["edit"], detail=fault.detail)
            return Response(status_code=503)
        if size is None:
            return Response(status_code=404)
        log.info("picture fetched by link", edit=found["edit"], method=request.method)
        headers, kind = _HEADERS | {"Content-Length": str(size)}, Kind(found["kind"]).mime
        if request.method == "HEAD":
            return Response(headers=headers, media_type=kind)
        return StreamingResponse(self._spool.read(found["key"], _CHUNK), headers=headers, media_type=kind)

    def _checked(self, link: str) -> re.Match[str] | None:
        """The name in a link that is ours, unchanged and still good."""
        seal, _, name = link.partition("/")
        found = _NAME.fullmatch(name)
        try:
            self._signer.unsign(f"{name}.{seal}", max_age=self._seconds)
        except BadData:
            return None
        return found if self._signer.is_exact(f"{name}.{seal}") else None


def _path(request: Request) -> str:
    """Within the site, which may be a part of another one."""
    return str(request.scope["path"]).removeprefix(request.scope.get("root_path", ""))


class _Signer(TimestampSigner):
    """Signs by our clock."""

    def __init__(self, key: bytes, clock: Clock) -> None:
        super().__init__(key, salt="darkroom.media", key_derivation="hmac", digest_method=hashlib.sha256)
        self._clock = clock

    def get_timestamp(self) -> int:
        return self._clock.now() // 1000

    def is_exact(self, signed: str) -> bool:
        """Whether the signature is spelled as it was made: base64 has other spellings of the same bytes."""
        value, _, signature = signed.rpartition(".")
        return hmac.compare_digest(self.get_signature(value), signature.encode())

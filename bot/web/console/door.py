"""Who it is that asks, and from where: nothing is done for another site, and no browser keeps a page."""

from urllib.parse import urlsplit

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.domain.errors import StorageFault
from bot.services.sessions import WHOLE_MS, Sessions

log = structlog.get_logger()

_SAFE = {"GET", "HEAD"}
_COOKIE = "__Host-console"  # with this prefix no other host and no plain http can set it
_HERE = "/console"
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Door:
    """Before the pages, which find in the request's state which admin asks, and None for anybody else.

    Args:
        inside: the pages.
        sessions: who is signed in.
        address: of the console, as its admins reach it, without a slash at the end.
    """

    def __init__(self, inside: ASGIApp, sessions: Sessions, address: str) -> None:
        self._inside, self._sessions = inside, sessions
        self._origin = origin_of(address)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        try:
            refused = await self._refuse(request)
        except StorageFault as fault:
            log.error("nobody let in", why=fault.detail)
            refused = PlainTextResponse("The database does not answer.", 503)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await (refused or self._inside)(scope, receive, send_guarded)

    async def _refuse(self, request: Request) -> Response | None:
        if request.method not in _SAFE and not is_from(self._origin, request.headers):
            return PlainTextResponse("This came from another site, and was not done.", 403)
        token = session_of(request)
        by_itself = refreshes(request)  # pages that refresh by themselves keep nobody signed in
        request.state.admin = token and await self._sessions.admin(token, active=not by_itself)
        return None


def refreshes(request: Request) -> bool:
    """Whether it is a part of an open page that asks for itself anew."""
    return "HX-Request" in request.headers


def origin_of(address: str) -> str:
    """Scheme, host and port as browsers write them: a port that goes without saying is not said."""
    found = urlsplit(address)
    port = ":443" if found.scheme == "https" else ":80"
    return f"{found.scheme}://{found.netloc.lower().removesuffix(port)}"


def is_from(origin: str, headers: Headers) -> bool:
    """Whether the console's own page asked for this; a browser that says nothing of it is not believed.

    Pages with `Referrer-Policy: no-referrer` send the origin "null", so that alone it proves nothing.
    https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
    """
    site, told = headers.get("Sec-Fetch-Site"), headers.get("Origin")
    if told not in {None, "null", origin}:
        return False
    return told == origin if site is None else site == "same-origin"


def session_of(request: Request) -> str | None:
    """The token that the browser keeps."""
    return request.cookies.get(_cookie(request))


def keep_session(request: Request, response: Response, token: str) -> None:
    """Have the browser keep it; nothing but the console gets to see it."""
    name, seconds = _cookie(request), WHOLE_MS // 1000
    response.set_cookie(name, token, max_age=seconds, secure=True, httponly=True, samesite="strict")


def drop_session(request: Request, response: Response) -> None:
    """Have the browser forget it."""
    response.delete_cookie(_cookie(request), secure=True, httponly=True, samesite="strict")


def _cookie(request: Request) -> str:
    """Of each console its own, where several bots have theirs on one host: such cookies know no paths."""
    above = str(request.scope.get("root_path", "")).removesuffix(_HERE)
    return _COOKIE + above.replace("/", "-")

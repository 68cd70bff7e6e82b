"""Who comes in: only admins who are signed in, and from no other site. Whoever stays outside learns nothing."""

from urllib.parse import urlsplit

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import get_route_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.domain.errors import StorageFault
from bot.services.sessions import WHOLE_MS, Sessions

log = structlog.get_logger()

SIGN_IN = "/sign-in"
STATIC = "/static/"
_OPEN = (SIGN_IN, STATIC)
_SAFE = {"GET", "HEAD"}
_COOKIE = "__Host-console"  # with this prefix no other host and no plain http can set it
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
    """Lets requests through to the pages; the admin is then in the request's state.

    Args:
        inside: the pages.
        sessions: who is signed in.
        address: of the console, as its admins reach it, without a slash at the end.
    """

    def __init__(self, inside: ASGIApp, sessions: Sessions, address: str) -> None:
        found = urlsplit(address)
        self._inside, self._sessions = inside, sessions
        self._origin, self._root = f"{found.scheme}://{found.netloc}", found.path

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
        if get_route_path(request.scope).startswith(_OPEN):
            return None
        by_itself = "HX-Request" in request.headers  # pages that refresh by themselves keep nobody signed in
        token = session_of(request)
        request.state.admin = token and await self._sessions.admin(token, active=not by_itself)
        if request.state.admin:
            return None
        to = f"{self._root}{SIGN_IN}"
        if by_itself:
            return Response(status_code=401, headers={"HX-Redirect": to})
        return RedirectResponse(to, 303)


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
    return request.cookies.get(_COOKIE)


def keep_session(response: Response, token: str) -> None:
    """Have the browser keep it; nothing but the console gets to see it."""
    response.set_cookie(
        _COOKIE, token, max_age=WHOLE_MS // 1000, secure=True, httponly=True, samesite="strict"
    )


def drop_session(response: Response) -> None:
    """Have the browser forget it."""
    response.delete_cookie(_COOKIE, secure=True, httponly=True, samesite="strict")

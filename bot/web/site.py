"""The HTTP face: a table of routes, and the server that runs it in the bot's own loop."""

import asyncio
import contextlib
import socket
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp

from bot.web.health import Verdict
from bot.web.media import PublicLinks
from bot.web.webhook import Webhook

Judge = Callable[[], Verdict]
"""Tells how the bot is right now; returns at once."""

Site = ASGIApp
"""Something that answers requests."""

Part = BaseRoute
"""What somebody else brings to the site."""

_STOP_LIMIT_S = 5


def build(
    *,
    health: Judge,
    ready: Judge,
    media: PublicLinks | None = None,
    hook: Webhook | None = None,
    metrics: Route | None = None,
    more: Sequence[Part] = (),
) -> Starlette:
    """The site.

    Args:
        health: does it live, or should it be started again?
        ready: does it serve people?
        media: public links to pictures, where there are any.
        hook: where Telegram posts updates, if it does.
        metrics: figures for machines, if they are told.
        more: what else is served.
    """
    routes = [each.route for each in (media, hook) if each] + ([metrics] if metrics else [])
    return _site([*_verdicts(health, ready), *routes, *more])


def together(sites: Mapping[str, Site], hooks: Sequence[Webhook], *, health: Judge, ready: Judge) -> Site:
    """One site of several bots: each one's under a path of its own, hooks where Telegram was told."""
    mounts = (Mount(path, site) for path, site in sites.items())
    return _site([*_verdicts(health, ready), *(hook.route for hook in hooks), *mounts])


def _verdicts(health: Judge, ready: Judge) -> list[BaseRoute]:
    return [Route("/healthz", _told(health)), Route("/readyz", _told(ready))]


def _site(routes: Sequence[BaseRoute]) -> Starlette:
    site = Starlette(routes=routes)
    site.router.redirect_slashes = False  # its redirects repeat the Host header of whoever asks
    return site


def _told(judge: Judge) -> Callable[[Request], Awaitable[Response]]:
    async def answer(_request: Request) -> Response:
        verdict = judge()
        return JSONResponse(
            {"status": "ok" if verdict.well else "failing", "reasons": verdict.reasons},
            status_code=200 if verdict.well else 503,
            headers={"Cache-Control": "no-store"},
        )

    return answer


class Server:
    """Serves one site on one address until it is stopped or cancelled; signals are left to the bot."""

    def __init__(self, site: Site) -> None:
        self._server = _Quiet(
            uvicorn.Config(
                site,
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                http="h11",
                ws="none",
                timeout_graceful_shutdown=_STOP_LIMIT_S,
            )
        )

    async def serve(self, listener: socket.socket) -> None:
        """Serve on what `bind` gave, return after `stop`, and close it."""
        try:
            await self._server.serve(sockets=[listener])
        except asyncio.CancelledError:
            if self._server.started:
                await self._server.shutdown([listener])
            raise
        finally:
            listener.close()

    def stop(self) -> None:
        """Let `serve` answer what it has begun, and return."""
        self._server.should_exit = True


class _Quiet(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

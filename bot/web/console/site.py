"""The console as a part of the HTTP face: its routes, and what becomes of errors."""

from collections.abc import Mapping
from datetime import tzinfo
from urllib.parse import urlsplit

import structlog
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.types import Receive, Scope, Send

from bot.domain.errors import DarkroomError, StorageFault, UnknownPerson
from bot.texts import FALLBACK
from bot.web.console import PATH, files, forms
from bot.web.console.door import Door
from bot.web.console.forms import FormFault
from bot.web.console.pages import PAGES, Page
from bot.web.console.render import Renderer
from bot.web.console.visit import Tools, Visit

log = structlog.get_logger()


def console(
    tools: Tools, *, address: str, zone: tzinfo, form_seconds: float = forms.SECONDS
) -> list[BaseRoute]:
    """Its routes, to be served as part of a site.

    Args:
        tools: what its pages show and steer by.
        address: where its admins reach it, without a slash at the end; its path may be another than PATH.
        zone: of all times that it shows.
        form_seconds: how long a form may take to arrive.
    """
    root = urlsplit(address).path
    house = _House(tools, Renderer(root, tools.clock, zone), root, form_seconds)
    static = Route("/static/{mark}/{name}", files.answer)
    routes = [Route(PATH, house.enter), static, *map(house.route, PAGES)]
    door = Door(Router(routes, redirect_slashes=False, default=house.nothing), tools.sessions, address)
    return [Route(PATH, door), Mount(PATH, door)]


class _House:
    """Makes a visit of each request, and a page of each error."""

    def __init__(self, tools: Tools, render: Renderer, root: str, form_seconds: float) -> None:
        self._tools, self._render, self._root, self._form_seconds = tools, render, root, form_seconds

    def route(self, page: Page) -> Route:
        """A page as Starlette wants it."""

        async def answer(request: Request) -> Response:
            visit = self._visit(request)
            if not page.open and not visit.admin:
                return visit.turned_away()
            try:
                if request.method == "POST":
                    visit = self._visit(request, await forms.read(request, seconds=self._form_seconds))
                return await page.answer(visit)
            except Exception as error:  # noqa: BLE001  the last place before the browser
                return _fault(visit, error)

        return Route(page.path, answer, methods=[page.method])

    async def enter(self, _: Request) -> Response:
        """PATH alone."""
        return RedirectResponse(f"{self._root}/", 303)

    async def nothing(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An address that leads nowhere."""
        visit = self._visit(Request(scope))
        response = visit.fault(404) if visit.admin else visit.turned_away()
        await response(scope, receive, send)

    def _visit(self, request: Request, form: Mapping[str, str] | None = None) -> Visit:
        return Visit(self._tools, request, self._render, self._root, request.state.admin or 0, form or {})


def _fault(visit: Visit, error: Exception) -> Response:
    match error:
        case FormFault():
            return visit.fault(error.status)
        case ValueError():
            log.info("console: refused", why=str(error))
            return visit.fault(400)
        case StorageFault():
            log.error("console: the database refused", why=error.detail)
            return visit.fault(503)
        case UnknownPerson():
            return visit.fault(404, visit.tools.texts.explain(FALLBACK, error))
        case DarkroomError():
            return visit.fault(400, visit.tools.texts.explain(FALLBACK, error))
        case _:
            log.error("console: a bug", exc_info=error)
            return visit.fault(500)

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
from bot.web.console import files, forms
from bot.web.console.door import Door
from bot.web.console.forms import FormFault
from bot.web.console.pages import PAGES, Page
from bot.web.console.render import Renderer
from bot.web.console.visit import Tools, Visit

log = structlog.get_logger()

PATH = "/console"
_FAULTS = {
    400: "The address or the form says something that cannot be.",
    404: "There is no such page.",
    408: "The form came too slowly.",
    413: "The form is too large.",
    415: "That was no form.",
    500: "Something went wrong here; the log has the details.",
    503: "The database does not answer. The log has the details; try again in a moment.",
}


def console(tools: Tools, *, address: str, zone: tzinfo, form_seconds: float = forms.SECONDS) -> list[BaseRoute]:
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
    pages = Router([static, *map(house.route, PAGES)], redirect_slashes=False, default=house.nothing)

    async def enter(_: Request) -> Response:
        return RedirectResponse(f"{root}/", 303)

    return [Route(PATH, enter), Mount(PATH, Door(pages, tools.sessions, address))]


class _House:
    """Makes a visit of each request, and a page of each error."""

    def __init__(self, tools: Tools, render: Renderer, root: str, form_seconds: float) -> None:
        self._tools, self._render, self._root, self._form_seconds = tools, render, root, form_seconds

    def route(self, page: Page) -> Route:
        """A page as Starlette wants it."""

        async def answer(request: Request) -> Response:
            visit = self._visit(request)
            try:
                if request.method == "POST":
                    form = await forms.read(request, seconds=self._form_seconds)
                    visit = self._visit(request, form)
                return await page.answer(visit)
            except Exception as error:  # noqa: BLE001  the last place before the browser
                return _fault(visit, error)

        return Route(page.path, answer, methods=[page.method])

    async def nothing(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An address that leads nowhere."""
        response = _told(self._visit(Request(scope)), 404)
        await response(scope, receive, send)

    def _visit(self, request: Request, form: Mapping[str, str] | None = None) -> Visit:
        admin = request.state.admin if hasattr(request.state, "admin") else 0
        return Visit(self._tools, request, self._render, self._root, admin, form or {})


def _fault(visit: Visit, error: Exception) -> Response:
    match error:
        case FormFault():
            return _told(visit, error.status)
        case ValueError():
            log.info("console: refused", why=str(error))
            return _told(visit, 400)
        case StorageFault():
            log.error("console: the database refused", why=error.detail)
            return _told(visit, 503)
        case UnknownPerson():
            return _told(visit, 404, visit.tools.texts.explain(FALLBACK, error))
        case DarkroomError():
            return _told(visit, 400, visit.tools.texts.explain(FALLBACK, error))
        case _:
            log.error("console: a bug", exc_info=error)
            return _told(visit, 500)


def _told(visit: Visit, status: int, sentence: str = "") -> Response:
    return visit.page("fault.html", status, sentence=sentence or _FAULTS[status])

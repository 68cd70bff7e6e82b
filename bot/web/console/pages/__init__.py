"""All pages. A new one: a file here, its line in `PAGES`, its template; what it does is in a service."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.responses import Response

from bot.web.console.pages import edits, fleet, overview, people, records, settings, sign_in
from bot.web.console.visit import SIGN_IN, Visit


@dataclass(frozen=True, slots=True)
class Page:
    """A path below the console, and who answers it. `open`: to who is not signed in."""

    path: str
    answer: Callable[[Visit], Awaitable[Response]]
    method: str = "GET"
    open: bool = False


PAGES = (
    Page(SIGN_IN, sign_in.how, open=True),
    Page(SIGN_IN + "/{link}", sign_in.ask, open=True),
    Page(SIGN_IN + "/{link}", sign_in.sign_in, "POST", open=True),
    Page("/sign-out", sign_in.sign_out, "POST"),
    Page("/", overview.overview),
    Page("/live", overview.live),
    Page("/people", people.people),
    Page("/people/{person}", people.person),
    Page("/people/{person}/grant", people.grant, "POST"),
    Page("/people/{person}/limit", people.limit, "POST"),
    Page("/people/{person}/ban", people.ban, "POST"),
    Page("/people/{person}/unban", people.unban, "POST"),
    Page("/edits", edits.edits),
    Page("/edits/{edit}", edits.edit),
    Page("/ledger", records.ledger),
    Page("/audit", records.audit),
    Page("/gateways", fleet.gateways),
    Page("/gateways", fleet.switch_gateway, "POST"),
    Page("/models", fleet.models),
    Page("/models", fleet.switch_model, "POST"),
    Page("/settings", settings.settings),
)

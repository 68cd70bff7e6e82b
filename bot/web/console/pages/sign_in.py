"""The way in, by a link from the chat, and the way out.

Looking at a link does nothing, because Telegram and others look at links too: only the button signs in.
"""

import structlog
from starlette.responses import Response

from bot.web.console.door import drop_session, keep_session, session_of
from bot.web.console.visit import SIGN_IN, Visit

log = structlog.get_logger()

_GONE = 410


async def how(visit: Visit) -> Response:
    """For who is not signed in: how one gets in."""
    return visit.page("sign-in.html")


async def ask(visit: Visit) -> Response:
    """The button of a link that is still good."""
    admin = await visit.tools.sessions.invited(_link(visit))
    if admin is None:
        return _over(visit)
    person = await visit.tools.account.get(admin)
    return visit.page("sign-in-ask.html", name=person.name if person and person.name else str(admin))


async def sign_in(visit: Visit) -> Response:
    """The button was pressed."""
    token = await visit.tools.sessions.begin(_link(visit))
    log.info("console: signed in" if token else "console: link refused")
    if token:
        response = visit.to("/")
        keep_session(visit.request, response, token)
        return response
    if visit.admin:
        return visit.to("/")  # pressed twice
    return _over(visit)


async def sign_out(visit: Visit) -> Response:
    """Here, or everywhere."""
    if visit.form.get("where") == "everywhere":
        await visit.tools.sessions.end_all(visit.admin, once=visit.once())
    else:
        await visit.tools.sessions.end(session_of(visit.request) or "")
    response = visit.to(SIGN_IN)
    drop_session(visit.request, response)
    return response


def _over(visit: Visit) -> Response:
    response = visit.page("sign-in-over.html")
    response.status_code = _GONE
    return response


def _link(visit: Visit) -> str:
    return str(visit.request.path_params["link"])

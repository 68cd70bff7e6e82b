"""People: looked for, and one of them with all that can be done about them."""

from starlette.responses import Response

from bot.domain.errors import WrongAmount
from bot.domain.span import span
from bot.web.console.visit import Visit

_LONGEST_REASON = 200
_BEYOND = 2**52
"""Telegram: at most 52 significant bits."""


async def people(visit: Visit) -> Response:
    """Those who answer to a name, or the newest."""
    query = visit.asked("q")
    found = await visit.tools.console.people(query, visit.asked("older"))
    return visit.page("people.html", query=query, found=found, now=visit.tools.clock.now())


async def person(visit: Visit) -> Response:
    """One of them."""
    number = _person(visit)
    found = await visit.tools.console.person(number)
    acts = await visit.tools.console.audit(number)
    is_admin = visit.tools.admin.allows(number)
    return visit.page("person.html", found=found, acts=acts, is_admin=is_admin, why=visit.why)


async def grant(visit: Visit) -> Response:
    """Give credits, or take them away."""
    number, amount = _person(visit), _amount(visit)
    await visit.tools.admin.grant(
        by=visit.admin, to=number, credits=amount, reason=_reason(visit), once=visit.once()
    )
    return visit.to(f"/people/{number}", done="granted")


async def limit(visit: Visit) -> Response:
    """Set the free credits of each period; without a number as for everybody."""
    number = _person(visit)
    credits = _amount(visit) if visit.form.get("credits") else None  # noqa: A001  the design's word
    await visit.tools.admin.limit(by=visit.admin, person=number, credits=credits, once=visit.once())
    return visit.to(f"/people/{number}", done="limited")


async def ban(visit: Visit) -> Response:
    """Shut somebody out for a while; without a span for good."""
    number, lasts = _person(visit), visit.form.get("lasts", "")
    milliseconds = span(lasts)
    if lasts and milliseconds is None:
        raise ValueError("lasts")
    await visit.tools.office.bans.ban(
        by=visit.admin, person=number, lasts=milliseconds, reason=_reason(visit), once=visit.once()
    )
    return visit.to(f"/people/{number}", done="banned")


async def unban(visit: Visit) -> Response:
    """Let somebody in again."""
    number = _person(visit)
    await visit.tools.office.bans.unban(by=visit.admin, person=number, once=visit.once())
    return visit.to(f"/people/{number}", done="unbanned")


def _person(visit: Visit) -> int:
    number = int(visit.request.path_params["person"])
    if not 0 < number < _BEYOND:
        raise ValueError("person")
    return number


def _amount(visit: Visit) -> int:
    told = visit.form.get("credits", "")
    try:
        return int(told)
    except ValueError as error:
        raise WrongAmount(amount=told[:20]) from error


def _reason(visit: Visit) -> str:
    return " ".join(visit.form.get("reason", "").split())[:_LONGEST_REASON]

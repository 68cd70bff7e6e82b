"""Models and gateways: how they are, and their switches."""

from starlette.responses import Response

from bot.services.fleet import Flaw
from bot.web.console.visit import Visit


async def gateways(visit: Visit) -> Response:
    """Every gateway, with its last 24 hours; `ask`: also what it offers, which takes seconds."""
    told = await visit.tools.fleet.gateways() if visit.asked("ask") else ()
    asked = {each.health.name: each for each in told}
    return visit.page("gateways.html", found=await visit.tools.console.gateways(), asked=asked)


async def models(visit: Visit) -> Response:
    """Every model; `ask`: also which of them no gateway has, which takes seconds."""
    asked = bool(visit.asked("ask"))
    listed, silent = await visit.tools.fleet.models() if asked else ((), ())
    lacking = {each.model.id for each in listed if each.flaw is Flaw.LACKING}
    found = await visit.tools.console.models()
    return visit.page("models.html", found=found, lacking=lacking, silent=silent, asked=asked)


async def switch_model(visit: Visit) -> Response:
    """Off or on."""
    name, on = _turn(visit)
    await visit.tools.office.switches.model(name, on=on, by=visit.admin, once=visit.once())
    return visit.to("/models", done="switched")


async def switch_gateway(visit: Visit) -> Response:
    """The same; the models that no other gateway has go with it."""
    name, on = _turn(visit)
    await visit.tools.office.switches.gateway(name, on=on, by=visit.admin, once=visit.once())
    return visit.to("/gateways", done="switched")


def _turn(visit: Visit) -> tuple[str, bool]:
    turn = visit.form.get("turn")
    if turn not in {"on", "off"}:
        raise ValueError("turn")
    return visit.form.get("name", ""), turn == "on"

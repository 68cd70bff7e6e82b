"""Edits: looked for, and one of them opened."""

from starlette.responses import Response

from bot.domain.edit import State
from bot.services.console.views import FAULTS
from bot.storage.browse.edits import Sought
from bot.web.console.visit import Visit

_ENDS = (State.FAILED, State.DONE, State.CANCELLED)


async def edits(visit: Visit) -> Response:
    """Those that failed, or others that are asked for."""
    asked = {name: visit.asked(name) for name in ("state", "error", "model", "person")}
    asked["state"] = asked["state"] or ("" if any(asked.values()) else State.FAILED)
    every = asked["state"] == "any"
    sought = Sought(
        state=None if every or not asked["state"] else State(asked["state"]),
        error=asked["error"] if asked["error"] in FAULTS else None,
        person=int(asked["person"]) if asked["person"] else None,
        model=asked["model"] or None,
    )
    found = await visit.tools.console.edits(sought, visit.asked("older"))
    names = [model.id for model in visit.tools.office.switches.all_models]
    return visit.page(
        "edits.html",
        found=found,
        asked=asked,
        states=tuple(State),
        errors=FAULTS,
        models=sorted({*names, *filter(None, [sought.model])}),
        why=visit.why,
    )


async def edit(visit: Visit) -> Response:
    """One of them: its course, and where it failed, what was said."""
    found = await visit.tools.console.edit(visit.request.path_params["edit"])
    if found is None:
        return visit.fault(404)
    return visit.page("edit.html", found=found, why=visit.why)

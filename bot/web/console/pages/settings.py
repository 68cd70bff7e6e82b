"""The settings in force."""

import tomllib

from starlette.responses import Response

from bot.web.console.visit import Visit


async def settings(visit: Visit) -> Response:
    """As `darkroom config` prints them."""
    found = tomllib.loads(visit.tools.settings)
    plain = {name: value for name, value in found.items() if not isinstance(value, dict) and not _is_tables(value)}
    tables = [(name, value) for name, value in found.items() if isinstance(value, dict)]
    for name, value in found.items():
        if _is_tables(value):
            tables += [(name, each) for each in value]
    return visit.page("settings.html", tables=[("", plain), *tables])


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)

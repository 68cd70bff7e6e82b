"""The settings in force."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence

from starlette.responses import Response

from bot.web.console.visit import Visit

Rows = Sequence[tuple[str, object]]


async def settings(visit: Visit) -> Response:
    """As `darkroom config` prints them."""
    return visit.page("settings.html", cards=[*_cards(tomllib.loads(visit.tools.settings))])


def _cards(found: Mapping[str, object]) -> Iterator[tuple[str, Rows]]:
    """Each table with its settings; several of a kind are one, with a row for each of them."""
    yield "general", [each for each in found.items() if not _is_table(each[1]) and not _tables(each[1])]
    for name, value in found.items():
        if isinstance(value, dict):
            yield name, [*value.items()]
        elif tables := _tables(value):
            yield name, [_row(each) for each in tables]


def _row(table: Mapping[str, object]) -> tuple[str, object]:
    (_, first), *rest = table.items()
    return str(first), [f"{name} = {value}" for name, value in rest if value != ""]


def _tables(value: object) -> Sequence[Mapping[str, object]]:
    return [each for each in value if _is_table(each)] if isinstance(value, list) else ()


def _is_table(value: object) -> bool:
    return isinstance(value, dict)

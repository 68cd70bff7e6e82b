"""What is wrong with settings, one plain line for each fault; no line ever holds a value."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from pydantic import BaseModel, ValidationError

from bot.config.nearest import nearest
from bot.config.sections import Gateway, Model, Pack
from bot.config.sources import Tree, known_paths, variable

_TABLES: Mapping[str, type[BaseModel]] = {"gateways": Gateway, "models": Model, "packs": Pack}
_HOW = {
    "telegram.token": "; @BotFather gives it",
    "gateway.base_url": "; several gateways: [[gateways]], or DARKROOM_GATEWAYS as a JSON list",
}
_Location: TypeAlias = tuple[int | str, ...]


def missing(path: str) -> str:
    """The line for a setting that must be set: how, in both spellings."""
    *sections, leaf = path.split(".")
    table = f" under [{'.'.join(sections)}]" if sections else ""
    return f"{path} is missing: set {variable(path)}, or {leaf}{table} in darkroom.toml{_HOW.get(path, '')}"


def lines(error: ValidationError, tree: Tree, *, table: str = "", own: Tree | None = None) -> Iterator[str]:
    """One line for each fault that was found in `tree`; what is `own` to a bot is named by its table."""
    for each in error.errors(include_input=False, include_url=False, include_context=False):
        place, kind = each["loc"], each["type"]
        path = _spelled(place)
        if table and kind == "missing" and len(place) <= 2:  # noqa: PLR2004  # in no list: a setting of the bot
            yield f"{table}.{path} is missing{_HOW.get(path, '')}"
            continue
        prefix = f"{table}." if table and _stands(place, own) else ""
        yield from (f"{prefix}{line}" for line in _line(place, kind, each["msg"], tree))


def _stands(place: _Location, inside: object) -> bool:
    """Whether what is at fault was set in there; what does not fit together, as likely as not."""
    for key in place:
        if not isinstance(inside, dict):  # within a list, or a value of its own
            break
        if key not in inside:
            return False
        inside = inside[key]
    return True


def _line(place: _Location, kind: str, message: str, tree: Tree) -> Iterator[str]:
    path = _spelled(place)
    if kind == "extra_forbidden":
        yield from _unknown(place, tree)
    elif kind == "missing":
        yield missing(path) if path in known_paths() else f"{path} is missing"
    elif kind in {"model_type", "model_attributes_type"}:
        yield f"{path}: should be a table"
    elif kind == "setting" and not place:
        yield message
    else:
        yield f"{path}: {message[:1].lower()}{message[1:]}"


def _unknown(place: _Location, tree: Tree) -> Iterator[str]:
    path = _spelled(place)
    if len(place) > 2 and place[0] in _TABLES:  # noqa: PLR2004  # list, number, key
        inside = _TABLES[str(place[0])].model_fields
        yield f"{path} is no setting{nearest(str(place[-1]), inside)}"
        return
    value: object = tree
    for key in place:
        value = value.get(str(key)) if isinstance(value, dict) else None
    for full in [f"{path}.{key}" for key in value] if isinstance(value, dict) and value else [path]:
        yield f"{full} is no setting{nearest(full, known_paths())}"


def _spelled(place: _Location) -> str:
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place)
    return "".join(parts).removeprefix(".")

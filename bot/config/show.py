"""Settings as TOML: those in force with their secrets masked, and a commented sample."""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from bot.config.sections import Gateway, Model, Pack, ShortGateway, Telegram
from bot.config.settings import Settings
from bot.config.several import COMMON, TABLE, Bot
from bot.config.sources import section_of

_HEAD = """\
# Darkroom's settings. Lines that begin with "#" right before a name are the defaults.
# Each one may come from the environment instead: quota.free as DARKROOM_QUOTA__FREE. It wins over this file.
"""
_SEVERAL = f"""\
# Several bots in one process: a table for each, with what is its own; all else is as above.
# Only above stand: {", ".join(COMMON)}.
# Each bot has a folder in data_dir, and a file or a schema of the database, of its name.
#[[{TABLE}]]
# {Bot.model_fields["name"].description}
#name = "shop"
# What else is this bot's own, such as telegram.token = "...", models = [...] or quota.free = 3.\
"""
_TABLES: Mapping[str, type[BaseModel]] = {"gateways": Gateway, "models": Model, "packs": Pack}


def masked(settings: Settings) -> str:
    """The settings in force as TOML; a secret that is set shows as asterisks."""
    tree = settings.model_dump(mode="json", exclude_none=True)
    return "\n".join(_document(tree)) + "\n"


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """Every secret among the settings, to keep out of logs; of addresses the password too."""
    found: set[str] = set()
    for value in _leaves(settings):
        if isinstance(value, SecretStr) and value.get_secret_value():
            text = value.get_secret_value()
            found.add(text)
            if "://" in text:
                found.add(urlsplit(text).password or text)
    return tuple(sorted(found))


def sample() -> str:
    """A commented darkroom.toml that loads, made from the settings' own descriptions."""
    plain = [name for name in Settings.model_fields if section_of(Settings, name) is None]
    parts = [_HEAD]
    for name in plain:
        if name in _TABLES and name != "models":
            continue
        parts.append("\n".join(_entry(name, Settings.model_fields[name], required=False)))
    for name in Settings.model_fields:
        section = section_of(Settings, name)
        if section is not None:
            parts.append("\n".join(_table(name, section)))
    parts.extend("\n".join(_array(name, table)) for name, table in _TABLES.items() if name != "models")
    parts.append(_SEVERAL)
    return "\n\n".join(parts) + "\n"


def _table(name: str, section: type[BaseModel]) -> Iterator[str]:
    yield f"# {Settings.model_fields[name].description or section.__doc__}"
    yield f"[{name}]"
    for key, field in section.model_fields.items():
        yield from _entry(key, field, required=section in {Telegram, ShortGateway} and bool(field.examples))


def _array(name: str, table: type[BaseModel]) -> Iterator[str]:
    yield f"# {Settings.model_fields[name].description}"
    yield f"#[[{name}]]"
    for key, field in table.model_fields.items():
        yield from _entry(key, field, required=False)


def _entry(name: str, field: FieldInfo, *, required: bool) -> Iterator[str]:
    yield f"# {field.description}"
    value = field.examples[0] if field.examples else field.get_default()
    if name in _TABLES:
        yield f"# A table of {name} has: {', '.join(_TABLES[name].model_fields)}."
    yield f"{'' if required else '#'}{name} = {_value(_plain(value))}"


def _plain(value: object) -> object:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    return value if isinstance(value, bool | int | float | list | tuple) else str(value)


def _document(tree: Mapping[str, Any]) -> Iterator[str]:
    tables = {key: value for key, value in tree.items() if isinstance(value, dict)}
    arrays = {key: value for key, value in tree.items() if _is_array(value)}
    yield from _pairs({key: value for key, value in tree.items() if key not in tables and key not in arrays})
    for name, table in tables.items():
        yield from ("", f"[{name}]", *_pairs(table))
    for name, entries in arrays.items():
        for entry in entries:
            yield from ("", f"[[{name}]]", *_pairs(entry))


def _is_array(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)


def _pairs(table: Mapping[str, object]) -> Iterator[str]:
    return (f"{name} = {_value(value)}" for name, value in table.items())


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) and value.is_integer() else str(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def _leaves(value: object) -> Iterator[object]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _leaves(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _leaves(each)
    else:
        yield value

"""Several bots in one deployment: each table of [[bots]] over what is common to all."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any
from urllib.parse import parse_qsl, quote, urlencode

from pydantic import AfterValidator, Field, ValidationError

from bot.config import faults, fields
from bot.config.sections import Section
from bot.config.settings import Settings
from bot.config.sources import Tree, over

TABLE = "bots"
COMMON = ("data_dir", "database_url", "web.listen", "log", "sentry", "otel")
"""What one process has once; folder and database of each bot are made from it."""


def _name(value: str) -> str:
    if not re.fullmatch(r"(?!pg_)[a-z][a-z0-9_]{0,30}", value):
        raise fields.wrong(
            "should be a letter, then letters, digits and _, all small, at most 31, and not pg_..."
        )
    return value


class Bot(Settings):
    """Everything that can be set of one bot of several."""

    name: Annotated[fields.Text, AfterValidator(_name)] = Field(
        description="Its name: a-z, 0-9 and _; its folder, its part of the database and of all addresses."
    )

    @property
    def prefix(self) -> str:
        """The path under which the HTTP face has what is this bot's."""
        return f"/{self.name}"

    def within(self, address: str) -> str:
        """This bot's part of a PostgreSQL."""
        return _database(address, self.name)


Tables = tuple[dict[str, Any], ...]


def _distinct(tables: Tables) -> Tables:
    names = [str(each.get("name")) for each in tables]
    if len(set(names)) < len(names):
        raise fields.wrong("two bots have the same name")
    return tables


class _List(Section):
    bots: Annotated[Tables, AfterValidator(_distinct), fields.Tables]


def several(given: object, common: Tree) -> tuple[Mapping[str, Settings], list[str]]:
    """The settings of each bot by its name, and the faults of all."""
    try:
        tables = _List.model_validate({TABLE: given}).bots
    except ValidationError as error:
        return {}, list(faults.lines(error, {}))
    bots: dict[str, Settings] = {}
    lines: list[str] = []
    for number, own in enumerate(tables, start=1):
        table = f"{TABLE}[{number}]"
        lines += [
            f"{table}.{path} is one for all bots: set it outside of [[bots]]" for path in _misplaced(own)
        ]
        tree = _merged(own, common)
        if not tree.get("gateway") and not tree.get("gateways"):
            tree.pop("gateway", None)
            lines.append(faults.missing("gateway.base_url"))
        try:
            bot = Bot.model_validate(tree)
        except ValidationError as error:
            lines += faults.lines(error, tree, table=table, own=own)
        else:
            bots[bot.name] = bot
    tokens = [each.telegram.token.get_secret_value() for each in bots.values()]
    if len(set(tokens)) < len(tokens):
        lines.append(f"{TABLE}: two bots have the same token")
    return bots, list(dict.fromkeys(lines))


def _misplaced(own: Tree) -> Iterator[str]:
    for path in COMMON:
        value: object = own
        for key in path.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        if value is not None:
            yield path


def _merged(own: Tree, common: Tree) -> Tree:
    """What is common with the bot's own over it, and with places of its own."""
    name = own.get("name")
    if not isinstance(name, str):
        return over(own, common)  # a fault, which is told
    places: Tree = {"data_dir": f"{common.get('data_dir', 'data')}/{name}"}
    if isinstance(url := common.get("database_url"), str) and url:
        places["database_url"] = _database(url, name)
    places["spool"] = _spool(common.get("spool"), name)
    for section, key in (("telegram", "webhook_url"), ("web", "public_url")):
        inside = common.get(section)
        address = inside.get(key) if isinstance(inside, dict) else None
        if isinstance(address, str) and address:
            places[section] = {key: f"{address.rstrip('/')}/{name}"}
    return over(own, over(places, common))


def _spool(common: object, name: str) -> Tree:
    """Pictures apart from those of others: each bot sweeps all that is there and not its own."""
    known = common if isinstance(common, dict) else {}
    own: Tree = {"prefix": f"{known.get('prefix') or 'spool'}/{name}"}
    if known.get("folder"):
        own["folder"] = f"{known['folder']}/{name}"
    return own


def _database(url: str, name: str) -> str:
    """A SQLite file in a folder of its own, or a schema of the same PostgreSQL."""
    if url.startswith("sqlite:"):
        folder, slash, file = url.rpartition("/")
        return f"{folder}{slash}{name}/{file}"
    place, _, asked = url.partition("?")
    options = dict(parse_qsl(asked, keep_blank_values=True))
    options["options"] = f"{options.get('options', '')} -c search_path={name}".strip()
    return f"{place}?{urlencode(options, quote_via=quote)}"

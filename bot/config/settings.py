"""Everything that an operator can set, as one value."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, Field, SecretStr, model_validator

from bot.config import fields
from bot.config.fields import wrong
from bot.config.keeping import Links, Spool
from bot.config.sections import (
    Gateway,
    Groups,
    Limits,
    Model,
    Pack,
    Quota,
    Results,
    Section,
    ShortGateway,
    Telegram,
    Web,
)
from bot.config.telling import Log, Otel, Sentry
from bot.domain.access import Mode
from bot.domain.quota import Allowances

SHORT_NAME = "gateway"
"""The name of the gateway that the short form sets."""


HOOK_PORTS = (None, 443, 80, 88, 8443)
"""Where Telegram posts to: https://core.telegram.org/bots/api#setwebhook"""


def _distinct_names(gateways: tuple[Gateway, ...]) -> tuple[Gateway, ...]:
    if len({each.name for each in gateways}) < len(gateways):
        raise wrong("two gateways have the same name")
    return gateways


def _distinct_ids(models: tuple[Model, ...]) -> tuple[Model, ...]:
    if len({each.id for each in models}) < len(models):
        raise wrong("a model is listed twice")
    return models


def _distinct_packs(packs: tuple[Pack, ...]) -> tuple[Pack, ...]:
    if len({(each.stars, each.credits) for each in packs}) < len(packs):
        raise wrong("a pack is listed twice")
    return packs


class Settings(Section):
    """Everything that an operator can set, checked. Made by `bot.config.load` only."""

    telegram: Telegram
    gateway: ShortGateway | None = Field(default=None, description="The short form for one gateway.")
    gateways: Annotated[tuple[Gateway, ...], AfterValidator(_distinct_names), fields.Tables] = Field(
        default=(), description="Several gateways; in the environment a JSON list."
    )
    models: Annotated[tuple[Model, ...], AfterValidator(_distinct_ids), fields.NamesOrTables] = Field(
        default=(), description="Models on offer: names of the catalogue, or [[models]] tables; none: all."
    )
    default_model: fields.Text = Field(
        default="", description="The model of who chose none; empty: the first."
    )
    admins: fields.Admins = Field(default=(), description="Numeric ids of the people who may steer it.")
    admins_free: fields.Switch = Field(default=True, description="Admins edit free of charge.")
    alerts: fields.Switch = Field(
        default=True,
        description="Tell admins in private what they have to see to: a key that is refused, credit that is"
        " used up, a disk that fills; when it begins, every six hours while it lasts, and when it is over.",
    )
    access: fields.Access = Field(
        default=Mode.OPEN,
        description='Who may use it: "open", everybody; "invite", who came by a link of /invite, be it before'
        ' this was set; "list", only access_list. Admins always may.',
    )
    access_list: fields.Admins = Field(
        default=(), description='Numeric ids of people who may use it where access is "invite" or "list".'
    )
    on_unknown: fields.OnUnknown = Field(
        default="retry", description='After a crash within a call: "retry" once, or "refund".'
    )
    stop_grace: fields.Grace = Field(
        default=25.0, description="Seconds that calls may take to end at a stop."
    )
    data_dir: Path = Field(default=Path("data"), description="Folder of database, pictures and keys.")
    database_url: fields.Database = Field(
        default=SecretStr(""), description="sqlite:///path or postgresql://...; empty: SQLite in data_dir."
    )
    quota: Quota = Quota()
    groups: Groups = Groups()
    limits: Limits = Limits()
    results: Results = Results()
    packs: Annotated[tuple[Pack, ...], AfterValidator(_distinct_packs), fields.Tables] = Field(
        default=(), description="What /buy offers; none: it is off."
    )
    support: fields.Contact = Field(
        default="", description="Whom buyers may ask, as a @username or a link; empty: nobody is named."
    )
    web: Web = Web()
    links: Links = Links()
    spool: Spool = Spool()
    log: Log = Log()
    sentry: Sentry = Sentry()
    otel: Otel = Otel()

    @property
    def prefix(self) -> str:
        """The path under which the HTTP face has what is this bot's; empty where it is the only one."""
        return ""

    def within(self, address: str) -> str:
        """Its part of a PostgreSQL; all of it where it is the only one."""
        return address

    @property
    def all_gateways(self) -> tuple[Gateway, ...]:
        """Short form and list as one, at least one, in the order in which they are tried."""
        short = self.gateway
        first = () if short is None else (_from_short(short),)
        return tuple(sorted((*first, *self.gateways), key=lambda each: each.priority))

    @property
    def allowances(self) -> Allowances:
        """What people get for free, and what groups do: at the same midnights."""
        own = self.quota.allowance
        return Allowances(person=own, group=replace(own, free=self.groups.free, after_hours=0))

    @property
    def shared_secret(self) -> str:
        """What keys are made of that several machines must have alike; empty where each makes its own."""
        return "" if self.database.startswith("sqlite:") else self.telegram.token.get_secret_value()

    @property
    def database(self) -> str:
        """The database's URL; it may hold a password."""
        return self.database_url.get_secret_value() or f"sqlite:///{self.data_dir / 'darkroom.db'}"

    @property
    def spool_folder(self) -> Path:
        """Where pictures are on this machine."""
        return self.spool.folder or self.data_dir / "spool"

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        names = [each.name for each in self.all_gateways]
        if len(set(names)) < len(names):
            raise wrong(f'gateways: the name "{SHORT_NAME}" is taken by the short form; choose another')
        for name, each in (("links", self.links), ("spool", self.spool)):
            if bool(each.access_key) is not bool(each.secret_key):
                raise wrong(f"{name}: access_key and secret_key belong together; set both, or none")
        if self.web.public_url and not self.web.listen:
            raise wrong("web: public_url leads to the HTTP face, which an empty listen switches off")
        if self.telegram.webhook_url:
            _check_hook(urlsplit(self.telegram.webhook_url), self.telegram, self.web)
        for model in self.models:
            unknown = set(model.gateways or ()) - set(names)
            if unknown:
                raise wrong(
                    f"models: {model.id} names a gateway that is not there; there are: {', '.join(names)}"
                )
        return self


def _check_hook(hook: SplitResult, telegram: Telegram, web: Web) -> None:
    """What Telegram would refuse to post to, or nobody would answer."""
    if not web.listen:
        raise wrong("telegram: webhook_url leads to the HTTP face, which an empty web.listen switches off")
    if not re.fullmatch(r"[A-Za-z0-9/:._~@-]*", hook.path):
        raise wrong("telegram: webhook_url: its path should be of letters, digits and / : . _ ~ @ -")
    if urlsplit(telegram.base_url).hostname != "api.telegram.org":  # a Bot API server of one's own takes more
        return
    if hook.scheme != "https":
        raise wrong("telegram: webhook_url should begin with https://: Telegram posts to nothing else")
    if hook.port not in HOOK_PORTS:
        raise wrong("telegram: webhook_url: Telegram posts to the ports 443, 80, 88 and 8443 only")


def _from_short(short: ShortGateway) -> Gateway:
    keys = (short.api_key,) if short.api_key else ()
    return Gateway(name=SHORT_NAME, base_url=short.base_url, api_keys=keys, timeout=short.timeout)

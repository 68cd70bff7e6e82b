"""The tables of settings about what operators are told."""

from pydantic import Field, SecretStr

from bot.config import fields
from bot.config.sections import Section


class Sentry(Section):
    """Errors, reported."""

    dsn: fields.Key = Field(
        default=SecretStr(""), description="Sentry's address for them; needs the extra sentry."
    )


class Otel(Section):
    """Where the time of edits goes, as OpenTelemetry traces."""

    endpoint: fields.Address = Field(default="", description="Where to, by OTLP/HTTP; needs the extra otel.")


class Log(Section):
    """What is told while it runs."""

    level: fields.Level = Field(default="info", description='"debug", "info", "warning" or "error".')
    format: fields.Format = Field(
        default="auto",
        description='"console", "json", or "auto": console on a terminal, JSON lines elsewhere.',
    )
    prompts: fields.Switch = Field(
        default=False, description="Write prompts into the logs and show them in the console."
    )

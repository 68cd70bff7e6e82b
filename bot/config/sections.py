"""The tables of settings, with defaults and meanings; `darkroom config --sample` is made from them.

Texts, lists and addresses that are not set are empty, never None, because TOML knows no null. Tables of
models are the exception: what they leave out comes from the catalogue.
"""

from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from bot.config import fields
from bot.domain.quota import Allowance, Period


class Section(BaseModel):
    """A table of settings: frozen, without unknown keys, and silent about values in its errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, validate_default=False)


class Telegram(Section):
    """How Telegram is reached."""

    token: fields.Token = Field(
        description="The bot's token, from @BotFather.", examples=["123456:put-the-token-from-BotFather-here"]
    )
    base_url: fields.GivenAddress = Field(
        default="https://api.telegram.org/bot", description="Where the Bot API is; the token is appended."
    )
    base_file_url: fields.GivenAddress = Field(
        default="https://api.telegram.org/file/bot",
        description="Where the Bot API's files are; the token is appended.",
    )
    webhook_url: fields.Address = Field(
        default="",
        description="Public address under which Telegram posts updates to web.listen, with the same path;"
        " empty: it is asked for them (long polling).",
    )
    webhook_secret: fields.HookSecret = Field(
        default=SecretStr(""),
        description="What Telegram proves itself with; empty: made, and kept in data_dir.",
    )
    per_second: fields.Positive = Field(
        default=28,
        description="Messages a second in all. Telegram takes 30; more only for a bot that it grants more.",
    )
    drafts: fields.Switch = Field(
        default=False,
        description="In private chats, show the wait as a message draft with Telegram's own Stop button, in"
        " place of the status message with its Cancel button and with drafts of the picture.",
    )


class ShortGateway(Section):
    """The short form for one gateway."""

    base_url: fields.GivenAddress = Field(
        description="Base address of the OpenAI-compatible gateway, with or without /v1.",
        examples=["https://gateway.example.com/v1"],
    )
    api_key: fields.Key = Field(default=SecretStr(""), description="Its key.", examples=["put-the-key-here"])
    timeout: fields.Seconds = Field(default=300.0, description="Seconds that one picture may take.")


class Gateway(Section):
    """One of the gateways, as everybody else sees them."""

    name: fields.Name = Field(description="Your own name for it.", examples=["second"])
    base_url: fields.GivenAddress = Field(
        description="Base address, with or without /v1.", examples=["https://second.example.com/v1"]
    )
    api_keys: fields.Keys = Field(
        default=(), description="Keys, used in turn.", examples=[["put-a-key-here"]]
    )
    timeout: fields.Seconds = Field(default=300.0, description="Seconds that one picture may take.")
    concurrency: fields.Count = Field(default=0, description="Calls at once; 0: only limits.total counts.")
    proxy: fields.Proxy = Field(default=SecretStr(""), description="Proxy on the way to it; empty: none.")
    priority: fields.Whole = Field(default=0, description="Lower ones are tried first.")


class Model(Section):
    """A model on offer; what is None comes from the catalogue."""

    id: fields.Name = Field(description="Its id at the gateway.", examples=["my-image-model"])
    title: fields.Text | None = Field(default=None, description="What people read.", examples=["My model"])
    price: fields.Count | None = Field(default=None, description="Credits for one picture.", examples=[1])
    gateways: tuple[fields.Name, ...] | None = Field(
        default=None, description="Gateways that have it, in order; left out: all.", examples=[["second"]]
    )
    dialect: fields.Name | None = Field(
        default=None, description="How its requests are written.", examples=["chat"]
    )
    stream: fields.Switch | None = Field(default=None, description="Ask for a stream.", examples=[True])
    min_pictures: fields.Count | None = Field(
        default=None, description="1: it makes nothing from text alone.", examples=[0]
    )
    max_pictures: fields.Count | None = Field(
        default=None, description="Pictures in; 0: text only.", examples=[4]
    )
    max_count: fields.Positive | None = Field(
        default=None, description="Pictures out at once, at most.", examples=[1]
    )
    sizes: tuple[fields.Text, ...] | None = Field(
        default=None, description="Sizes that may be asked for, the default first.", examples=[["1024x1024"]]
    )
    qualities: tuple[fields.Text, ...] | None = Field(
        default=None, description="Qualities, the default first.", examples=[["standard", "hd"]]
    )
    styles: tuple[fields.Text, ...] | None = Field(
        default=None, description="Styles, the default first.", examples=[["vivid", "natural"]]
    )
    ratios: tuple[fields.Text, ...] | None = Field(
        default=None, description="Ratios that it takes.", examples=[["1:1", "16:9"]]
    )
    prices: dict[fields.Text, fields.Count] | None = Field(
        default=None,
        description="Credits for one picture of a size or quality that costs otherwise; the dearest counts.",
        examples=[{"hd": 2}],
    )
    names: dict[fields.Name, fields.Name] | None = Field(
        default=None,
        description="Its id at a gateway that calls it otherwise.",
        examples=[{"second": "an/id"}],
    )
    dialects: dict[fields.Name, fields.Name] | None = Field(
        default=None, description="Its dialect at one gateway.", examples=[{"second": "openrouter"}]
    )
    extra: dict[str, Any] | None = Field(
        default=None, description="What else its requests hold.", examples=[{"max_tokens": 4096}]
    )


class Quota(Section):
    """What each person gets for free."""

    free: fields.Count = Field(default=10, description="Credits a period for each person.")
    period: fields.Renewal = Field(
        default=Period.DAY, description='"day", "week", "month", or "never" (once).'
    )
    timezone: fields.Timezone = Field(default="UTC", description="Whose midnights begin the periods.")
    after_hours: fields.Delay = Field(
        default=0,
        description="Hours after somebody's first word to the bot until they have free credits; credits that"
        " were given or bought count at once.",
    )

    @property
    def allowance(self) -> Allowance:
        """The rule that these make."""
        zone = ZoneInfo(self.timezone)
        return Allowance(free=self.free, period=self.period, zone=zone, after_hours=self.after_hours)


class Groups(Section):
    """Who pays in groups."""

    payer: fields.Payer = Field(
        default="member", description='"member" (who asks), or "group" (all together).'
    )
    free: fields.Count = Field(
        default=10, description='Credits a period for each group, where payer is "group".'
    )
    member_cap: fields.Count = Field(
        default=0, description="Credits a day that one member may spend of the group's; 0: no cap."
    )


class Limits(Section):
    """Edits at once, and in a minute."""

    per_wallet: fields.Positive = Field(default=3, description="Edits at once for each wallet.")
    total: fields.Positive = Field(default=200, description="Edits at once in all.")
    waiting_per_wallet: fields.Positive = Field(
        default=20, description="Unfinished edits that one person may have with one wallet."
    )
    per_minute: fields.Count = Field(
        default=20, description="Edits that one person may ask for in a minute; 0: no limit."
    )


class Results(Section):
    """Pictures that gateways answer with."""

    allow_private: fields.Switch = Field(
        default=False, description="Follow links of results into private networks."
    )
    allowed_hosts: fields.Hosts = Field(default=(), description="Hosts that are exempt from that.")
    keep_hours: fields.Positive = Field(default=24, description="Hours that pictures are kept.")
    max_mb: fields.Count = Field(
        default=5000, description="Megabytes of pictures that are kept, the newest; 0: no limit."
    )


class Pack(Section):
    """What /buy offers."""

    stars: fields.Positive = Field(description="Its price in Telegram Stars.", examples=[50])
    credits: fields.Positive = Field(description="Credits that it brings.", examples=[25])
    title: fields.Title = Field(
        default="", description="Its name; empty: what it brings.", examples=["Weekend"]
    )


class Web(Section):
    """The HTTP face."""

    listen: fields.Listen = Field(
        default="127.0.0.1:8080",
        description="Address of the HTTP face; empty switches it off. A public proxy should pass on the hook,"
        " /m/ and /console only: /metrics, /healthz and /readyz are for your own network.",
    )
    public_url: fields.Address = Field(default="", description="Where the world reaches it.")
    console: fields.Switch = Field(
        default=True, description="Whether admins have a console there; /console in the chat leads to it."
    )

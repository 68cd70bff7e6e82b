"""Kinds of values that settings have; each says in plain words what it should be, and never what it was.

Lists come from a file as lists, and from the environment as `a, b` or as JSON.
"""

import json
import re
from collections.abc import Callable
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    SecretStr,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from bot.config.nearest import nearest
from bot.domain.access import Mode
from bot.domain.people import ANONYMOUS_ADMIN, SHARED_IDS
from bot.domain.quota import Period

MOST = 1_000_000_000
"""No count is larger: it fits every database's integer with room to add up."""


def wrong(sentence: str) -> PydanticCustomError:
    """The fault that a value is not what it should be."""
    return PydanticCustomError("setting", sentence)


def _should_be(what: str) -> WrapValidator:
    def check(value: object, handler: ValidatorFunctionWrapHandler) -> object:
        try:
            return handler(value)
        except ValidationError:
            raise wrong(f"should be {what}") from None

    return WrapValidator(check)


def _no_switch(value: object) -> object:
    if isinstance(value, bool):
        raise wrong("should be a number")
    return value


def _matching(pattern: str, sentence: str) -> AfterValidator:
    shape = re.compile(pattern)

    def check(value: SecretStr | str) -> SecretStr | str:
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        if not shape.fullmatch(text):
            raise wrong(sentence)
        return value

    return AfterValidator(check)


_NUMBER = BeforeValidator(_no_switch)
Count = Annotated[int, Field(ge=0, le=MOST), _should_be("a whole number, 0 or more"), _NUMBER]
Positive = Annotated[int, Field(ge=1, le=MOST), _should_be("a whole number, 1 or more"), _NUMBER]
Whole = Annotated[int, Field(ge=-MOST, le=MOST), _should_be("a whole number"), _NUMBER]
Delay = Annotated[int, Field(ge=0, le=8760), _should_be("a whole number of hours, 0 to 8760"), _NUMBER]
Seconds = Annotated[
    float, Field(gt=0, le=MOST), _should_be("a number of seconds above 0, without a unit"), _NUMBER
]
Grace = Annotated[
    float, Field(ge=0, le=MOST), _should_be("a number of seconds, 0 or more, without a unit"), _NUMBER
]
Expiry = Annotated[
    int, Field(ge=60, le=604_800), _should_be("a whole number of seconds from 60 to 604800 (7 days)"), _NUMBER
]
Switch = Annotated[bool, _should_be("true or false")]
Text = Annotated[str, _should_be("text")]

Renewal = Annotated[Period, _should_be('"day", "week", "month" or "never"')]
Payer = Annotated[Literal["member", "group"], _should_be('"member" or "group"')]
OnUnknown = Annotated[Literal["retry", "refund"], _should_be('"retry" or "refund"')]
Access = Annotated[Mode, _should_be('"open", "invite" or "list"')]
Level = Annotated[
    Literal["debug", "info", "warning", "error"], _should_be('"debug", "info", "warning" or "error"')
]
Format = Annotated[Literal["auto", "console", "json"], _should_be('"auto", "console" or "json"')]

Token = Annotated[
    SecretStr,
    _matching(
        r"[0-9]+:[A-Za-z0-9_-]{3,}",
        "should be what @BotFather gave: digits, a colon, then letters, digits, _ and -;"
        " without spaces or line breaks",
    ),
]
Key = Annotated[
    SecretStr, _matching(r"[!-~]*", "should be one word of plain characters, without spaces or line breaks")
]
HookSecret = Annotated[
    SecretStr, _matching(r"[A-Za-z0-9_-]{0,256}", "should be at most 256 letters, digits, _ and -")
]
Name = Annotated[Text, _matching(r"[\w.:/@+-]{1,100}", "should be a short name without spaces")]
Title = Annotated[Text, _matching(r".{0,32}", "should be at most 32 characters in one line")]
Contact = Annotated[Text, _matching(r"|@\w{4,32}|https?://\S+", "should be a @username, a link, or empty")]
BucketName = Annotated[Text, _matching(r"[\w.-]{0,63}", "should be the name of a bucket, or empty")]


def _address(value: str) -> str:
    if not value:
        return value
    try:
        parts = urlsplit(value)
        host, _port = parts.hostname, parts.port
    except ValueError:
        raise wrong("should be an address such as https://example.com/v1") from None
    if parts.scheme not in {"http", "https"} or not host or re.search(r"[\s\\]", value):
        raise wrong("should be an address that begins with http:// or https://")
    if parts.username is not None or parts.query or parts.fragment:
        raise wrong("should be an address without user name, password, ? and #")
    return value.rstrip("/")


def _given(value: str) -> str:
    if not value:
        raise wrong("should be an address that begins with http:// or https://")
    return value


Address = Annotated[Text, AfterValidator(_address)]
"""An http(s) address without trailing slashes, or empty."""
GivenAddress = Annotated[Address, AfterValidator(_given)]


def without_password(secret: SecretStr) -> str:
    """The address with whatever could be a secret in it masked."""
    return re.sub(r"\?.*", "?***", re.sub(r"://.*@", "://***@", secret.get_secret_value()))


def _secret_address(sentence: str, *schemes: str) -> AfterValidator:
    def check(value: SecretStr) -> SecretStr:
        text = value.get_secret_value()
        scheme, colon, rest = text.partition("://")
        if text and (scheme not in schemes or not colon or not rest.strip("/") or re.search(r"\s", text)):
            raise wrong(sentence)
        return value

    return AfterValidator(check)


_SHOWN = PlainSerializer(without_password, return_type=str)
Proxy = Annotated[
    SecretStr,
    _secret_address("should be an address such as http://proxy.example:3128", "http", "https", "socks5"),
    _SHOWN,
]
Database = Annotated[
    SecretStr,
    _secret_address(
        "should be sqlite:///path or postgresql://user:password@host/name", "sqlite", "postgresql"
    ),
    _SHOWN,
]


def _listen(value: str) -> str:
    found = re.fullmatch(r"(\[[0-9A-Fa-f:.]+\]|[^\s:\[\]/]*):([0-9]{1,5})", value)
    if value and (found is None or int(found[2]) > 65535):  # noqa: PLR2004  # the last port there is
        raise wrong("should be host:port such as 127.0.0.1:8080, or empty")
    return value


Listen = Annotated[Text, AfterValidator(_listen)]


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ValueError, KeyError, OSError):  # unknown is a KeyError; a folder of zones an OSError
        like = nearest(value, available_timezones())
        raise wrong(f"should be the name of a timezone such as Europe/Berlin{like}") from None
    return value


Timezone = Annotated[Text, AfterValidator(_zone)]


def _items(what: str) -> Callable[[object], object]:
    """Read a list that may stand in one line: `a, b` or JSON."""

    def read(value: object) -> object:
        if isinstance(value, str) and value.lstrip().startswith(("[", "{")):
            try:
                value = json.loads(value)
            except (ValueError, RecursionError):
                raise wrong(f"should be {what}; the JSON cannot be read") from None
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()]
        if isinstance(value, list | tuple):
            return list(value)
        raise wrong(f"should be {what}")

    return read


def _admins(value: object) -> object:
    ids = [value] if isinstance(value, int) else _items("a list of numeric ids")(value)
    return [_admin(each) for each in ids] if isinstance(ids, list) else ids


def _admin(value: object) -> int:
    text = str(value).strip()
    if text.startswith("@"):
        raise wrong(f"{text[:40]!r} is a username, which can change hands; give the numeric id")
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,16}", text) or not int(text):
        raise wrong("should be a list of numeric ids of people, such as 123456789, 987654321")
    if int(text) == ANONYMOUS_ADMIN:
        raise wrong(
            f"{text} is GroupAnonymousBot, which stands for every anonymous administrator of every group;"
            " give the numeric ids of people"
        )
    if int(text) in SHARED_IDS:
        raise wrong(f"{text} is an id of Telegram itself; give the numeric ids of people")
    return int(text)


def _names_as_tables(value: object) -> object:
    items = _items("a list of models' names, or of tables")(value)
    if not isinstance(items, list):
        return items
    return [{"id": each} if isinstance(each, str) else each for each in items]


def _host(value: str) -> str:
    if not re.fullmatch(r"\[?[\w.:*-]+\]?", value):
        raise wrong("should be host names such as images.example.com, without http:// and paths")
    return value.lower()


Admins = Annotated[tuple[int, ...], BeforeValidator(_admins)]
Hosts = Annotated[
    tuple[Annotated[Text, AfterValidator(_host)], ...], BeforeValidator(_items("a list of host names"))
]
Keys = Annotated[tuple[Key, ...], BeforeValidator(_items("a list of keys"))]
NamesOrTables = BeforeValidator(_names_as_tables)
Tables = BeforeValidator(_items("a list of tables; in the environment a JSON list"))

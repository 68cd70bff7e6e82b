"""Errors to Sentry: whatever is logged as one, with its traceback, and nothing that is secret or private.

A client of our own without integrations, and no `sentry_sdk.init`: that one patches the HTTP libraries and
keeps their URLs, in which the token is (ECOSYSTEM 9). No values of variables are sent; texts are masked.
"""

import logging
import sys
from collections.abc import Callable, Mapping
from typing import Any, Literal, cast

from sentry_sdk import Client
from sentry_sdk.types import Event, Hint
from sentry_sdk.utils import BadDsn, event_from_exception

from bot.domain.errors import DarkroomError, StartupFault

Level = Literal["error", "fatal"]
Hide = Callable[[str], str]
"""Masks in a text what nobody else may read."""

_OTHERS = ("sentry_sdk", "urllib3", "opentelemetry")
"""Loggers that tell of reports which were not sent: these would make more of them."""
_TAGS = ("edit", "gateway", "incident", "model", "trouble", "update")
_CLOSING_SECONDS = 3.0


class Reporter(logging.Handler):
    """Sends errors that are logged; hand it to the root logger, and close it in the end."""

    def __init__(self, dsn: str, hide: Hide, *, release: str) -> None:
        """Nothing is sent yet.

        Raises:
            StartupFault: that is no DSN.
        """
        super().__init__(logging.ERROR)
        try:
            self._client = _client(dsn, hide, release)
        except BadDsn:
            raise StartupFault("sentry.dsn: should be a DSN such as https://key@sentry.example/1.") from None

    def emit(self, record: logging.LogRecord) -> None:
        """Send one; never raises."""
        if record.name.startswith(_OTHERS):
            return
        said = record.msg if isinstance(record.msg, dict) else {"event": record.getMessage()}
        error = said.get("exc_info") or record.exc_info
        facts = {name: value for name, value in said.items() if name not in {"exc_info", "timestamp"}}
        fatal = record.levelno >= logging.CRITICAL
        self._send(_exception(error), "fatal" if fatal else "error", record.name, facts)

    def crashed(self, error: BaseException) -> None:
        """The bot ends by this; a fault that is told in one sentence is none of its bugs."""
        if isinstance(error, Exception) and not isinstance(error, DarkroomError):
            self._send(error, "fatal", "bot", {"event": "the bot was stopped by an error"})

    def flush_and_close(self) -> None:
        """Send what waits; takes seconds at most."""
        self._client.close(timeout=_CLOSING_SECONDS)
        self.close()

    def _send(self, error: BaseException | None, level: Level, logger: str, facts: Mapping[str, Any]) -> None:
        try:
            event, hint = event_from_exception(error, self._client.options) if error else ({}, {})
            event |= {
                "level": level,
                "logger": logger,
                "logentry": {"message": str(facts.get("event"))},
                "tags": {name: str(facts[name]) for name in _TAGS if facts.get(name)},
                "extra": {name: value for name, value in facts.items() if name not in {"event", *_TAGS}},
            }
            self._client.capture_event(event, hint)
        except Exception as failure:  # noqa: BLE001  whoever logs an error must not meet another one
            logging.getLogger(__name__).warning("error not reported: %s", type(failure).__name__)


def _client(dsn: str, hide: Hide, release: str) -> Client:
    def hidden(event: Event, _hint: Hint) -> Event:
        return cast(Event, _hidden(event, hide))

    return Client(
        dsn=dsn,
        release=release,
        default_integrations=False,
        auto_enabling_integrations=False,
        include_local_variables=False,
        max_breadcrumbs=0,
        traces_sample_rate=None,
        before_send=hidden,
        before_send_transaction=hidden,
        server_name="",
        spotlight=False,
        enable_backpressure_handling=False,
    )


def _exception(told: object) -> BaseException | None:
    """What was handed to a logger as `exc_info`."""
    if isinstance(told, BaseException):
        return told
    if isinstance(told, tuple):
        return told[1] if isinstance(told[1], BaseException) else None
    return sys.exc_info()[1] if told else None


def _hidden(value: Any, hide: Hide) -> Any:
    if isinstance(value, str):
        return hide(value)
    if isinstance(value, dict):
        return {_hidden(key, hide): _hidden(each, hide) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_hidden(each, hide) for each in value]
    return value

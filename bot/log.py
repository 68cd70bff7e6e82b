"""One line an event, and no secret in it: structlog over the standard library, foreign loggers included.

Redaction is done by the formatter, on the finished line: a filter misses arguments and tracebacks, and a
processor the `repr` of objects (SAFETY 3.3). What people write is masked likewise while it is bound as
`private` (structlog.contextvars), whoever quotes it; told as `prompt`, it stays where the operator wants it.
"""

import json
import logging
import re
import sys
from collections.abc import Callable, MutableMapping, Sequence
from functools import lru_cache
from typing import Any, TextIO
from urllib.parse import quote

import structlog
from structlog.types import EventDict, Processor, WrappedLogger

QUIET = (
    *("aiohttp", "asyncio", "httpcore", "httpx", "opentelemetry", "PIL", "sentry_sdk"),
    *("procrastinate", "psycopg", "telegram", "urllib3", "uvicorn"),
)
"""Loggers that are heard from WARNING on: at INFO they tell URLs with the token, at DEBUG bodies and SQL."""

MASK = "***"
_SHORTEST_SECRET = 6  # a shorter one would mask words that are none
_PRIVATE, _PROMPT = "private", "prompt"
_SHAPES = re.compile(
    r"(?<![0-9])[0-9]{6,12}(?::|%3[Aa])[A-Za-z0-9_-]{30,}"  # a token; no \b: in /bot123: it finds no border
    r"|\bsk-[A-Za-z0-9_-]{8,}"
    r"|(?<=\bBearer )[A-Za-z0-9._~+/=-]{6,}"
)
_FORGING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

Redact = Callable[[str], str]


def redactor(secrets: Sequence[str]) -> Redact:
    """A function that masks these secrets, and whatever has the shape of a token or key, in a text."""
    spellings = {form for secret in secrets for form in _spellings(secret) if len(form) >= _SHORTEST_SECRET}
    longest_first = sorted(spellings, key=len, reverse=True)
    literal = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def redact(text: str) -> str:
        return _SHAPES.sub(MASK, literal.sub(MASK, text) if literal else text)

    return redact


def unspoken(text: str) -> str:
    """The text without what somebody wrote, as far as that is bound as `private` where this is called."""
    words = structlog.contextvars.get_contextvars().get(_PRIVATE)
    if not isinstance(words, str) or len(words) < _SHORTEST_SECRET:
        return text
    return _quoting(words).sub(MASK, text)


def setup(
    level: str,
    format: str,  # noqa: A002  # the setting's name
    secrets: Sequence[str],
    stream: TextIO | None = None,
    *,
    prompts: bool = False,
) -> None:
    """Send every logger's lines to `stream` (stderr), redacted.

    `level`: debug, info, warning, error. `format`: console, json, or auto: console on a terminal, else JSON.
    `prompts`: with what people ask for.
    """
    target = stream or sys.stderr
    console = format == "console" or (format == "auto" and target.isatty())
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        _without(_PRIVATE) if prompts else _without(_PRIVATE, _PROMPT),
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]
    redact = redactor(secrets)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler(target)
    handler.setFormatter(
        _Formatter(
            redact if prompts else lambda line: redact(unspoken(line)),
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,  # a plain traceback: no locals
                *((_on_one_line, _console(colors=target.isatty())) if console else (_json,)),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    logging.captureWarnings(capture=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))


class _Formatter(structlog.stdlib.ProcessorFormatter):
    """Renders a record and redacts the line; a record that cannot be rendered becomes a line that says so."""

    def __init__(self, redact: Redact, **options: Any) -> None:
        super().__init__(**options)
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        try:
            line = super().format(record)
        except Exception as error:  # noqa: BLE001  # logging would print the record's arguments, unredacted
            line = json.dumps(
                {
                    "event": "a log record could not be rendered",
                    "level": "error",
                    "logger": record.name,
                    "where": f"{record.module}:{record.lineno}",
                    "reason": type(error).__name__,
                }
            )
        return self._redact(line)


def _without(*names: str) -> Processor:
    def drop(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
        for name in names:
            event.pop(name, None)
        return event

    return drop


def _json(_logger: WrappedLogger, _name: str, event: EventDict) -> str:
    line = json.dumps(event, ensure_ascii=False, default=repr, skipkeys=True)
    return _FORGING.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def _console(*, colors: bool) -> structlog.dev.ConsoleRenderer:
    return structlog.dev.ConsoleRenderer(colors=colors, exception_formatter=structlog.dev.plain_traceback)


def _on_one_line(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """Escape what could forge a line; tracebacks keep theirs, each behind a bar."""
    trace = event.pop("exception", None)
    shown: MutableMapping[str, Any] = {_escaped(key): _deep(value) for key, value in event.items()}
    if trace is not None:
        shown["exception"] = "\n".join(f"  | {_escaped(line)}" for line in str(trace).splitlines())
    return shown


def _deep(value: object) -> object:
    if isinstance(value, dict):
        return {_deep(key): _deep(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_deep(each) for each in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return _escaped(value if isinstance(value, str) else repr(value))


def _escaped(text: str) -> str:
    return _FORGING.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


@lru_cache(64)
def _quoting(words: str) -> re.Pattern[str]:
    """What quotes them; an edit has five lines and more."""
    forms = map(re.escape, sorted(_spellings(words), key=len, reverse=True))
    # Whoever quotes them may begin a sentence with them, as python-telegram-bot does with Telegram's errors.
    return re.compile("|".join(forms), re.IGNORECASE)


def _spellings(secret: str) -> set[str]:
    """How a secret may appear: as it is, in a repr, either of them in JSON, in a URL."""
    plain = {secret, repr(secret)[1:-1]}
    return plain | {json.dumps(each, ensure_ascii=False)[1:-1] for each in plain} | {quote(secret, safe="")}

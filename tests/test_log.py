"""One line an event, and no secret in it, whoever logs and however."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot import log

TOKEN = "7312345678:AAFakeTokenOfThirtyAndSomeCharsXyz_-9"
KEY = "the-gateways-key"
SECRETS = (TOKEN, KEY)


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    root = logging.getLogger()
    before = (root.handlers, root.level, {name: logging.getLogger(name).level for name in log.QUIET})
    yield
    root.handlers, level, levels = before
    root.setLevel(level)
    for name, each in levels.items():
        logging.getLogger(name).setLevel(each)
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


@pytest.fixture(params=["json", "console"])
def out(request: pytest.FixtureRequest) -> io.StringIO:
    stream = io.StringIO()
    log.setup("info", request.param, SECRETS, stream)
    return stream


class Shy:
    def __repr__(self) -> str:
        return f"<Bot {TOKEN}>"


def _raise() -> None:
    text = f"GET https://api.telegram.org/bot{TOKEN}/getMe failed"
    raise ValueError(text)


def test_what_people_write_is_masked_whoever_quotes_it_and_told_only_where_the_operator_wants_it() -> None:
    words, told = "Draw a 'cat'\non mars", {}
    for prompts in (False, True):
        stream = io.StringIO()
        log.setup("info", "json", (), stream, prompts=prompts)
        with structlog.contextvars.bound_contextvars(edit="e1", private=words):
            structlog.get_logger("own").info("edit accepted", prompt=words)
            logging.getLogger("foreign").warning("bad words: %r, %s", words, words.upper())
        accepted, foreign = map(json.loads, stream.getvalue().splitlines())
        assert (accepted["edit"], foreign["edit"]) == ("e1", "e1")
        assert "private" not in stream.getvalue()
        told[prompts] = accepted.get("prompt"), foreign["event"]
    assert told[False] == (None, 'bad words: "***", ***')
    assert told[True] == (words, f"bad words: {words!r}, {words.upper()}")


@pytest.mark.parametrize("name", ["httpx", "telegram.ext", "aiohttp.client", "bot.chat"])
def test_a_token_in_a_foreign_loggers_arguments_is_masked(out: io.StringIO, name: str) -> None:
    logging.getLogger(name).warning("HTTP Request: POST %s", f"https://api.telegram.org/bot{TOKEN}/x")
    assert TOKEN not in out.getvalue()
    assert "/bot***/x" in out.getvalue()


def test_secrets_are_masked_wherever_they_hide(out: io.StringIO) -> None:
    logger = structlog.get_logger("bot.test")
    structlog.contextvars.bind_contextvars(bound=f"Bearer {KEY}")
    event = f"event {TOKEN}"
    logger.info(event, deep={"a": [f"x{KEY}y", {TOKEN: 1}]}, thing=Shy(), url=f"/bot{TOKEN}/x")
    logger.info("known shapes", a="sk-abcdefgh12345678", b="Authorization: Bearer eyJhbGciOi.xyz_123")
    assert not [secret for secret in (*SECRETS, "eyJhbGciOi", "sk-abcdefgh") if secret in out.getvalue()]


def test_tokens_are_masked_by_shape_even_when_nobody_named_them() -> None:
    redact = log.redactor(())
    other = "998877665:ZZ-another_bots_token_0123456789abc"
    assert redact(f"/bot{other}/getMe") == "/bot***/getMe"
    assert redact(f"/bot{other.replace(':', '%3A')}/getMe") == "/bot***/getMe"


def test_a_short_secret_does_not_mask_words() -> None:
    assert log.redactor(("a", ""))("a cat") == "a cat"


def test_tracebacks_are_masked_and_hold_no_locals(out: io.StringIO) -> None:
    local = "a-local-value"
    try:
        _raise()
    except ValueError:
        logging.getLogger("foreign").exception("it failed")
        structlog.get_logger("own").exception("it failed")
    assert local not in out.getvalue()
    assert TOKEN not in out.getvalue()
    assert out.getvalue().count("ValueError: GET https://api.telegram.org/bot***/getMe failed") == 2


def test_a_secret_with_quotes_is_masked_in_every_spelling() -> None:
    stream = io.StringIO()
    log.setup("info", "json", ['pa"ss\\wörd'], stream)
    structlog.get_logger("own").info("x", a='pa"ss\\wörd', b=repr('pa"ss\\wörd'))
    assert "ss" not in json.loads(stream.getvalue())["a"]
    assert json.loads(stream.getvalue())["b"] == "'***'"


def test_chatty_libraries_are_heard_from_warning_on(out: io.StringIO) -> None:
    for name in log.QUIET:
        logging.getLogger(name).info("chatter of %s", name)
    assert out.getvalue() == ""


@pytest.mark.parametrize("forged", ["\n", "\r", "\x1b[2K", "\x85", "\u2028", "\u202e"])
def test_what_people_write_cannot_forge_a_line(out: io.StringIO, forged: str) -> None:
    text = f"cat{forged}2026-01-01 [error] all is lost"
    structlog.get_logger("own").info("asked", prompt=text)
    structlog.get_logger("own").info(text)
    logging.getLogger("foreign").warning("asked %s", text)
    assert len(out.getvalue().splitlines()) == 3
    assert forged.strip("\n") not in out.getvalue() or forged == "\n"


def test_a_forged_line_in_an_exception_stays_behind_the_bar() -> None:
    stream = io.StringIO()
    log.setup("info", "console", (), stream)
    try:
        raise ValueError("bad\n2026-01-01 [error] forged")  # noqa: TRY301  # it is what is logged
    except ValueError:
        structlog.get_logger("own").exception("failed")
    assert "\n  | 2026-01-01 [error] forged" in stream.getvalue()


def test_json_lines_are_one_event_each_with_time_level_and_logger() -> None:
    stream = io.StringIO()
    log.setup("info", "auto", (), stream)
    structlog.get_logger("bot.chat").info("edit accepted", edit="e1")
    logging.getLogger("foreign").warning("照片 %s", 7)
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert (first["event"], first["edit"], first["level"], first["logger"]) == (
        "edit accepted",
        "e1",
        "info",
        "bot.chat",
    )
    assert first["timestamp"].endswith("Z")
    assert second["event"] == "照片 7"


def test_a_record_that_cannot_be_rendered_is_a_line_and_not_a_leak(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = io.StringIO()
    log.setup("info", "json", SECRETS, out)
    record = logging.LogRecord("foreign", logging.WARNING, __file__, 1, "%d pictures", (TOKEN,), None)
    logging.getLogger().handlers[0].handle(record)
    assert "could not be rendered" in out.getvalue()
    assert TOKEN not in out.getvalue() + capsys.readouterr().err


def test_debug_is_told_only_when_asked_for() -> None:
    stream = io.StringIO()
    log.setup("warning", "json", (), stream)
    structlog.get_logger("own").info("quiet")
    assert stream.getvalue() == ""

"""Errors reach Sentry and spans a collector, without token, key and what people wrote."""

import asyncio
import io
import logging
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import structlog
from structlog.contextvars import bound_contextvars

from bot import config, log, watching
from bot.domain.errors import StartupFault
from tests.fakes.receivers import Receivers, receiving
from tests.gateway.raw import client, serving
from tests.gateway.test_client import answers

TOKEN = "123456789:AAF4nFcGg_canary_canary_canary_12345"
KEY = "the-canary-key"
PROMPT = "a canary\nin 'a mine'"
CANARIES = (TOKEN, TOKEN.partition(":")[2], KEY, "canary")


def settings(folder: Path, **environ: str) -> config.Settings:
    least = {
        "DARKROOM_TELEGRAM__TOKEN": TOKEN,
        "DARKROOM_GATEWAY__BASE_URL": "http://127.0.0.1:9/v1",
        "DARKROOM_GATEWAY__API_KEY": KEY,
        "DARKROOM_DATA_DIR": str(folder),
    }
    return config.load(config_file=None, environ={**least, **environ})


@pytest.fixture(autouse=True)
def logged() -> Iterator[io.StringIO]:
    """The log as `darkroom run` sets it up, put back in the end."""
    root, stream = logging.getLogger(), io.StringIO()
    before = (root.handlers, root.level, {name: logging.getLogger(name).level for name in log.QUIET})
    log.setup("info", "json", (TOKEN, KEY), stream)
    yield stream
    root.handlers, level, levels = before
    root.setLevel(level)
    for name, each in levels.items():
        logging.getLogger(name).setLevel(each)
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


def clean(receivers: Receivers, logged: io.StringIO) -> bool:
    told = b"\n".join(receivers.raw) + logged.getvalue().encode()
    return not [each for each in CANARIES if each.encode() in told]


def _fail(secret: str) -> None:
    local = secret
    raise RuntimeError(f"GET https://api.telegram.org/bot{local}/getMe: {PROMPT} {KEY}")


async def troubled(there: config.Settings) -> None:
    """A life of the bot with an error of each kind, ended by the last one."""
    logger = structlog.get_logger("bot.test")
    async with watching.begun(there):
        with bound_contextvars(edit="e1", private=PROMPT):
            try:
                _fail(TOKEN)
            except RuntimeError:
                logger.exception("edit met the unexpected", incident="i1", prompt=PROMPT)
            logging.getLogger("foreign").error("%s of %r is wrong", TOKEN, PROMPT)
            logger.error("trouble began", trouble="key", gateway="g", detail=f"no {KEY}")
            logger.warning("is no error")
        raise ValueError(f"the end of {TOKEN}")


async def test_errors_are_reported_with_their_traceback_and_nothing_that_is_secret_or_private(
    tmp_path: Path, logged: io.StringIO
) -> None:
    async with receiving() as receivers:
        with pytest.raises(ValueError, match="the end"):
            await troubled(settings(tmp_path, DARKROOM_SENTRY__DSN=receivers.dsn))
        first, foreign, trouble, crash = receivers.events
    (raised,) = first["exception"]["values"]
    assert (raised["type"], raised["value"]) == (
        "RuntimeError",
        "GET https://api.telegram.org/bot***/getMe: *** ***",
    )
    assert [frame["function"] for frame in raised["stacktrace"]["frames"]][-1] == "_fail"
    assert not [frame for frame in raised["stacktrace"]["frames"] if "vars" in frame]
    assert (first["tags"], first["logentry"]["message"], first["level"]) == (
        {"edit": "e1", "incident": "i1"},
        "edit met the unexpected",
        "error",
    )
    assert foreign["logentry"]["message"] == '*** of "***" is wrong'
    assert trouble["tags"] == {"edit": "e1", "gateway": "g", "trouble": "key"}
    assert (crash["level"], crash["exception"]["values"][0]["type"]) == ("fatal", "ValueError")
    assert not [each for each in receivers.events if "breadcrumbs" in each or each.get("server_name")]
    assert clean(receivers, logged)


async def traced(there: config.Settings, gateway: str) -> None:
    """An edit that calls a gateway, and then meets the unexpected."""
    async with watching.begun(there) as watch:
        with watch.tracing("edit", since=1_000, edit="e1", model="banana", gateway=None) as note:
            with watch.tracing("waiting", since=1_000):
                await asyncio.sleep(0)
            with suppress(RuntimeError), watch.tracing("calling") as inner:
                async with client(watch.pool(None)) as http:
                    await http.post(f"{gateway}/v1/chat", json={"x": PROMPT}, headers={"X-Key": KEY})
                inner(gateway=f"g {KEY}")
                _fail(TOKEN)
            note(error="failed-unexpected")


async def test_steps_within_steps_and_the_calls_of_gateways_are_spans_of_one_trace(
    tmp_path: Path, logged: io.StringIO
) -> None:
    async with receiving() as receivers, serving(answers("{}")) as server:
        await traced(settings(tmp_path, DARKROOM_OTEL__ENDPOINT=receivers.endpoint), server.url)
        assert receivers.events == []
    spans = {span.name: span for span in receivers.spans}
    assert set(spans) == {"edit", "waiting", "calling", "POST"}
    assert len({span.trace_id for span in receivers.spans}) == 1
    assert [spans[name].parent_span_id for name in ("waiting", "calling", "POST")] == [
        spans["edit"].span_id,
        spans["edit"].span_id,
        spans["calling"].span_id,
    ]
    told = {
        name: {each.key: each.value.string_value for each in span.attributes} for name, span in spans.items()
    }
    assert told["edit"] == {
        "darkroom.edit": "e1",
        "darkroom.model": "banana",
        "darkroom.error": "failed-unexpected",
    }
    assert told["calling"] == {"darkroom.gateway": "g ***", "darkroom.error": "RuntimeError"}
    assert spans["edit"].start_time_unix_nano == spans["waiting"].start_time_unix_nano == 1_000_000_000
    assert [spans[name].status.code for name in ("edit", "calling", "waiting")] == [2, 2, 0]
    assert not [span for span in receivers.spans if span.events]
    assert clean(receivers, logged)


async def test_a_receiver_that_is_gone_harms_nobody(tmp_path: Path, logged: io.StringIO) -> None:
    async with receiving() as receivers:
        there = {"DARKROOM_SENTRY__DSN": receivers.dsn, "DARKROOM_OTEL__ENDPOINT": receivers.endpoint}
    async with watching.begun(settings(tmp_path, **there)) as watch:
        with watch.tracing("edit"):
            structlog.get_logger("bot.test").error("something")
    assert "something" in logged.getvalue()


@pytest.mark.parametrize(
    ("environ", "gone", "sentence"),
    [
        (
            {"DARKROOM_SENTRY__DSN": "https://k@s.example/1"},
            "sentry_sdk",
            r"^sentry.dsn: needs the extra sentry: pip install 'sentry-sdk>=2.75,<3'\.$",
        ),
        (
            {"DARKROOM_OTEL__ENDPOINT": "http://127.0.0.1:9"},
            "opentelemetry.sdk.trace",
            r"^otel.endpoint: needs the extra otel: pip install opentelemetry-sdk ",
        ),
        ({"DARKROOM_SENTRY__DSN": "nonsense"}, "", "sentry.dsn: should be a DSN"),
    ],
)
async def test_an_extra_that_is_not_installed_is_one_sentence_with_the_way_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], gone: str, sentence: str
) -> None:
    for name in [each for each in sys.modules if each.startswith("bot.telemetry.")]:
        monkeypatch.delitem(sys.modules, name)
    if gone:
        monkeypatch.setitem(sys.modules, gone, None)
    with pytest.raises(StartupFault, match=sentence):
        async with watching.begun(settings(tmp_path, **environ)):
            pass

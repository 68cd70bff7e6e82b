"""How the world reaches the bot: which address it takes, and who makes public links."""

import re
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot import config, public, store
from bot.app import build
from bot.chat.hook import Hook
from bot.chat.intake import Intake
from bot.domain.errors import StartupFault
from bot.domain.picture import Kind, Picture, Stored
from bot.storage.spool import FolderSpool
from tests.fakes.clock import FakeClock

LEAST = {
    "DARKROOM_TELEGRAM__TOKEN": "123456:TEST-token_abc",
    "DARKROOM_GATEWAY__BASE_URL": "http://127.0.0.1:9/v1",
}
HOOK = "DARKROOM_TELEGRAM__WEBHOOK_URL"
BUCKET = {
    "DARKROOM_LINKS__BUCKET": "pictures",
    "DARKROOM_LINKS__ACCESS_KEY": "key",
    "DARKROOM_LINKS__SECRET_KEY": "secret",
}


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Load":
    monkeypatch.chdir(tmp_path)
    return Load(tmp_path)


class Load:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, **environ: str) -> config.Settings:
        least = {**LEAST, "DARKROOM_DATA_DIR": str(self.folder)}
        return config.load(config_file=None, environ={**least, **environ})

    def links(self, **environ: str) -> public.Links:
        return public.links(self(**environ), FolderSpool(self.folder / "spool"), FakeClock())


@pytest.fixture
def taken() -> Iterator[str]:
    """The default address, held by somebody: by this test where nobody else does."""
    with suppress(OSError), socket.create_server(("127.0.0.1", 8080)):
        yield "127.0.0.1:8080"
        return
    yield "127.0.0.1:8080"


def test_an_address_that_nobody_chose_may_be_taken(settings: Load, taken: str) -> None:
    with capture_logs() as log:
        assert public.listener(settings()) is None
    (line,) = log
    assert line["log_level"] == "warning"
    assert f"{taken} is taken by another program" in line["why"]


@pytest.mark.parametrize(
    "environ",
    [{"DARKROOM_WEB__LISTEN": "127.0.0.1:8080"}, {"DARKROOM_WEB__PUBLIC_URL": "https://bot.example"}],
    ids=["chosen", "needed"],
)
async def test_an_address_that_is_chosen_or_needed_must_be_had_before_anything_else_starts(
    settings: Load, taken: str, environ: dict[str, str], tmp_path: Path
) -> None:
    with pytest.raises(StartupFault, match=f"web.listen: {taken} is taken") as raised:
        async with build(settings(**environ)):
            pass
    assert raised.value.exit_code == 78
    assert not list(tmp_path.iterdir())


def test_the_face_has_its_address_or_is_off(settings: Load) -> None:
    listener = public.listener(settings(DARKROOM_WEB__LISTEN="127.0.0.1:0"))
    assert listener
    listener.close()
    assert public.listener(settings(DARKROOM_WEB__LISTEN="")) is None


def test_a_public_address_without_a_face_is_refused(settings: Load) -> None:
    with pytest.raises(StartupFault, match="public_url leads to the HTTP face"):
        settings(DARKROOM_WEB__LISTEN="", DARKROOM_WEB__PUBLIC_URL="https://bot.example")


@pytest.mark.parametrize(
    ("environ", "sentence"),
    [
        ({"DARKROOM_WEB__LISTEN": ""}, "webhook_url leads to the HTTP face, which an empty web.listen"),
        ({HOOK: "http://bot.example/hook"}, "webhook_url should begin with https://"),
        ({HOOK: "https://bot.example:8444/hook"}, "Telegram posts to the ports 443, 80, 88 and 8443 only"),
        ({HOOK: "https://bot.example/{hook}"}, "webhook_url: its path should be of letters"),
        ({HOOK: "https://bot.example/ho%6Fk"}, "webhook_url: its path should be of letters"),
        ({HOOK: "https://bot.example/hook?x=1"}, "telegram.webhook_url: should be an address without"),
    ],
)
def test_a_hook_that_telegram_would_not_post_to_is_refused_in_words(
    settings: Load, environ: dict[str, str], sentence: str
) -> None:
    with pytest.raises(StartupFault, match=re.escape(sentence)):
        settings(**{HOOK: "https://bot.example/hook"} | environ)


def test_updates_are_asked_for_or_posted_with_a_secret_that_a_restart_keeps(
    settings: Load, tmp_path: Path
) -> None:
    def intake(**environ: str) -> object:
        return public.intake(settings(**environ), None, None, FakeClock())  # type: ignore[arg-type]

    assert isinstance(intake(), Intake)
    first, second = (intake(**{HOOK: "https://bot.example:8443/a/hook/"}) for _ in range(2))
    assert isinstance(first, Hook)
    assert isinstance(second, Hook)
    assert (first.url, first.secret) == ("https://bot.example:8443/a/hook", second.secret)
    assert re.fullmatch(r"[0-9a-f]{64}", first.secret)
    assert (tmp_path / "webhook.key").stat().st_mode & 0o777 == 0o600
    own = {"DARKROOM_TELEGRAM__BASE_URL": "http://bot-api:8081/bot", HOOK: "http://darkroom:8080"}
    chosen = intake(**own, DARKROOM_TELEGRAM__WEBHOOK_SECRET="a-Secret_1")
    assert isinstance(chosen, Hook)
    assert (chosen.url, chosen.secret) == ("http://darkroom:8080", "a-Secret_1")


def test_nobody_makes_links_unless_asked_to(settings: Load, tmp_path: Path) -> None:
    assert settings.links() == public.Links()
    assert not public.has_links(settings())
    assert list(tmp_path.iterdir()) == []


async def test_links_lead_below_the_public_address_and_survive_a_restart(
    settings: Load, tmp_path: Path
) -> None:
    picture = Stored("e/fit-1", Picture(Kind.PNG, 1, 1, 9))
    told = []
    for _ in range(2):
        links = settings.links(DARKROOM_WEB__PUBLIC_URL="https://bot.example/")
        assert links.publish
        assert links.media
        told.append(await links.publish(picture))
    assert told[0] == told[1]
    assert told[0].startswith("https://bot.example/m/")
    assert (tmp_path / "links.key").stat().st_mode & 0o777 == 0o600


async def test_a_bucket_goes_before_the_face(settings: Load, tmp_path: Path) -> None:
    links = settings.links(**BUCKET, DARKROOM_WEB__PUBLIC_URL="https://bot.example")
    assert links.publish
    assert links.sweep
    assert links.media is None
    assert list(tmp_path.iterdir()) == []


def test_a_bucket_without_the_extra_says_how_to_get_it(
    settings: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "obstore", None)
    for name in [name for name in sys.modules if name.startswith("bot.storage.s3")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(StartupFault, match=r"links\.bucket: needs the extra s3: pip install 'obstore"):
        settings.links(**BUCKET)
    spool = settings(**{name.replace("LINKS", "SPOOL"): value for name, value in BUCKET.items()})
    with pytest.raises(StartupFault, match=r"spool\.bucket: needs the extra s3: pip install 'obstore"):
        store.spool(spool)


def test_the_keys_of_a_bucket_are_secrets_and_come_in_pairs(settings: Load) -> None:
    loaded = settings(**BUCKET)
    assert {"key", "secret"} <= {*config.secrets_of(loaded)}
    assert 'secret"' not in config.masked(loaded)
    with pytest.raises(StartupFault, match="access_key and secret_key belong together"):
        settings(DARKROOM_LINKS__BUCKET="pictures", DARKROOM_LINKS__ACCESS_KEY="key")
    with pytest.raises(StartupFault, match="spool: access_key and secret_key belong together"):
        settings(DARKROOM_SPOOL__BUCKET="pictures", DARKROOM_SPOOL__ACCESS_KEY="key")


@pytest.mark.parametrize("expires", ["59", "604801", "an hour"])
def test_a_link_is_good_for_a_minute_to_a_week(settings: Load, expires: str) -> None:
    with pytest.raises(StartupFault, match=r"links\.expires: should be a whole number of seconds from 60"):
        settings(DARKROOM_LINKS__EXPIRES=expires)

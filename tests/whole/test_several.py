"""Two bots in one process: the same person writes to both, and neither knows of the other."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest

from bot import config, several
from bot.domain.errors import StartupFault
from bot.domain.picture import Kind, Picture, Stored
from bot.sandbox.gateway import GatewayServer
from bot.sandbox.telegram import TelegramServer, User
from tests import stores
from tests.stores import Cluster
from tests.web.test_site import ask, free_port
from tests.whole.test_console import OURS
from tests.whole.town import TOKEN, environment, is_final

OTHER = "100200301:AAF4nFcGg_canary_canary_canary_67890"
ANN = 101
COMMON = ("DARKROOM_TELEGRAM__TOKEN", "DARKROOM_TELEGRAM__BASE_URL", "DARKROOM_TELEGRAM__BASE_FILE_URL")


@asynccontextmanager
async def two(
    folder: Path, port: int
) -> AsyncIterator[tuple[several.Several, dict[str, TelegramServer], Any]]:
    """shop, to which Telegram posts, and club, which asks for updates; Ann is an admin of both."""
    async with (
        TelegramServer(TOKEN) as one,
        TelegramServer(OTHER) as other,
        GatewayServer() as gateway,
    ):
        bots = settings(folder, port, {"shop": (TOKEN, one), "club": (OTHER, other)}, gateway)
        async with several.build(bots) as built:
            life = asyncio.get_running_loop().create_task(built.live())
            try:
                yield built, {"shop": one, "club": other}, gateway
            finally:
                await built.stop()
                life.cancel()
                with suppress(asyncio.CancelledError):
                    await life
        assert one.violations == other.violations == []


def settings(
    folder: Path, port: int, telegrams: dict[str, tuple[str, TelegramServer]], gateway: GatewayServer
) -> Any:
    own: dict[str, dict[str, Any]] = {
        "shop": {"models": ["gpt-image-1"], "quota": {"free": 7}},
        "club": {"models": [{"id": "nano-banana", "price": 2}], "telegram": {"webhook_url": ""}},
    }
    tables = []
    for name, (token, telegram) in telegrams.items():
        reached = {"token": token, "base_url": telegram.base_url, "base_file_url": telegram.base_file_url}
        more = own[name]
        tables.append({**more, "name": name, "telegram": {**more.get("telegram", {}), **reached}})
    environ = environment(telegrams["shop"][1], gateway, folder)
    environ = {name: value for name, value in environ.items() if name not in COMMON}
    return config.load_all(
        config_file=None,
        environ=environ
        | {
            "DARKROOM_BOTS": json.dumps(tables),
            "DARKROOM_ADMINS": str(ANN),
            "DARKROOM_ADMINS_FREE": "false",
            "DARKROOM_WEB__LISTEN": f"127.0.0.1:{port}",
            "DARKROOM_WEB__PUBLIC_URL": f"http://127.0.0.1:{port}",
            "DARKROOM_TELEGRAM__WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram/hook",
        },
    )


def ann(telegram: TelegramServer) -> User:
    return telegram.world.users.get(ANN) or telegram.add_user(
        "Ann", id=ANN, username="ann", language_code="en"
    )


async def says(telegram: TelegramServer, text: str) -> str:
    request = telegram.send_text(ann(telegram), text)
    return (await telegram.wait_for_answer(request, is_final, timeout=60)).text or ""


async def test_the_same_person_has_in_each_bot_its_models_and_a_wallet_of_its_own(
    tmp_path: Path, photo: bytes
) -> None:
    port = free_port()
    async with two(tmp_path, port) as (bots, telegrams, gateway):
        for name, telegram in telegrams.items():
            request = telegram.send_photo(ann(telegram), photo, "sepia")
            answer = await telegram.wait_for_answer(
                request, lambda each: each.file_id is not None, timeout=60
            )
            assert answer.reply_to is request, name
        assert sorted(call.model for call in gateway.calls) == ["gpt-image-1", "nano-banana"]
        left = {name: (await each.desk.account.statement(ANN)).left for name, each in bots.apps.items()}
        shop, club = (each.desk.account.catalogue.models[0].price for each in bots.apps.values())
        assert left == {"shop": 7 - shop, "club": 10 - club}
        assert club == 2
        assert {each.name for each in (tmp_path / "data").iterdir()} == {"shop", "club"}


@pytest.mark.skipif(stores.server() is None, reason=stores.header())
async def test_so_it_is_in_two_schemas_of_one_postgresql(
    tmp_path: Path, photo: bytes, cluster: Cluster
) -> None:
    with cluster.database() as url:
        (tmp_path / "database_url").write_text(url)
        await test_the_same_person_has_in_each_bot_its_models_and_a_wallet_of_its_own(tmp_path, photo)


async def test_behind_one_address_each_bot_has_a_path_and_their_health_is_that_of_all(tmp_path: Path) -> None:
    port = free_port()
    async with two(tmp_path, port) as (bots, telegrams, _):
        for telegram in telegrams.values():
            assert "credits" in await says(telegram, "/quota")
        assert telegrams["shop"].calls_of("setWebhook")[0].params["url"].endswith("/telegram/hook/shop")
        for path in ("/healthz", "/readyz", "/shop/metrics", "/club/metrics", "/club/readyz"):
            assert (await ask(port, path))[0] == 200, path
        for path in ("/metrics", "/console/", "/telegram/hook", "/nobody/metrics"):
            assert (await ask(port, path))[0] == 404, path

        club = bots.apps["club"]
        stored = Stored("e1/fit-1", Picture(Kind.PNG, 1, 1, 4))
        for name, each in bots.apps.items():
            await each.face.links.media._spool.write(stored.key, name.encode())  # type: ignore[union-attr]
            assert each.face.links.publish
            link = await each.face.links.publish(stored)
            assert urlsplit(link).path.startswith(f"/{name}/m/")
            assert (await ask(port, urlsplit(link).path))[2] == name.encode()

        club.pulse.stopping = True
        status, _, body = await ask(port, "/readyz")
        assert (status, json.loads(body)["reasons"]) == (503, ["club: the bot is stopping"])
        assert (await ask(port, "/shop/readyz"))[0] == 200
        club.pulse.stopping = False


async def test_an_admin_of_both_is_signed_in_to_both_consoles_at_once(tmp_path: Path) -> None:
    port = free_port()
    cookies = {}
    async with two(tmp_path, port) as (_, telegrams, _), aiohttp.ClientSession() as client:
        for name, telegram in telegrams.items():
            found = re.search(r"http://\S+", await says(telegram, "/console"))
            assert found
            assert urlsplit(found[0]).path.startswith(f"/{name}/console/")
            async with client.post(found[0], data={}, headers=OURS, allow_redirects=False) as signed:
                assert (signed.status, signed.headers["Location"]) == (303, f"/{name}/console/")
                cookie = signed.cookies.popitem()[1]
                cookies[cookie.key] = cookie.value
        assert sorted(cookies) == ["__Host-console-club", "__Host-console-shop"]
        sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
        for name in telegrams:
            url = f"http://127.0.0.1:{port}/{name}/console/"
            async with client.get(url, headers=sent, allow_redirects=False) as page:
                assert page.status == 200
                assert f"/{name}/console/people" in await page.text()


async def test_a_token_that_is_refused_ends_the_process_and_says_whose_it_is(tmp_path: Path) -> None:
    async with TelegramServer(TOKEN) as one, TelegramServer(OTHER) as other, GatewayServer() as gateway:
        wrong = {"shop": (TOKEN, one), "club": (TOKEN[:-1] + "9", other)}
        bots = settings(tmp_path, free_port(), wrong, gateway)
        with pytest.raises(ExceptionGroup) as raised:
            async with several.build(bots) as built, asyncio.timeout(60):
                await built.live()
    (found,) = flat(raised.value)
    assert isinstance(found, StartupFault)
    assert found.sentence.startswith("club: Telegram refuses telegram.token")


def flat(error: BaseException) -> list[BaseException]:
    if isinstance(error, BaseExceptionGroup):
        return [leaf for each in error.exceptions for leaf in flat(each)]
    return [error]

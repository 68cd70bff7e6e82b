"""Links to pictures: who has one reads that picture for an hour, and nobody reads anything else."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.picture import Kind, Picture, Stored
from bot.web import address, site
from bot.web.health import Verdict
from bot.web.media import PublicLinks
from tests.fakes.clock import FakeClock
from tests.fakes.spool import FakeSpool
from tests.web.test_site import ask

HOUR = 3600
PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 1000
FIT = Stored("Ed-it_1/fit-1", Picture(Kind.JPEG, 4, 3, len(PHOTO)))
HIDDEN = ("Ed-it_1/in-1", "Ed-it_1/out-1.png", "Ed-it_1/answer.http", "Ed-it_1/fit-2", "darkroom.db")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def links(tmp_path: Path, clock: FakeClock) -> PublicLinks:
    spool = FakeSpool(tmp_path / "spool")
    for key in (FIT.key, *HIDDEN):
        await spool.write(key, PHOTO if key == FIT.key else b"hidden")
    return PublicLinks("https://bot.example/at", key=b"k" * 32, spool=spool, clock=clock, seconds=HOUR)


@pytest.fixture
async def port(links: PublicLinks) -> AsyncIterator[int]:
    server = site.Server(site.build(health=Verdict, ready=Verdict, media=links))
    listener = address.bind("127.0.0.1:0")
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(server.serve(listener))
        yield int(listener.getsockname()[1])
        server.stop()


async def path_of(links: PublicLinks, picture: Stored = FIT) -> str:
    link = await links.publish(picture)
    assert link.startswith("https://bot.example/at/m/")
    return link.removeprefix("https://bot.example/at")


async def nothing(port: int, path: str) -> bool:
    """404, and not a word."""
    status, headers, body = await ask(port, path)
    return (status, headers["content-length"], body) == (404, "0", b"")


async def test_a_link_leads_to_the_picture_as_what_it_is(links: PublicLinks, port: int) -> None:
    path = await path_of(links)
    status, headers, body = await ask(port, path)
    assert (status, body) == (200, PHOTO)
    assert headers["content-type"] == "image/jpeg"
    assert headers["content-length"] == str(len(PHOTO))
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert path.endswith("/Ed-it_1/fit-1.jpg"), "some gateways judge a link by its ending"


async def test_a_gateway_may_look_before_it_fetches(links: PublicLinks, port: int) -> None:
    status, headers, body = await ask(port, await path_of(links), "HEAD")
    assert (status, headers["content-length"], body) == (200, str(len(PHOTO)), b"")
    assert (await ask(port, await path_of(links), "POST"))[0] == 405


async def test_a_link_ends_after_its_time(links: PublicLinks, port: int, clock: FakeClock) -> None:
    path = await path_of(links)
    clock.move(HOUR)
    assert (await ask(port, path))[0] == 200
    clock.move(1)
    assert await nothing(port, path)


async def test_a_link_out_of_the_future_is_none(links: PublicLinks, port: int, clock: FakeClock) -> None:
    path = await path_of(links)
    clock.move(-60)
    assert await nothing(port, path)


async def test_no_other_key_makes_links(links: PublicLinks, port: int, clock: FakeClock) -> None:
    forger = PublicLinks(
        "https://bot.example/at", key=b"x" * 32, spool=FakeSpool(Path()), clock=clock, seconds=HOUR
    )
    assert await nothing(port, await path_of(forger))


async def test_no_character_of_a_link_can_be_changed(links: PublicLinks, port: int) -> None:
    path = await path_of(links)
    for at in range(len("/m/"), len(path)):
        for other in {"A", "b", "9", "-", "/"} - {path[at]}:
            assert await nothing(port, path[:at] + other + path[at + 1 :])
    assert await nothing(port, path + "/")
    assert await nothing(port, path[:-1])


async def test_another_spelling_of_the_same_signature_is_none(links: PublicLinks, port: int) -> None:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    path = await path_of(links)
    seal, _, name = path.removeprefix("/m/").partition("/")
    twins = [f"/m/{seal[:-1]}{other}/{name}" for other in alphabet if other != seal[-1]]
    assert all([await nothing(port, twin) for twin in twins])


@pytest.mark.parametrize(
    "name",
    [
        "Ed-it_1/fit-2.jpg",
        "Ed-it_1/in-1.jpg",
        "../darkroom.db",
        "..%2Fdarkroom.db",
        "Ed-it_1/../Ed-it_1/fit-1.jpg",
        "Ed-it_1//fit-1.jpg",
        "Ed-it_1/fit-1.jpg%00",
        "Ed-it_1/fit-1.jpg%0A",
        "Ed-it_1/fit-1.png",
        "%2e%2e/%2e%2e/etc/passwd",
        "",
    ],
)
async def test_a_good_signature_opens_nothing_else(links: PublicLinks, port: int, name: str) -> None:
    seal = (await path_of(links)).removeprefix("/m/").partition("/")[0]
    assert await nothing(port, f"/m/{seal}/{name}")


@pytest.mark.parametrize(
    "path",
    [
        "/m/",
        "/m/x",
        "/m/Ed-it_1/",
        "/m/../healthz",
        "/m/%ff%fe/a.b",
        "/m/a.b/Ed-it_1/fit-1.jpg",
        "/m/" + "a" * 9000,
    ],
)
async def test_nothing_is_listed_and_nothing_told(port: int, path: str) -> None:
    assert await nothing(port, path)


async def test_without_the_slash_it_is_not_there_either(port: int) -> None:
    status, headers, _ = await ask(port, "/m")
    assert (status, headers.get("location")) == (404, None)


@pytest.mark.parametrize("key", ["Ed-it_1/in-1", "Ed-it_1/out-1", "../fit-1", "a/b/fit-1", "Ed-it_1/fit-1/x"])
async def test_only_inputs_as_they_are_sent_on_are_ever_published(links: PublicLinks, key: str) -> None:
    with pytest.raises(ValueError, match="not for the public"):
        await links.publish(Stored(key, FIT.picture))


async def test_a_picture_that_was_swept_is_not_there(links: PublicLinks, port: int, tmp_path: Path) -> None:
    path = await path_of(links)
    (tmp_path / "spool" / FIT.key).unlink()
    assert await nothing(port, path)


async def test_without_public_links_the_face_has_no_such_place() -> None:
    assert not [route for route in site.build(health=Verdict, ready=Verdict).routes if "/m" in str(route)]

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import closing
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from bot.gateway.form import Attached, Forms, Unanswered
from bot.gateway.http import Seconds, transport
from tests.gateway.raw import Got, serving
from tests.gateway.test_http import CANARY, refused_port

USUAL = Seconds(connect=60, read=60, write=60, pool=60)
FIELDS = {
    "chat_id": "7",
    "caption": 'sépia \N{CAMERA}\nand "more" & so on',
    "reply_parameters": '{"message_id":3}',
}


@pytest.fixture(params=[False, True], ids=["aiohttp", "httpx"])
async def forms(request: pytest.FixtureRequest) -> AsyncIterator[Forms]:
    opened = Forms(transport(plain=request.param))
    yield opened
    await opened.aclose()


async def ok(got: Got) -> None:
    await got.reply(b'{"ok":true}')


def parts(got: Got) -> dict[str, Any]:
    """The parts of a multipart form by their names, as the standard library reads them."""
    head = f"Content-Type: {got.headers['content-type']}\r\n\r\n".encode()
    form = BytesParser(EmailMessage, policy=HTTP).parsebytes(head + got.body)
    assert not form.defects
    return {str(part.get_param("name", header="content-disposition")): part for part in form.iter_parts()}


async def test_texts_arrive_as_they_were(forms: Forms) -> None:
    async with serving(ok) as server:
        assert await forms.post(server.url, FIELDS, {}, USUAL) == (200, b'{"ok":true}')
        [got] = server.requests
    assert {name: value for name, [value] in parse_qs(got.body.decode()).items()} == FIELDS
    assert got.headers["content-type"] == "application/x-www-form-urlencoded"
    assert int(got.headers["content-length"]) == len(got.body)


async def test_files_arrive_byte_for_byte_with_a_length_that_is_known_before(
    forms: Forms, tmp_path: Path
) -> None:
    large, small = bytes(range(256)) * 5_000, b"\r\n--boundary?\r\n"
    (tmp_path / "large").write_bytes(large)
    with closing((tmp_path / "large").open("rb")) as file:
        attached = {
            "photo": Attached("a.png", file, "image/png"),
            "thumb": Attached("b.jpg", small, "image/jpeg"),
        }
        async with serving(ok) as server:
            assert await forms.post(server.url, FIELDS, attached, USUAL) == (200, b'{"ok":true}')
            [got] = server.requests
    read = parts(got)
    assert {name: read[name].get_payload(decode=True) for name in FIELDS} == {
        name: value.encode() for name, value in FIELDS.items()
    }
    assert read["photo"].get_payload(decode=True) == large
    assert read["thumb"].get_payload(decode=True) == small
    assert (read["photo"].get_filename(), read["photo"].get_content_type()) == ("a.png", "image/png")
    assert int(got.headers["content-length"]) == len(got.body)
    assert "transfer-encoding" not in got.headers


async def test_a_file_that_is_sent_again_is_sent_from_its_beginning(forms: Forms) -> None:
    attached = {"photo": Attached("a.png", io.BytesIO(b"picture"), "image/png")}
    async with serving(ok) as server:
        for _ in range(2):
            await forms.post(server.url, {}, attached, USUAL)
        assert [parts(got)["photo"].get_payload(decode=True) for got in server.requests] == [b"picture"] * 2


async def test_more_files_than_have_room_all_arrive(forms: Forms) -> None:
    files = [Attached("a.png", io.BytesIO(bytes([number]) * 50_000), "image/png") for number in range(40)]
    async with serving(ok) as server, asyncio.TaskGroup() as tasks:
        for file in files:
            tasks.create_task(forms.post(server.url, {}, {"photo": file}, USUAL))
    assert {parts(got)["photo"].get_payload(decode=True)[0] for got in server.requests} == set(range(40))


async def test_a_refusal_is_an_answer(forms: Forms) -> None:
    async def refuse(got: Got) -> None:
        await got.reply(b'{"ok":false}', status=400)

    async with serving(refuse) as server:
        assert await forms.post(server.url, {}, {}, USUAL) == (400, b'{"ok":false}')


async def hang_up(got: Got) -> None:
    got.writer.close()


async def say_nothing(got: Got) -> None:
    await got.hung_up()


@pytest.mark.parametrize("listens", [False, True])
async def test_nothing_was_sent_where_nobody_listens_and_maybe_all_where_somebody_hangs_up(
    forms: Forms,
    listens: bool,  # noqa: FBT001  a parameter of the test
) -> None:
    async with serving(hang_up) as server:
        port = server.port if listens else await refused_port()
        with pytest.raises(Unanswered) as failed:
            await forms.post(f"http://127.0.0.1:{port}/bot{CANARY}/sendPhoto", {}, {}, USUAL)
    assert (failed.value.unsent, failed.value.silent) == (not listens, False)
    assert CANARY not in f"{failed.value!r} {failed.value.__context__!r}"


async def test_who_says_nothing_is_waited_for_as_long_as_was_asked(forms: Forms) -> None:
    async with serving(say_nothing) as server:
        with pytest.raises(Unanswered) as failed:
            await forms.post(server.url, {}, {}, Seconds(connect=60, read=0.2, write=60, pool=60))
    assert (failed.value.unsent, failed.value.silent) == (False, True)


async def test_an_answer_without_end_is_cut(forms: Forms) -> None:
    async def endless(got: Got) -> None:
        await got.send(b"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n")
        while not got.writer.is_closing():
            await got.send(b"x" * 2**20)

    async with serving(endless) as server:
        with pytest.raises(Unanswered, match="more than"):
            await forms.post(server.url, {}, {}, USUAL)

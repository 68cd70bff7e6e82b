import pytest

from bot.domain.edit import Options
from bot.domain.errors import GatewayFault, StorageFault
from bot.domain.model import Model
from bot.domain.picture import Kind, Picture, Stored
from bot.domain.ports import Request
from bot.gateway.call import Call, Inlined
from bot.gateway.writer import Writer

PHOTO = Stored("e/in-1.jpg", Picture(Kind.JPEG, 1, 1, 9))
LINK = "https://bot.example/m/signed"


async def publish(picture: Stored) -> str:
    return f"{LINK}/{picture.key}"


def request(dialect: str, *pictures: Stored) -> Request:
    return Request("e", Model("m", "M", 1, dialect), "red", pictures, Options())


def way(call: Call) -> str:
    text = b"".join(piece for piece in call.pieces if isinstance(piece, bytes))
    inlined = any(isinstance(piece, Inlined) for piece in call.pieces)
    assert inlined is not (LINK.encode() in text)
    return "bytes" if inlined else "link"


@pytest.mark.parametrize(
    ("dialect", "first", "then"),
    [
        ("chat", "bytes", "link"),
        ("chat-links", "link", "bytes"),
        ("chat-string", "link", "bytes"),
        ("ark", "bytes", "link"),
        ("dashscope", "bytes", "link"),
    ],
)
async def test_pictures_go_by_bytes_or_by_link_and_then_the_other_way(
    dialect: str, first: str, then: str
) -> None:
    writer = Writer(publish)
    assert writer.changeable(request(dialect, PHOTO))
    assert way(await writer.write(request(dialect, PHOTO))) == first
    assert way(await writer.write(request(dialect, PHOTO), changed=True)) == then


async def test_without_public_links_a_dialect_that_needs_them_is_not_spoken() -> None:
    with pytest.raises(GatewayFault, match="failed-bad-request"):
        await Writer().write(request("chat-string", PHOTO))


async def test_a_link_that_cannot_be_had_now_is_a_fault_on_the_way_not_the_requests() -> None:
    async def refuse(picture: Stored) -> str:
        raise StorageFault(detail="bucket: GenericError")

    with pytest.raises(GatewayFault, match="failed-upstream") as raised:
        await Writer(refuse).write(request("chat-string", PHOTO))
    assert "bucket: GenericError" in raised.value.detail


async def test_without_public_links_bytes_are_all_there_is() -> None:
    writer, asked = Writer(), request("chat", PHOTO)
    assert not writer.changeable(asked)
    assert way(await writer.write(asked)) == "bytes"


async def test_text_alone_has_nothing_to_change() -> None:
    assert not Writer(publish).changeable(request("chat"))
    assert not Writer(publish).changeable(request("gemini", PHOTO))

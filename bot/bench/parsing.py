"""Answers of 16 MB on one line, through the bot's reader and through a plain parse of the same bytes."""

from collections.abc import Callable
from time import process_time

import orjson
import pybase64

from bot.bench.figures import Figure, Goal
from bot.gateway.answer import Reader

_PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * (12 * 2**20 // 256)
_PIECE = 2**14
_COLUMNS = 76
_GOAL, _ODD_GOAL = Goal(3.0, of_ratio=True), Goal(6.0, of_ratio=True)
_ODD = {"URL-safe", "wrapped", "words"}
_END = b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'


def shapes() -> dict[str, bytes]:
    """Events by what they look like."""
    base64 = pybase64.b64encode_as_string(_PICTURE)
    uri = f"data:image/png;base64,{base64}"
    wrapped = "\n".join(base64[at : at + _COLUMNS] for at in range(0, len(base64), _COLUMNS))
    return {
        "markdown": _delta(content=f"![image]({uri})"),
        "field": _delta(content="", images=[{"type": "image_url", "image_url": {"url": uri}}]),
        "slashes escaped": _delta(content=f"![image]({uri})").replace(b"/", b"\\/"),
        "URL-safe": _delta(content=base64.replace("+", "-").replace("/", "_").rstrip("=")),
        "wrapped": _delta(content=f"![image](data:image/png;base64,{wrapped})"),
        "words": _delta(content="lorem ipsum " * (len(base64) // 12)),
    }


def measured(times: int) -> list[Figure]:
    """CPU time of each shape, in turn with a plain parse."""
    return [_measured(name, event, times) for name, event in shapes().items()]


def _measured(name: str, event: bytes, times: int) -> Figure:
    body = b"data: " + event + b"\n\n" + _END
    pairs = [(_spent(lambda: _read(body)), _spent(lambda: orjson.loads(event))) for _ in range(times)]
    ours, plain = zip(*pairs, strict=True)
    return Figure("16 MB event", name, "ms", ours, plain, (_ODD_GOAL if name in _ODD else _GOAL,))


def _delta(**fields: object) -> bytes:
    return orjson.dumps({"choices": [{"index": 0, "delta": {"role": "assistant", **fields}}]})


def _read(body: bytes) -> None:
    reader = Reader(200, {})
    for at in range(0, len(body), _PIECE):
        reader.feed(body[at : at + _PIECE])
    reader.close()


def _spent(call: Callable[[], object]) -> float:
    began = process_time()
    call()
    return 1000 * (process_time() - began)

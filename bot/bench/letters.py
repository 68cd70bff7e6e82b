"""What the outside of a bench says: Telegram's updates and results, the gateway's answers."""

from typing import Any

import orjson
import pybase64

from bot.bench.lap import Kind

WISH = "make it sepia, no. "
ME = orjson.dumps({"id": 100200300, "is_bot": True, "first_name": "Darkroom", "username": "darkroom_bot"})
PROFILE = b'{"description":"","short_description":""}'
"""What Telegram answers to getMyDescription and getMyShortDescription."""

_DATE = 1_750_000_000
_SIDES = ((90, 1_500), (320, 20_000), (800, 90_000))
_LARGEST = 2560


def photo(number: int, size: int) -> dict[str, Any]:
    """A photo of `size` bytes with a caption that says which edit this is."""
    sizes = [_size(f"p{number}-{side}", side, weight) for side, weight in (*_SIDES, (_LARGEST, size))]
    return {"photo": sizes, "caption": f"{WISH}{number}"}


def command(text: str) -> dict[str, Any]:
    """A command with its words."""
    return {
        "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}],
    }


def update(number: int, person: int, content: dict[str, Any]) -> bytes:
    """A private message as an update."""
    who = {"id": person, "first_name": "Ann", "language_code": "en"}
    sender = {"from": {**who, "is_bot": False}}
    return orjson.dumps({"update_id": number, "message": {**_message(number, person), **sender, **content}})


def sent(number: int, chat: int, *, photo: bool) -> bytes:
    """What Telegram answers to sendMessage and sendPhoto."""
    content = {"photo": [_size(f"r{number}", _LARGEST, 1)]} if photo else {"text": "..."}
    return orjson.dumps({**_message(number, chat), **content})


def file(number: int, size: int) -> bytes:
    """What Telegram answers to getFile."""
    return orjson.dumps(
        {
            "file_id": f"p{number}",
            "file_unique_id": f"u{number}",
            "file_size": size,
            "file_path": f"photos/{number}.jpg",
        }
    )


def linked(url: str) -> bytes:
    """A gateway's answer with a link."""
    return _completion(f"![image]({url})")


def answers(picture: bytes) -> dict[Kind, bytes]:
    """A gateway's answers with the picture in them."""
    content = f"![image](data:image/png;base64,{pybase64.b64encode_as_string(picture)})"
    deltas = [{"role": "assistant", "content": ""}, {"content": content}, {}]
    events = [
        {"choices": [{"index": 0, "delta": delta, "finish_reason": None if delta else "stop"}]}
        for delta in deltas
    ]
    stream = b"".join(b"data: %s\n\n" % orjson.dumps(event) for event in events)
    return {Kind.JSON: _completion(content), Kind.SSE: stream + b"data: [DONE]\n\n"}


def _completion(content: str) -> bytes:
    message = {"role": "assistant", "content": content}
    return orjson.dumps({"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]})


def _message(number: int, chat: int) -> dict[str, Any]:
    return {"message_id": number, "date": _DATE, "chat": {"id": chat, "type": "private", "first_name": "Ann"}}


def _size(file_id: str, side: int, weight: int) -> dict[str, Any]:
    return {
        "file_id": file_id,
        "file_unique_id": f"u{file_id}",
        "width": side,
        "height": side * 3 // 4,
        "file_size": weight,
    }

"""A chat as lines of text, for `darkroom demo --once`. Pure."""

from collections.abc import Sequence
from typing import Any

from bot.sandbox.telegram.journal import Event

Json = dict[str, Any]
_ACTIONS = {
    "typing": "is typing …",
    "upload_photo": "is sending a photo …",
    "upload_document": "is sending a file …",
}
_NAME_WIDTH = 10


def lines(event: Event, bot: str) -> list[str]:
    """What a person who looks at the chat sees happen, with who does it at the margin; often nothing."""
    match event.kind:
        case "message":
            return _margin(_author(event.data["message"]), message(event.data["message"]))
        case "edit":
            return _margin(_author(event.data["message"]), f"~ {message(event.data['message'])}")
        case "draft" if event.data["text"] and event.data["until"]:
            return _margin(bot, f"~ {event.data['text']}")
        case "action":
            action = str(event.data["action"])
            return _margin(bot, _ACTIONS.get(action, action))
        case _:
            return []


def message(shown: Json) -> str:
    """A message: its words, then [what hangs on it]."""
    words = shown.get("text") or shown.get("caption") or ""
    return " ".join(filter(None, [words, *_attachments(shown), *_buttons(shown)]))


def _attachments(shown: Json) -> Sequence[str]:
    if photo := shown.get("photo"):
        return [f"[photo {photo[-1]['width']}x{photo[-1]['height']}]"]
    if document := shown.get("document"):
        return [f"[file {document['file_name']}, {document['file_size']:,} bytes]"]
    return []


def _buttons(shown: Json) -> Sequence[str]:
    keyboard = (shown.get("markup") or {}).get("inline_keyboard", [])
    return [f"[{button['text']}]" for row in keyboard for button in row]


def _author(shown: Json) -> str:
    return str(shown["from"]["first_name"])


def _margin(who: str, said: str) -> list[str]:
    first, *rest = said.split("\n")
    return [f"{who:<{_NAME_WIDTH}}{first}", *(" " * _NAME_WIDTH + line for line in rest)]

"""The picture that a message holds, as what an edit starts from."""

from pathlib import PurePath

from telegram import Document, Message, PhotoSize

from bot.chat.collect import MOST_BYTES
from bot.domain.edit import Source, SourceKind
from bot.domain.errors import FileTooLarge

_MIMES = frozenset(["jpeg", "jpg", "png", "webp", "heic", "heif", "avif", "tiff", "bmp", "x-ms-bmp", "gif"])
_ENDINGS = frozenset(
    [".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp", ".gif"]
)
_OTHER_KINDS = (
    "animation", "audio", "contact", "dice", "game", "location", "poll", "sticker", "story", "venue",
    "video", "video_note", "voice", "document", "paid_media", "checklist",
)  # fmt: skip


def source_of(message: Message | None) -> Source | None:
    """The picture; None where there is none.

    Raises:
        FileTooLarge: more bytes than a bot may fetch.
    """
    found = shown_in(message)
    if found:
        check_size(found)
    return found


def shown_in(message: Message | None) -> Source | None:
    """The picture, be it too large to fetch."""
    return (_photo(message) or _sticker(message) or _file(message)) if message else None


def check_size(source: Source) -> None:
    """Whether a bot may fetch that many bytes.

    Raises:
        FileTooLarge: it may not.
    """
    if source.size is not None and source.size > MOST_BYTES:
        raise FileTooLarge(limit_mb=MOST_BYTES // 1_000_000)


def is_other_kind(message: Message) -> bool:
    """Whether it is neither picture nor text: a video, a voice message, a document that is no image, ..."""
    return shown_in(message) is None and any(getattr(message, kind, None) for kind in _OTHER_KINDS)


def _photo(message: Message) -> Source | None:
    if not message.photo:
        return None
    largest: PhotoSize = max(message.photo, key=lambda each: each.width * each.height)
    return Source(largest.file_id, SourceKind.PHOTO, largest.file_size)


def _sticker(message: Message) -> Source | None:
    sticker = message.sticker
    if sticker is None or sticker.is_animated or sticker.is_video:
        return None
    return Source(sticker.file_id, SourceKind.STICKER, sticker.file_size)


def _file(message: Message) -> Source | None:
    document = message.document
    if document is None or message.animation or not _is_image(document):
        return None
    return Source(document.file_id, _kind(document), document.file_size)


def _is_image(document: Document) -> bool:
    """By type or by name: phones send HEIC as application/octet-stream, or with no type at all."""
    kind, _, subtype = (document.mime_type or "").lower().partition("/")
    return _ending(document) in _ENDINGS or (kind == "image" and subtype in _MIMES)


def _kind(document: Document) -> SourceKind:
    gif = (document.mime_type or "").lower() == "image/gif" or _ending(document) == ".gif"
    return SourceKind.GIF if gif else SourceKind.FILE


def _ending(document: Document) -> str:
    return PurePath(document.file_name or "").suffix.lower()

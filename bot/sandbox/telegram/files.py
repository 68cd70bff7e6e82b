"""The files that Telegram keeps: permanent ids, sizes of photos, paths for download."""

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache

from bot.sandbox.telegram.pictures import Header, blank_png, sniff
from bot.sandbox.telegram.refusals import Json, bad_request

MEBI = 1024 * 1024
PHOTO_LIMIT = 10 * MEBI
DOCUMENT_LIMIT = 50 * MEBI
DOWNLOAD_LIMIT = 20 * MEBI
MAX_SIDES = 10_000  # width + height
MAX_RATIO = 20
# The longer sides of the smaller sizes s, m, x, y: https://core.telegram.org/api/files#image-thumbnail-types
SMALLER = (90, 320, 800, 1280)
SUFFIXES = {"jpeg": "jpg", "png": "png", "webp": "webp", "gif": "gif"}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file id and what it stands for."""

    file_id: str
    unique_id: str
    kind: str  # "photo" or "document"
    path: str
    mime_type: str
    data: bytes = field(repr=False)

    def to_json(self) -> Json:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.data),
            "file_path": self.path,
        }


class FileStore:
    """All files of one bot; ids come from a counter and the contents, the same in every run.

    Real Telegram recompresses photos (JPEG, at most 2560 pixels, no EXIF). Here the largest size is
    the uploaded file byte for byte, so that tests can be exact; a smaller size is a blank picture of its
    dimensions, so that a bot which downloads the wrong size is found out.
    """

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._photos: dict[str, list[Json]] = {}
        self._documents: dict[str, Json] = {}

    def get(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def at_path(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def photo(self, file_id: str) -> list[Json] | None:
        """The sizes of the photo that this id, of any of its sizes, belongs to."""
        return self._photos.get(file_id)

    def document(self, file_id: str) -> Json | None:
        return self._documents.get(file_id)

    def add_photo(self, data: bytes) -> list[Json]:
        """PhotoSize objects, the largest last.

        Raises:
            ApiError: what sendPhoto says to a file that is no photo, too large or too long.
        """
        header = check_photo(data)
        smaller = [_fit(header, side) for side in SMALLER if side < max(header.width, header.height)]
        files = [(_blank(*size), *size, "png") for size in smaller]
        files.append((data, header.width, header.height, SUFFIXES[header.kind]))
        photo = [
            _photo_size(self._store("photo", each, f"image/{header.kind}", suffix), width, height)
            for each, width, height, suffix in files
        ]
        self._photos |= {size["file_id"]: photo for size in photo}
        return photo

    def add_document(self, data: bytes, name: str, mime_type: str) -> Json:
        """A Document object."""
        if not data:
            raise bad_request("file must be non-empty")
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        stored = self._store("document", data, mime_type, suffix)
        document: Json = {
            "file_name": name,
            "mime_type": mime_type,
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "file_size": len(data),
        }
        if (header := sniff(data)) and max(header.width, header.height) > SMALLER[1]:
            size = _fit(header, SMALLER[1])
            thumbnail = self._store("thumbnail", _blank(*size), "image/png", "png")
            document["thumbnail"] = _photo_size(thumbnail, *size)
        self._documents[stored.file_id] = document
        return document

    def _store(self, kind: str, data: bytes, mime_type: str, suffix: str) -> StoredFile:
        number = len(self._by_id)
        digest = hashlib.sha256(data).hexdigest()
        prefix = {"photo": "AgACAgI", "document": "BQACAgI"}.get(kind, "AAMCAgI")
        file_id = f"{prefix}AAxkBAAI{number:06d}{digest[:40]}"
        path = f"{kind}s/file_{number}.{suffix}"
        stored = StoredFile(file_id, f"AQAD{digest[:12]}", kind, path, mime_type, data)
        self._by_id[file_id] = self._by_path[path] = stored
        return stored


_blank = lru_cache(maxsize=64)(blank_png)


def check_photo(data: bytes) -> Header:
    """https://core.telegram.org/bots/api#sendphoto: 10 MB, width + height <= 10000, ratio <= 20, an image."""
    if not data:
        raise bad_request("file must be non-empty")
    if len(data) > PHOTO_LIMIT:
        raise bad_request(
            f"file of size {len(data)} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes"
        )
    header = sniff(data)
    if header is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    long, short = max(header.width, header.height), min(header.width, header.height)
    if long + short > MAX_SIDES or long > MAX_RATIO * short:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return header


def _fit(header: Header, side: int) -> tuple[int, int]:
    longest = max(header.width, header.height)
    return max(1, header.width * side // longest), max(1, header.height * side // longest)


def _photo_size(stored: StoredFile, width: int, height: int) -> Json:
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "width": width,
        "height": height,
        "file_size": len(stored.data),
    }

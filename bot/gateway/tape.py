"""The beginning of an answer's body, kept while it streams by: so much of it, whatever comes. No I/O."""

MOST = 2**18
"""As many bytes are kept; of strings that are too long for that, only the beginning."""

_LONG = 2**11
_KEPT = 2**10


class Tape:
    """Takes a body in pieces. A string that would fill it up, as a picture in JSON does, leaves a gap."""

    def __init__(self) -> None:
        self.size = 0
        self._full = False
        self._bytes = bytearray()
        self._gap: int | None = None

    def add(self, piece: bytes) -> None:
        """What comes next."""
        self.size += len(piece)
        while piece:
            piece = self._take(piece) if self._gap is None else self._skip(piece)

    @property
    def torn(self) -> bool:
        """Whether what was kept lacks the end, as also where an answer breaks off within a gap."""
        return self._full or self._gap is not None

    def body(self, most: int = MOST) -> bytes:
        """What was kept, with `<N bytes left out>` for each gap."""
        kept = bytes(self._bytes[:most])
        return kept if self._gap is None or most < MOST else kept + _mark(self._gap)

    def _take(self, piece: bytes) -> bytes:
        """Keep what there is room for; what is left for a gap that begins here."""
        room = MOST - len(self._bytes)
        self._bytes += piece[:room]
        if len(piece) <= room:
            return b""
        tail = self._bytes.rfind(b'"') + 1
        if len(self._bytes) - tail < _LONG:
            self._full = True
            return b""
        self._gap = len(self._bytes) - tail - _KEPT
        del self._bytes[tail + _KEPT :]
        return piece[room:]

    def _skip(self, piece: bytes) -> bytes:
        """Leave out what belongs to the long string; the rest from its quotation mark on."""
        assert self._gap is not None  # noqa: S101  only called within a gap
        end = piece.find(b'"')
        self._gap += len(piece) if end < 0 else end
        if end < 0:
            return b""
        self._bytes += _mark(self._gap)
        self._gap = None
        return piece[end:]


def _mark(gap: int) -> bytes:
    return b"<%d bytes left out>" % gap

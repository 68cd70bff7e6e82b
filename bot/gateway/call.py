"""Values between wire and network: what a dialect makes of a request, what a reader makes of an answer."""

from dataclasses import dataclass, field
from typing import TypeAlias

from bot.domain.errors import GatewayFault
from bot.domain.picture import Kind, Stored


@dataclass(frozen=True, slots=True)
class Inlined:
    """A picture's bytes in the body, from the spool while it is sent: as base64, or raw in multipart."""

    picture: Stored
    base64: bool = True

    @property
    def length(self) -> int:
        """How many bytes it adds to the body."""
        size = self.picture.picture.size
        return (size + 2) // 3 * 4 if self.base64 else size


Piece: TypeAlias = bytes | Inlined


@dataclass(frozen=True, slots=True)
class Call:
    """An HTTP POST to be: `path` below the base URL, and a body in pieces that are never joined in memory.

    `urls` are all links that the body holds; an answer that quotes them brings no new picture (wire R-ECHO).
    """

    path: str
    pieces: tuple[Piece, ...]
    content_type: str = "application/json"
    stream: bool = False
    urls: frozenset[str] = frozenset()

    @property
    def length(self) -> int:
        """The body's size in bytes, known before it is sent."""
        return sum(len(piece) if isinstance(piece, bytes) else piece.length for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Link:
    """A result by URL, exactly as it must be fetched."""

    url: str


@dataclass(frozen=True, slots=True)
class Inline:
    """A result whose bytes came in the answer; `kind` as its first bytes tell."""

    data: bytes = field(repr=False)
    kind: Kind


Found: TypeAlias = Link | Inline


@dataclass(frozen=True, slots=True)
class Answer:
    """What a gateway's answer holds: pictures in order without repeats, text, and every percentage seen.

    `fault` is set exactly when there is no picture.
    """

    status: int
    pictures: tuple[Found, ...] = ()
    text: str | None = None
    progress: tuple[int, ...] = ()
    fault: GatewayFault | None = None

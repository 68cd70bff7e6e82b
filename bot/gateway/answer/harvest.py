"""What an answer has brought so far."""

from dataclasses import dataclass, field

from bot.domain.ports import Progress
from bot.gateway.answer.lift import lifted_text
from bot.gateway.answer.payload import TOKEN, Raw, Shelf, inline
from bot.gateway.answer.progress import ProgressScanner
from bot.gateway.call import Found, Inline, Link
from bot.gateway.faults import Complaint
from bot.gateway.links import Resolver

LONGEST_LINK = 16_384
"""Signed links have a few thousand characters; what is longer is no link."""


class Words:
    """A text that comes in pieces, for each choice its own; kept as UTF-8, because base64 in it is huge."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._texts: dict[object, bytearray] = {}
        self._scanner = ProgressScanner()
        self._in_pieces = False
        self.size = 0

    def add(self, choice: object, piece: str) -> list[Progress]:
        """A further piece; what it tells about the progress."""
        self._in_pieces = True
        return self._add(choice, piece)

    def _add(self, choice: object, piece: str) -> list[Progress]:
        text = self._texts.setdefault(choice, bytearray())
        for raw in self._shelf.spelled(piece):
            text += raw
            self.size += len(raw)
        return list(self._scanner.feed(piece))

    def complete(self, choice: object, text: str) -> list[Progress]:
        """The whole text, which may have come in pieces before: only what is new is added."""
        known = self._texts.get(choice, b"")
        raw = text.encode("utf-8", "surrogatepass")
        fresh = raw[len(known) :].decode("utf-8", "replace") if known and raw.startswith(known) else text
        return self._add(choice, fresh)

    def close(self) -> list[Progress]:
        return list(self._scanner.close())

    def texts(self) -> list[str]:
        """The text of each choice in order, big payloads lifted; what was kept of them is let go."""
        return [_text(lifted_text(self._texts.pop(choice), self._shelf)) for choice in list(self._texts)]

    @property
    def separator(self) -> str:
        """Between the texts of whole messages; what came in pieces is joined as received."""
        return "" if self._in_pieces else "\n"


def _text(raw: Raw) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:  # halves of a surrogate pair, told in two pieces
        return (
            raw.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        )


@dataclass(slots=True)
class Harvest:
    """Collects pictures, words, progress and complaints while an answer is read.

    `drafts` are pictures that thinking models made on the way (R-THOUGHT-IMG). `finishes`: every reason that
    was given for the end, in upper case. `ended`: the answer said that it is complete.
    """

    shelf: Shelf
    resolve: Resolver
    pictures: list[Found] = field(default_factory=list)
    drafts: list[Found] = field(default_factory=list)
    words: Words = field(init=False)
    reasoning: Words = field(init=False)
    complaints: list[Complaint] = field(default_factory=list)
    finishes: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    percents: list[int] = field(default_factory=list)
    news: list[Progress] = field(default_factory=list)
    kept: set[int] = field(default_factory=set)
    ended: bool = False

    def __post_init__(self) -> None:
        self.words, self.reasoning = Words(self.shelf), Words(self.shelf)

    def say(self, choice: object, text: str, *, whole: bool = False) -> None:
        """Words of the answer; `whole` if it is all of them, which may have come in pieces before."""
        self.kept.update(int(number) for number in TOKEN.findall(text))
        self.tell(self.words.complete(choice, text) if whole else self.words.add(choice, text))

    def think(self, choice: object, text: str) -> None:
        """Words that the model told itself: progress, and sometimes the picture (R-REASONING-IMG)."""
        self.kept.update(int(number) for number in TOKEN.findall(text))
        self.tell(self.reasoning.add(choice, text))

    def tell(self, progress: list[Progress]) -> None:
        """Note progress; a percentage that repeats the last one is no news."""
        for each in progress:
            if each.percent is not None and self.percents[-1:] == [each.percent]:
                continue
            if each.percent is not None:
                self.percents.append(each.percent)
            self.news.append(each)

    def preview(self, text: str) -> None:
        """A partial image: news, and never a result (R-IMG-PARTIAL)."""
        picture = inline(text, self.shelf)
        if picture is not None:
            self.news.append(Progress(preview=picture.data))

    def picture(self, spelled: str, *, draft: bool = False) -> bool:
        """A picture as base64, data URI or link; False if it is none."""
        found = self.found(spelled)
        if found is not None:
            (self.drafts if draft else self.pictures).append(found)
        return found is not None

    def found(self, spelled: str) -> Found | None:
        """What base64, a data URI or a link stands for."""
        picture: Inline | None = inline(spelled, self.shelf)
        if picture is not None:
            return picture
        url = self.resolve(spelled) if len(spelled) < LONGEST_LINK else None
        return Link(url) if url else None

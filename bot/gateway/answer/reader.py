"""Eats an answer's bytes as they come, and says at the end what it was (WIRE.md, section 3)."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from bot.domain.errors import FaultKind, GatewayFault
from bot.domain.picture import HEAD_BYTES, sniff
from bot.domain.ports import Progress
from bot.gateway.answer import text
from bot.gateway.answer.harvest import Harvest
from bot.gateway.answer.lift import lifted_json
from bot.gateway.answer.parse import NotJson, leading, loads
from bot.gateway.answer.payload import Raw, Shelf, inline
from bot.gateway.answer.structured import gather
from bot.gateway.call import Answer, Found, Inline, Link
from bot.gateway.faults import Signs, judge, redacted
from bot.gateway.links import Resolver
from bot.gateway.stream import BOM, LIMIT, EventStream, Shape, TooLarge, shape

TOTAL = 4 * LIMIT
"""Bytes of a whole stream: some large pictures with their drafts."""

_PAGE = 2**16
_CUT_SHORT = frozenset({"LENGTH", "MAX_TOKENS", "MAX_OUTPUT_TOKENS"})
_NO_PICTURE = frozenset({"NO_IMAGE", "IMAGE_OTHER"})


class Reader:
    """Reads one answer: `feed` pieces of any size, then `close`. Never raises, whatever the bytes are.

    Args:
        status: of HTTP.
        headers: by lower-case names; only errors need them.
        urls: links (and data URIs) of the request, which are no results (R-ECHO).
        base_url: the API's, for relative links (R-URL-RELATIVE).
        endpoint: the path that was asked; no answer has needed it so far, the body tells more.
        whole_text: leave base64 in the answer's text as it came, instead of dots in its place.
    """

    def __init__(
        self,
        status: int,
        headers: Mapping[str, str],
        *,
        urls: Iterable[str] = frozenset(),
        base_url: str = "",
        endpoint: str = "",
        whole_text: bool = False,
    ) -> None:
        self._status = status
        self._headers = headers
        self._endpoint = endpoint
        self._whole_text = whole_text
        inputs = frozenset(urls)
        self._harvest = Harvest(Shelf(exact=whole_text), Resolver(base_url, inputs))
        self._echoes = frozenset(_identity(picture) for picture in map(self._inline, inputs) if picture)
        self._shape: Shape | None = None
        self._body = bytearray()
        # Not a method: a reader in a cycle would keep its pictures until the next garbage collection.
        self._events = EventStream(partial(_parsed, self._harvest.shelf))
        self._size = 0
        self._too_large = False

    def weighs(self, chunk: bytes) -> int:
        """Bytes that `feed` would parse at once: a picture's event takes tens of milliseconds."""
        ends = b"\n" in chunk or b"\r" in chunk
        return self._events.gathered + len(chunk) if ends else 0

    def feed(self, chunk: bytes) -> Sequence[Progress]:
        """What this piece tells about the progress."""
        self._size += len(chunk)
        if self._too_large or self._size > TOTAL:
            self._give_up()
            return ()
        try:
            self._feed(chunk)
        except TooLarge:
            self._give_up()
        news, self._harvest.news = self._harvest.news, []
        return news

    def close(self, *, broken: bool = False) -> Answer:
        """What the answer was; `broken` if its body ended before its time."""
        try:
            torn = self._finish() or broken
        except TooLarge:
            self._give_up()
        if self._too_large:
            return self._failed(f"an answer of more than {LIMIT // 2**20} MiB")
        return self._answer(torn=torn)

    def _feed(self, chunk: bytes) -> None:
        if self._shape is None:
            self._body += chunk
            self._shape = shape(self._body)
            if self._shape is None:
                return
            chunk, self._body = bytes(self._body), bytearray()
        if self._shape is Shape.SSE:
            self._take(chunk)
        elif self._shape in (Shape.JSON, Shape.PICTURE):
            self._body += chunk
            if len(self._body) > LIMIT:
                raise TooLarge
        else:
            self._body += chunk[: max(0, _PAGE - len(self._body))]

    def _take(self, chunk: bytes) -> None:
        shelf = self._harvest.shelf
        mark = shelf.mark
        for event in self._events.feed(chunk):
            self._gather(event.value, event.name, mark)
            mark = shelf.mark

    def _gather(self, value: object, name: str, mark: int) -> None:
        gather(value, self._harvest, name)
        self._harvest.shelf.forget(mark, but=frozenset(self._harvest.kept))
        self._harvest.kept.clear()
        if self._harvest.words.size + self._harvest.reasoning.size > LIMIT:
            raise TooLarge

    def _give_up(self) -> None:
        self._too_large = True
        self._body = bytearray()

    def _finish(self) -> bool:
        """Reads what is left; whether the body ends in the middle."""
        if self._shape is None:
            self._shape = shape(self._body, whole=True)
        if self._shape is Shape.SSE:
            return self._end_events()
        if self._shape is Shape.JSON:
            return self._end_json()
        return False

    def _end_events(self) -> bool:
        for event in self._events.close():
            self._gather(event.value, event.name, self._harvest.shelf.mark)
        cut_short = not _CUT_SHORT.isdisjoint(self._harvest.finishes)
        return self._events.torn or cut_short or not (self._events.done or self._harvest.ended)

    def _end_json(self) -> bool:
        if self._body.startswith(BOM):
            del self._body[: len(BOM)]
        raw = lifted_json(self._body, self._harvest.shelf)
        self._body = bytearray()
        try:
            gather(loads(raw), self._harvest)
        except NotJson:
            return self._end_glued(raw.decode("utf-8", "replace"))
        return not _CUT_SHORT.isdisjoint(self._harvest.finishes)

    def _end_glued(self, body: str) -> bool:
        """JSON with something after it: more JSON, or a stream (E-GLUED)."""
        end = 0
        for value, after in leading(body):
            gather(value, self._harvest)
            end = after
        rest = body[end:].lstrip()
        if not end or not rest.startswith(("data:", "event:", ":")):
            return bool(rest)
        for event in self._events.feed(rest.encode("utf-8", "replace")):
            gather(event.value, self._harvest, event.name)
        return self._end_events()

    def _answer(self, *, torn: bool) -> Answer:
        harvest = self._harvest
        harvest.tell([*harvest.words.close(), *harvest.reasoning.close()])
        texts = harvest.words.texts()
        said = harvest.words.separator.join(texts) if texts else None
        pictures = self._distinct(self._found(texts, torn=torn))
        shown = said and (harvest.shelf.restored if self._whole_text else harvest.shelf.shortened)(said)
        return Answer(
            status=self._status,
            pictures=pictures,
            text=shown,
            progress=tuple(harvest.percents),
            fault=None if pictures else self._fault(shown, torn=torn),
        )

    def _found(self, texts: list[str], *, torn: bool) -> list[Found]:
        """The rules in their order: fields, texts, guesses, reasoning, drafts."""
        harvest = self._harvest
        if self._shape is Shape.PICTURE:
            return self._bare_picture(torn=torn)
        found = [*harvest.pictures]
        for each in texts:
            found += text.pictures(each, harvest, torn=torn)
        if not self._distinct(found):
            found = [guess for each in texts for guess in text.guesses(each, harvest, torn=torn)]
        if not self._distinct(found):
            thoughts = harvest.reasoning.texts()
            found = [each for thought in thoughts for each in text.pictures(thought, harvest, torn=torn)]
        return found if self._distinct(found) else harvest.drafts[-1:]

    def _bare_picture(self, *, torn: bool) -> list[Found]:
        data, self._body = bytes(self._body), bytearray()
        kind = sniff(data[:HEAD_BYTES])
        return [Inline(data=data, kind=kind)] if kind and not torn else []

    def _distinct(self, found: list[Found]) -> tuple[Found, ...]:
        """Each picture once, in order, and none of the request's (R-SAME-TWICE, R-ECHO)."""
        if len(found) > 1 or self._echoes:
            kept = {_identity(each): each for each in reversed(found)}
            found = [each for identity, each in reversed(kept.items()) if identity not in self._echoes]
        return tuple(found)

    def _fault(self, said: str | None, *, torn: bool) -> GatewayFault:
        head = self._body[:_PAGE].decode("utf-8", "replace") or self._events.junk
        finishes = self._harvest.finishes
        if not _NO_PICTURE.isdisjoint(finishes):  # the model's own reason is surer than the relay's
            finishes = [reason for reason in finishes if reason != "CONTENT_FILTER"]
        signs = Signs(
            finishes=finishes,
            refusals=self._harvest.refusals,
            text=said,
            torn=torn,
            page=self._shape in (Shape.HTML, Shape.TEXT) and bool(head.strip()),
            head=head,
        )
        return judge(self._status, self._headers, self._harvest.complaints, signs)

    def _failed(self, detail: str) -> Answer:
        fault = GatewayFault(FaultKind.UPSTREAM, status=self._status, detail=redacted(detail))
        return Answer(status=self._status, progress=tuple(self._harvest.percents), fault=fault)

    def _inline(self, spelled: str) -> Inline | None:
        return inline(spelled, self._harvest.shelf) if spelled.startswith("data:") else None


def _identity(found: Found) -> str | bytes:
    return found.url if isinstance(found, Link) else found.data


def _parsed(shelf: Shelf, raw: Raw) -> Any:
    return loads(lifted_json(raw, shelf))

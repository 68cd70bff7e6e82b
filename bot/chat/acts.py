"""The "sending a photo..." above a chat in which somebody waits for one."""

from collections.abc import Iterable, Sequence

from bot.chat.limits import NEVER
from bot.chat.post import Post
from bot.chat.quietly import Quietly
from bot.chat.wait import Wait
from bot.domain.edit import Edit

_EVERY = 4.0
_AT_MOST = 900.0


class Acts:
    """Shows it for as long as it is true, and a quarter of an hour at most. Times are seconds."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._last: float = NEVER
        self._showing: set[tuple[int, int | None]] = set()

    def due(self, now: float, waits: Iterable[Wait]) -> Sequence[Edit]:
        """Where it is to be shown again: an edit of each place."""
        if self._last + _EVERY > now:
            return ()
        self._last = now
        begun = [each.edit for each in waits if each.began and now - each.began < _AT_MOST]
        return tuple({(each.place.chat, each.place.thread): each for each in begun}.values())

    async def show(self, edit: Edit) -> None:
        """One at a time in each place: a newer one would lose the turn that the older one waits for."""
        place = edit.place.chat, edit.place.thread
        if place in self._showing:
            return
        self._showing.add(place)
        try:
            with Quietly("act", edit=edit.id):
                await self._post.act(edit.place)
        finally:
            self._showing.discard(place)

"""An album's pictures come as separate updates, without an end mark: gathered here until it is whole."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import structlog

from bot.domain.album import Album, Piece
from bot.domain.errors import StorageFault
from bot.domain.ports import Clock, Seat
from bot.services.seats import Seats
from bot.storage import albums, inbox
from bot.storage.database import Connection, Database

log = structlog.get_logger()

QUIET = 1500
"""Milliseconds without another picture after which an album is whole (SAFETY 1.4)."""

_AGAIN_SECONDS = 1.0


class Albums:
    """Albums that are not whole yet, as rows: a restart in the middle loses nothing."""

    def __init__(
        self, database: Database, clock: Clock, seat: Seat | None = None, *, quiet: int = QUIET
    ) -> None:
        self._database, self._clock, self._quiet = database, clock, quiet
        self._seat = seat or Seats().taken
        self._held: dict[Album, asyncio.Event] = {}
        self._changed = asyncio.Event()

    async def add(self, piece: Piece) -> None:
        """Keep one more message; its update is handled with that.

        Raises:
            StorageFault: nothing was kept.
        """
        await self._database.write(_add, piece, self._clock.now() + self._quiet)
        self.wake()

    def wake(self) -> None:
        """Look again which albums are whole."""
        self._changed.set()

    async def of(self, chat: int, person: int) -> Sequence[Album]:
        """The albums of a person in a chat that nobody has handled."""
        return await self._database.read(albums.of, chat, person)

    @asynccontextmanager
    async def handling(self, album: Album) -> AsyncIterator[Sequence[Piece]]:
        """The messages of an album, in order; they are forgotten at the end, whatever came of them.

        One at a time: none are left for whoever comes while somebody else is at it. What comes meanwhile is
        not forgotten, and begins a new album.
        """
        if at_it := self._held.get(album):
            await at_it.wait()
            yield ()
            return
        done = self._held[album] = asyncio.Event()
        try:
            async with self._seat(f"album {album.chat} {album.name}", 1):  # another process may be at it
                pieces = await self._database.read(albums.pieces, album)
                try:
                    yield pieces
                except Exception:
                    await self._drop(album, pieces)
                    raise
                await self._drop(album, pieces)
        finally:
            del self._held[album]
            done.set()
            self.wake()

    async def whole(self) -> tuple[Sequence[Album], float | None]:
        """The albums that are whole now, and the seconds until the next one is.

        Raises:
            StorageFault: the database refused.
        """
        found, now = await self._database.read(albums.waiting), self._clock.now()
        free = [(album, due) for album, due in found if album not in self._held]
        coming = [due - now for _, due in free if due > now]
        return [album for album, due in free if due <= now], min(coming) / 1000 if coming else None

    async def resume(self) -> None:
        """After a restart: wait once more for what may still be on its way, of the albums before it.

        Raises:
            StorageFault: the database refused.
        """
        await self._database.write(albums.postpone, self._clock.now() + self._quiet)

    async def changed(self, seconds: float | None) -> None:
        """Wait for news, at most so long."""
        try:
            async with asyncio.timeout(seconds):
                await self._changed.wait()
        except TimeoutError:
            pass
        self._changed.clear()

    async def _drop(self, album: Album, pieces: Sequence[Piece]) -> None:
        while True:
            try:
                return await self._database.write(albums.drop, album, [piece.update for piece in pieces])
            except StorageFault as fault:  # handled twice would be worse than waiting
                log.error("album not forgotten", detail=fault.detail)
                await asyncio.sleep(_AGAIN_SECONDS)


class Binder:
    """Hands each album on as soon as it is whole, also those that a stop or a crash left.

    `look`: seconds after which it looks by itself, where other processes add to albums.
    """

    def __init__(
        self, albums_: Albums, finish: Callable[[Album], Awaitable[None]], *, look: float | None = None
    ) -> None:
        self._albums, self._finish, self._look = albums_, finish, look

    async def run(self) -> None:
        """Until cancelled; no album holds up another one, or ends this."""
        async with asyncio.TaskGroup() as group:
            begun: set[Album] = set()
            resumed = False
            while True:
                try:
                    if not resumed:
                        await self._albums.resume()
                        resumed = True
                    whole, seconds = await self._albums.whole()
                except StorageFault as fault:
                    log.error("albums not found", detail=fault.detail)
                    whole, seconds = (), _AGAIN_SECONDS
                for album in set(whole) - begun:
                    begun.add(album)
                    group.create_task(self._bind(album, begun))
                known = [each for each in (seconds, self._look) if each is not None]
                await self._albums.changed(min(known, default=None))

    async def _bind(self, album: Album, begun: set[Album]) -> None:
        try:
            await self._finish(album)
        except Exception as error:  # one bad album must not end the others
            log.error("album not handled", exc_info=error)
            await asyncio.sleep(_AGAIN_SECONDS)
        finally:
            begun.discard(album)
            self._albums.wake()


async def _add(conn: Connection, piece: Piece, due: int) -> None:
    await inbox.done(conn, piece.update)
    await albums.add(conn, piece, due)

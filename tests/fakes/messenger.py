import asyncio
from collections.abc import Sequence
from pathlib import Path

from bot.domain.comparison import Comparison
from bot.domain.edit import Edit, Source
from bot.domain.errors import DeliveryFault, EditFailed, InputFault
from bot.domain.ports import Outcome, Progress, Sent


class FakeMessenger:
    """Keeps what people would see; photos at Telegram are files that a test laid out."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.photos: dict[str, Path | InputFault] = {}
        self.announced: list[str] = []
        self.handed_over: list[str] = []
        self.shown: list[tuple[str, Progress]] = []
        self.delivered: list[tuple[Edit, Outcome]] = []
        self.explained: list[tuple[Edit, EditFailed]] = []
        self.withdrawn: list[Edit] = []
        self.albums: list[tuple[str, ...]] = []
        self.tallies: list[tuple[int, int]] = []
        self.concluded: list[Comparison] = []
        self.refusal: DeliveryFault | None = None
        self.refusals_left = 1_000
        self.speechless = False
        self._silences = 0
        self._changed = asyncio.Condition()

    async def until_ended(self, times: int) -> None:
        async with asyncio.timeout(60), self._changed:
            await self._changed.wait_for(lambda: len({edit.id for edit in self._ended()}) >= times)

    async def until_speechless(self) -> None:
        """Somebody is about to be told why, and is not: `speechless`."""
        async with asyncio.timeout(60), self._changed:
            await self._changed.wait_for(lambda: self._silences)

    async def until_shown(self, times: int) -> None:
        async with asyncio.timeout(60), self._changed:
            await self._changed.wait_for(lambda: len(self.shown) >= times)

    async def collect(self, source: Source, key: str) -> int:
        photo = self.photos[source.file_id]
        if isinstance(photo, InputFault):
            raise photo
        target = self._folder / key
        target.parent.mkdir(parents=True, exist_ok=True)
        return target.write_bytes(photo.read_bytes())

    async def announce(self, edit: Edit) -> None:
        self.announced.append(edit.id)

    async def hand_over(self, edit: Edit) -> None:
        self.handed_over.append(edit.id)
        await self._notify()

    async def show(self, edit: Edit, progress: Progress) -> None:
        self.shown.append((edit.id, progress))
        await self._notify()

    async def deliver(self, edit: Edit, outcome: Outcome) -> tuple[Sent, ...]:
        if self.refusal and self.refusals_left:
            self.refusals_left -= 1
            raise self.refusal
        self.delivered.append((edit, outcome))
        await self._notify()
        return tuple(
            Sent(9_000 + position, f"file-{9_000 + position}", position)
            for position, _ in enumerate(outcome.pictures)
        )

    async def explain(self, edit: Edit, error: EditFailed) -> None:
        if self.speechless:
            self._silences += 1
            await self._notify()
            await asyncio.Event().wait()
        self.explained.append((edit, error))
        await self._notify()

    async def withdraw(self, edit: Edit) -> None:
        self.withdrawn.append(edit)
        await self._notify()

    async def deliver_all(self, edits: Sequence[Edit]) -> tuple[tuple[Sent, ...], ...]:
        if self.refusal and self.refusals_left:
            self.refusals_left -= 1
            raise self.refusal
        self.albums.append(tuple(edit.id for edit in edits))
        return tuple((Sent(9_500 + at, f"file-{at}", 0),) for at, _ in enumerate(edits))

    async def tally(self, comparison: Comparison) -> None:
        self.tallies.append((comparison.through, len(comparison.edits)))
        await self._notify()

    async def conclude(self, comparison: Comparison) -> Sent | None:
        if self.speechless:
            self._silences += 1
            await self._notify()
            await asyncio.Event().wait()
        self.concluded.append(comparison)
        await self._notify()
        return None

    async def until_tallied(self, through: int) -> None:
        async with asyncio.timeout(60), self._changed:
            await self._changed.wait_for(lambda: any(each >= through for each, _ in self.tallies))

    async def until_concluded(self) -> None:
        async with asyncio.timeout(60), self._changed:
            await self._changed.wait_for(lambda: self.concluded)

    def _ended(self) -> list[Edit]:
        told = [*self.delivered, *self.explained]
        return [*(edit for edit, _ in told), *self.withdrawn]

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()

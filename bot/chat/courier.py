"""The worker's messenger: status, result or reason of each edit, brought to the person who asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.collect import Fetch, collect
from bot.chat.comparison import Comparisons
from bot.chat.delivery import Delivery
from bot.chat.post import Post
from bot.chat.waiting import Waiting
from bot.domain.comparison import Comparison
from bot.domain.edit import Edit, Source
from bot.domain.errors import DeliveryFault, EditFailed
from bot.domain.ports import Outcome, Progress, Sent


@dataclass(frozen=True, slots=True)
class Courier:
    """`Messenger` over Telegram."""

    post: Post
    fetch: Fetch
    waiting: Waiting
    delivery: Delivery
    comparisons: Comparisons

    async def run(self) -> None:
        """Keep people who wait informed; ends by cancellation."""
        await self.waiting.run()

    async def collect(self, source: Source, key: str) -> int:
        """See `Messenger`."""
        return await collect(self.post.bot, self.fetch, source, key)

    async def announce(self, edit: Edit) -> None:
        """See `Messenger`."""
        if edit.comparison:
            self.waiting.attend(edit)
            await self.comparisons.announce(edit)
        else:
            await self.waiting.announce(edit)

    async def show(self, edit: Edit, progress: Progress) -> None:
        """See `Messenger`. Returns when it was sent, or a newer one took its place."""
        await self.waiting.show(edit, progress)

    async def deliver(self, edit: Edit, outcome: Outcome) -> tuple[Sent, ...]:
        """See `Messenger`."""
        self.waiting.over(edit)
        try:
            return await self.delivery.deliver(edit, outcome)
        except DeliveryFault as fault:
            if fault.unreachable:
                self.waiting.forget(edit)
            raise

    async def explain(self, edit: Edit, error: EditFailed) -> Sent | None:
        """See `Messenger`."""
        self.waiting.over(edit)
        sent = await self.delivery.explain(edit, error)
        await self.waiting.clear(edit)
        return sent

    async def hand_over(self, edit: Edit) -> None:
        """See `Messenger`."""
        self.waiting.hand_over(edit)

    async def withdraw(self, edit: Edit) -> None:
        """See `Messenger`."""
        self.waiting.over(edit)
        await self.waiting.clear(edit)

    async def deliver_all(self, edits: Sequence[Edit]) -> tuple[tuple[Sent, ...], ...]:
        """See `Messenger`."""
        return await self.comparisons.deliver(edits)

    async def tally(self, comparison: Comparison) -> None:
        """See `Messenger`."""
        await self.comparisons.tally(comparison)

    async def conclude(self, comparison: Comparison) -> Sent | None:
        """See `Messenger`."""
        for edit in comparison.edits:
            self.waiting.forget(edit)
        return await self.comparisons.conclude(comparison)

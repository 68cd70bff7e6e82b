"""One edit, opened: its course, and of what failed what was said."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from bot.domain.called import Transcript
from bot.domain.edit import Edit, State
from bot.services.console.views import Fact, Moment, Opened, Said
from bot.storage import calls
from bot.storage.browse import edits, ledger
from bot.storage.database import Connection

Explain = Callable[[Transcript], Sequence[tuple[str, str]]]
"""What the reader of answers makes of one: names and values, a line each."""
Redact = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Discretion:
    """What operators read of people's words: all of them, or how long they are; and never a secret."""

    redact: Redact
    prompts: bool = False

    def of(self, edit: Edit) -> Edit:
        """An edit as it is shown."""
        if self.prompts:
            return edit
        words = edit.words and f"<words, {len(edit.words)} characters>"
        return replace(edit, prompt=f"<prompt, {len(edit.prompt)} characters>", words=words)


async def opened(conn: Connection, edit: str) -> Opened | None:
    """An edit with all that is written down about it."""
    line = await edits.get(conn, edit)
    if line is None:
        return None
    found = line.edit
    return Opened(
        found,
        line.who,
        line.ended,
        course=sorted(_course(found, line.ended), key=lambda each: each.at),
        calls=await calls.of_edit(conn, edit),
        options={name: value for name, value in asdict(found.options).items() if value not in (None, False)},
        entries=await ledger.of_edit(conn, edit),
    )


async def said(exchange: Transcript, explain: Explain, discretion: Discretion) -> Said:
    """What was said, and what the reader makes of it."""
    told = await asyncio.to_thread(explain, exchange)
    redact = discretion.redact
    return Said(
        redact(exchange.request),
        exchange.answer and redact(exchange.answer),
        [Fact(name, redact(value)) for name, value in told],
    )


def _course(edit: Edit, ended: int | None) -> Iterator[Moment]:
    yield Moment(edit.created, State.WAITING)
    if edit.called is not None:
        yield Moment(edit.called, State.CALLING)
    if edit.answered is not None:
        yield Moment(edit.answered, State.FETCHED)
    if ended is not None:
        yield Moment(ended, edit.state)

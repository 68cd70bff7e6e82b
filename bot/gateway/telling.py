"""Tells of calls that are over, whoever wants to hear of them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.domain.called import Called, Transcript
from bot.domain.ports import Request
from bot.gateway.policy import Try
from bot.gateway.transcript import Hidden, Trace, transcript
from bot.gateway.writer import Writer, through

Hear = Callable[[Called], Awaitable[None]]
"""Told of every call that is over; returns soon, and never raises."""


async def nobody(_: Called) -> None:
    """Hears nothing."""


class Telling:
    """Tells `hear` of every call, and of one that failed what was said; of prompts only where `prompts`."""

    def __init__(self, hear: Hear, writer: Writer, *, prompts: bool) -> None:
        self._hear, self._writer, self._prompts = hear, writer, prompts

    async def of(self, choice: Try, request: Request, trace: Trace | None, fault: str | None) -> None:
        """A call is over; without a trace none was made."""
        if trace is None:
            return
        said = await self._said(choice, request, trace) if fault else None
        name, model = choice.address.name, request.model.id
        await self._hear(Called(request.edit, name, model, trace.seconds, fault, trace.status, said))

    async def _said(self, choice: Try, request: Request, trace: Trace) -> Transcript:
        hidden = Hidden(choice.address.api_keys, "" if self._prompts else request.prompt)
        shown = request if self._prompts else replace(request, prompt=hidden.in_place)
        sketch = self._writer.sketch(through(choice.address.name, shown), changed=choice.changed)
        return await asyncio.to_thread(transcript, trace, sketch, hidden)

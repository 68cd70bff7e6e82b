import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.domain.errors import EditFailed, GatewayFault
from bot.domain.picture import Kind, Picture, Stored
from bot.domain.ports import GatewayHealth, Outcome, Progress, Request, Watch

PNG = b"\x89PNG\r\n\x1a\n"


class FakeGateway:
    """Answers each request with what a test laid out: pictures, an error, or nothing until `release`."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.closed = 0
        self.answer: Callable[[Request], Outcome | EditFailed | Exception] = one_picture
        self.offered: dict[str, frozenset[str] | GatewayFault] = {}
        self.healths: tuple[GatewayHealth, ...] = ()
        self.progress: tuple[Progress, ...] = ()
        self._open = asyncio.Event()
        self._open.set()
        self.asked = asyncio.Condition()

    async def offers(self) -> Mapping[str, frozenset[str] | GatewayFault]:
        return self.offered

    def health(self) -> tuple[GatewayHealth, ...]:
        return self.healths

    def switch(self, name: str, *, on: bool) -> None:
        self.healths = tuple(
            replace(each, off=not on) if each.name == name else each for each in self.healths
        )

    def hold(self) -> None:
        self._open.clear()

    def release(self) -> None:
        self._open.set()

    async def until_asked(self, times: int) -> None:
        async with asyncio.timeout(60), self.asked:
            await self.asked.wait_for(lambda: len(self.requests) >= times)

    async def develop(self, request: Request, watch: Watch) -> Outcome:
        self.requests.append(request)
        async with self.asked:
            self.asked.notify_all()
        for progress in self.progress:
            watch(progress)
        try:
            await self._open.wait()
        except asyncio.CancelledError:
            self.closed += 1
            raise
        answer = self.answer(request)
        if isinstance(answer, Exception):
            raise answer
        return answer


def one_picture(request: Request) -> Outcome:
    return Outcome((Stored(f"{request.edit}/out-1.png", Picture(Kind.PNG, 2, 2, len(PNG))),))

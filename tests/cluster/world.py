"""Several processes on one PostgreSQL, between a Telegram with strict limits, a gateway and a proxy."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import aiohttp
import psycopg
from psycopg import IsolationLevel

from bot.parts import SystemClock
from bot.sandbox.gateway import GatewayServer
from bot.sandbox.gateway.control import Reply
from bot.sandbox.gateway.journal import Call
from bot.sandbox.telegram import TelegramServer
from bot.sandbox.telegram.limits import FloodLimits
from tests.cluster.lives import Life, Post
from tests.cluster.proxy import Proxy, before
from tests.crash import audit
from tests.crash.audit import Books, Row
from tests.crash.crowd import Crowd, Request, number_of
from tests.web.test_site import free_port
from tests.whole.town import TOKEN, environment

_TOO_MANY = 429
_ALONE = "shared limits out of reach"
_OK = 200
_TAIL = 2_000


@dataclass(frozen=True, slots=True)
class Made:
    """A call of the gateway: when (of `monotonic`, and epoch milliseconds), and whose."""

    at: float
    moment: int
    key: str
    call: Call

    @property
    def open(self) -> bool:
        """Nobody had an answer yet."""
        return self.call.status is None and not self.call.disconnected


@dataclass(frozen=True, slots=True)
class Blow:
    """When a life was killed or frozen, and the requests for which it was asking the gateway."""

    at: float
    key: str
    numbers: frozenset[int]


@dataclass
class Cluster(Crowd):
    """The deployment, and all who write to it."""

    folder: Path
    url: str
    proxy: Proxy
    posts: Sequence[Post]
    made: dict[int, list[Made]] = field(default_factory=lambda: defaultdict(list))
    blows: list[Blow] = field(default_factory=list)
    _dying: str = ""

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def of(self, role: str) -> list[Post]:
        return [post for post in self.posts if post.role == role]

    def books(self) -> Books:
        """As they stand at one moment, while others write."""
        with psycopg.connect(self.url) as connection:
            connection.isolation_level = IsolationLevel.REPEATABLE_READ
            return audit.read(connection)

    async def start(self, posts: Iterable[Post]) -> None:
        """Somebody at each post, who is ready."""
        found = list(posts)
        for post in found:
            self.gateway.settings.keys.add((await post.start()).key)
        async with asyncio.timeout(120), aiohttp.ClientSession() as client:
            for post in found:
                await _until_ready(post, client)

    async def kill(self, post: Post) -> None:
        """Somebody dies, and others have to go on."""
        open_ = self.asking(post.life)
        await post.kill()
        self.kills += 1
        await self._struck(post.life, open_)

    async def freeze(self, post: Post) -> None:
        """Somebody stands still, and will not know for how long."""
        open_ = self.asking(post.life)
        post.freeze()
        await self._struck(post.life, open_)

    async def until_rest(self, within: float) -> bool:
        """Whether all that was asked for has come to its end."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                while not (self.all_told() and await asyncio.to_thread(self._all_ended)):
                    self.press_cancel()
                    await asyncio.sleep(0.1)
                return True
        self.faults.append(f"no rest within {within} s")
        return False

    async def stop(self) -> None:
        """All of them, at once, and well."""
        here = [post for post in self.posts if post.lives_now]
        codes = await asyncio.gather(*(post.stop() for post in here))
        for post, code in zip(here, codes, strict=True):
            if code:
                self.faults.append(f"{post.name} ended with {code}: {post.log()[-_TAIL:]}")

    def asking(self, life: Life) -> frozenset[int]:
        """The requests for which it waits for an answer."""
        return frozenset(
            number
            for number, calls in self.made.items()
            if any(each.open and each.key == life.key for each in calls)
        )

    def takeovers(self) -> list[float]:
        """Seconds from each blow until somebody else asked for what was being asked for."""
        found = []
        for blow in self.blows:
            for number in blow.numbers:
                later = (made.at for made in self.made[number] if made.at > blow.at and made.key != blow.key)
                found += [at - blow.at for at in [next(later, None)] if at is not None]
        return sorted(found)

    def calls_after_answer(self) -> int:
        """How many times the gateway was asked for what was stored already, by the times of both."""
        with psycopg.connect(self.url) as connection:
            stored: dict[int, int] = dict(
                connection.execute("SELECT message, answered FROM edits").fetchall()
            )
        return sum(
            made.moment > answered
            for request in self.requests
            for made in self.made[request.number]
            if (answered := stored.get(request.message.message_id)) is not None
        )

    def refused_by_telegram(self) -> list[str]:
        """The calls that were too many."""
        return [call.method for call in self.telegram.calls if call.status == _TOO_MANY]

    def went_alone(self) -> list[str]:
        """Who could not ask in time what others send, and kept limits of their own, as it is meant to be."""
        return [post.name for post in self.posts if _ALONE in post.log()]

    def may_have_died(self, request: Request, row: Row) -> bool:
        """Not where somebody else is just asking for it."""
        others = (made for made in self.made[request.number] if made.open and made.key != self._dying)
        return row.state != "calling" or not any(others)

    async def count_call(self, call: Call) -> Reply | None:
        if number := number_of(call):
            self.made[number].append(Made(monotonic(), SystemClock().now(), call.key, call))
        return await super().count_call(call)

    async def _struck(self, life: Life, numbers: frozenset[int]) -> None:
        self.blows.append(Blow(monotonic(), life.key, numbers))
        self._dying = life.key
        async with asyncio.timeout(60):
            while True:
                try:
                    books = await asyncio.to_thread(self.books)
                except psycopg.OperationalError:  # it is just restarted
                    await asyncio.sleep(0.1)
                else:
                    break
        self.note(books)

    def _all_ended(self) -> bool:
        if self.url.startswith("sqlite:"):
            return audit.all_ended(Path(self.url.partition(":///")[2]).parent)
        with psycopg.connect(self.url) as connection:
            return connection.execute(audit.WAITING).fetchone() is None


async def _until_ready(post: Post, client: aiohttp.ClientSession) -> None:
    url = f"http://{post.environ['DARKROOM_WEB__LISTEN']}/readyz"
    while True:
        assert post.lives_now, f"{post.name} ended: {post.log()[-_TAIL:]}"
        with suppress(aiohttp.ClientError):
            async with client.get(url) as answer:
                if answer.status == _OK:
                    return
        await asyncio.sleep(0.05)


@asynccontextmanager
async def a_cluster(
    folder: Path, url: str, roles: Sequence[str], gateway_seconds: float = 0.5, per_second: int = 0
) -> AsyncIterator[Cluster]:
    """A deployment with a post for each role, nobody there yet; all are gone in the end.

    `per_second`: messages that Telegram takes from a bot that pays for more; 0: as many as from all others.
    """
    async with AsyncExitStack() as stack:
        limits = FloodLimits(per_second=per_second) if per_second else FloodLimits()
        telegram = await stack.enter_async_context(TelegramServer(TOKEN, flood_limits=limits))
        gateway = await stack.enter_async_context(GatewayServer(delay=gateway_seconds))
        ports = [free_port() for _ in roles]
        listening = [port for port, role in zip(ports, roles, strict=True) if role in {"intake", "all"}]
        proxy = await stack.enter_async_context(before(listening))
        common = environment(telegram, gateway, folder) | {
            "DARKROOM_DATABASE_URL": url,
            "DARKROOM_TELEGRAM__WEBHOOK_URL": proxy.url,
            "DARKROOM_SPOOL__FOLDER": str(folder / "data" / "spool"),
            "DARKROOM_STOP_GRACE": "10",
        }
        if per_second:
            common["DARKROOM_TELEGRAM__PER_SECOND"] = str(per_second)
        posts = []
        for number, (role, port) in enumerate(zip(roles, ports, strict=True), 1):
            name = f"{role}-{number}"
            own = {
                "DARKROOM_WEB__LISTEN": f"127.0.0.1:{port}",
                "DARKROOM_DATA_DIR": str(folder / name / "data"),
            }
            posts.append(Post(name, role, common | own, folder / name))
        cluster = Cluster(telegram, gateway, folder, url, proxy, posts)
        gateway.on_call(cluster.count_call)
        try:
            yield cluster
        finally:
            for post in posts:
                if post.lives_now:
                    await post.kill()

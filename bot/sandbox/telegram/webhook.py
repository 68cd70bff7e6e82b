"""Delivery of updates by HTTP POST, after WebhookActor.cpp: in order within a chat, again until a 2xx."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

import aiohttp

from bot.sandbox.telegram.updates import Update, Updates

ANSWER_WITHIN = 60.0
MAX_PAUSE = 60.0
MAX_RETRY_AFTER = 3600.0
DEFAULT_CONNECTIONS = 40


@dataclass(slots=True)
class Hook:
    """What setWebhook asked for."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = DEFAULT_CONNECTIONS
    ip_address: str = ""
    has_certificate: bool = False
    last_error_date: int = 0
    last_error_message: str = ""
    lanes: dict[str, asyncio.Task[None]] = field(default_factory=dict)


class Webhook:
    """Delivers the queue to the hook; each lane (chat, or person who presses) waits for its own 2xx.

    The first retry comes at once, then after 2, 4, 8 ... 60 s, or when a Retry-After says so.
    """

    def __init__(
        self,
        updates: Updates,
        now: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.hook = Hook()
        self._updates = updates
        self._now = now
        self.sleep = sleep
        self._group: asyncio.TaskGroup | None = None
        self._client: aiohttp.ClientSession | None = None
        self._gate = asyncio.Semaphore(DEFAULT_CONNECTIONS)
        self.on_answer: Callable[[], None] = lambda: None
        updates.on_push = self.deliver

    def open(self, group: asyncio.TaskGroup, client: aiohttp.ClientSession) -> None:
        self._group, self._client = group, client

    def set(self, hook: Hook) -> None:
        """Replaces the hook; an empty URL ends delivery."""
        self.close()
        self.hook = hook
        self._gate = asyncio.Semaphore(hook.max_connections)
        self.deliver()

    def close(self) -> None:
        for task in self.hook.lanes.values():
            task.cancel()
        self.hook.lanes.clear()

    def deliver(self) -> None:
        """Starts a task for every lane that has updates and none yet."""
        if not self.hook.url or self._group is None:
            return
        for lane in {update.lane for update in self._updates.pending} - self.hook.lanes.keys():
            self.hook.lanes[lane] = self._group.create_task(self._serve(self.hook, lane))

    async def _serve(self, hook: Hook, lane: str) -> None:
        while update := next((each for each in self._updates.pending if each.lane == lane), None):
            await self._until_taken(hook, update)
        hook.lanes.pop(lane, None)

    async def _until_taken(self, hook: Hook, update: Update) -> None:
        pause = 0.0
        while update in self._updates.pending:
            async with self._gate:
                retry_after = await self._post(hook, update)
            if retry_after is None:
                self._updates.confirm(update.update_id)
            self.on_answer()
            if retry_after is None:
                return
            await self.sleep(min(retry_after, MAX_RETRY_AFTER) or pause)
            pause = min(MAX_PAUSE, pause * 2 or 2.0)

    async def _post(self, hook: Hook, update: Update) -> float | None:
        """None when it was taken, otherwise the seconds of its Retry-After, or 0."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret_token} if hook.secret_token else {}
        if self._client is None:
            raise RuntimeError("the webhook is not open")
        try:
            async with self._client.post(
                hook.url,
                json=update.to_json(),
                headers=headers,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(total=ANSWER_WITHIN),
            ) as response:
                if 200 <= response.status < 300:  # noqa: PLR2004 - any 2xx
                    return None
                problem = f"Wrong response from the webhook: {response.status} {response.reason}"
                retry_after = response.headers.get("Retry-After", "")
        except (aiohttp.ClientError, TimeoutError) as error:
            problem, retry_after = _words(error), ""
        hook.last_error_date, hook.last_error_message = int(self._now()), problem
        with suppress(ValueError):
            return max(0.0, float(retry_after))
        return 0.0


def _words(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "Read timeout expired"
    return "Connection refused" if isinstance(error, aiohttp.ClientConnectorError) else "Connection failed"

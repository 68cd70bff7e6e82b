"""Several processes with one token, and a Telegram that enforces its limits."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack

import pytest
from telegram.error import RetryAfter

from bot.chat.connection import Credentials, TelegramBot, connect
from bot.chat.limits import Limits, Rule, Urgency
from bot.chat.traffic import Freight, Stale, Traffic
from bot.domain.toll import Claim, Passage
from bot.gateway.http import transport
from bot.sandbox.telegram import TelegramServer
from bot.sandbox.telegram.limits import FloodLimits
from bot.services.tolls import Tolls
from bot.storage.database import Database
from bot.storage.migrate import migrate
from tests import stores
from tests.chat.conftest import TOKEN
from tests.stores import Cluster

on_postgres = pytest.mark.skipif(stores.server() is None, reason=stores.header())
RESULT, KEYBOARD, PROGRESS = (
    Freight(urgency) for urgency in (Urgency.RESULT, Urgency.KEYBOARD, Urgency.PROGRESS)
)


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    async with TelegramServer(TOKEN, flood_limits=FloodLimits()) as opened:
        yield opened


@pytest.fixture
async def senders(telegram: TelegramServer, cluster: Cluster) -> AsyncIterator[list[TelegramBot]]:
    """Three, each with limits and a connection to the database of its own, as three processes have them."""
    url = cluster.empty()
    async with AsyncExitStack() as stack:
        bots = []
        for _ in range(3):
            database = await stack.enter_async_context(Database.open(url))
            await migrate(database, 0)
            pool = transport()
            stack.push_async_callback(pool.aclose)
            credentials = Credentials(TOKEN, telegram.base_url, telegram.base_file_url)
            bots.append(connect(credentials, pool, Traffic(toll=Tolls(database))))
            await stack.enter_async_context(bots[-1])
        yield bots


def said(telegram: TelegramServer) -> list[str]:
    return [call.params["text"] for call in telegram.calls_of("sendMessage") if call.status == 200]


@on_postgres
async def test_three_processes_send_many_messages_to_few_chats_and_telegram_refuses_none(
    telegram: TelegramServer, senders: list[TelegramBot]
) -> None:
    people = [telegram.add_user(name) for name in ("Ann", "Bob", "Cem")]
    for person in people:
        telegram.send_text(person, "/start")
    club = telegram.add_group("Club", people)
    chats = [club.id] * 6 + [person.id for person in people] * 2
    async with asyncio.TaskGroup() as tasks:
        for number, bot in enumerate(senders):
            for at, chat in enumerate(chats):
                tasks.create_task(bot.send_message(chat, f"{number}.{at}", rate_limit_args=RESULT))
    calls = telegram.calls_of("sendMessage")
    assert {call.status for call in calls} == {200}
    assert len(calls) == 3 * len(chats)
    assert telegram.violations == []


@on_postgres
async def test_a_result_goes_before_what_has_waited_longer_when_another_process_used_up_the_chat(
    telegram: TelegramServer, senders: list[TelegramBot]
) -> None:
    ann = telegram.add_user("Ann")
    telegram.send_text(ann, "/start")
    for number in range(3):
        await senders[0].send_message(ann.id, f"first {number}", rate_limit_args=KEYBOARD)
    async with asyncio.TaskGroup() as tasks:
        for what, how in (("progress", PROGRESS), ("keyboard", KEYBOARD), ("result", RESULT)):
            tasks.create_task(senders[1].send_message(ann.id, what, rate_limit_args=how))
            await asyncio.sleep(0.05)
    assert said(telegram)[3:] == ["result", "keyboard", "progress"]
    assert {call.status for call in telegram.calls_of("sendMessage")} == {200}


@on_postgres
async def test_a_429_to_one_process_keeps_the_others_from_that_chat(
    telegram: TelegramServer, senders: list[TelegramBot]
) -> None:
    ann = telegram.add_user("Ann")
    telegram.send_text(ann, "/start")
    telegram.fail_next("sendMessage", 429, "Too Many Requests: retry after 2", retry_after=2)
    with pytest.raises(RetryAfter):
        await senders[0].send_message(ann.id, "progress", rate_limit_args=PROGRESS)
    await senders[1].send_message(ann.id, "result", rate_limit_args=RESULT)
    heard, sent = telegram.calls_of("sendMessage")
    assert [heard.status, sent.status] == [429, 200]
    assert sent.time - heard.time >= 2


class Booth:
    """A toll that answers as a test says, when it says so."""

    def __init__(self, *waits: float) -> None:
        self.waits = list(waits)
        self.asked, self.open = asyncio.Event(), asyncio.Event()
        self.landed = 0

    async def ask(self, claims: Sequence[Claim]) -> Passage:
        self.asked.set()
        await self.open.wait()
        return Passage(claims, [self.waits.pop(0) if self.waits else 0.0, 0.0], 1)

    async def land(self, passage: Passage) -> None:
        self.landed += 1

    async def shut(self, place: int, seconds: float) -> None: ...


async def call(traffic: Traffic, done: list[str], name: str, freight: Freight) -> None:
    async def telegram() -> None:
        done.append(name)

    await traffic.process_request(telegram, (), {}, "sendMessage", {"chat_id": 1}, freight)


async def test_progress_that_the_toll_holds_back_gives_way_to_newer_and_to_the_end() -> None:
    booth, done = Booth(), list[str]()
    traffic, freight = Traffic(Limits(private=Rule(9, 1.0, 9)), toll=booth), Freight(Urgency.PROGRESS, "e1")
    for stop in (False, True):
        booth.waits = [0.05]
        booth.asked.clear()
        booth.open.clear()
        async with asyncio.TaskGroup() as tasks:
            old = tasks.create_task(refused(traffic, done, "old", freight))
            await booth.asked.wait()
            if stop:
                traffic.drop("e1")
            else:
                tasks.create_task(call(traffic, done, "new", freight))
                await asyncio.sleep(0)
            booth.open.set()
        assert old.result()
    await traffic.shutdown()
    assert done == ["new"]
    assert booth.landed == 1


async def refused(traffic: Traffic, done: list[str], name: str, freight: Freight) -> bool:
    try:
        await call(traffic, done, name, freight)
    except Stale:
        return True
    return False


async def test_what_the_toll_holds_back_or_who_gives_up_there_counts_for_nothing_here() -> None:
    booth, done = Booth(*[0.01] * 5), list[str]()
    traffic = Traffic(Limits(private=Rule(1, 60.0, 1)), toll=booth)
    async with asyncio.TaskGroup() as tasks:
        giving_up = tasks.create_task(call(traffic, done, "given up", KEYBOARD))
        await booth.asked.wait()
        giving_up.cancel()
    booth.open.set()
    async with asyncio.timeout(60):
        await call(traffic, done, "through", RESULT)
    assert done == ["through"]
    assert traffic._limits._chats[1]._flying == 0
    await traffic.shutdown()

"""What tests of pages need: the demo at work, with its real bot, and somebody who writes in its chat."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from playwright.async_api import Page, ViewportSize, expect

from bot.sandbox import site, stack
from bot.sandbox.stack import Stack
from bot.sandbox.telegram import User

PHONE: ViewportSize = {"width": 380, "height": 740}
DESK: ViewportSize = {"width": 1240, "height": 920}


@dataclass(frozen=True)
class Demo:
    """A demo that runs; `address` is its page's."""

    stack: Stack
    address: str

    def person(self, name: str, language: str = "en") -> User:
        """Somebody new, whose chat with the bot is still empty."""
        person = self.stack.telegram.add_user(name, language_code=language)
        self.stack.telegram.world.private_chat(person)
        return person

    async def open(self, page: Page, person: User) -> None:
        await page.goto(f"{self.address}/#{person.id}:{person.id}")
        await page.reload()  # the same page with another hash would only switch
        await expect(page.locator("#presence")).to_have_text("bot")


@asynccontextmanager
async def running() -> AsyncIterator[Demo]:
    over = asyncio.Event()
    async with stack.opened(delay=0.2) as everything, site.served(everything, 0) as address:
        async with asyncio.TaskGroup() as group:
            life = group.create_task(everything.bot.beside(over.wait()))
            telegram = everything.telegram
            await telegram.wait_for(lambda: telegram.calls_of("setMyCommands"), 60)
            yield Demo(everything, address)
            over.set()
        assert life.result() is True
        assert telegram.violations == []


async def write(page: Page, text: str) -> None:
    await page.get_by_label("Message", exact=True).fill(text)
    await page.keyboard.press("Enter")

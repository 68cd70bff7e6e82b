"""One browser and one demo for all tests of pages."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Page, Request, async_playwright, expect

from tests.sandbox.page_kit import Demo, running

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    expect.set_options(timeout=60_000)  # machines of CI are slow, and the bot sends one message a second
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        await launched.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def demo() -> AsyncIterator[Demo]:
    async with running() as started:
        yield started


@pytest_asyncio.fixture(loop_scope="session")
async def screen(browser: Browser) -> AsyncIterator[Page]:
    """A page without a single error, as what it opens, and without a word to any other machine."""
    page, troubles = await browser.new_page(), list[str]()

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            troubles.append(message.text)

    def watch(asked: Request) -> None:
        if not asked.url.startswith(("http://127.0.0.1:", "blob:")):
            troubles.append(asked.url)

    def attend(opened: Page) -> None:
        opened.on("console", hear)
        opened.on("pageerror", lambda error: troubles.append(str(error)))
        opened.on("request", watch)
        opened.set_default_timeout(60_000)

    attend(page)
    page.context.on("page", attend)
    yield page
    await page.context.close()
    assert troubles == []

"""The console in a real browser, as an admin of the demo comes to it: by a link in the chat."""

import re
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Page, expect

from bot.sandbox import effects
from tests.sandbox.page_kit import PHONE, Demo, write

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PAGES = ("/people", "/edits", "/ledger", "/audit", "/settings", "/sign-in")
RICH = ("/", "/people/{person}", "/edits/{edit}", "/gateways", "/models")
"""Together they have all that pages are made of."""
LIGHT: dict[str, Any] = {"resultTypes": ["violations"]}
DARK = {"runOnly": ["color-contrast"]}
LINK = re.compile(r"http://\S+/console/sign-in/\w+")


async def link_after(demo: Demo, before: int) -> str:
    """What the bot writes to Bo, who had so many messages before."""
    telegram, bo = demo.stack.telegram, demo.stack.people[1]
    links = await telegram.wait_for(
        lambda: [link for each in telegram.messages(bo)[before:] for link in LINK.findall(each.text)], 60
    )
    return str(links[0])


async def sign_in(page: Page) -> None:
    await page.get_by_role("button", name="Sign in as Bo").click()
    await expect(page.get_by_role("heading", name="Overview")).to_be_visible()


async def faults(page: Page, rules: dict[str, Any]) -> list[str]:
    """What axe has to say."""
    told = await page.evaluate("(rules) => axe.run(rules)", rules)
    return [f"{page.url}: {each['id']} {each['nodes'][0]['html']}" for each in told["violations"]]


async def test_an_admin_comes_by_the_link_watches_an_edit_grants_bans_and_switches_a_model_off(
    demo: Demo, screen: Page
) -> None:
    telegram, gateway, bo = demo.stack.telegram, demo.stack.gateway, demo.stack.people[1]
    eve = demo.person("Eve")
    await demo.open(screen, bo)
    before = len(telegram.messages(bo))
    await write(screen, "/console")
    link = await link_after(demo, before)
    async with screen.context.expect_page() as opened:
        await screen.get_by_role("link", name=link).click()
    console = await opened.value
    await sign_in(console)
    live = console.locator("#live")
    await expect(live).to_contain_text("Nobody waits")
    gateway.hold()
    asked = telegram.send_photo(eve, effects.sample("cat").data, "sepia")
    await expect(live.locator("tbody tr")).to_contain_text("Eve")  # without a reload
    await expect(live.locator(".chip")).to_have_text("calling")
    gateway.release()
    await telegram.wait_for_answer(asked, lambda each: each.file_id is not None, 60)
    await expect(live).to_contain_text("Nobody waits")

    await console.get_by_role("link", name="People").click()
    await console.get_by_role("searchbox").fill("eve")
    await console.keyboard.press("Enter")
    await console.get_by_role("cell").get_by_role("link", name="Eve").click()
    await console.get_by_role("textbox", name="Credits", exact=True).fill("25")
    await console.get_by_role("textbox", name="Reason", exact=True).fill("for patience")
    await console.get_by_role("button", name="Grant").click()
    await expect(console.get_by_role("status")).to_have_text("The credits are there.")
    await expect(console.locator(".tiles")).to_contain_text("Balance25")
    await console.get_by_role("combobox", name="For").select_option("a week")
    await console.get_by_role("button", name="Ban").click()
    await expect(console.locator(".chip.ill").first).to_contain_text("banned until")
    refused = await telegram.wait_for_answer(telegram.send_text(eve, "hello"), timeout=60)
    assert "until" in (refused.text or "")
    await console.get_by_role("button", name="Let them in again").click()
    await expect(console.get_by_role("button", name="Ban")).to_be_visible()

    await console.get_by_role("link", name="Models").click()
    switch = console.get_by_role("row", name="FLUX Kontext Max").get_by_role("button")
    await switch.click()
    await expect(switch).to_have_text("off")
    models = await telegram.wait_for_answer(telegram.send_text(bo, "/model"), timeout=60)
    assert "FLUX Kontext Pro" in str(models.buttons)
    assert "FLUX Kontext Max" not in str(models.buttons)
    await switch.click()
    await expect(switch).to_have_text("on")

    await console.get_by_role("link", name="Audit").click()
    await expect(console.get_by_role("heading", name="Audit")).to_be_visible()
    acts = await console.locator("tbody .chip").all_text_contents()
    assert acts[:6] == ["model-on", "model-off", "unban", "ban", "grant", "sign-in"]
    await console.get_by_role("button", name="Sign out", exact=True).click()
    await expect(console.get_by_role("heading")).to_have_text("Darkroom’s console")


async def test_every_page_fits_a_phone_and_axe_finds_no_fault(demo: Demo, screen: Page) -> None:
    telegram, bo, eve = demo.stack.telegram, demo.stack.people[1], demo.person("Eve")
    failed = telegram.send_photo(eve, effects.sample("cat").data, "forbidden")
    await telegram.wait_for_answer(failed, lambda each: not each.silent, 60)
    await screen.set_viewport_size(PHONE)
    before = len(telegram.messages(bo))
    telegram.send_text(bo, "/console")
    await screen.goto(await link_after(demo, before))
    await sign_in(screen)
    root = screen.url.removesuffix("/")
    await screen.goto(f"{root}/edits")
    edit = await screen.locator("td a.mono").first.text_content()
    found = []
    for path in (*PAGES, *RICH):
        await screen.goto(root + path.format(person=eve.id, edit=edit))
        assert await screen.evaluate("document.documentElement.scrollWidth") == PHONE["width"], path
        if path in RICH:
            await screen.evaluate(AXE_SCRIPT)
            found += await faults(screen, LIGHT)
            await screen.emulate_media(color_scheme="dark")
            assert await screen.evaluate("document.documentElement.scrollWidth") == PHONE["width"], path
            found += await faults(screen, DARK)
            await screen.emulate_media(color_scheme="light")
    assert found == []

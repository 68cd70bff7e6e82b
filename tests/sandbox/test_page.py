"""The chat page in a real browser, with the real bot behind it.

`CHAT_PICTURE=docs/chat.png pytest tests/sandbox/test_page.py` writes README's picture.
"""

import asyncio
import base64
import os
from collections.abc import Callable
from typing import Any

import pytest
from playwright.async_api import (
    Browser,
    FilePayload,
    Locator,
    Page,
    expect,
)

from bot.sandbox import effects, stack
from bot.sandbox.stack import Stack
from bot.sandbox.telegram import Message
from tests.sandbox.page_kit import DESK, PHONE, Demo, running, write

PICTURE = os.environ.get("CHAT_PICTURE")

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def drop(page: Page, data: bytes, name: str, kind: str = "image/jpeg") -> None:
    """Drops a file on the chat, as a mouse would."""
    transfer = await page.evaluate_handle(
        """({data, name, kind}) => {
            const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
            const transfer = new DataTransfer();
            transfer.items.add(new File([bytes], name, {type: kind}));
            return transfer;
        }""",
        {"data": base64.b64encode(data).decode(), "name": name, "kind": kind},
    )
    for event in ("dragover", "drop"):
        await page.dispatch_event("#log", event, {"dataTransfer": transfer})


def result(page: Page) -> Locator:
    """The last picture that the bot sent."""
    return page.locator(".turn.theirs", has=page.locator(".photo img")).last


async def test_a_dropped_photo_comes_back_edited_with_its_buttons(demo: Demo, screen: Page) -> None:
    ann = demo.person("Ann")
    await demo.open(screen, ann)
    await expect(screen.locator(".welcome")).to_be_visible()
    await drop(screen, effects.sample("portrait").data, "me.jpg")
    await expect(screen.locator("#attached")).to_contain_text("me.jpg")
    await write(screen, "make it black and white")
    await expect(result(screen)).to_be_visible()
    await expect(result(screen).locator(".key").first).to_contain_text("Again")
    await expect(result(screen).locator(".quoted")).to_contain_text("make it black and white")
    await expect(screen.locator(".turn.theirs")).to_have_count(1)  # the status message went
    source = await result(screen).locator(".photo img").get_attribute("src")
    sent = demo.stack.telegram.answers(ann)[-1]
    assert source == f"/sim/file/{sent.file_id}"
    assert await screen.evaluate("(source) => fetch(source).then((got) => got.ok)", source)


async def test_a_sample_needs_two_clicks_and_zooms(demo: Demo, screen: Page) -> None:
    await demo.open(screen, demo.person("Sam"))
    await screen.get_by_label("Sample picture: cat").click()
    await screen.get_by_role("button", name="pencil sketch").click()
    await screen.keyboard.press("Enter")
    await result(screen).locator(".photo").click()
    await expect(screen.locator("#zoom img")).to_be_visible()
    await screen.keyboard.press("Escape")
    await expect(screen.locator("#zoom")).to_be_hidden()


async def test_the_model_is_chosen_from_the_menu_with_a_button(demo: Demo, screen: Page) -> None:
    person = demo.person("Mo")
    await demo.open(screen, person)
    await screen.get_by_label("Message", exact=True).press_sequentially("/mo")
    await expect(screen.locator("#menu li")).to_have_count(1)
    await screen.keyboard.press("Enter")
    keys = screen.locator(".key")
    await expect(keys).to_have_count(13)
    other = keys.filter(has_not_text="✓").last
    title = str(await other.text_content()).split(" · ")[0]
    await other.click()
    await expect(screen.locator("#notes")).to_contain_text(title)
    await expect(screen.locator(".key[aria-busy]")).to_have_count(0)
    await write(screen, "/quota")
    await write(screen, "/model")
    await expect(screen.locator(".turn.theirs").last).to_contain_text(f"Now: {title}")


async def test_a_buyer_pays_an_invoice_once(demo: Demo, screen: Page) -> None:
    await demo.open(screen, demo.person("Pia"))
    await write(screen, "/buy")
    await screen.get_by_role("button", name="25 credits · ⭐ 50").click()
    pay = screen.get_by_role("button", name="Pay ⭐️50")
    await pay.click()
    await expect(screen.locator(".turn.service").last).to_contain_text("Paid 50 ⭐")
    await expect(screen.locator(".turn.theirs").last).to_contain_text("25 credits are yours")
    await pay.click()
    await expect(screen.get_by_text("paid already")).to_be_visible()


async def test_a_chinese_person_reads_chinese(demo: Demo, screen: Page) -> None:
    await demo.open(screen, demo.person("小红", "zh-hans"))
    await screen.get_by_role("button", name="Start", exact=True).click()
    await expect(screen.locator(".turn.theirs")).to_contain_text("小红，你好")
    await screen.get_by_label("Sample picture: portrait").click()
    await expect(screen.locator(".chip").first).to_have_text("黑白")
    await write(screen, "红色背景")
    await expect(result(screen).locator(".words")).to_contain_text("点")
    await screen.get_by_role("button", name="Commands").click()
    await expect(screen.locator("#menu")).to_contain_text("选择图像模型")


def received(demo: Demo, message: Message) -> list[Any]:
    """What the bot got of the album that this message belongs to."""
    batches = [call.result or [] for call in demo.stack.telegram.calls_of("getUpdates")]
    got = {update["update_id"]: update.get("message", {}) for batch in batches for update in batch}
    return [each for each in got.values() if each.get("media_group_id") == message.media_group_id]


async def test_a_newcomer_tries_albums_replies_buttons_and_a_group_as_two_people(
    demo: Demo, screen: Page
) -> None:
    telegram, (ann, bo) = demo.stack.telegram, demo.stack.people
    friends = next(chat for chat in telegram.world.chats.values() if chat.title == "Friends")
    await demo.open(screen, ann)

    # Three pictures and a caption: one album.
    for name in ("hills", "portrait", "cat"):
        await screen.get_by_label(f"Sample picture: {name}").click()
    await expect(screen.locator("#attached")).to_contain_text("Album of 3")
    await write(screen, "sepia")
    turn = screen.locator(".turn.mine", has=screen.locator(".album"))
    album = turn.locator(".album")
    await expect(album.locator("img")).to_have_count(3)
    await expect(turn.locator(".words")).to_have_text("sepia")
    sent = [each for each in telegram.messages(ann) if each.media_group_id]
    await telegram.wait_for(lambda: len(received(demo, sent[0])) == 3)
    got = received(demo, sent[0])
    assert [each.get("caption") for each in got] == ["sepia", None, None]
    await telegram.wait_for(lambda: [each for each in telegram.answers(ann) if each.file_id])
    assert [each.reply_to for each in telegram.answers(ann) if each.file_id] == [sent[0]], "one edit of all"

    # A reply to one of its pictures.
    await album.locator(".photo").nth(1).click()
    await screen.get_by_role("button", name="Reply to this picture").click()
    await expect(screen.locator("#quote")).to_contain_text("Reply to Ann")
    await write(screen, "rotate left")
    await expect(screen.locator(".turn.mine .quoted").last).to_contain_text("Ann")
    asked = next(each for each in telegram.messages(ann) if each.text == "rotate left")
    assert asked.reply_to is sent[1]

    # A button.
    await write(screen, "/model")
    keys = screen.locator(".keyboard", has_text="Nano Banana").locator(".key")
    await keys.filter(has_not_text="✓").first.click()
    await expect(screen.locator("#notes .note").first).to_be_visible()

    # The other person calls the bot in the group.
    await screen.locator(f'[data-person="{bo.id}"]').click()
    await screen.locator(f'[data-seat="{bo.id}:{friends.id}"]').click()
    await screen.get_by_label("Sample picture: harbour").click()
    await screen.get_by_role("button", name="sepia", exact=True).click()
    await expect(screen.get_by_label("Message", exact=True)).to_have_value("@darkroom_bot sepia")
    await screen.keyboard.press("Enter")
    await expect(result(screen)).to_be_visible()

    # What Ann presses under Bo's picture, Ann pressed.
    await screen.locator(f'[data-person="{ann.id}"]').click()
    await expect(screen.locator("#title")).to_have_text("Friends")
    await expect(screen.locator(".turn.theirs .author", has_text="Bo")).to_be_visible()
    before = len(telegram.world.presses)
    await result(screen).locator(".key").first.click()
    press = await telegram.wait_for(lambda: [*telegram.world.presses.values()][before:])
    assert (press[0].user, press[0].message.chat) == (ann, friends)
    await telegram.wait_for(lambda: press[0].answers)


async def test_what_the_bot_writes_shows_with_a_stop_button_and_long_quotes_unfold(
    demo: Demo, screen: Page
) -> None:
    telegram, person = demo.stack.telegram, demo.person("Dra")
    await demo.open(screen, person)

    async def call(method: str, **params: Any) -> None:
        url = f"{telegram.base_url}{stack.TOKEN}/{method}"
        assert (await screen.request.post(url, data={"chat_id": person.id, **params})).ok

    await call("sendMessageDraft", draft_id=7, text="Developing … 40 %", can_stop=True)
    draft = screen.locator(".draft")
    await expect(draft).to_contain_text("40 %")
    await call("sendMessageDraft", draft_id=7, text="Developing … 80 %", can_stop=True)
    await expect(draft).to_have_count(1)
    await expect(draft).to_contain_text("80 %")
    await draft.get_by_role("button", name="Stop").click()
    await expect(draft).to_have_count(0)
    long = "a long prompt " * 40
    quote = {"type": "expandable_blockquote", "offset": 0, "length": len(long.strip())}
    await call("sendMessage", text=long, entities=[quote])
    folded = screen.locator(".folded")
    low = await folded.evaluate("each => each.clientHeight")
    await screen.get_by_role("button", name="Show all").press("Enter")
    await expect(folded).to_have_class("folded open")
    assert await folded.evaluate("each => each.clientHeight") > low


async def test_markup_in_names_and_captions_is_only_text(demo: Demo, screen: Page) -> None:
    name = "<b>Bob</b><img src=x onerror=alert(1)>"
    await demo.open(screen, demo.person(name))
    await write(screen, "/start")
    await expect(screen.locator(".turn.theirs")).to_contain_text(name)
    await screen.get_by_label("Sample picture: hills").click()
    caption = "<script>alert(1)</script> *sepia* _[x](y)"
    await write(screen, caption)
    await expect(screen.locator(".turn.mine .words").last).to_have_text(caption)
    await expect(result(screen)).to_be_visible()
    assert await screen.locator("b:text-is('Bob'), img[src=x]").count() == 0


async def test_a_reply_is_quoted_and_the_quote_leads_back(demo: Demo, screen: Page) -> None:
    person = demo.person("Rae")
    await demo.open(screen, person)
    await screen.get_by_label("Sample picture: harbour").click()
    await write(screen, "sepia")
    await result(screen).hover()
    await result(screen).get_by_label("Reply").click()
    await expect(screen.locator("#quote")).to_contain_text("Reply to Darkroom")
    await write(screen, "rotate left")
    second = screen.locator(".turn.theirs", has=screen.locator(".photo")).nth(1)
    await expect(second).to_be_visible()
    await second.locator(".quoted").click()
    await expect(screen.locator(".found")).to_contain_text("rotate left")
    edited = demo.stack.telegram.answers(person)
    assert [each.content.photo and each.content.photo[-1]["width"] for each in edited] == [1280, 853]


async def test_a_file_goes_and_comes_back_as_a_file(demo: Demo, screen: Page) -> None:
    await demo.open(screen, demo.person("Flo"))
    cat = effects.read(effects.sample("cat").data)
    plan = await asyncio.to_thread(effects.edit, "square", [cat], kind="png")
    file = FilePayload(name="plan.png", mimeType="image/png", buffer=plan.data)
    await screen.locator("#file").set_input_files(file)
    await screen.get_by_label("as a file").check()
    await write(screen, "sepia")
    await expect(screen.locator(".turn.mine .file")).to_contain_text("plan.png")
    await expect(screen.locator(".turn.theirs .file")).to_contain_text("KB")


async def test_a_failure_says_that_nothing_was_charged_and_retries(demo: Demo, screen: Page) -> None:
    await demo.open(screen, demo.person("Fay"))
    await screen.get_by_label("Sample picture: cat").click()
    await screen.locator("#magic").get_by_role("button", name="forbidden").click()
    await screen.keyboard.press("Enter")
    failure = screen.locator(".turn.theirs", has_text="nothing was charged")
    await expect(failure).to_be_visible()
    await failure.get_by_role("button", name="Try again").click()
    await expect(screen.locator(".turn.theirs", has_text="nothing was charged")).to_have_count(2)


async def test_the_status_shows_how_far_it_is_and_cancels(demo: Demo, screen: Page) -> None:
    telegram, gateway = demo.stack.telegram, demo.stack.gateway
    person = demo.person("Can")
    models = await telegram.wait_for_answer(telegram.send_text(person, "/model"))
    telegram.press(person, models, "Sora Image · 2")
    await demo.open(screen, person)
    gateway.hold("headers")
    await screen.get_by_label("Sample picture: cat").click()
    await write(screen, "sepia")
    status = screen.locator(".turn.theirs", has_text="Developing")
    await expect(status).to_contain_text("88 %")
    await expect(screen.locator("#presence")).to_have_text("is sending a photo …")
    await status.get_by_role("button", name="Cancel").click()
    await expect(status).to_have_count(0)
    gateway.release()


async def test_a_draft_develops_in_the_status_until_the_picture_comes(demo: Demo, screen: Page) -> None:
    telegram, gateway = demo.stack.telegram, demo.stack.gateway
    person = demo.person("Dev")
    models = await telegram.wait_for_answer(telegram.send_text(person, "/model"))
    button = next(each["text"] for each in models.buttons if each["text"].startswith("GPT Image"))
    telegram.press(person, models, button)
    await demo.open(screen, person)
    gateway.hold("headers")
    await screen.get_by_label("Sample picture: cat").click()
    await write(screen, "sepia")
    status = screen.locator(".turn.theirs", has_text="Developing")
    draft = status.get_by_role("img")
    await expect(draft).to_be_visible()
    assert await draft.evaluate("image => image.decode().then(() => image.naturalWidth)") == 320
    await expect(status.get_by_role("button", name="Cancel")).to_be_visible()
    if folder := os.environ.get("DRAFT_PICTURE"):
        await screen.screenshot(path=folder)
    gateway.release()
    await expect(screen.locator(".turn.theirs .keyboard").get_by_role("button", name="Again")).to_be_visible()
    await expect(status).to_have_count(0)


async def test_a_bot_that_was_crashed_comes_back_and_answers(demo: Demo, screen: Page) -> None:
    await demo.open(screen, demo.person("Max"))
    await screen.get_by_role("button", name="Crash the bot").click()
    await expect(screen.locator("#notes")).to_contain_text("comes back at once")
    await write(screen, "/quota")
    await expect(screen.locator(".turn.theirs")).to_contain_text("10 credits", timeout=60_000)


async def test_everything_is_still_there_after_a_reload(demo: Demo, screen: Page) -> None:
    person = demo.person("Lou")
    await demo.open(screen, person)
    await write(screen, "/help")
    await expect(screen.locator(".turn")).to_have_count(2)
    await screen.reload()
    await expect(screen.locator(".turn")).to_have_count(2)
    demo.stack.telegram.send_text(person, "/quota")  # somebody writes from another device
    await expect(screen.locator(".turn")).to_have_count(4)


async def test_another_persons_answer_shows_beside_their_name(demo: Demo, screen: Page) -> None:
    ann, bo = demo.stack.people
    await demo.open(screen, ann)
    demo.stack.telegram.send_text(bo, "/start")
    row = screen.locator(f'[data-person="{bo.id}"]')
    await expect(row).to_contain_text("admin")
    await expect(row.locator(".unread")).to_have_text("1")
    await row.click()
    await expect(screen.locator("#holder")).to_contain_text("Bo")
    await expect(row.locator(".unread")).to_have_count(0)


async def test_nothing_sticks_out_of_a_small_phone(demo: Demo, screen: Page) -> None:
    await screen.set_viewport_size(PHONE)
    person = demo.person("Long" * 15)
    await demo.open(screen, person)
    await write(screen, "https://example.com/" + "x" * 300)
    await write(screen, "/help")
    await write(screen, "/model")
    await expect(screen.locator(".keyboard", has_text="Nano Banana").locator(".key")).to_have_count(13)
    await screen.get_by_label("Sample picture: hills").click()
    await write(screen, "watercolour " + "w" * 200)
    await expect(result(screen)).to_be_visible()
    wide = await screen.evaluate(
        "() => [...document.querySelectorAll('.phone, .phone *')]"
        ".filter((each) => !each.closest('.strip') && each.getBoundingClientRect().right > innerWidth)"
        ".map((each) => each.className)"
    )
    assert wide == []
    await screen.locator("#about-open").click()
    await expect(screen.locator("#about")).to_contain_text("Everything here runs on your machine")


async def test_the_night_is_dark(demo: Demo, screen: Page) -> None:
    await screen.emulate_media(color_scheme="dark")
    await demo.open(screen, demo.person("Nyx"))
    picture = effects.read(await screen.screenshot())
    red, green, blue = picture.image.convert("RGB").resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
    assert max(red, green, blue) < 70


@pytest.mark.skipif(not PICTURE, reason="CHAT_PICTURE names no file to write README's picture to")
async def test_readmes_picture(browser: Browser) -> None:
    async with running() as demo:
        await _talk(demo.stack)
        page = await browser.new_page(viewport=DESK, device_scale_factor=1.5)
        await demo.open(page, demo.stack.people[0])
        await page.get_by_label("Sample picture: cat").click()
        await page.get_by_label("Message", exact=True).fill("make it a watercolour")
        await page.wait_for_timeout(500)
        await page.screenshot(path=PICTURE)
        await page.close()


async def _talk(everything: Stack) -> None:
    """What README's picture shows; both have something in their chats."""
    telegram = everything.telegram
    ann, bo = everything.people
    requests: tuple[Callable[[], Message], ...] = (
        lambda: telegram.send_photo(ann, effects.sample("hills").data, "at night, with snow"),
        lambda: telegram.send_text(bo, "/grant @ann 25"),
    )
    for request in requests:
        await telegram.wait_for_answer(request(), lambda each: not each.silent, 30)

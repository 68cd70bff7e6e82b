"""Credits for Telegram Stars: bought once, by whom an invoice is for, at its price; found, given back."""

import json
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest
import pytest_asyncio

from bot.sandbox.telegram import Message, TelegramServer, User
from bot.sandbox.telegram.pictures import blank_png
from bot.sandbox.telegram.world import Checkout
from bot.services.audit import audited
from bot.services.reconcile import Reconciler
from tests.fakes.clock import FakeClock
from tests.whole.town import Town, a_town, duty_of, inhabited, outside

pytestmark = pytest.mark.asyncio(loop_scope="module")

PACKS = [{"stars": 50, "credits": 25}, {"stars": 150, "credits": 100, "title": "Studio"}]
SHOP = {"DARKROOM_PACKS": json.dumps(PACKS), "DARKROOM_SUPPORT": "@darkroom_help"}
PHOTO = blank_png(64, 48)
LABELS = {"en": "25 credits · ⭐ 50", "zh-hans": "25 点 · ⭐ 50"}
_numbers = count(8_000)


def newcomer(telegram: TelegramServer, language: str = "en") -> User:
    number = next(_numbers)
    return telegram.add_user(f"P{number}", id=number, language_code=language)


async def invoice(town: Town, person: User, label: str = LABELS["en"]) -> Message:
    """/buy, a press on a pack, and the invoice that comes of it."""
    offer = await town.answer(town.telegram.send_text(person, "/buy"), lambda message: bool(message.buttons))
    town.telegram.press(person, offer, label)
    return await town.answer(offer, lambda message: "invoice" in message.content.other)


async def charged(town: Town, checkout: Checkout) -> str:
    await town.telegram.wait_for(lambda: checkout.charge_id in town.telegram.world.charges, timeout=60)
    return checkout.charge_id


async def verdict(town: Town, checkout: Checkout) -> str:
    """Why a check-out was refused; empty where it was let through."""

    def answered() -> dict[str, object] | None:
        calls = town.telegram.calls_of("answerPreCheckoutQuery")
        return next(
            (each.params for each in calls if each.params["pre_checkout_query_id"] == checkout.id), None
        )

    return str((await town.telegram.wait_for(answered, timeout=60)).get("error_message", ""))


async def bought(town: Town, person: User) -> str:
    """Buy 25 credits, and return the charge."""
    bill = await invoice(town, person, LABELS[person.language_code or "en"])
    charge = await charged(town, town.telegram.pay(person, bill))
    await town.answer(bill, lambda message: charge in message.text)
    return charge


async def balance(town: Town, person: User) -> int:
    return (await town.app.desk.account.statement(person.id)).balance


async def in_order(town: Town) -> None:
    assert not (await audited(town.app.database)).differences


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    async with a_town(tmp_path_factory.mktemp("stars"), **SHOP) as built:
        yield built


@pytest.mark.parametrize(("language", "thanks"), [("en", "25 credits are yours"), ("zh-hans", "25 点已到账")])
async def test_who_pays_gets_credits_and_thanks(town: Town, language: str, thanks: str) -> None:
    person = newcomer(town.telegram, language)
    offer = await town.answer(town.telegram.send_text(person, "/buy"), lambda message: bool(message.buttons))
    assert offer.buttons[0]["text"] == LABELS[language]
    assert "Studio" in offer.text
    bill = await invoice(town, person, LABELS[language])
    assert bill.content.other["invoice"]["total_amount"] == 50
    charge = await charged(town, town.telegram.pay(person, bill))
    assert thanks in (await town.answer(bill)).text
    assert await balance(town, person) == 25
    assert charge in await town.says(person, "/paysupport")
    assert "@darkroom_help" in await town.says(person, "/paysupport")
    assert "/paysupport" in await town.says(person, "/terms")
    assert "Telegram Stars" in await town.says(person, "/privacy")


async def test_an_invoice_is_paid_once_by_its_own_person_and_only_if_it_is_ours(town: Town) -> None:
    person, other = newcomer(town.telegram), newcomer(town.telegram, "zh-hans")
    bill = await invoice(town, person)
    assert "别人的" in await verdict(town, town.telegram.pay(other, bill))
    first = town.telegram.pay(person, bill)
    assert not await verdict(town, first)
    await charged(town, first)
    assert "paid already" in await verdict(town, town.telegram.pay(person, bill))
    fresh = await invoice(town, person)
    key = fresh.chat.id, fresh.message_id
    payload = town.telegram.world.payloads[key]
    for forged in (payload.replace("25.", "99.", 1), payload[:-1], "25", ""):
        town.telegram.world.payloads[key] = forged
        assert "cannot tell" in await verdict(town, town.telegram.pay(person, fresh))
    town.telegram.world.payloads[key] = payload
    assert (await balance(town, person), await balance(town, other)) == (25, 0)


async def test_two_who_pay_the_same_invoice_at_once_pay_it_once(town: Town) -> None:
    person = newcomer(town.telegram)
    bill = await invoice(town, person)
    both = [town.telegram.pay(person, bill) for _ in range(2)]
    said = [await verdict(town, each) for each in both]
    assert sorted(map(bool, said)) == [False, True]


async def test_nobody_who_is_shut_out_buys(town: Town) -> None:
    person = newcomer(town.telegram)
    bill = await invoice(town, person)

    async def ban(conn: object) -> None:
        await conn.run("UPDATE people SET banned = 1 WHERE id = ?", person.id)  # type: ignore[attr-defined]

    await town.app.database.write(ban)
    assert "cannot use me" in await verdict(town, town.telegram.pay(person, bill))


async def test_who_has_no_credits_left_is_led_to_the_shop_in_private_and_in_groups(town: Town) -> None:
    person = newcomer(town.telegram)
    await town.app.desk.admin.limit(by=900, person=person.id, credits=0, once=f"limit:{person.id}")
    refusal = await town.answer(town.telegram.send_photo(person, PHOTO, "sepia"))
    assert "credits left" in refusal.text
    town.telegram.press(person, refusal, "⭐ Buy credits")
    offer = await town.answer(refusal)
    assert offer.buttons[0]["text"] == LABELS["en"]
    group = town.telegram.add_group("Club", [person])
    refusal = await town.answer(town.telegram.send_photo(person, PHOTO, "/edit sepia", chat=group))
    assert refusal.buttons[0]["url"] == "https://t.me/darkroom_bot?start=buy"
    there = await town.answer(town.telegram.send_text(person, "/buy@darkroom_bot", chat=group))
    assert there.buttons[0]["url"] == "https://t.me/darkroom_bot?start=buy"
    offer = await town.answer(town.telegram.send_text(person, "/start buy"))
    assert offer.buttons[1]["text"] == "100 credits · ⭐ 150"


async def test_an_admin_gives_back_what_is_unused_at_once_and_what_is_used_after_a_press(town: Town) -> None:
    person, root = newcomer(town.telegram), town.root
    charge = await bought(town, person)
    assert "don’t know that command" in await town.says(person, f"/refund {charge}")
    assert "no payment" in await town.says(root, "/refund stx1")
    assert "balance is 0 now" in await town.says(root, f"/refund {charge} changed their mind")
    assert town.telegram.world.charges[charge].refunded
    assert "given back already" in await town.says(root, f"/refund {charge}")
    acts = await town.rows("SELECT admin, whom, why FROM admin_acts WHERE details = ?", charge)
    assert acts == [(root.id, person.id, "changed their mind")]

    charge = await bought(town, person)
    await town.app.desk.admin.grant(by=900, to=person.id, credits=-12, reason="", once=f"spent:{person.id}")
    question = await town.answer(town.telegram.send_text(root, f"/refund {charge} angry"))
    assert "12 of 25 credits are spent; the balance goes to -12" in question.text
    assert not town.telegram.world.charges[charge].refunded
    town.telegram.press(root, question, "↩ Give ⭐ 50 back")
    await town.telegram.wait_for(lambda: "balance is -12 now" in question.text, timeout=60)
    assert town.telegram.world.charges[charge].refunded
    assert await balance(town, person) == -12
    assert "Balance: −12" in await town.says(person, "/quota")
    request = town.telegram.send_photo(person, PHOTO, "sepia")
    await town.answer(request, lambda message: message.file_id is not None)  # free credits stay
    await bought(town, person)
    assert await balance(town, person) == 13
    await in_order(town)
    notes = await town.rows(
        "SELECT paid, admin, note FROM ledger WHERE kind = 'refund' AND wallet = ?", f"p{person.id}"
    )
    assert notes == [(-25, 900, "changed their mind"), (-25, 900, "angry")]


async def test_a_payment_that_got_lost_and_a_refund_by_telegram_are_found_at_the_next_start(
    tmp_path: Path,
) -> None:
    clock = FakeClock()
    async with outside(tmp_path) as (telegram, gateway):
        async with inhabited(telegram, gateway, tmp_path, SHOP, clock) as town:
            bill = await invoice(town, town.ann)
            stale = await invoice(town, town.ann)
            returned = await bought(town, town.ming)
        lost = telegram.pay(town.ann, bill)
        telegram.stage.updates.clear()
        del telegram.world.checkouts[lost.id]
        telegram.world.settle(lost)
        telegram.world.refund(telegram.world.charges[returned])
        dearer = SHOP | {"DARKROOM_PACKS": json.dumps([{"stars": 60, "credits": 25}])}
        async with inhabited(telegram, gateway, tmp_path, dearer, clock) as town:
            thanks = await town.answer(bill, lambda message: lost.charge_id in message.text)
            assert "25 credits are yours" in thanks.text
            await telegram.wait_for(
                lambda: any("已退还" in each.text for each in telegram.answers(town.ming))
            )
            assert (await balance(town, town.ann), await balance(town, town.ming)) == (25, 0)
            assert "not sold at that price" in await verdict(town, telegram.pay(town.ann, stale))
            await in_order(town)
        async with inhabited(telegram, gateway, tmp_path, dearer, clock) as town:
            await duty_of(town.app, Reconciler).round()
            assert await balance(town, town.ann) == 25
            thanks_again = [each for each in telegram.answers(town.ann) if lost.charge_id in each.text]
            assert len(thanks_again) == 1
        async with inhabited(telegram, gateway, tmp_path, {}, clock) as town:
            for command in ("/buy", "/terms", "/paysupport"):
                assert "don’t know that command" in await town.says(town.ann, command)
            chat = telegram.world.private_chat(town.ann)

            def menu() -> set[str]:
                return {each["command"] for each in telegram.world.commands_for(chat, town.ann)}

            await telegram.wait_for(lambda: not {"buy", "terms", "paysupport"} & menu())

"""Commands, their menus, and who reaches them."""

import asyncio

import pytest
from telegram.constants import BotCommandLimit

from bot.chat.commands import COMMANDS, Scope
from bot.chat.menus import menu_languages, publish
from bot.domain.errors import FaultKind, GatewayFault
from bot.domain.ports import GatewayHealth
from bot.sandbox.telegram.people import User
from bot.storage.database import Connection, Row
from bot.texts import Texts
from tests.chat.conftest import ADMIN, PHOTO, Chat
from tests.fakes.clock import FakeClock


async def says(chat: Chat, person: User, text: str) -> str:
    return (await chat.answer(chat.telegram.send_text(person, text))).text


async def test_start_and_help_tell_how_to_begin(chat: Chat) -> None:
    ann = chat.person("<b>Ann_*[")
    assert (await says(chat, ann, "/start")).startswith("Hello <b>Ann_*[! I edit photos.")
    assert "now Banana" in await says(chat, ann, "/help")
    assert "你好" in await says(chat, chat.person("Li", "zh-cn"), "/start deep-link")


async def test_quota_tells_what_is_left_and_when_there_is_more(chat: Chat) -> None:
    ann = chat.person()
    await says(chat, ann, "/start")
    await chat.desk.admin.grant(by=ADMIN, to=ann.id, credits=1, reason="", once="g")
    assert await says(chat, ann, "/quota") == (
        "You can spend 11 credits now.\n"
        "Free: 10 of 10 left today, all of them again in 12 hours (00:00 UTC).\n"
        "Balance: 1. It does not expire."
    )
    assert "还剩 10 / 10 点，12小时后（00:00 UTC）恢复。" in await says(
        chat, chat.person("Li", "zh"), "/quota"
    )


async def test_imagine_makes_a_picture_from_all_that_follows(chat: Chat) -> None:
    ann = chat.person()
    await chat.result(chat.telegram.send_text(ann, "/imagine a fox\nin the snow"))
    assert chat.gateway.requests[0].prompt == "a fox\nin the snow"
    assert "for example" in await says(chat, ann, "/imagine  ")


async def test_edit_edits_the_picture_replied_to(chat: Chat) -> None:
    ann = chat.person()
    photo = chat.telegram.send_photo(ann, PHOTO)
    await chat.answer(photo)
    await chat.result(chat.telegram.send_text(ann, "/edit sepia", reply_to=photo))
    assert len(chat.gateway.requests[0].pictures) == 1
    assert "Reply to a picture" in await says(chat, ann, "/edit")


async def test_cancel_stops_all_that_waits_in_this_chat(chat: Chat) -> None:
    ann = chat.person()
    assert await says(chat, ann, "/cancel") == "There is nothing to cancel."
    chat.gateway.hold()
    for _ in range(2):
        chat.telegram.send_photo(ann, PHOTO, "sepia")
    await chat.gateway.until_asked(2)
    assert await says(chat, ann, "/cancel") == "Cancelled 2 edits. Nothing was charged."


async def test_an_unknown_command_gets_a_hint_in_private(chat: Chat) -> None:
    assert "don’t know that command" in await says(chat, chat.person(), "/frobnicate")


@pytest.mark.parametrize("command", [each.name for each in COMMANDS if each.scope is Scope.ADMINS])
async def test_for_others_an_admins_command_does_not_exist(chat: Chat, command: str) -> None:
    ann = chat.person()
    assert await says(chat, ann, f"/{command} 1 1") == await says(chat, ann, "/frobnicate")


async def test_an_admin_grants_by_id_by_name_and_by_reply(chat: Chat) -> None:
    root, ann = chat.person("Root", number=ADMIN), chat.person()
    await says(chat, ann, "/start")
    assert f"({ann.id}) has 15 credits" in await says(chat, root, f"/grant {ann.id} 5 for the cat")
    assert "20 credits" in await says(chat, root, "/grant @ANN 5")
    (forwarded,) = chat.telegram.forward(root, chat.telegram.send_text(ann, "a fox"))
    asked = chat.telegram.send_text(root, "/grant 5 nice", reply_to=forwarded)
    assert "24 credits" in (await chat.answer(asked, lambda each: "credits" in each.text)).text


async def test_an_admins_commands_work_in_private_only(chat: Chat) -> None:
    root, ann = chat.person("Root", number=ADMIN), chat.person()
    group = chat.telegram.add_group("Club", [root, ann])
    said = chat.telegram.send_text(ann, "/quota@darkroom_bot", chat=group)
    await chat.answer(said)
    chat.telegram.send_text(root, "/grant@darkroom_bot 5 nice", chat=group, reply_to=said)
    await chat.answer(chat.telegram.send_text(ann, "/help@darkroom_bot", chat=group))
    assert len(chat.telegram.answers(group)) == 2


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("", "/grant USER CREDITS"),
        ("@ann", "/grant USER CREDITS"),
        ("@nobody 5", "I have not met @nobody yet"),
        ("@ann five", "“five” is not a number"),
        ("@ann 0", "“0” is not a number"),
        ("@ann " + "9" * 4000, "is not a number"),
        ("99999999999999999999 5", "I have not met"),
    ],
)
async def test_an_admins_slip_is_one_sentence(chat: Chat, words: str, answer: str) -> None:
    root = chat.person("Root", number=ADMIN)
    await says(chat, chat.person(), "/start")
    assert answer in await says(chat, root, f"/grant {words}")


async def test_an_admin_sets_and_lifts_a_limit(chat: Chat) -> None:
    root, ann = chat.person("Root", number=ADMIN), chat.person()
    await says(chat, ann, "/start")
    assert "now has 3 free credits per period" in await says(chat, root, "/limit @ann 3")
    assert "3 of 3" in await says(chat, ann, "/quota")
    assert "10 free credits" in await says(chat, root, f"/limit {ann.id} default")
    assert "/limit USER" in await says(chat, root, "/limit @ann")


async def test_each_menu_is_published_in_each_language(chat: Chat) -> None:
    ann, root = chat.person(), chat.person("Root", number=ADMIN)
    li = chat.person("Li", "zh")
    for each in (ann, root, li):
        await says(chat, each, "/start")
    await publish(chat.desk)
    world = chat.telegram.world

    def menu(user: User) -> dict[str, str]:
        return {
            each["command"]: each["description"]
            for each in world.commands_for(world.private_chat(user), user)
        }

    everyones = [each.name for each in COMMANDS if each.scope is Scope.EVERYONE and each.offered(chat.desk)]
    assert list(menu(ann)) == everyones
    assert "give" not in everyones, "here everybody pays for themselves"
    assert menu(li)["help"] == "看看我能做什么"
    assert "grant" in menu(root)
    group = chat.telegram.add_group("Club", [ann, li, root], administrators=[ann])
    of_members = [each["command"] for each in world.commands_for(group, root)]
    assert "edit" in of_members
    assert not {"model", "settings", "start", "grant"} & set(of_members)
    assert {"edit", "model", "settings"} <= {each["command"] for each in world.commands_for(group, ann)}
    assert world.profile.descriptions["zh"].startswith("发一张照片")
    assert world.profile.short_descriptions[""].startswith("Send a photo")
    already = len(chat.telegram.calls_of("setMyDescription"))
    await publish(chat.desk)
    assert len(chat.telegram.calls_of("setMyDescription")) == already, "only where it differs"


async def test_an_admin_finds_their_menu_once_they_wrote_to_the_bot(chat: Chat) -> None:
    await publish(chat.desk)
    root = chat.person("Root", number=ADMIN)
    await says(chat, root, "/start")
    world = chat.telegram.world
    await chat.telegram.wait_for(
        lambda: "grant" in {each["command"] for each in world.commands_for(world.private_chat(root), root)}
    )


async def test_a_menu_that_is_refused_does_not_stop_the_start(chat: Chat) -> None:
    chat.telegram.fail_next("setMyCommands", 400, "Bad Request: chat not found", times=100)
    await publish(chat.desk)


async def test_an_answer_that_makes_no_sense_does_not_stop_the_start(chat: Chat) -> None:
    nonsense = '{"ok": true, "result": true}'
    chat.telegram.fail_next("getMyDescription", 200, body=nonsense, times=100)
    await publish(chat.desk)
    assert chat.telegram.calls_of("getMyDescription")


def test_commands_have_different_names_that_telegram_takes() -> None:
    names = [each.name for each in COMMANDS]
    assert len(set(names)) == len(names)
    assert all(name.islower() and len(name) <= BotCommandLimit.MAX_COMMAND for name in names)


def test_telegrams_two_letters_lead_to_one_language_each() -> None:
    menus = menu_languages(Texts(FakeClock()))
    assert menus.items() >= {None: "en", "en": "en", "zh": "zh-hans", "pt": "pt-br", "ar": "ar"}.items()


async def test_models_tells_an_admin_what_is_configured_and_what_no_gateway_has(chat: Chat) -> None:
    root = chat.person("Root", number=ADMIN)
    chat.gateway.offered = {"main": frozenset({"banana"}), "spare": frozenset()}
    assert await says(chat, root, "/models") == (
        "Models with price in credits, dialect and gateways:\n"
        "Banana (banana) · 1 · chat · main, spare\n"
        "Editor (editor) · 4 · chat · main, spare · ⚠ no gateway offers it"
    )
    chat.gateway.offered["spare"] = GatewayFault(FaultKind.TIMEOUT)
    told = await says(chat, root, "/models")
    assert "⚠" not in told, "the one that is silent may have it"
    assert told.endswith("\nThese did not say what they offer: spare")


async def test_gateways_tells_an_admin_how_they_are_and_no_key(chat: Chat) -> None:
    root = chat.person("Root", number=ADMIN)
    chat.gateway.offered = {"main": frozenset({"banana"}), "spare": GatewayFault(FaultKind.AUTH)}
    chat.gateway.healths = (
        GatewayHealth(
            "main", 3, 1, rests=(("editor", 90.0),), fault=FaultKind.UPSTREAM, fault_ago=120.0, seconds=41.6
        ),
        GatewayHealth("spare"),
    )
    assert await says(chat, root, "/gateways") == (
        "main: 1 model\n"
        "A picture takes 42 seconds (median of the last ones).\n"
        "Last fault: upstream, 11:58 UTC.\n"
        "editor rests until 12:01 UTC: others are asked first.\n"
        "Keys put aside: 1 of 3.\n"
        "\n"
        "spare: ⚠ does not say what it offers (auth)"
    )


@pytest.mark.parametrize("command", ["/models", "/gateways"])
async def test_who_is_no_admin_does_not_find_models_and_gateways(chat: Chat, command: str) -> None:
    assert await says(chat, chat.person(), command) == "I don’t know that command. /help lists what I can do."


async def handled(chat: Chat, updates: int) -> None:
    """Wait until the bot is done with so many."""
    async with asyncio.timeout(60):
        while len(await chat.database.read(_done)) < updates:  # noqa: ASYNC110  rows tell nobody
            await asyncio.sleep(0.01)


async def _done(conn: Connection) -> list[Row]:
    return await conn.all("SELECT 1 FROM inbox WHERE state = 'done'")


async def test_who_is_shut_out_is_told_so_once_an_hour_until_it_ends(chat: Chat) -> None:
    root, ann = chat.person("Root", number=ADMIN), chat.person()
    await says(chat, ann, "/start")
    assert f"Ann ({ann.id}) is shut out until Nov 22, 14:00 UTC" in await says(
        chat, root, "/ban @ann 26h spam"
    )
    assert "until Nov 22, 14:00 UTC" in await says(chat, ann, "/quota")
    before = len(chat.telegram.answers(ann))
    chat.telegram.send_photo(ann, PHOTO, "sepia")
    chat.telegram.send_text(ann, "hello?")
    await handled(chat, 5)
    assert len(chat.telegram.answers(ann)) == before
    chat.clock.move(3600)
    assert "cannot use me" in await says(chat, ann, "please")
    chat.clock.move(25 * 3600)
    assert "You can spend" in await says(chat, ann, "/quota")
    (forwarded,) = chat.telegram.forward(root, chat.telegram.send_text(ann, "buy my coins"))
    asked = chat.telegram.send_text(root, "/ban spam all day", reply_to=forwarded)
    assert "for good" in (await chat.answer(asked, lambda each: "shut out" in each.text)).text
    assert "可以重新使用我了" not in await says(chat, root, f"/unban {ann.id}")
    assert "is not shut out" in await says(chat, root, "/unban @ann")
    assert "That is an admin" in await says(chat, root, "/ban @root")

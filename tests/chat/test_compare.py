"""/compare and /again, as people meet them."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.errors import FaultKind, GatewayFault
from bot.domain.model import Catalogue, Model
from bot.domain.ports import Outcome, Request, Watch
from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.people import User
from tests.chat.conftest import PHOTO, Chat, a_chat

MODELS = tuple(
    Model(name.lower(), name, price, "chat", max_pictures=most)
    for name, price, most in (
        ("Ash", 1, 2),
        ("Birch", 2, 1),
        ("Cedar", 3, 2),
        ("Dogwood", 2, 2),
        ("Elm", 1, 2),
    )
)
SAID = GatewayFault(FaultKind.CONTENT_POLICY)


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    words_only = Model("words", "Words", 1, "chat", max_pictures=0)
    async with a_chat(tmp_path, catalogue=Catalogue((*MODELS, words_only), "cedar")) as playing:
        yield playing


@pytest.fixture
def ann(chat: Chat) -> User:
    return chat.person(number=101)


def labels(message: Message) -> list[str]:
    return [button["text"] for button in message.buttons]


async def asked(chat: Chat, ann: User, caption: str = "/compare sepia") -> Message:
    return await chat.answer(chat.telegram.send_photo(ann, PHOTO, caption), lambda each: bool(each.buttons))


async def started(chat: Chat, user: User, question: Message) -> Message:
    """Pressed, and what came of it."""
    await press(chat, user, question, "Compare")
    request = question.reply_to
    assert request
    return await chat.telegram.wait_for_answer(
        request, lambda each: each.message_id > question.message_id and "•" in (each.text or "")
    )


async def press(chat: Chat, user: User, message: Message, label: str) -> str:
    return await chat.toast(user, message, next(each for each in labels(message) if each.startswith(label)))


def pictures(chat: Chat, user: User) -> list[str]:
    return [each.text for each in chat.telegram.answers(user) if each.file_id]


async def left(chat: Chat) -> int:
    return (await chat.desk.account.statement(101)).left


async def test_the_own_model_and_those_after_it_are_chosen_and_only_able_ones_shown(
    chat: Chat, ann: User
) -> None:
    question = await asked(chat, ann)
    assert labels(question) == [
        "✓ Cedar · 3", "✓ Dogwood · 2", "✓ Elm · 1", "Ash · 1", "Birch · 2", "Compare · 6 credits"
    ]  # fmt: skip
    await press(chat, ann, question, "✓ Dogwood")
    await press(chat, ann, question, "✓ Cedar")
    await chat.telegram.wait_for(lambda: labels(question)[-1] == "Birch · 2")
    assert not [each for each in labels(question) if each.startswith("Compare")], "one model is no comparison"
    await press(chat, ann, question, "Ash")
    await chat.telegram.wait_for(lambda: labels(question)[-1] == "Compare · 2 credits")


async def test_an_album_is_compared_on_those_that_take_all_of_it(chat: Chat, ann: User) -> None:
    album = chat.telegram.send_album(ann, [PHOTO, PHOTO], "/compare sepia")
    while len(await chat.database.read(lambda conn: conn.all("SELECT 1 FROM album_updates"))) < 2:  # noqa: ASYNC110  rows tell nobody
        await asyncio.sleep(0.01)
    chat.clock.move(2)
    question = await chat.answer(album[0], lambda each: bool(each.buttons))
    assert "Birch · 2" not in labels(question)
    await started(chat, ann, question)
    assert {len(request.pictures) for request in chat.gateway.requests} == {2}


async def test_four_are_the_most_and_the_sum_is_refused_before_anything_is_held(
    chat: Chat, ann: User
) -> None:
    question = await asked(chat, ann)
    await chat.desk.admin.limit(by=900, person=101, credits=6, once="limit")
    await press(chat, ann, question, "Birch")
    await chat.telegram.wait_for(lambda: labels(question)[-1] == "Compare · 8 credits")
    assert "No more than 4" in await press(chat, ann, question, "Ash")
    assert "6 credits left, and this costs 8" in await press(chat, ann, question, "Compare")
    assert await chat.edits() == []
    await press(chat, ann, question, "✓ Birch")
    await chat.telegram.wait_for(lambda: labels(question)[-1] == "Compare · 6 credits")
    await started(chat, ann, question)
    assert await left(chat) == 0


async def test_a_press_at_a_price_of_before_starts_nothing(chat: Chat, ann: User) -> None:
    question = await asked(chat, ann)
    assert question.markup
    button = question.markup["inline_keyboard"][-1][0]
    button["callback_data"] = button["callback_data"].replace(":6", ":5")
    assert "changed" in await press(chat, ann, question, "Compare")
    assert await chat.edits() == []


@pytest.mark.parametrize("text", ["/compare", "/compare sepia"])
async def test_without_a_picture_or_words_the_use_is_told(chat: Chat, ann: User, text: str) -> None:
    answer = await chat.answer(chat.telegram.send_text(ann, text))
    assert "Reply to a picture with /compare" in answer.text


async def test_the_picture_that_the_bot_just_asked_about_can_be_compared(chat: Chat, ann: User) -> None:
    await chat.answer(chat.telegram.send_photo(ann, PHOTO))
    question = await chat.answer(chat.telegram.send_text(ann, "/compare sepia"))
    await started(chat, ann, question)
    assert [request.prompt for request in chat.gateway.requests] == ["sepia"] * 3


async def test_a_result_of_a_comparison_can_be_gone_on_from(chat: Chat, ann: User) -> None:
    await started(chat, ann, await asked(chat, ann))
    second = [each for each in chat.telegram.answers(ann) if each.file_id][1]
    await chat.result(chat.telegram.send_text(ann, "with snow", reply_to=second))
    rows = await chat.database.read(
        lambda conn: conn.all(
            "SELECT before.model FROM edits JOIN edits before ON before.id = edits.parent "
            "WHERE edits.prompt = 'with snow'"
        )
    )
    assert [row["model"] for row in rows] == ["dogwood"]


async def test_a_reply_to_the_words_below_has_new_words_for_the_same_picture(chat: Chat, ann: User) -> None:
    words = await started(chat, ann, await asked(chat, ann))
    await chat.settled()
    await chat.result(chat.telegram.send_text(ann, "with snow", reply_to=words))
    request = chat.gateway.requests[-1]
    assert (request.prompt, len(request.pictures)) == ("with snow", 1)


async def test_where_one_succeeds_there_is_one_picture_and_the_others_are_named(
    chat: Chat, ann: User
) -> None:
    paint = chat.gateway.answer

    def only_elm(request: Request) -> Outcome | Exception:
        if request.model.id == "dogwood":
            return GatewayFault(FaultKind.TIMEOUT)
        return paint(request) if request.model.id == "elm" else SAID

    chat.gateway.answer = only_elm
    words = await started(chat, ann, await asked(chat, ann))
    assert pictures(chat, ann) == ["Elm"]
    assert words.text.splitlines()[1:] == [
        "• Cedar: declined because of its content rules, not charged",
        "• Dogwood: took too long, not charged",
        "• Elm · 1 credit",
    ]
    assert labels(words) == ["✓ keep Elm"]
    assert await press(chat, ann, words, "✓ keep Elm") == "Elm it is."
    assert await left(chat) == 9


@pytest.mark.parametrize(
    ("second", "said"),
    [(SAID, "The model declined"), (GatewayFault(FaultKind.TIMEOUT), "None of these models made a picture")],
)
async def test_where_none_succeeds_it_is_said_once(
    chat: Chat, ann: User, second: GatewayFault, said: str
) -> None:
    chat.gateway.answer = lambda request: second if request.model.id == "elm" else SAID
    question = await asked(chat, ann)
    await press(chat, ann, question, "Compare")
    await chat.settled()
    await chat.telegram.wait_for(lambda: question.deleted)
    told = [each for each in chat.telegram.answers(ann) if not each.silent]
    assert len(told) == 1
    assert told[0].text.startswith(said)
    assert await left(chat) == 10


async def test_cancel_ends_all_that_is_left_and_costs_nothing(chat: Chat, ann: User) -> None:
    develop = chat.gateway.develop

    async def only_elm(request: Request, watch: Watch) -> Outcome:
        if request.model.id != "elm":
            await asyncio.Event().wait()
        return await develop(request, watch)

    chat.gateway.develop = only_elm  # type: ignore[method-assign]
    question = await asked(chat, ann)
    await press(chat, ann, question, "Compare")
    assert question.reply_to
    status = await chat.telegram.wait_for_answer(
        question.reply_to, lambda each: each.text == "Comparing… 1 of 3 done"
    )
    await press(chat, ann, status, "✖")
    await chat.settled()
    await chat.telegram.wait_for(lambda: question.deleted and status.deleted)
    assert {state for *_, state in await chat.edits()} == {"cancelled"}
    assert chat.telegram.answers(ann) == []
    assert await left(chat) == 10


async def test_pictures_that_are_no_photos_come_as_an_album_of_files(chat: Chat, ann: User) -> None:
    chat.paint(PHOTO, size=(9_000, 2_000))
    await started(chat, ann, await asked(chat, ann))
    files = [each for each in chat.telegram.answers(ann) if each.content.document]
    assert [each.text for each in files] == ["Cedar", "Dogwood", "Elm"]


async def test_again_does_the_last_one_once_more_or_its_pictures_with_other_words(
    chat: Chat, ann: User
) -> None:
    await chat.answer(chat.telegram.send_text(ann, "/start"))
    await chat.desk.account.choose_model(ann.id, "ash")
    answer = await chat.answer(chat.telegram.send_text(ann, "/again"))
    assert "nothing here yet" in answer.text
    await chat.result(chat.telegram.send_photo(ann, PHOTO, "sepia"))
    for words in ("/again", "/again with snow", "/again --file"):
        request = chat.telegram.send_text(ann, words)
        assert (await chat.result(request)).reply_to is request
    assert [each.prompt for each in chat.gateway.requests] == ["sepia", "sepia", "with snow", "with snow"]
    assert [each.options.as_file for each in chat.gateway.requests] == [False, False, False, True]
    assert all(each.pictures for each in chat.gateway.requests)
    bob = chat.person("Bob")
    assert "nothing here yet" in (await chat.answer(chat.telegram.send_text(bob, "/again"))).text


async def test_the_sum_is_that_of_what_the_words_ask_for(tmp_path: Path) -> None:
    fine = Model("fine", "Fine", 1, "chat", sizes=("1K", "4K"), prices={"4K": 5})
    async with a_chat(tmp_path, catalogue=Catalogue((fine, *MODELS), "fine")) as chat:
        ann = chat.person(number=101)
        question = await asked(chat, ann, "/compare --size 4K sepia")
        assert labels(question)[0] == "✓ Fine · 1–5"
        assert labels(question)[-1] == "Compare · 8 credits"
        await press(chat, ann, question, "✓ Birch")
        await chat.telegram.wait_for(lambda: labels(question)[-1] == "Compare · 6 credits")
        await started(chat, ann, question)
        assert await left(chat) == 4

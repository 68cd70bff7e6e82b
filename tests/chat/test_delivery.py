"""The result: which form it takes, what stands below it, and what is said where there is none."""

import pytest

from bot.chat.captions import caption
from bot.chat.utf16 import part, units
from bot.domain.edit import Wishes
from bot.domain.errors import FaultKind, GatewayFault
from bot.domain.people import Person, Preferences
from bot.domain.picture import Kind
from bot.domain.ports import Outcome, Request
from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.pictures import blank_png
from tests.chat.conftest import PHOTO, RESULT, Chat

UNDER_A_RESULT = ["🔁 Again", "🎛 Other model", "📄 Original file", "↩ Undo"]


async def ask(chat: Chat, words: str = "sepia") -> Message:
    return chat.telegram.send_photo(chat.person(), PHOTO, words)


@pytest.mark.parametrize(
    ("head", "prompt", "quoted"),
    [
        ("Banana", "sepia", "sepia"),
        ("Banana", "", None),
        ("🍌 Banana · 12 s", "👋" * 600, "👋" * 503 + "…"),
        ("Banana", "x" * 1017, "x" * 1017),
        ("Banana", "x" * 1018, "x" * 1016 + "…"),
        ("x" * 1022, "sepia", None),
        ("x" * 2000, "sepia", None),
    ],
)
def test_a_caption_fits_and_its_quote_covers_the_prompt(head: str, prompt: str, quoted: str | None) -> None:
    made = caption(head, prompt)
    assert units(made.text) <= 1024
    assert [part(made.text, each.offset, each.length) for each in made.entities] == (
        [quoted] if quoted else []
    )


async def test_the_caption_tells_model_time_and_credits_with_the_prompt_folded_away(chat: Chat) -> None:
    painted = chat.gateway.answer

    def slow(request: Request) -> object:
        chat.clock.move(12.4)
        return painted(request)

    chat.gateway.answer = slow  # type: ignore[assignment]
    result = await chat.result(await ask(chat, "a <b>hat</b> 🎩\nand a *tie*"))
    assert result.text == "Banana · 12 s · 9 credits left\na <b>hat</b> 🎩\nand a *tie*"
    (quote,) = result.content.entities
    assert (quote["type"], quote["offset"]) == ("expandable_blockquote", 31)


@pytest.mark.parametrize(
    ("wanted", "text", "below_an_album"),
    [
        (Preferences(caption=False), "", "What next?"),
        (Preferences(quote=False), "Banana · 9 credits left", "Banana · 8 credits left"),
        (Preferences(wishes=Wishes(as_file=True), caption=True), "Banana · 9 credits left\nsepia", None),
    ],
)
async def test_the_caption_can_be_switched_off(
    chat: Chat, wanted: Preferences, text: str, below_an_album: str | None
) -> None:
    ann = chat.person()
    await chat.desk.account.meet(Person(ann.id, "Ann"))
    await chat.desk.account.prefer(ann.id, wanted)
    result = await chat.result(chat.telegram.send_photo(ann, PHOTO, "sepia"))
    assert result.text == text
    if below_an_album:
        chat.paint(RESULT, RESULT)
        await chat.result(chat.telegram.send_photo(ann, PHOTO, "sepia"))
        await chat.settled()
        assert chat.telegram.answers(ann)[-1].text == below_an_album


async def test_in_a_group_what_somebody_has_left_is_their_own_business(chat: Chat) -> None:
    ann = chat.person()
    group = chat.telegram.add_group("Club", [ann])
    result = await chat.result(chat.telegram.send_photo(ann, PHOTO, "/edit sepia", chat=group))
    assert result.text == "Banana\nsepia"


async def test_several_results_are_an_album_with_buttons_below(chat: Chat) -> None:
    chat.paint(RESULT, blank_png(32, 32))
    request = await ask(chat)
    first = await chat.result(request)
    await chat.settled()
    album = chat.telegram.calls_of("sendMediaGroup")
    assert len(album[0].result) == 2
    assert first.reply_to == request
    (below,) = [each for each in chat.telegram.answers(request.chat) if each.buttons]
    assert (below.text, below.silent) == ("Banana · 9 credits left\nsepia", True)
    assert [each["text"] for each in below.buttons] == UNDER_A_RESULT


@pytest.mark.parametrize(("pictures", "albums"), [(11, [9, 2]), (12, [10, 2])])
async def test_more_than_ten_results_are_several_albums(chat: Chat, pictures: int, albums: list[int]) -> None:
    chat.paint(*[blank_png(32, 30 + number) for number in range(pictures)])
    await chat.result(await ask(chat))
    await chat.settled()
    assert [len(each.result) for each in chat.telegram.calls_of("sendMediaGroup")] == albums


@pytest.mark.parametrize("size", [(7000, 5400), (100, 2100)])
async def test_what_is_too_long_for_a_photo_comes_as_a_file(chat: Chat, size: tuple[int, int]) -> None:
    chat.paint(RESULT, size=size)
    result = await chat.result(await ask(chat))
    assert result.content.document
    assert chat.telegram.calls_of("sendPhoto") == []


async def test_a_file_of_30_mb_is_sent_from_the_disk(chat: Chat) -> None:
    big = RESULT + b"\0" * 30_000_000
    chat.paint(big)
    result = await chat.result(await ask(chat))
    assert chat.telegram.file_bytes(result.file_id or "") == big


async def test_an_avif_result_comes_as_a_file(chat: Chat) -> None:
    chat.paint(b"....ftypavif", kind=Kind.AVIF)
    result = await chat.result(await ask(chat))
    assert result.content.document
    assert result.content.document["file_name"] == "darkroom.avif"
    assert chat.telegram.calls_of("sendDocument")[0].params["disable_content_type_detection"] is True


@pytest.mark.parametrize(
    "refusal",
    ["PHOTO_INVALID_DIMENSIONS", "IMAGE_PROCESS_FAILED", "not enough rights to send photos to the chat"],
)
async def test_what_telegram_does_not_take_as_a_photo_is_sent_as_a_file(chat: Chat, refusal: str) -> None:
    chat.telegram.fail_next("sendPhoto", 400, f"Bad Request: {refusal}")
    result = await chat.result(await ask(chat))
    assert result.content.document
    assert chat.telegram.file_bytes(result.file_id or "") == RESULT


async def test_without_any_right_to_send_files_a_sentence_remains(chat: Chat) -> None:
    for method in ("sendPhoto", "sendDocument"):
        chat.telegram.fail_next(method, 400, "Bad Request: not enough rights to send media")
    sorry = await chat.answer(await ask(chat))
    assert sorry.text.startswith("Your picture was made, but Telegram did not take it")


async def test_a_models_words_without_a_picture_are_shown(chat: Chat) -> None:
    words = "I cannot do that, <b>Dave</b>. " + "👋" * 3000
    chat.gateway.answer = lambda _: GatewayFault(FaultKind.NO_IMAGE, text=words)
    sorry = await chat.answer(await ask(chat))
    assert "without a picture; nothing was charged" in sorry.text
    assert "The model said:\nI cannot do that, <b>Dave</b>. 👋" in sorry.text
    assert sorry.text.endswith("👋…")
    assert [each["text"] for each in sorry.buttons] == ["🔁 Try again", "🎛 Other model"]


async def test_a_result_that_left_the_spool_is_an_error_in_words(chat: Chat) -> None:
    painted = chat.gateway.answer

    def vanish(request: object) -> Outcome:
        outcome = painted(request)  # type: ignore[arg-type]
        assert isinstance(outcome, Outcome)
        (chat.folder / outcome.pictures[0].key).unlink()
        return outcome

    chat.gateway.answer = vanish
    assert "nothing was charged" in (await chat.answer(await ask(chat))).text

"""What people send, and what comes of it: real handlers against the sandbox's Telegram."""

import pytest
from PIL import Image
from telegram import Update

from bot.sandbox.telegram.messages import Content
from tests.chat.conftest import PHOTO, RESULT, Chat
from tests.imaging.files import animated


async def test_a_photo_with_a_caption_comes_back_edited_as_a_reply(chat: Chat) -> None:
    ann = chat.person()
    request = chat.telegram.send_photo(ann, PHOTO, "make it black & white <b>_*[")
    result = await chat.result(request)
    assert chat.telegram.file_bytes(result.file_id or "") == RESULT
    assert result.reply_to == request
    assert result.text == "Banana · 9 credits left\nmake it black & white <b>_*["
    assert [each["type"] for each in result.content.entities] == ["expandable_blockquote"]
    buttons = ["🔁 Again", "🎛 Other model", "📄 Original file", "↩ Undo"]
    assert [each["text"] for each in result.buttons] == buttons
    await chat.settled()
    assert chat.gateway.requests[0].prompt == "make it black & white <b>_*["
    assert chat.telegram.messages(ann) == [request, result], "the status message went"


async def test_the_largest_size_of_a_photo_is_taken(chat: Chat) -> None:
    request = chat.telegram.send_photo(chat.person(), PHOTO, "sepia")
    await chat.result(request)
    picture = chat.gateway.requests[0].pictures[0].picture
    assert (picture.width, picture.height) == (320, 200)


async def test_an_image_file_comes_back_as_a_file_with_the_models_bytes(chat: Chat) -> None:
    request = chat.telegram.send_document(
        chat.person(), ("IMG.HEIC.png", PHOTO, "application/octet-stream"), "sepia"
    )
    result = await chat.result(request)
    assert result.content.document
    assert result.content.document["file_name"] == "darkroom.png"
    assert chat.telegram.file_bytes(result.file_id or "") == RESULT


async def test_words_alone_become_a_picture(chat: Chat) -> None:
    request = chat.telegram.send_text(chat.person(), "a fox in the snow")
    await chat.result(request)
    assert chat.gateway.requests[0].pictures == ()


async def test_a_photo_without_a_word_is_asked_about_and_the_next_words_complete_it(chat: Chat) -> None:
    ann = chat.person()
    photo = chat.telegram.send_photo(ann, PHOTO)
    question = await chat.answer(photo)
    assert question.text.startswith("What shall I do with this picture?")
    assert question.reply_to == photo
    words = chat.telegram.send_text(ann, "sepia")
    result = await chat.result(words)
    assert result.reply_to == words
    assert len(chat.gateway.requests[0].pictures) == 1
    again = chat.telegram.send_text(ann, "a fox")
    await chat.result(again)
    assert chat.gateway.requests[1].pictures == (), "the question was answered once"


async def test_a_question_that_nobody_answered_is_forgotten(chat: Chat) -> None:
    ann = chat.person()
    await chat.answer(chat.telegram.send_photo(ann, PHOTO))
    chat.clock.move(61 * 60)
    await chat.result(chat.telegram.send_text(ann, "a fox"))
    assert chat.gateway.requests[0].pictures == ()


async def test_words_in_reply_to_a_result_go_on_from_it(chat: Chat) -> None:
    ann = chat.person()
    result = await chat.result(chat.telegram.send_photo(ann, PHOTO, "sepia"))
    await chat.result(chat.telegram.send_text(ann, "now brighter", reply_to=result))
    assert chat.gateway.requests[1].pictures[0].picture.width == 64


async def test_a_forwarded_picture_is_asked_about_whatever_stands_under_it(chat: Chat) -> None:
    ann = chat.person()
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Somebody"}
    photo = chat.telegram.world.files.add_photo(PHOTO)
    forwarded = Content("buy now!", photo=photo, other={"forward_origin": origin})
    question = await chat.answer(chat.telegram.send_content(ann, forwarded))
    assert question.text.startswith("What shall I do")
    assert chat.gateway.requests == []


async def test_a_file_beyond_20_mb_is_refused_in_one_sentence(chat: Chat) -> None:
    ann = chat.person()
    document = {"file_id": "big", "file_unique_id": "u", "file_size": 20_000_001, "mime_type": "image/png"}
    request = chat.telegram.send_content(ann, Content("sepia", document=document))
    refusal = await chat.answer(request)
    assert "larger than 20 MB" in refusal.text
    assert await chat.edits() == []


async def test_what_is_no_picture_is_refused_in_one_sentence(chat: Chat) -> None:
    ann = chat.person()
    voice = {"file_id": "v", "file_unique_id": "u", "duration": 3}
    video = {**voice, "width": 640, "height": 480}
    for other in ({"voice": voice}, {"video": video}, {"animation": video}):
        refusal = await chat.answer(chat.telegram.send_content(ann, Content(other=other)))
        assert "only edit pictures" in refusal.text
    pdf = chat.telegram.send_document(ann, ("a.pdf", b"%PDF", "application/pdf"), "sepia")
    assert "only edit pictures" in (await chat.answer(pdf)).text
    assert await chat.edits() == []


async def test_a_static_sticker_is_a_picture_and_an_animated_one_is_none(chat: Chat) -> None:
    ann = chat.person()
    stored = chat.telegram.world.files.add_photo(PHOTO)[-1]
    sticker = {
        "file_id": stored["file_id"], "file_unique_id": "u", "type": "regular", "width": 320, "height": 200,
        "is_animated": False, "is_video": False,
    }  # fmt: skip
    question = await chat.answer(chat.telegram.send_content(ann, Content(other={"sticker": sticker})))
    assert question.text.startswith("What shall I do")
    animated = Content(other={"sticker": {**sticker, "is_animated": True}})
    assert "only edit pictures" in (await chat.answer(chat.telegram.send_content(ann, animated))).text


@pytest.mark.parametrize(
    ("language", "mime", "said"),
    [("en", "image/gif", "I edit the first frame"), ("zh-hans", "application/octet-stream", "只修改第一帧")],
)
async def test_of_a_gif_the_first_frame_is_edited_and_that_is_said(
    chat: Chat, language: str, mime: str, said: str
) -> None:
    ann = chat.person(language=language)
    request = chat.telegram.send_document(ann, ("moving.gif", animated("GIF", 3), mime), "sepia")
    await chat.telegram.wait_for(lambda: [each for each in chat.telegram.answers(ann) if said in each.text])
    result = await chat.result(request)
    assert result.content.document, "a file is answered with a file"
    picture = chat.gateway.requests[0].pictures[0]
    with Image.open(chat.folder / picture.key) as sent:
        colour = sent.convert("RGB").getpixel((5, 5))
    assert isinstance(colour, tuple)
    assert colour[0] < 20, "of the three, the first has no red"


async def test_a_caption_of_1024_emoji_is_a_prompt_like_any_other(chat: Chat) -> None:
    await chat.result(chat.telegram.send_photo(chat.person(), PHOTO, "👋" * 512))
    assert chat.gateway.requests[0].prompt == "👋" * 512


async def test_white_space_is_no_prompt(chat: Chat) -> None:
    ann = chat.person()
    assert "What shall I do" in (await chat.answer(chat.telegram.send_photo(ann, PHOTO, " \n "))).text


async def test_an_edited_caption_starts_nothing(chat: Chat) -> None:
    ann = chat.person()
    request = chat.telegram.send_photo(ann, PHOTO, "sepia")
    await chat.result(request)
    chat.telegram.edit_message(request, "red")
    edited = Update.de_json({"update_id": 1, "edited_message": request.to_json()}, chat.bot)
    await chat.application.process_update(edited)
    await chat.result(chat.telegram.send_text(ann, "a fox"))
    assert [each.prompt for each in chat.gateway.requests] == ["sepia", "a fox"]


async def test_each_person_reads_their_own_language(chat: Chat) -> None:
    li = chat.person("Li", "zh-hans")
    result = await chat.result(chat.telegram.send_photo(li, PHOTO, "黑白"))
    assert result.text == "Banana · 还剩 9 点\n黑白"


async def test_used_up_credits_are_one_sentence_with_the_time_of_renewal(chat: Chat) -> None:
    ann = chat.person()
    await chat.desk.admin.limit(by=ADMIN_ID, person=ann.id, credits=0, once="limit:1")
    refusal = await chat.answer(chat.telegram.send_photo(ann, PHOTO, "sepia"))
    assert refusal.text == (
        "You have 0 credits left, and this costs 1; new free credits come in 12 hours (00:00 UTC)."
    )
    assert chat.gateway.requests == []


ADMIN_ID = 900


async def test_a_group_hears_the_bot_only_when_it_calls_it(chat: Chat) -> None:
    ann, bob = chat.person(), chat.person("Bob")
    chat.telegram.world.privacy_mode = False
    group = chat.telegram.add_group("Club", [ann, bob])
    photo = chat.telegram.send_photo(bob, PHOTO, "look at this", chat=group)
    chat.telegram.send_text(ann, "make it red", chat=group, reply_to=photo)
    chat.telegram.send_text(ann, "/start@other_bot", chat=group)
    chat.telegram.send_text(ann, "/unknown", chat=group)
    called = chat.telegram.send_text(ann, "@darkroom_bot make it red", chat=group, reply_to=photo)
    result = await chat.result(called)
    assert result.reply_to == called
    await chat.settled()
    assert chat.telegram.answers(group) == [result]
    assert chat.gateway.requests[0].prompt == "make it red"
    assert len(chat.gateway.requests[0].pictures) == 1


async def test_edit_in_a_caption_and_a_reply_to_a_result_work_in_a_group(chat: Chat) -> None:
    ann, bob = chat.person(), chat.person("Bob")
    group = chat.telegram.add_group("Club", [ann, bob])
    result = await chat.result(chat.telegram.send_photo(ann, PHOTO, "/edit make it red", chat=group))
    follow = chat.telegram.send_text(bob, "brighter", chat=group, reply_to=result)
    assert (await chat.result(follow)).reply_to == follow
    chat.telegram.send_text(bob, "thanks!", chat=group, reply_to=await chat.answer(follow))
    assert [each.prompt for each in chat.gateway.requests][:2] == ["make it red", "brighter"]


async def test_talk_under_what_the_bot_said_is_left_alone(chat: Chat) -> None:
    ann = chat.person()
    group = chat.telegram.add_group("Club", [ann])
    said = await chat.answer(chat.telegram.send_text(ann, "/help@darkroom_bot", chat=group))
    chat.telegram.send_text(ann, "thanks!", chat=group, reply_to=said)
    await chat.result(chat.telegram.send_text(ann, "@darkroom_bot a fox", chat=group, reply_to=said))
    assert [each.prompt for each in chat.gateway.requests] == ["a fox"]


async def test_a_thread_of_replies_is_no_topic(chat: Chat) -> None:
    ann, bob = chat.person(), chat.person("Bob")
    group = chat.telegram.add_group("Club", [ann, bob])
    photo = chat.telegram.send_photo(bob, PHOTO, chat=group)
    await chat.result(chat.telegram.send_text(ann, "@darkroom_bot sepia", chat=group, reply_to=photo))
    sent = [each.params for each in chat.telegram.calls if each.method.startswith("send")]
    assert all("message_thread_id" not in params for params in sent)


async def test_whoever_writes_as_a_channel_is_nobody(chat: Chat) -> None:
    ann = chat.person()
    group = chat.telegram.add_group("Club", [ann])
    channel = {"id": -1009, "type": "channel", "title": "News"}
    as_channel = Content("@darkroom_bot a fox", other={"sender_chat": channel})
    chat.telegram.send_content(ann, as_channel, chat=group)
    await chat.result(chat.telegram.send_text(ann, "an owl"))
    assert [each.prompt for each in chat.gateway.requests] == ["an owl"]


async def test_a_topic_keeps_its_results(chat: Chat) -> None:
    ann = chat.person()
    forum = chat.telegram.add_group("Forum", [ann], is_forum=True)
    topic = chat.telegram.add_topic(forum, "Art", by=ann)
    request = chat.telegram.send_photo(ann, PHOTO, "@darkroom_bot sepia", chat=forum, topic=topic)
    result = await chat.result(request)
    assert (result.message_thread_id, result.is_topic_message) == (topic, True)


async def test_an_anonymous_administrator_is_nobody(chat: Chat) -> None:
    ann = chat.person()
    group = chat.telegram.add_group("Club", [ann], administrators=[ann], anonymous=[ann])
    asked = chat.telegram.send_photo(ann, PHOTO, "@darkroom_bot sepia", chat=group, anonymous=True)
    assert (await chat.answer(asked)).text.startswith("I cannot see who you are")
    assert await chat.edits() == []


async def test_somebody_who_was_shut_out_is_told_so(chat: Chat) -> None:
    ann = chat.person()
    await chat.answer(chat.telegram.send_text(ann, "/start"))
    await chat.database.write(ban, ann.id)
    assert "You cannot use me" in (await chat.answer(chat.telegram.send_photo(ann, PHOTO, "sepia"))).text


async def ban(conn: object, person: int) -> None:
    await conn.run("UPDATE people SET banned = 1 WHERE id = ?", person)  # type: ignore[attr-defined]

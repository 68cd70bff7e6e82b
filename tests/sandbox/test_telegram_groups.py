"""Groups, topics, forwards, rights and migration, as the sandbox's Telegram has them."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.sandbox.telegram import TelegramServer
from bot.sandbox.telegram.pictures import blank_png
from tests.sandbox.telegram_kit import TOKEN, Client

PICTURE = blank_png(40, 30)


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    async with TelegramServer(TOKEN) as telegram, httpx.AsyncClient() as http:
        client = Client(telegram, http)
        await client.updates()
        yield client
        assert telegram.violations == []


async def test_an_album_comes_picture_by_picture_with_its_caption_anywhere(client: Client) -> None:
    telegram, ann = client.telegram, client.ann
    telegram.send_album(ann, [PICTURE] * 3, "sepia", caption_at=1)
    files = [telegram.document((f"{name}.png", PICTURE, "image/png")) for name in "ab"]
    album = telegram.begin_album(ann, files)
    album.deliver(1)
    telegram.send_text(ann, "in between")
    told = await client.messages()
    assert [each.get("caption") for each in told[:3]] == [None, "sepia", None]
    assert len({each["media_group_id"] for each in told[:3]}) == 1
    assert [each.get("text") or each["document"]["file_name"] for each in told[3:]] == ["a.png", "in between"]
    album.deliver()
    [last] = await client.messages()
    assert last["media_group_id"] == told[3]["media_group_id"] != told[0]["media_group_id"]
    assert len(telegram.messages(ann)) == 7, "all of it is in the chat from the start"


async def test_privacy_mode_lets_through_what_is_meant_for_the_bot_alone(client: Client) -> None:
    telegram, ann = client.telegram, client.ann
    group = telegram.add_group("Club", [ann])
    [sent] = [await client.say(chat_id=group.id)]
    ours = telegram.answers(group)[0]
    telegram.send_text(ann, "hello all", chat=group)
    telegram.send_text(ann, "/edit sepia", chat=group)
    telegram.send_text(ann, "and @Darkroom_Bot?", chat=group)
    mention = telegram.text_mention("hey Darkroom", "Darkroom")
    telegram.send_text(ann, "hey Darkroom", chat=group, entities=[mention])
    telegram.send_album(ann, [PICTURE] * 2, "@darkroom_bot both", caption_at=1, chat=group)
    telegram.send_album(ann, [PICTURE] * 2, "these", chat=group, reply_to=ours)
    said = [each.get("text") or each.get("caption") for each in await client.messages()]
    assert sent[0] == 200
    assert said == [
        "/edit sepia",
        "and @Darkroom_Bot?",
        "hey Darkroom",
        "@darkroom_bot both",
        "these",
        None,
    ]


async def test_a_message_in_a_topic_answers_the_message_that_opened_it(client: Client) -> None:
    telegram, ann = client.telegram, client.ann
    forum = telegram.add_group("Forum", [ann], is_forum=True)
    topic = telegram.add_topic(forum, "Art", by=ann)
    talk = telegram.add_topic(telegram.world.private_chat(ann), "Holidays", by=ann)
    telegram.send_text(ann, "/edit", chat=forum, topic=topic)
    telegram.send_text(ann, "in private", topic=talk)
    opened, _, asked, private = await client.messages()
    assert (opened["message_id"], opened["forum_topic_created"]["name"]) == (topic, "Art")
    assert (asked["message_thread_id"], asked["is_topic_message"]) == (topic, True)
    assert "forum_topic_created" in asked["reply_to_message"]
    assert (private["message_thread_id"], private["is_topic_message"]) == (talk, True)
    assert "reply_to_message" not in private
    assert (await client("getMe"))[1]["has_topics_enabled"] is True
    assert (await client.say(message_thread_id=talk))[1]["is_topic_message"] is True
    telegram.delete_topic(forum, topic)
    lost = await client.say(chat_id=forum.id, message_thread_id=topic)
    assert lost == (400, "Bad Request: message thread not found")


async def test_forwards_channels_and_anonymous_people_say_where_they_come_from(client: Client) -> None:
    telegram, ann = client.telegram, client.ann
    group = telegram.add_group(
        "Club", [ann], administrators=[ann], anonymous=[ann], bot_status="administrator"
    )
    news = telegram.add_channel("News", discussion=group)
    telegram.publish(news, telegram.photo(PICTURE, "look"))
    pictures = telegram.send_album(ann, [PICTURE] * 2, "mine")
    telegram.forward(ann, *pictures)
    telegram.forward(ann, pictures[0], hidden=True)
    telegram.send_text(ann, "as the channel", chat=group, as_channel=news)
    telegram.send_text(ann, "as the group", chat=group, anonymous=True)
    post, _, _, one, two, hidden, channel, anonymous = await client.messages()
    assert (post["from"]["id"], post["sender_chat"]["id"]) == (777000, news.id)
    assert post["is_automatic_forward"] is True
    assert post["forward_origin"]["chat"]["title"] == "News"
    assert one["media_group_id"] == two["media_group_id"] != pictures[0].media_group_id
    assert one["forward_origin"]["sender_user"]["id"] == ann.id
    assert hidden["forward_origin"]["sender_user_name"] == "Ann"
    assert (channel["from"]["id"], channel["sender_chat"]["id"]) == (136817688, news.id)
    assert (anonymous["from"]["id"], anonymous["sender_chat"]["id"]) == (1087968824, group.id)
    assert (await client("getChat", chat_id=group.id))[1]["linked_chat_id"] == news.id


async def test_a_group_that_was_upgraded_answers_with_its_new_id(client: Client) -> None:
    telegram, ann = client.telegram, client.ann
    old = telegram.add_group("Club", [ann], administrators=[ann], kind="group")
    await client.updates()
    new = telegram.migrate(old, by=ann)
    joined, left, came = await client.updates()
    assert joined["my_chat_member"]["chat"]["id"] == new.id
    assert left["message"]["migrate_to_chat_id"] == new.id
    assert came["message"]["migrate_from_chat_id"] == left["message"]["chat"]["id"] == old.id
    for method, params in (
        ("sendMessage", {"text": "x"}),
        ("editMessageText", {"text": "x", "message_id": 1}),
        ("getChatMember", {"user_id": ann.id}),
        ("sendChatAction", {"action": "typing"}),
    ):
        url = f"{telegram.base_url}{TOKEN}/{method}"
        answer = (await client.http.post(url, json={"chat_id": old.id, **params})).json()
        assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
        assert answer["parameters"] == {"migrate_to_chat_id": new.id}
    assert (await client("getChatMember", chat_id=new.id, user_id=ann.id))[1]["status"] == "creator"


async def test_what_the_bot_may_not_send_is_refused_until_it_may_again(client: Client) -> None:
    telegram, ann = client.telegram, client.ann
    group = telegram.add_group("Club", [ann], administrators=[ann])
    photo = telegram.send_photo(ann, PICTURE).file_id
    document = telegram.send_document(ann, ("a.png", PICTURE, "image/png")).file_id

    async def tries() -> list[Any]:
        calls = (
            ("sendMessage", {"text": "x"}),
            ("sendPhoto", {"photo": photo}),
            ("sendDocument", {"document": document}),
        )
        answers = [await client(method, chat_id=group.id, **params) for method, params in calls]
        return [words.removeprefix("Bad Request: ") if status == 400 else status for status, words in answers]

    await client.updates()
    telegram.restrict(group, telegram.bot, ann, can_send_photos=False)
    assert await tries() == [200, "not enough rights to send photos to the chat", 200]
    [change] = await client.updates()
    member = change["my_chat_member"]["new_chat_member"]
    assert (member["status"], member["can_send_photos"], member["can_send_messages"]) == (
        "restricted",
        False,
        True,
    )
    telegram.restrict(group, telegram.bot, ann)
    telegram.set_permissions(group, can_send_documents=False, can_send_messages=False)
    no_text, photo_sent, no_document = await tries()
    assert no_text == "not enough rights to send text messages to the chat"
    assert (photo_sent, no_document) == (200, "not enough rights to send documents to the chat")
    telegram.restrict(
        group, telegram.bot, ann, can_send_messages=False, can_send_photos=False, can_send_documents=False
    )
    assert await tries() == ["have no rights to send a message"] * 3
    telegram.set_bot_status(group, "administrator", by=ann)
    assert await tries() == [200] * 3


async def test_who_comes_goes_and_rises_shows_in_members_and_updates(client: Client) -> None:
    telegram, ann = client.telegram, client.ann
    bo = telegram.add_user("Bo")
    group = telegram.add_group("Club", [ann, bo], administrators=[ann])
    telegram.set_bot_status(group, "kicked", by=ann)
    telegram.send_text(ann, "/edit", chat=group)
    gone = (403, "Forbidden: bot was kicked from the supergroup chat")
    assert await client.say(chat_id=group.id) == gone
    assert await client("getChatMember", chat_id=group.id, user_id=bo.id) == gone
    telegram.set_bot_status(group, "administrator", by=ann)
    telegram.set_status(group, bo, "administrator", by=ann)
    seen = await client.updates()
    assert [next(key for key in each if key != "update_id") for each in seen] == [
        "my_chat_member",
        "my_chat_member",
        "my_chat_member",
        "message",
        "chat_member",
    ]
    assert seen[3]["message"]["new_chat_members"][0]["id"] == telegram.bot.id
    assert seen[4]["chat_member"]["new_chat_member"]["status"] == "administrator"
    _, administrators = await client("getChatAdministrators", chat_id=group.id)
    assert {each["user"]["first_name"] for each in administrators} == {"Ann", "Bo", "Darkroom"}
    telegram.set_status(group, bo, "member", by=ann)
    assert (await client("getChatMember", chat_id=group.id, user_id=bo.id))[1]["status"] == "member"

"""sendMessage, sendPhoto, sendDocument, sendMediaGroup, sendChatAction, copyMessage."""

from dataclasses import replace

from bot.sandbox.telegram.messages import Content
from bot.sandbox.telegram.methods.common import (
    TEXT_LIMIT,
    post,
    read_caption,
    read_document,
    read_photo,
    read_text,
    refuse_unknown_parts,
    result,
)
from bot.sandbox.telegram.refusals import Json, bad_request, broken_contract
from bot.sandbox.telegram.stage import Stage

ALBUM = range(2, 11)
_ACTIONS = """
typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker
find_location record_video_note upload_video_note
"""
ACTIONS = frozenset(_ACTIONS.split())


def send_message(stage: Stage, params: Json) -> Json:
    """Text of 1 to 4096 units."""
    text, entities = read_text(params, "text", "entities", TEXT_LIMIT, "message is too long")
    if not text:
        raise bad_request("message text is empty")
    [message] = post(stage, params, [Content(text, entities)])
    return message.to_json()


def send_photo(stage: Stage, params: Json) -> Json:
    """An image of at most 10 MB, or the id of one."""
    stage.world.writable_chat(params["chat_id"])
    caption, entities = read_caption(params)
    photo = read_photo(stage.world.files, params["photo"])
    [message] = post(stage, params, [Content(caption, entities, photo=photo)])
    return message.to_json()


def send_document(stage: Stage, params: Json) -> Json:
    """A file of at most 50 MB, or the id of one."""
    stage.world.writable_chat(params["chat_id"])
    caption, entities = read_caption(params)
    document = read_document(stage.world.files, params["document"])
    [message] = post(stage, params, [Content(caption, entities, document=document)])
    return message.to_json()


def read_media(stage: Stage, media: Json) -> Content:
    """The content that an InputMediaPhoto or InputMediaDocument stands for."""
    caption, entities = read_caption(media)
    if media["type"] == "photo":
        return Content(caption, entities, photo=read_photo(stage.world.files, media["media"]))
    if media["type"] == "document":
        return Content(caption, entities, document=read_document(stage.world.files, media["media"]))
    raise broken_contract(f'media of type "{media["type"]}" is not simulated')


def send_media_group(stage: Stage, params: Json) -> list[Json]:
    """An album of 2 to 10 photos or documents."""
    media = params["media"]
    if not media:
        raise bad_request("there are no messages to send")
    if len(media) >= ALBUM.stop:
        raise bad_request("too many messages to send as an album")
    if len(media) < ALBUM.start:
        raise broken_contract("an album has 2 to 10 items")
    if len({each["type"] for each in media}) > 1 and any(each["type"] == "document" for each in media):
        raise bad_request("document can't be mixed with other media types")
    stage.world.writable_chat(params["chat_id"])
    return result(post(stage, params, [read_media(stage, each) for each in media]))


def send_chat_action(stage: Stage, params: Json) -> bool:
    """What the bot is doing; only its event tells of it."""
    refuse_unknown_parts(params)
    if params["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = stage.world.writable_chat(params["chat_id"])
    thread_id = params.get("message_thread_id")
    stage.journal.emit("action", chat.id, action=params["action"], message_thread_id=thread_id)
    return True


def copy_message(stage: Stage, params: Json) -> Json:
    """The message again, without its author; another caption, where one is given."""
    source = stage.world.find_chat(params["from_chat_id"])
    message = stage.world.message(source.id, params["message_id"])
    if message is None:
        raise bad_request("message to copy not found")
    if message.protected or message.content.is_service or "invoice" in message.content.other:
        raise bad_request("message can't be copied")
    content = replace(message.content)
    if "caption" in params and content.is_media:
        content.text, content.entities = read_caption(params)
    [copy] = post(stage, params, [content])
    return {"message_id": copy.message_id}


METHODS = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendMediaGroup": send_media_group,
    "sendChatAction": send_chat_action,
    "copyMessage": copy_message,
}

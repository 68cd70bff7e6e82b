"""editMessage..., deleteMessage(s)."""

from dataclasses import replace

from bot.sandbox.telegram.messages import Content, Message
from bot.sandbox.telegram.methods.common import (
    TEXT_LIMIT,
    check_markup,
    read_caption,
    read_text,
    refuse_unknown_parts,
)
from bot.sandbox.telegram.methods.sending import read_media
from bot.sandbox.telegram.refusals import Json, bad_request
from bot.sandbox.telegram.stage import Stage

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
DELETE_AT_ONCE = 100
DELETABLE = 48 * 3600
"""Seconds, but for an administrator: https://core.telegram.org/bots/api#deletemessage."""


def _own_message(stage: Stage, params: Json) -> Message:
    refuse_unknown_parts(params)
    if "chat_id" not in params:
        raise bad_request("chat_id is empty")
    if "message_id" not in params:
        raise bad_request("message identifier is not specified")
    chat = stage.world.writable_chat(params["chat_id"])
    message = stage.world.message(chat.id, params["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender is not stage.world.bot:
        raise bad_request("message can't be edited")
    return message


def _change(stage: Stage, message: Message, content: Content, params: Json) -> Json:
    """Applies an edit; a call without a keyboard takes the keyboard away."""
    markup = check_markup(params.get("reply_markup"))
    if content == message.content and markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    stage.count(message.chat.id)
    message.content, message.markup = content, markup
    message.edit_date = stage.world.seconds()
    stage.show("edit", message)
    return message.to_json()


def edit_text(stage: Stage, params: Json) -> Json:
    """A new text for a text message."""
    message = _own_message(stage, params)
    text, entities = read_text(params, "text", "entities", TEXT_LIMIT, "message is too long")
    if not text:
        raise bad_request("message text is empty")
    if message.content.is_media:
        raise bad_request("there is no text in the message to edit")
    return _change(stage, message, Content(text, entities), params)


def edit_caption(stage: Stage, params: Json) -> Json:
    """A new caption for a photo or document."""
    message = _own_message(stage, params)
    caption, entities = read_caption(params)
    if not message.content.is_media:
        raise bad_request("there is no caption in the message to edit")
    return _change(stage, message, replace(message.content, text=caption, entities=entities), params)


def edit_media(stage: Stage, params: Json) -> Json:
    """Also turns a text into a photo, as the Bot API allows since 7.x."""
    message = _own_message(stage, params)
    content = read_media(stage, params["media"])
    if message.media_group_id and bool(content.document) != bool(message.content.document):
        raise bad_request("message can't be edited: photos and documents can't be mixed in an album")
    return _change(stage, message, content, params)


def edit_markup(stage: Stage, params: Json) -> Json:
    """Other buttons, the same content."""
    message = _own_message(stage, params)
    return _change(stage, message, message.content, params)


def delete_message(stage: Stage, params: Json) -> bool:
    """Any message in private; in groups the own ones, or any as an administrator."""
    chat = stage.world.writable_chat(params["chat_id"])
    message = stage.world.message(chat.id, params["message_id"])
    if message is None:
        raise bad_request("message to delete not found")
    if not _may_delete(stage, message):
        raise bad_request("message can't be deleted")
    stage.delete(chat.id, [message.message_id])
    return True


def delete_messages(stage: Stage, params: Json) -> bool:
    """Skips what is not there or not ours to delete."""
    if not params["message_ids"]:
        raise bad_request("message identifiers are not specified")
    if len(params["message_ids"]) > DELETE_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    chat = stage.world.writable_chat(params["chat_id"])
    found = [stage.world.message(chat.id, message_id) for message_id in params["message_ids"]]
    stage.delete(chat.id, [each.message_id for each in found if each and _may_delete(stage, each)])
    return True


def _may_delete(stage: Stage, message: Message) -> bool:
    chat, bot = message.chat, stage.world.bot
    if stage.now() - message.date > DELETABLE and not chat.is_administrator(bot.id):
        return False
    return chat.is_private or message.sender is bot or chat.is_administrator(bot.id)


METHODS = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageMedia": edit_media,
    "editMessageReplyMarkup": edit_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}

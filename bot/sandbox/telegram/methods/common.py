"""What several methods share: texts, keyboards, media, and where a message goes."""

from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.telegram.check import Upload
from bot.sandbox.telegram.entities import check_entities, parse_html, trim, utf16_length, with_found
from bot.sandbox.telegram.files import DOCUMENT_LIMIT, FileStore
from bot.sandbox.telegram.markdown import parse_markdown
from bot.sandbox.telegram.messages import Content, Message
from bot.sandbox.telegram.people import SENDING, Chat
from bot.sandbox.telegram.refusals import ApiError, Json, bad_request, broken_contract
from bot.sandbox.telegram.stage import Stage

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
CALLBACK_DATA_LIMIT = 64  # bytes
# Parts of the Bot API that no chat of this server knows.
NOT_SIMULATED = (
    "business_connection_id",
    "direct_messages_topic_id",
    "ephemeral_message_parameters",
    "inline_message_id",
    "receiver_user_id",
    "rich_message",
    "suggested_post_parameters",
)
_ACTIONS = (
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
)


def refuse_unknown_parts(params: Json) -> None:
    """Says so, instead of ignoring it, where a call uses what is not simulated."""
    for name in NOT_SIMULATED:
        if name in params:
            raise broken_contract(f'parameter "{name}" is not simulated')


def read_text(params: Json, name: str, entities: str, limit: int, too_long: str) -> tuple[str, list[Json]]:
    """Text or caption and its entities, parsed, trimmed, and with what Telegram finds by itself.

    Raises:
        ApiError: unparsable entities, or longer than `limit` UTF-16 units after parsing.
    """
    text, given = str(params.get(name, "")), list(params.get(entities, ()))
    mode = str(params.get("parse_mode", "")).lower()
    if mode == "html":
        text, given = parse_html(text)
    elif mode == "markdownv2":
        text, given = parse_markdown(text)
    elif mode == "markdown":
        raise broken_contract("parse_mode Markdown (the legacy one) is not simulated")
    elif mode:
        raise bad_request("unsupported parse_mode")
    check_entities(text, given)
    text, given = trim(text, given)
    if utf16_length(text) > limit:
        raise bad_request(too_long)
    return text, with_found(text, given)


def read_caption(params: Json) -> tuple[str, list[Json]]:
    """A caption and its entities; at most 1024 units."""
    return read_text(params, "caption", "caption_entities", CAPTION_LIMIT, "message caption is too long")


def check_markup(markup: Json | None) -> Json | None:
    """An inline keyboard's buttons: exactly one action each, callback data of 1 to 64 bytes.

    An empty keyboard counts as none, as at Telegram.
    """
    if markup is None or "inline_keyboard" not in markup:
        return markup
    rows = [row for row in markup["inline_keyboard"] if row]
    for row in rows:
        for button in row:
            _check_button(button)
    return {"inline_keyboard": rows} if rows else None


def _check_button(button: Json) -> None:
    actions = [name for name in _ACTIONS if name in button]
    if not str(button["text"]).strip():
        raise bad_request("can't parse inline keyboard button: Button text must be non-empty")
    if not actions or button.get("callback_data") == "":
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise broken_contract("can't parse inline keyboard button: exactly one action field must be used")
    if len(str(button.get("callback_data", "")).encode()) > CALLBACK_DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and urlsplit(url).scheme not in ("http", "https", "tg", ""):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")


def read_photo(files: FileStore, value: Upload | str) -> list[Json]:
    """A new photo, or one that is there by its id."""
    if isinstance(value, Upload):
        return files.add_photo(value.data)
    if photo := files.photo(value):
        return photo
    raise _wrong_file(files, value, "Photo")


def read_document(files: FileStore, value: Upload | str) -> Json:
    """A new document, or one that is there by its id."""
    if isinstance(value, Upload):
        if len(value.data) > DOCUMENT_LIMIT:
            raise ApiError(413, "Request Entity Too Large")
        return files.add_document(value.data, value.name, value.mime_type)
    if document := files.document(value):
        return document
    raise _wrong_file(files, value, "Document")


def _wrong_file(files: FileStore, value: str, wanted: str) -> ApiError:
    if "://" in value:
        return broken_contract("sending by URL is not simulated: nothing here fetches URLs")
    if stored := files.get(value):
        return bad_request(f"can't use file of type {stored.kind.capitalize()} as {wanted}")
    return bad_request("wrong remote file identifier specified: Wrong string length")


def _reply_target(stage: Stage, chat: Chat, params: Json) -> Message | None:
    reply = dict(params.get("reply_parameters", {}))
    lenient = reply.get("allow_sending_without_reply", params.get("allow_sending_without_reply", False))
    message_id = reply.get("message_id", params.get("reply_to_message_id"))
    if message_id is None:
        return None
    if reply.get("chat_id") not in (None, chat.id):
        raise broken_contract("replies to messages of other chats are not simulated")
    target = stage.world.message(chat.id, message_id)
    if target is None and not lenient:
        raise bad_request("message to be replied not found")
    return target


def post(stage: Stage, params: Json, contents: list[Content]) -> list[Message]:
    """Sends one message, or an album: checks chat, limits, topic, reply and keyboard, then shows it."""
    refuse_unknown_parts(params)
    chat = stage.world.writable_chat(params["chat_id"])
    markup = check_markup(params.get("reply_markup"))
    reply_to = _reply_target(stage, chat, params)
    thread_id, is_topic = thread_of(stage, chat, params.get("message_thread_id"), reply_to)
    _check_rights(stage, chat, contents)
    if "message_effect_id" in params and not chat.is_private:
        raise bad_request("message effects are available only in private chats")
    stage.count(chat.id, len(contents))
    group_id = stage.world.unique("album") if len(contents) > 1 else None
    sent = []
    for content in contents:
        message = stage.world.add_message(chat, stage.world.bot, content)
        message.markup = markup
        message.reply_to = reply_to
        message.message_thread_id, message.is_topic_message = thread_id, is_topic
        message.topic_root = stage.world.topic_root(message)
        message.media_group_id = group_id
        message.silent = params.get("disable_notification", False)
        message.protected = params.get("protect_content", False)
        message.spoiler = params.get("has_spoiler", False)
        message.effect_id = params.get("message_effect_id")
        stage.show("message", message)
        sent.append(message)
    stage.end_drafts(chat, thread_id)
    return sent


def _check_rights(stage: Stage, chat: Chat, contents: list[Content]) -> None:
    """In td's words: can_send_message_content."""
    if not any(chat.may(stage.world.bot.id, each) for each in SENDING):
        raise bad_request("have no rights to send a message")
    for content in contents:
        kind = "photos" if content.photo else "documents" if content.document else "messages"
        if not chat.may(stage.world.bot.id, f"can_send_{kind}"):
            things = "text messages" if kind == "messages" else kind
            raise bad_request(f"not enough rights to send {things} to the chat")


def thread_of(
    stage: Stage, chat: Chat, thread_id: int | None, reply_to: Message | None
) -> tuple[int | None, bool]:
    """(message_thread_id, is_topic_message) of a new message."""
    if thread_id is None:
        return (reply_to.thread_of_replies, reply_to.is_topic_message) if reply_to else (None, False)
    if thread_id in chat.topics:
        return thread_id, True
    if chat.type == "supergroup" and not chat.is_forum and stage.world.message(chat.id, thread_id):
        return thread_id, False
    raise bad_request("message thread not found")


def result(messages: list[Message]) -> list[Any]:
    """The messages of an album, as the call returns them."""
    return [message.to_json() for message in messages]

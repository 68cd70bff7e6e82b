"""sendMessageDraft: a text that grows while it is written."""

from bot.sandbox.telegram.methods.common import TEXT_LIMIT, read_text, thread_of
from bot.sandbox.telegram.refusals import Json, bad_request
from bot.sandbox.telegram.stage import Stage
from bot.sandbox.telegram.world import Draft

LIFE = 30.0
"""Seconds that a draft is shown, unless it is sent again."""


def send_message_draft(stage: Stage, params: Json) -> bool:
    """In private only; an empty text stands for "Thinking ...". The same id again changes the draft."""
    chat = stage.world.writable_chat(params["chat_id"])
    if not chat.is_private:
        raise bad_request("TEXTDRAFT_PEER_INVALID")
    if params["draft_id"] == 0:
        raise bad_request("draft_id must be non-zero")
    text, entities = read_text(params, "text", "entities", TEXT_LIMIT, "message is too long")
    thread_id, _ = thread_of(stage, chat, params.get("message_thread_id"), None)
    stops = (params.get("can_stop", False), params.get("keep_on_stop", False))
    draft = Draft(chat, params["draft_id"], text, entities, thread_id, *stops, stage.now() + LIFE)
    stage.world.keep_draft(draft)
    stage.show_draft(draft)
    return True


METHODS = {"sendMessageDraft": send_message_draft}

"""A strict Telegram Bot API server on a loopback port, with one bot and any number of people.

Every call is checked against the Bot API 10.3 (botapi-10.3.json, see NOTICE) and refused in Telegram's words;
what a correct client never does, or what is not simulated, also goes into `violations`.

    async with TelegramServer("100200300:token") as telegram:
        bot = Bot(token, base_url=telegram.base_url, base_file_url=telegram.base_file_url)
        ann = telegram.add_user("Ann", language_code="en")
        request = telegram.send_photo(ann, jpeg, "sepia")
        answer = await telegram.wait_for_answer(request, lambda message: message.file_id is not None)
        assert telegram.file_bytes(answer.file_id) == expected and answer.reply_to is request
        telegram.press(ann, answer, "Again")
        assert telegram.violations == []

In Python (all on the server's event loop; acts return once their update is queued):

* `TelegramServer(token, *, port=0, now=time.time, privacy_mode=True, flood_limits=None, older=frozenset())`;
  `.url`, `.base_url`, `.base_file_url`. `flood_limits=FloodLimits()` switches 429s on; methods named in
  `.older` are not known yet (404).
* People: `add_user(first_name, **UserFields) -> User`, `block(user)`, `unblock(user)`;
  `add_group(title, members, **GroupFields) -> Chat`, `add_topic(chat, name, by) -> thread id` (in private
  chats too), `delete_topic(chat, topic)`, `add_channel(title, discussion_group) -> Chat`;
  `set_bot_status(chat, status, by)`, `set_status(chat, user, status, by)`,
  `restrict(chat, user_or_bot, by, can_send_photos=False, ...)`, `set_permissions(chat, ...)` for all members;
  `migrate(group, by) -> supergroup`.
* Writing, each with `**Where` (chat, reply_to, topic, anonymous, as_channel, entities):
  `send_text(user, text)`, `send_photo(user, data, caption)`,
  `send_document(user, (name, data, mime_type), caption)`,
  `send_album(user, [data, ...], caption, caption_at=0)`, `send_content(user, Content(...))`,
  `send_contents(user, [...])`, `begin_album(user, [...]) -> Album`, whose pictures reach the bot at
  `album.deliver(count)`; `forward(user, *messages, hidden=False)`. Contents: `photo(data, caption)`,
  `document(file, caption)`. `text_mention(text, words) -> entity`; `publish(channel, content)`.
* Other acts: `edit_message(message, text)`, `delete_message(message)`,
  `press(user, message, text_or_data) -> Press` (`.answers`; `late=True` for a deleted message),
  `expire(press)`, `stop_draft(user)`, `pay(user, message)`, `push(update)` for a raw update.
* Observation: `messages(chat)`, `answers(chat)` (the bot's), `drafts(user)`, `file_bytes(file_id)`, `calls`,
  `calls_of(method)` (method "download" for files), `violations`, `pending`
  (unconfirmed updates),
  `journal.events`, `await wait_for(predicate, timeout)`, `await wait_for_answer(after, predicate, timeout)`.
  A `Message` has text, entities in `content`, buttons, file_id, reply_to, silent, markup, reactions,
  `view()`, `to_json()`.
* Faults: `fail_next(method="*", status=None, description="", **FaultFields)`, `faults.clear()`.

Over HTTP, for the chat page (`sim.routes(telegram)` mounts the same in another aiohttp application of the
loop). Only loopback hosts and origins; faults are `{"error": reason}` with 400. A message is the Bot API's
Message and from_bot, silent, markup, reactions, file_id.

    GET    /sim/state                       bot, users, chats, violations, last_event
    GET    /sim/chat/ID                     chat, messages (current state), drafts, last_event
    GET    /sim/file/FILE_ID                the bytes, with their type
    GET    /sim/events?since=NUMBER         server-sent events; see below
    GET    /sim/calls?method=NAME           calls, violations
    GET    /sim/commands?user=ID&chat=ID    the menu of this person, there or in private
    POST   /sim/users                       first_name, id, username, language_code, is_premium
    POST   /sim/groups                      title, members, administrators, anonymous: user ids;
                                            kind, is_forum, username, bot_status
    POST   /sim/topics                      chat, name, user
    POST   /sim/text                        user, text; WHERE
    POST   /sim/photo  /sim/document        user, caption, one file; WHERE
    POST   /sim/album                       user, caption, caption_at, as_documents, files in order; WHERE
    POST   /sim/edit  /sim/delete           user or chat, message_id, text
    POST   /sim/press                       user, chat, message_id, button (its text or data) -> query_id
    POST   /sim/stop                        user, draft_id (default: the newest draft)
    POST   /sim/pay                         user, chat, message_id of an invoice -> charge_id, query_id
    POST   /sim/block                       user, blocked (default true)
    POST   /sim/update                      a raw update
    POST   /sim/faults, DELETE /sim/faults  method, status, description, retry_after, migrate_to_chat_id,
                                            delay, drop ("before" | "after"), body, times

WHERE is chat (default: in private), reply_to (message id), topic, anonymous. Files come as multipart (any
field names), or as JSON `"files": [{"data": base64, "name", "mime_type"}]`.

Events carry `id:` (the number), `event:` (the kind) and `data:` {number, kind, chat_id, ...}:
message {message}, edit {message}, delete {message_id}, action {action, message_thread_id},
answer {user_id, query_id, text, show_alert, url}, reaction {message_id, reactions}, draft {draft_id, text,
entities, can_stop, until (seconds since 1970), message_thread_id}, commands {scope, user_id, language_code,
commands}.

What is as at Telegram, though one would not think so: with privacy mode on, the bot gets of an album only
the picture whose caption calls it (all of them where the album is a reply to it); in a forum's topic every
message replies to the service message that opened it; anonymous administrators press buttons under their own
name, and getChatAdministrators tells of them only to a bot that is one itself.
"""

from bot.sandbox.telegram.control import Control
from bot.sandbox.telegram.limits import FloodLimits
from bot.sandbox.telegram.messages import Content, Message
from bot.sandbox.telegram.people import Chat, User
from bot.sandbox.telegram.refusals import ApiError
from bot.sandbox.telegram.server import TelegramServer
from bot.sandbox.telegram.world import Press

__all__ = [
    "ApiError",
    "Chat",
    "Content",
    "Control",
    "FloodLimits",
    "Message",
    "Press",
    "TelegramServer",
    "User",
]

"""Photos, files and words that ask for an edit: one message, or the messages of an album."""

from collections.abc import Sequence

from telegram import Message, MessageEntity, MessageOriginUser, Update

from bot.chat.addressed import Call, Line, Span, Way, address
from bot.chat.compare import compare, compare_replied
from bot.chat.context import Context, Desk, is_private, meet
from bot.chat.groups import answer_nobody, in_its_name
from bot.chat.pictures import is_other_kind, source_of
from bot.chat.questions import FOR_WORDS, answer, ask_what, begin, with_pictures
from bot.chat.replies import behind
from bot.chat.utf16 import clean
from bot.domain.edit import Draft, Source
from bot.domain.errors import UnsupportedFile
from bot.domain.question import Asked


async def receive(desk: Desk, updates: Sequence[Update]) -> None:
    """What is no command: an edit, a question, or none of our business. An album is handled as its first."""
    messages = [update.message for update in updates if update.message]
    call = _call(desk, messages)
    if call is None or _is_talk(call, messages):
        return
    context = await meet(desk, updates[0]) or await in_its_name(desk, updates[0])
    if context is None:
        await answer_nobody(desk, updates[0])
        return
    own = [source for message in messages if (source := source_of(message))]
    others = sum(map(is_other_kind, messages))
    if others and not own:
        raise UnsupportedFile
    if call.way is Way.COMPARE and own:
        await compare(context, call.prompt, own)
    elif own and call.prompt:
        await start(context, call.prompt, own)
    elif own:
        await with_pictures(context, own)
    else:
        await _with_words(context, messages[0], call)
    if others:
        await context.reply(context.say("album-left-out", count=others))


async def start(
    context: Context, prompt: str, sources: Sequence[Source], *, parent: str | None = None
) -> None:
    """Ask for the edit; the worker tells all that follows. A file is answered with a file.

    `parent`: the edit whose result it goes on from.

    Raises:
        Refused: it cannot start; nothing was held.
    """
    await begin(context, Draft(context.person.id, context.place, prompt, tuple(sources), parent=parent))


def line_of(message: Message, desk: Desk) -> Line:
    """The text or caption with its entities."""
    replied = message.reply_to_message
    if replied and replied.forum_topic_created:  # what stands first in a topic answers nobody
        replied = None
    return Line(
        text=message.text or message.caption or "",
        spans=tuple(map(_span, message.entities or message.caption_entities)),
        private=is_private(message),
        reply=bool(replied and replied.from_user and replied.from_user.id == desk.me.id),
    )


def _call(desk: Desk, messages: Sequence[Message]) -> Call | None:
    """What all of them ask together: one that is meant for us speaks for the others."""
    lines = [line_of(message, desk) for message in messages]
    calls = [address(line, desk.me) for line in lines]
    found = [call for call in calls if call]
    if not found:
        return None
    plainest = min(found, key=lambda call: call.way.value)
    if not all(map(_own_words, messages)):
        return Call("", plainest.way) if is_private(messages[0]) else None
    said = [call.prompt if call else clean(line.text) for call, line in zip(calls, lines, strict=True)]
    return Call("\n".join(dict.fromkeys(filter(None, said))), plainest.way)


def _is_talk(call: Call, messages: Sequence[Message]) -> bool:
    """In a group, a sticker, a voice message or the like under what the bot said, without a word."""
    pictures = any(message.photo or message.document for message in messages)
    return call.way is Way.REPLY and not call.prompt and not pictures


async def _with_words(context: Context, message: Message, call: Call) -> None:
    if call.way is Way.COMPARE:
        await compare_replied(context, message, call.prompt)
        return
    found = await behind(context, message.reply_to_message)
    if found and found.sources and not call.prompt:
        await ask_what(context, found.sources, found.parent)
        return
    if found:
        await start(context, call.prompt, found.sources, parent=found.parent)
        return
    talk = call.way is Way.REPLY  # under something that the bot said, unless that was a question
    answered = await answer(context, message, call.prompt, *FOR_WORDS, Asked.NAME, Asked.RENAME, to_it=talk)
    if not answered and not talk:
        await start(context, call.prompt, ())


def _own_words(message: Message) -> bool:
    """Whether this person wrote it; what was forwarded or came by an inline bot is no request of theirs."""
    origin, person = message.forward_origin, message.from_user
    if isinstance(origin, MessageOriginUser):
        return person is not None and origin.sender_user.id == person.id
    return origin is None and message.via_bot is None


def _span(entity: MessageEntity) -> Span:
    return Span(entity.type, entity.offset, entity.length, entity.user.id if entity.user else None)

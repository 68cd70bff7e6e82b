"""What the bot asks about pictures, and how an answer goes on: rows, so that a restart forgets none."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

from telegram import InlineKeyboardMarkup, Message

from bot.chat.context import Context
from bot.chat.keyboards import questions as keyboards
from bot.domain.edit import Draft, Source, SourceKind
from bot.domain.errors import Refused, TooManyPictures
from bot.domain.question import Asked, Question

FOR_WORDS = (Asked.WHAT, Asked.TOO_MANY)
"""What words that ask for an edit can answer."""


async def begin(context: Context, draft: Draft) -> None:
    """Start the edit; where the model takes fewer pictures, ask which it shall be.

    Raises:
        Refused: it cannot start; nothing was held.
    """
    try:
        await context.desk.submit.edit(draft, update=context.update)
    except TooManyPictures as error:
        await _ask_fewer(context, draft, error)
        return
    if any(source.kind is SourceKind.GIF for source in draft.sources):
        await context.desk.post.say(draft.place, context.say("gif-first-frame"), silent=True)


async def ask_what(context: Context, sources: Sequence[Source], parent: str | None = None) -> None:
    """Ask what to do with these pictures; a press, or the next words, complete it."""
    draft = Draft(context.person.id, context.place, "", tuple(sources), parent=parent)
    key = "ask-what" if context.place.is_private else "ask-what-group"
    own = await context.desk.presets.of(context.person.id)
    keyboard = keyboards.ready(context.say, context.person.id, [each.name for each in own])
    await ask(context, Question(Asked.WHAT, draft), context.say(key, count=len(sources)), keyboard)


async def ask(
    context: Context, question: Question, text: str, keyboard: InlineKeyboardMarkup | None = None
) -> None:
    """Keep what is needed to go on, and ask: an answer can be as quick as it likes."""
    questions, place = context.desk.questions, question.draft.place
    coming = await questions.put(question, context.update)
    try:
        message = await context.desk.post.say(place, text, keyboard=keyboard)
    except Exception:
        await questions.drop(place.chat, coming)
        raise
    await questions.sent(place.chat, coming, message.message_id)


async def with_pictures(context: Context, sources: Sequence[Source]) -> None:
    """Pictures came without a word: they are for the preset that waits for them, or asked about."""
    chat, person = context.place.chat, context.person.id
    found = await context.desk.questions.waiting(chat, person, context.update, Asked.PICTURE)
    if found is None:
        await ask_what(context, sources)
        return
    message, question = found
    async with answering(context, message):
        await begin(context, replace(question.draft, place=context.place, sources=tuple(sources)))


async def answer(context: Context, message: Message, words: str, *asked: Asked, to_it: bool = False) -> bool:
    """Whether the words answer a question of those: the one that they reply to, or (not `to_it`) the last."""
    desk, chat, person = context.desk, context.place.chat, context.person.id
    replied = message.reply_to_message
    question = await desk.questions.at(chat, replied.message_id, person) if replied else None
    found = (replied.message_id, question) if replied and question and question.asked in asked else None
    if found is None and words and not to_it:
        found = await desk.questions.waiting(chat, person, context.update, *asked)
    if found is None:
        return False
    async with answering(context, found[0]):
        await _go_on(context, found[1], words)
    return True


@asynccontextmanager
async def answering(context: Context, message: int) -> AsyncIterator[None]:
    """The question of that message is answered by what happens within, unless that is refused."""
    questions, chat = context.desk.questions, context.place.chat
    await questions.answered(chat, message, context.update)
    try:
        yield
    except Refused:
        await questions.reopen(chat, message, context.update)
        raise


async def _go_on(context: Context, question: Question, words: str) -> None:
    presets, person = context.desk.presets, context.person.id
    match question.asked:
        case Asked.NAME:
            preset = await presets.save(person, words, question.draft.prompt)
            await context.reply(context.say("preset-saved", name=preset.name))
        case Asked.RENAME:
            preset = await presets.rename(person, question.preset or "", words)
            await context.reply(context.say("preset-renamed", name=preset.name))
        case _:
            await begin(context, replace(question.draft, prompt=words, place=context.place))


async def _ask_fewer(context: Context, draft: Draft, error: TooManyPictures) -> None:
    catalogue = context.desk.account.catalogue
    wider = any(model.max_pictures >= error.given for model in catalogue.models)
    keyboard = keyboards.too_many(context.say, draft.person, error.limit, wider=wider)
    text = context.say("ask-fewer", given=error.given, limit=error.limit, model=error.model)
    await ask(context, Question(Asked.TOO_MANY, draft), text, keyboard)

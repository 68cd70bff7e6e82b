"""A press of one of our buttons. Each is answered within a moment; what costs credits is done once."""

import asyncio

from telegram import CallbackQuery, Message, Update

from bot.chat.context import Context, Desk, meet
from bot.chat.groups import acting_for
from bot.chat.keyboards import stars as keyboards
from bot.chat.keyboards.data import Verb, unpack
from bot.chat.presses import ONCE, PRESSES
from bot.chat.presses.press import Pressed
from bot.domain.errors import NotYours, QuotaUsedUp, Refused
from bot.domain.people import public_name


async def press(desk: Desk, update: Update) -> None:
    """Do what the button says, and answer."""
    query = update.callback_query
    context = await meet(desk, update) if query else None
    if query is None:
        return
    found = unpack(query.data or "")
    if context is None or found is None:
        word = desk.texts.say(desk.texts.choose(query.from_user.language_code), "press-old")
        await desk.post.answer(query, word)
        return
    verb, parts = found
    pressed = Pressed(context, query, parts)
    if verb not in ONCE:
        await _tell(pressed, await _in_a_moment(pressed, verb))
        return
    button = _button(context, query)
    if not await desk.presses.first(button, update.update_id):
        await pressed.answer(context.say("press-twice"))
        return
    outcome = await _in_a_moment(pressed, verb)
    try:
        await _tell(pressed, outcome)
    finally:  # counted from now, for those who pressed again while it was done
        await desk.presses.done(button, well=not isinstance(outcome, Exception))


async def _in_a_moment(pressed: Pressed, verb: Verb) -> str | Exception:
    """What comes of it; where that takes longer, the button stops to spin before."""
    async with asyncio.TaskGroup() as tasks:
        doing = tasks.create_task(_outcome(pressed, verb))
        done, _ = await asyncio.wait({doing}, timeout=pressed.context.desk.moment)
        if not done:
            await pressed.answer()
    return doing.result()


async def _outcome(pressed: Pressed, verb: Verb) -> str | Exception:
    try:
        return await PRESSES[verb](pressed) or ""
    except NotYours as error:
        acting = await acting_for(pressed.context, error.owner)
        if acting is None:
            return error
        pressed.context = acting
        return await _outcome(pressed, verb)
    except (ValueError, TypeError):  # data in the shape of another version, or made up
        return pressed.context.say("press-old")
    except Exception as error:  # noqa: BLE001  a task group would wrap it up
        return error


async def _tell(pressed: Pressed, outcome: str | Exception) -> None:
    """Answer, then change the message.

    Raises:
        Exception: what is not for this person's ears alone.
    """
    try:
        await _answer(pressed, outcome)
    finally:
        await pressed.finish()


async def _answer(pressed: Pressed, outcome: str | Exception) -> None:
    """Say what came of it; what a person has to know and comes too late for the button, in the chat."""
    context = pressed.context
    if isinstance(outcome, str):
        await pressed.answer(outcome)
        return
    if not isinstance(outcome, Refused):
        raise outcome
    more: dict[str, object] = {}
    if isinstance(outcome, NotYours) and _stands_there(pressed.query):
        more["name"] = public_name(await context.desk.account.get(outcome.owner))
    word = context.desk.texts.explain(context.language, outcome, **more)
    if isinstance(outcome, QuotaUsedUp) and context.desk.sales.open:
        private = context.group is None
        await pressed.answer()
        await context.reply(word, keyboards.more(context.say, context.desk.me.name, private=private))
    elif pressed.answered:
        await context.reply(word)
    else:
        await pressed.answer(word, alert=True)


def _stands_there(query: CallbackQuery) -> bool:
    """Whether the message has such a button: made-up data must not tell who somebody is by their number."""
    markup = query.message.reply_markup if isinstance(query.message, Message) else None
    rows = markup.inline_keyboard if markup else ()
    return any(button.callback_data == query.data for row in rows for button in row)


def _button(context: Context, query: CallbackQuery) -> str:
    """Whose press, in which chat, under which message, of which button."""
    message = query.message.message_id if query.message else 0
    return f"{context.person.id}/{context.place.chat}/{message}/{query.data}"

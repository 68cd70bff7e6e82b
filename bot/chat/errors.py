"""The one place where errors become answers."""

from functools import partial
from secrets import token_hex

import structlog
from telegram import InlineKeyboardMarkup, Update
from telegram.error import Forbidden, TelegramError

from bot.chat.context import Desk, author, is_private, place_of
from bot.chat.keyboards.stars import more
from bot.chat.limits import Urgency
from bot.chat.quietly import Quietly
from bot.chat.refusals import CLOSED, describe, refusal
from bot.domain.edit import Place
from bot.domain.errors import DarkroomError, NotAdmitted, QuotaUsedUp, Refused

log = structlog.get_logger()


async def answer_error(desk: Desk, update: object, error: BaseException | None) -> None:
    """Tell the person what happened, and the operator what a person cannot help. Never raises."""
    if not isinstance(update, Update) or error is None:
        log.error("error without an update", exc_info=error)
        return
    if isinstance(error, TelegramError):
        with Quietly("answer to telegram's refusal", update=update.update_id):
            await _refused_by_telegram(desk, update, error)
        return
    if isinstance(error, Refused) and _goes_without_saying(desk, update, error):
        return
    with Quietly("answer to an error", update=update.update_id):
        text = await _sentence(desk, update, error)
        keyboard = await _way_out(desk, update, error)
        place = place_of(update)
        if update.callback_query:
            await desk.post.answer(update.callback_query, text, alert=True)
        elif place:
            await _say(desk, update, place, text, keyboard)


async def _say(
    desk: Desk, update: Update, place: Place, text: str, keyboard: InlineKeyboardMarkup | None
) -> None:
    """Answer; in private where a group lets the bot say nothing."""
    try:
        await desk.post.say(place, text, keyboard=keyboard, urgency=Urgency.ERROR)
    except TelegramError as error:
        user, chat = author(update), update.effective_chat
        if user is None or chat is None or chat.id == user.id or refusal(error) not in CLOSED:
            raise
        where = desk.texts.say(await _language(desk, update), "group-privately", title=chat.title or "")
        told = f"{where}\n\n{text}"
        await desk.post.say(Place(user.id, 0), told, keyboard=keyboard, urgency=Urgency.ERROR)


def _goes_without_saying(desk: Desk, update: Update, error: Refused) -> bool:
    """What the same person read a moment ago; in groups, that one is not let in. Presses are answered."""
    message, user, now = update.message, author(update), desk.clock.now()
    if message is None:
        return False
    if isinstance(error, NotAdmitted) and not is_private(message):
        return True
    key, until = (user.id if user else message.chat_id, error.text_key), error.silent_until(now)
    if (desk.hushed.get(key, now) or 0) > now:
        return True
    if until > now:
        desk.hushed.put(key, until, now)
    return False


async def _refused_by_telegram(desk: Desk, update: Update, error: TelegramError) -> None:
    log.warning("answer not sent", update=update.update_id, why=describe(error))
    user = author(update)
    if isinstance(error, Forbidden) and user and update.message and is_private(update.message):
        await desk.account.mark_reachable(user.id, reachable=False)
    elif update.callback_query:
        await desk.post.answer(update.callback_query)


async def _sentence(desk: Desk, update: Update, error: BaseException) -> str:
    language = await _language(desk, update)
    if isinstance(error, DarkroomError):
        if not isinstance(error, Refused):
            log.error("not handled", update=update.update_id, why=str(error))
        return desk.texts.explain(language, error)
    incident = token_hex(4)
    log.error("handler met the unexpected", update=update.update_id, incident=incident, exc_info=error)
    return desk.texts.say(language, DarkroomError.key, id=incident)


async def _way_out(desk: Desk, update: Update, error: BaseException) -> InlineKeyboardMarkup | None:
    """What can be done about it by a press."""
    message = update.message
    if message is None or not isinstance(error, QuotaUsedUp) or not desk.sales.open:
        return None
    say = partial(desk.texts.say, await _language(desk, update))
    return more(say, desk.me.name, private=is_private(message))


async def _language(desk: Desk, update: Update) -> str:
    """The chosen language, or Telegram's where the database is what failed."""
    user = author(update)
    if user is None:
        chat = update.effective_chat
        group = await desk.groups.get(chat.id) if chat else None
        return desk.texts.choose(group.language if group else None)
    with Quietly("language", update=update.update_id):
        return await desk.people.language(user.id, user.language_code)
    return desk.texts.choose(user.language_code)

"""python-telegram-bot's Application over our handlers."""

from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    PreCheckoutQueryHandler,
    TypeHandler,
    filters,
)

from bot.chat.access import knock
from bot.chat.albums import settle
from bot.chat.buttons import press
from bot.chat.commands import COMMANDS, Ask, Command, Scope
from bot.chat.commands.start import START
from bot.chat.completed import complete_or_receive
from bot.chat.context import Context, Desk, author, is_private, meet
from bot.chat.errors import answer_error
from bot.chat.groups import answer_nobody, as_group, in_its_name
from bot.chat.membership import note_group, note_own_membership
from bot.chat.menus import publish_for_admin
from bot.chat.payments import checkout, gone_back, paid
from bot.chat.stops import stop
from bot.chat.utf16 import clean

App = Application[Any, Any, Any, Any, Any, Any]
Handle = Callable[[Desk, Update], Awaitable[None]]

_OF_GROUPS = (
    filters.StatusUpdate.MIGRATE | filters.StatusUpdate.NEW_CHAT_MEMBERS | filters.StatusUpdate.CHAT_CREATED
)


def build(desk: Desk) -> App:
    """The application with all handlers. Updates come by `process_update`: no updater, no jobs."""
    application = ApplicationBuilder().bot(desk.post.bot).updater(None).job_queue(None).build()
    new = filters.UpdateType.MESSAGE  # an edited message would start a second, paid edit (SAFETY 2)
    # A command that somebody else wrote is not obeyed, be it forwarded by an admin.
    own = new & ~filters.FORWARDED & ~filters.VIA_BOT
    for command in COMMANDS:
        run = partial(_run, command)
        application.add_handler(CommandHandler(command.name, _handler(desk, run), filters=own))
    application.add_handler(MessageHandler(own & filters.COMMAND, _handler(desk, _unknown)))
    application.add_handler(PreCheckoutQueryHandler(_handler(desk, checkout)))
    application.add_handler(MessageHandler(new & filters.SUCCESSFUL_PAYMENT, _handler(desk, paid)))
    application.add_handler(
        MessageHandler(new & filters.StatusUpdate.REFUNDED_PAYMENT, _handler(desk, gone_back))
    )
    application.add_handler(
        MessageHandler(new & ~filters.StatusUpdate.ALL, _handler(desk, complete_or_receive))
    )
    application.add_handler(CallbackQueryHandler(_handler(desk, press)))
    application.add_handler(MessageHandler(new & _OF_GROUPS, _handler(desk, note_group)))
    application.add_handler(
        ChatMemberHandler(_handler(desk, note_own_membership), ChatMemberHandler.MY_CHAT_MEMBER)
    )

    application.add_handler(TypeHandler(Update, _handler(desk, stop)))

    async def on_error(update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
        await answer_error(desk, update, context.error)

    application.add_error_handler(on_error)
    return application


def _handler(desk: Desk, handle: Handle) -> Callable[[Update, Any], Coroutine[Any, Any, None]]:
    async def called(update: Update, _: object) -> None:
        await handle(desk, update)

    return called


async def _run(command: Command, desk: Desk, update: Update) -> None:
    message = update.message
    if message is None:
        return
    if not command.offered(desk):
        await _unknown(desk, update)
        return
    words = _words(message.text or "")
    if command is START and is_private(message):
        await knock(desk, update, words)
    for_admins = command.scope is Scope.ADMINS
    if for_admins and not is_private(message):
        await _send_aside(command, desk, update)
        return
    context = await _context(command, desk, update)
    if context is None:
        return
    is_admin = desk.admin.allows(context.person.id)
    if for_admins and not is_admin:
        await _unknown(desk, update)
        return
    await settle(desk, message)
    await command.run(Ask(context, message, words))
    if command is START and is_admin and is_private(message):
        await publish_for_admin(desk, context.person.id)


async def _send_aside(command: Command, desk: Desk, update: Update) -> None:
    """In groups admins' commands do not exist; of some, an admin is told where they do."""
    user = author(update)
    if not command.apart or user is None or not desk.admin.allows(user.id):
        return
    context = await meet(desk, update)
    if context:
        await context.reply(context.say(f"{command.name}-private"))


async def _context(command: Command, desk: Desk, update: Update) -> Context | None:
    """Who asks; those whom Telegram hides are told what they can do."""
    context = await meet(desk, update)
    if context is None and command.steers:
        context = await as_group(desk, update)
    elif context is None and command.nameless:
        context = await in_its_name(desk, update)
    if context is None:
        await answer_nobody(desk, update)
    return context


async def _unknown(desk: Desk, update: Update) -> None:
    """In a group it may be another bot's."""
    message = update.message
    if message is None or not is_private(message):
        return
    context = await meet(desk, update)
    if context:
        await context.reply(context.say("unknown-command"))


def _words(text: str) -> str:
    """What stands after the command, be it on the next line."""
    _, *rest = clean(text).split(maxsplit=1)
    return rest[0] if rest else ""

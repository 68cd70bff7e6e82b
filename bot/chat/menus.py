"""What Telegram shows of the bot: the commands in each menu, and what it is for."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog
from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot.chat.commands import COMMANDS, Command, Scope
from bot.chat.context import Desk
from bot.chat.quietly import Quietly
from bot.chat.refusals import Refusal, describe, refusal
from bot.texts import FALLBACK, Texts

log = structlog.get_logger()

Menu = tuple[BotCommandScope, Sequence[Command]]
"""Where it is shown, and what is in it."""

_PAUSE = 0.25


async def publish(desk: Desk, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
    """Tell Telegram all of it, language by language; what fails does not stop the start."""
    menus = _menus(desk)
    for number, (code, language) in enumerate(menu_languages(desk.texts).items()):
        if number:  # nobody waits for a menu: those who write at the start come first
            await sleep(_PAUSE)
        menus = [menu for menu in menus if await _publish(desk, menu, code, language)]
        with Quietly("description", language=language):
            await _describe(desk, code, language)


async def publish_for_admin(desk: Desk, admin: int) -> None:
    """An admin's own menu; who never wrote to the bot has none before their /start."""
    for code, language in menu_languages(desk.texts).items():
        if not await _publish(desk, _menu_of(desk, admin), code, language):
            return


def menu_languages(texts: Texts) -> dict[str | None, str]:
    """Telegram's two-letter code -> our language; None is everybody else. The first of two scripts counts."""
    languages: dict[str | None, str] = {None: FALLBACK}
    for tag in texts.languages:
        languages.setdefault(tag.partition("-")[0], tag)
    return languages


def _menus(desk: Desk) -> list[Menu]:
    everyone = [each for each in COMMANDS if each.scope is Scope.EVERYONE and each.offered(desk)]
    in_groups = [each for each in everyone if each.in_groups]
    return [
        (BotCommandScopeAllPrivateChats(), everyone),
        (BotCommandScopeAllGroupChats(), [each for each in in_groups if not each.steers]),
        (BotCommandScopeAllChatAdministrators(), in_groups),
        *(_menu_of(desk, admin) for admin in sorted(desk.admin.all)),
    ]


def _menu_of(desk: Desk, admin: int) -> Menu:
    return BotCommandScopeChat(admin), [each for each in COMMANDS if each.offered(desk)]


async def _publish(desk: Desk, menu: Menu, code: str | None, language: str) -> bool:
    """Whether Telegram took it."""
    scope, commands = menu
    words = [BotCommand(each.name, desk.texts.say(language, each.menu)) for each in commands]
    try:
        await desk.post.bot.set_my_commands(words, scope=scope, language_code=code)
    except TelegramError as error:
        no_chat_yet = isinstance(scope, BotCommandScopeChat) and refusal(error) is Refusal.UNREACHABLE
        say = log.debug if no_chat_yet else log.warning
        say("menu not published", scope=scope.type, language=language, why=describe(error))
        return False
    return True


async def _describe(desk: Desk, code: str | None, language: str) -> None:
    """Say what the bot is for, where Telegram says something else."""
    bot, texts = desk.post.bot, desk.texts
    long, short = (texts.say(language, key) for key in ("bot-description", "bot-short-description"))
    try:
        if (await bot.get_my_description(code)).description != long:
            await bot.set_my_description(long, code)
        if (await bot.get_my_short_description(code)).short_description != short:
            await bot.set_my_short_description(short, code)
    except TelegramError as error:
        log.debug("description not published", language=language, why=describe(error))

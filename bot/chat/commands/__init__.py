"""All commands, in the order of the menu.

A new one: a file here, its line in `COMMANDS`, its words in `texts/`.
"""

from bot.chat.commands.admin import ADMIN
from bot.chat.commands.again import AGAIN
from bot.chat.commands.ban import BAN
from bot.chat.commands.broadcast import BROADCAST
from bot.chat.commands.buy import BUY, PAYSUPPORT, TERMS
from bot.chat.commands.cancel import CANCEL
from bot.chat.commands.command import Ask, Command, Scope
from bot.chat.commands.compare import COMPARE
from bot.chat.commands.console import CONSOLE
from bot.chat.commands.edit import EDIT
from bot.chat.commands.gateways import GATEWAYS
from bot.chat.commands.give import GIVE
from bot.chat.commands.grant import GRANT
from bot.chat.commands.help import HELP
from bot.chat.commands.history import HISTORY
from bot.chat.commands.imagine import IMAGINE
from bot.chat.commands.invite import INVITE, INVITES
from bot.chat.commands.language import LANGUAGE
from bot.chat.commands.limit import LIMIT
from bot.chat.commands.model import MODEL
from bot.chat.commands.models import MODELS
from bot.chat.commands.presets import PRESETS
from bot.chat.commands.privacy import PRIVACY
from bot.chat.commands.quota import QUOTA
from bot.chat.commands.refund import REFUND
from bot.chat.commands.settings import SETTINGS
from bot.chat.commands.start import START
from bot.chat.commands.stats import STATS
from bot.chat.commands.unban import UNBAN
from bot.chat.commands.user import USER

COMMANDS: tuple[Command, ...] = (
    START,
    HELP,
    MODEL,
    SETTINGS,
    QUOTA,
    HISTORY,
    GIVE,
    BUY,
    IMAGINE,
    EDIT,
    AGAIN,
    COMPARE,
    PRESETS,
    CANCEL,
    LANGUAGE,
    PRIVACY,
    TERMS,
    PAYSUPPORT,
    ADMIN,
    CONSOLE,
    USER,
    GRANT,
    LIMIT,
    REFUND,
    BAN,
    UNBAN,
    INVITE,
    INVITES,
    MODELS,
    GATEWAYS,
    STATS,
    BROADCAST,
)

__all__ = ["COMMANDS", "Ask", "Command", "Scope"]

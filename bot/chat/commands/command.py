"""What a command is."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, auto

from telegram import Message

from bot.chat.context import Context, Desk


class Scope(Enum):
    """Who reaches a command; for all others it does not exist."""

    EVERYONE = auto()
    ADMINS = auto()


@dataclass(frozen=True, slots=True)
class Ask:
    """A command as somebody gave it: `words` is all that stands after it.

    `completes`: the message is no command, but what one still needed.
    """

    context: Context
    message: Message
    words: str
    completes: bool = False


def _always(_: Desk) -> bool:
    return True


def sold(desk: Desk) -> bool:
    """Whether this bot sells anything."""
    return desk.sales.open


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the menu. Its menu text is `menu-<name>`.

    `in_groups`: worth a line in the menus of groups, where all commands work but the admins'. `steers`: there
    it chooses for the whole group, so that only its administrators find it in the menu. `any_message`: where
    it asks for what it needs, that may be a photo or the like. `nameless`: where the group pays, it works
    also for those whom Telegram hides. `apart`: in a group admins are told that it is for private chats, by
    `<name>-private`. `offered`: whether this bot has it at all.
    """

    name: str
    run: Callable[[Ask], Awaitable[None]]
    scope: Scope = Scope.EVERYONE
    in_groups: bool = True
    steers: bool = False
    any_message: bool = False
    nameless: bool = False
    apart: bool = False
    offered: Callable[[Desk], bool] = _always

    @property
    def menu(self) -> str:
        """The key of its menu text."""
        return f"menu-{self.name}"

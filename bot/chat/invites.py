"""The words of /invite and /invites, for the commands and their buttons."""

from telegram import InlineKeyboardMarkup

from bot.chat.context import Context
from bot.chat.keyboards.invites import revoke
from bot.domain.access import Invite

_MOST_SHOWN = 20


def link(context: Context, invite: Invite) -> str:
    """What to hand on."""
    return f"https://t.me/{context.desk.me.name}?start={invite.code}"


async def shown(context: Context) -> tuple[str, InlineKeyboardMarkup | None]:
    """All invitations that are open, each with a button that ends it."""
    found = [each for each in await context.desk.access.invites() if each.used < each.uses][:_MOST_SHOWN]
    if not found:
        return context.say("invites-none"), None
    lines = [
        context.say(
            "invites-line",
            number=number,
            credits=each.credits,
            used=each.used,
            uses=each.uses,
            until=each.expires,
            link=link(context, each),
        )
        for number, each in enumerate(found, start=1)
    ]
    return "\n".join(lines), revoke(context.say, found)

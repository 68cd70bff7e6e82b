"""/buy, /terms and /paysupport: credits for Telegram Stars."""

from bot.chat.commands.command import Ask, Command, sold
from bot.chat.context import is_private
from bot.chat.payments import offer


async def buy(ask: Ask) -> None:
    """Show what is sold."""
    await offer(ask.context)


async def terms(ask: Ask) -> None:
    """Say on what terms it is sold."""
    await ask.context.reply(ask.context.say("terms"))


async def paysupport(ask: Ask) -> None:
    """Say whom to ask, and in private the names of the last payments."""
    context, sales = ask.context, ask.context.desk.sales
    lines = [context.say("paysupport", support=sales.support or None)]
    if is_private(ask.message):
        lines += [
            context.say(
                "paysupport-line",
                stars=each.stars,
                credits=each.credits,
                at=each.at,
                charge=each.charge,
                state=each.state,
            )
            for each in await sales.payments.of(context.person.id)
        ]
    await context.reply("\n\n".join(lines))


BUY = Command("buy", buy, in_groups=False, offered=sold)
TERMS = Command("terms", terms, in_groups=False, offered=sold)
PAYSUPPORT = Command("paysupport", paysupport, in_groups=False, offered=sold)

"""/refund CHARGE [reason], for admins."""

from bot.chat.commands.command import Ask, Command, Scope, sold
from bot.chat.keyboards.stars import sure
from bot.chat.payments import give_back


async def run(ask: Ask) -> None:
    """Give a payment back; where credits of it are spent, ask first."""
    context = ask.context
    charge, _, reason = ask.words.partition(" ")
    if not charge:
        await context.reply(context.say("refund-usage"))
        return
    quote = await context.desk.sales.refunds.quote(charge, by=context.person.id, reason=reason.strip())
    payment = quote.payment
    if quote.spent:
        text = context.say(
            "refund-sure",
            spent=quote.spent,
            credits=payment.credits,
            stars=payment.stars,
            after=quote.after,
        )
        await context.reply(text, sure(context.say, payment))
        return
    await context.reply(await give_back(context, payment))


REFUND = Command("refund", run, Scope.ADMINS, offered=sold)

"""/quota: the credits of the person who asks, or of the group that pays; in private what was spent lately."""

from bot.chat.charts import spending
from bot.chat.commands.command import Ask, Command
from bot.chat.context import is_private
from bot.chat.groups import is_anonymous_admin, steers
from bot.chat.pictured import answer
from bot.chat.wallets import told
from bot.services.account import Statement

DAYS = 30


async def run(ask: Ask) -> None:
    """Say what can be spent, and when there is more; show what was spent where nobody reads along."""
    context, desk, group = ask.context, ask.context.desk, ask.context.group
    if group and desk.wallets.groups_pay:
        leads = is_anonymous_admin(ask.message) or await steers(desk, group.id, context.person.id)
        await context.reply(await told(context, group, steers=leads))
        return
    statement = await desk.account.statement(context.person.id)
    words = _words(ask, statement)
    days = await desk.figures.spent(context.person.id, DAYS) if is_private(ask.message) else ()
    if not (spent := sum(day.credits for day in days)):
        await context.reply(words)
        return
    words += "\n" + context.say("quota-spent", days=DAYS, spent=spent)
    await answer(context, spending(context.say, days, statement), words)


def _words(ask: Ask, statement: Statement) -> str:
    say = ask.context.say
    free = say(
        "quota-free",
        left=statement.free_left,
        free=statement.free,
        period=statement.period,
        renews_at=statement.renews_at,
    )
    if statement.begins_at:
        free = say("quota-later", free=statement.free, begins_at=statement.begins_at)
    lines = [say("quota", left=statement.left), free]
    if statement.balance < 0:
        lines.append(say("quota-debt", debt=-statement.balance))
    elif statement.balance:
        lines.append(say("quota-balance", balance=statement.balance))
    if statement.held:
        lines.append(say("quota-held", held=statement.held))
    return "\n".join(lines)


QUOTA = Command("quota", run, nameless=True)

"""What members read of their group's wallet, and its administrators of who spent it."""

from collections.abc import AsyncIterator

from bot.chat.context import Context
from bot.domain.people import Group, public_name
from bot.services.wallets import GroupStatement


async def told(context: Context, group: Group, *, steers: bool) -> str:
    """The group's credits and the member's own part; `steers`: with the names of those who spent most."""
    found = await context.desk.wallets.of_group(group.id, context.person.id)
    return "\n".join([line async for line in _lines(context, found, steers=steers)])


async def _lines(context: Context, found: GroupStatement, *, steers: bool) -> AsyncIterator[str]:
    say, wallet = context.say, found.wallet
    yield say("quota-group", left=wallet.left)
    yield say(
        "quota-free",
        left=wallet.free_left,
        free=wallet.free,
        period=wallet.period,
        renews_at=wallet.renews_at,
    )
    if wallet.balance:
        yield say("quota-balance", balance=wallet.balance)
    if wallet.held:
        yield say("quota-held", held=wallet.held)
    if found.cap_left is not None:
        yield say("quota-cap", left=min(found.cap_left, wallet.left), cap=found.cap)
    if steers and found.spenders:
        yield say("quota-spenders", period=wallet.period)
        for person, spent in found.spenders:
            yield say("quota-spender", name=await _name(context, person), spent=spent)


async def _name(context: Context, person: int) -> str:
    if person < 0:
        return context.say("quota-nameless")
    return public_name(await context.desk.account.get(person)) or str(person)

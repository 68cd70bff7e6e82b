"""Presses where credits are sold, and given back."""

from bot.chat.payments import give_back, offer
from bot.chat.presses.press import Pressed


async def buy(pressed: Pressed) -> str | None:
    """[⭐ Buy credits], or one of the packs: an invoice for it."""
    context, sales = pressed.context, pressed.context.desk.sales
    if not sales.open:
        raise ValueError("nothing is sold")
    if not pressed.parts:
        await offer(context)
        return None
    credits, stars = map(int, pressed.parts)  # noqa: A001  the design's word
    pack = sales.payments.offered(credits, stars)
    if pack is None:
        await offer(context)
        return context.say("buy-changed")
    person = context.person.id
    await sales.till.bill(person, context.language, pack, sales.payments.order(pack, person))
    return None


async def refund(pressed: Pressed) -> None:
    """Whether a payment shall be given back of which something is spent."""
    context = pressed.context
    if not context.desk.admin.allows(context.person.id):
        raise ValueError("no admin")
    if not pressed.parts:
        await pressed.erase()
        return
    (mark,) = pressed.parts
    await pressed.answer()  # Telegram may take its time
    payment = await context.desk.sales.refunds.marked(mark)
    await pressed.reword(await give_back(context, payment), None)

"""What people buy: the offer, the check-out, the payment, and its end."""

import structlog
from telegram import Message, PreCheckoutQuery, Update

from bot.chat.context import Context, Desk
from bot.chat.keyboards import stars as keyboards
from bot.domain.errors import DarkroomError, Refused
from bot.domain.payment import STARS, Payment, Transaction
from bot.services.payments import Asked

log = structlog.get_logger()


async def offer(context: Context) -> None:
    """What there is to buy; in a group, where to ask."""
    sales = context.desk.sales
    if context.place.chat != context.person.id:
        keyboard = keyboards.elsewhere(context.say, context.desk.me.name)
        await context.reply(context.say("buy-privately"), keyboard)
        return
    titles = [
        context.say("buy-line", title=each.title, credits=each.credits, stars=each.stars)
        for each in sales.payments.packs
        if each.title
    ]
    text = context.say("buy")
    await context.reply("\n".join([text, *titles]), keyboards.packs(context.say, sales.payments.packs))


async def checkout(desk: Desk, update: Update) -> None:
    """Somebody is about to pay: yes, or why not. They wait for ten seconds at most."""
    query = update.pre_checkout_query
    if query is None:
        return
    refused = None
    try:
        if not await desk.sales.payments.check(_asked(query), update=update.update_id):
            return
    except DarkroomError as error:
        if not isinstance(error, Refused):
            log.error("checkout not judged", why=str(error))
        refused = desk.texts.explain(await _language(desk, query), error)
    await desk.sales.till.answer(query, refused)


async def paid(desk: Desk, update: Update) -> None:
    """Somebody paid: credit it to them, wherever the invoice was, and thank them."""
    told = _told(update.message)
    if told:
        await desk.sales.payments.tell(await desk.sales.payments.paid(told))


async def gone_back(desk: Desk, update: Update) -> None:
    """Stars of a payment went back, be it by Telegram itself."""
    message = update.message
    refunded = message and message.refunded_payment
    if refunded and await desk.sales.payments.known(refunded.telegram_payment_charge_id):
        await desk.sales.refunds.gone_back(refunded.telegram_payment_charge_id)
        found = await desk.sales.refunds.named(refunded.telegram_payment_charge_id)
        await desk.sales.payments.tell(found)


async def give_back(context: Context, payment: Payment) -> str:
    """Give a payment back, tell its person, and say what became of it."""
    sales = context.desk.sales
    balance = await sales.refunds.refund(payment)
    await sales.payments.tell(payment)
    return context.say("refund-done", stars=payment.stars, credits=payment.credits, balance=balance)


def _asked(query: PreCheckoutQuery) -> Asked:
    return Asked(query.id, query.from_user.id, query.currency, query.total_amount, query.invoice_payload)


def _told(message: Message | None) -> Transaction | None:
    payment = message.successful_payment if message else None
    if not (message and message.from_user and payment) or payment.currency != STARS:
        return None
    return Transaction(
        charge=payment.telegram_payment_charge_id,
        person=message.from_user.id,
        stars=payment.total_amount,
        payload=payment.invoice_payload,
        at=round(message.date.timestamp() * 1000),
        back=False,
    )


async def _language(desk: Desk, query: PreCheckoutQuery) -> str:
    """The chosen language, or Telegram's where the database is what failed."""
    try:
        return await desk.people.language(query.from_user.id, query.from_user.language_code)
    except DarkroomError:
        return desk.texts.choose(query.from_user.language_code)

"""Telegram Stars: sendInvoice, answerPreCheckoutQuery, refundStarPayment, getStarTransactions."""

from bot.sandbox.telegram.messages import Content
from bot.sandbox.telegram.methods.common import post
from bot.sandbox.telegram.refusals import Json, bad_request, broken_contract
from bot.sandbox.telegram.stage import Stage
from bot.sandbox.telegram.world import Checkout

STARS = "XTR"
PAYLOAD_LIMIT = 128  # bytes
TITLE_LIMIT, DESCRIPTION_LIMIT = 32, 255
TRANSACTIONS_LIMIT = 100


def send_invoice(stage: Stage, params: Json) -> Json:
    """An invoice in Stars: one price, no provider token."""
    if params["currency"] != STARS or params.get("provider_token"):
        raise broken_contract("only invoices in Telegram Stars (XTR, no provider_token) are simulated")
    if not 1 <= len(params["payload"].encode()) <= PAYLOAD_LIMIT:
        raise bad_request("INVOICE_PAYLOAD_INVALID")
    if not 1 <= len(params["title"]) <= TITLE_LIMIT:
        raise bad_request("INVOICE_TITLE_INVALID")
    if not 1 <= len(params["description"]) <= DESCRIPTION_LIMIT:
        raise bad_request("INVOICE_DESCRIPTION_INVALID")
    prices = params["prices"]
    if len(prices) != 1 or prices[0]["amount"] <= 0:
        raise bad_request("STARS_INVOICE_INVALID")
    amount = prices[0]["amount"]
    shown = {name: params[name] for name in ("title", "description", "currency")}
    invoice = shown | {"start_parameter": params.get("start_parameter", ""), "total_amount": amount}
    pay_button: Json = {"inline_keyboard": [[{"text": f"Pay ⭐️{amount}", "pay": True}]]}
    [message] = post(stage, {"reply_markup": pay_button} | params, [Content(other={"invoice": invoice})])
    stage.world.payloads[message.chat.id, message.message_id] = params["payload"]
    return message.to_json()


def answer_pre_checkout_query(stage: Stage, params: Json) -> bool:
    """With ok, the person's Stars move at once and the bot gets its successful_payment."""
    checkout = stage.world.checkouts.pop(params["pre_checkout_query_id"], None)
    if checkout is None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if not params["ok"]:
        if not params.get("error_message"):
            raise bad_request("error message must be non-empty")
        _show(stage, checkout, params["error_message"])
        return True
    _show(stage, checkout, "")
    stage.world.settle(checkout)
    payment = checkout.payment | {
        "telegram_payment_charge_id": checkout.charge_id,
        "provider_payment_charge_id": "",
    }
    content = Content(other={"successful_payment": payment})
    message = stage.world.add_message(checkout.message.chat, checkout.user, content)
    stage.show("message", message)
    # A service message: privacy mode does not keep it back.
    stage.push("message", message.to_json(), f"chat {message.chat.id}")
    return True


def _show(stage: Stage, checkout: Checkout, refusal: str) -> None:
    """What the person who pays learns of the bot's answer."""
    answer: Json = {"text": refusal, "show_alert": bool(refusal)}
    stage.journal.emit(
        "answer", checkout.message.chat.id, user_id=checkout.user.id, query_id=checkout.id, **answer
    )


def refund_star_payment(stage: Stage, params: Json) -> bool:
    """Once for each charge, to the person who paid."""
    paid = stage.world.charges.get(params["telegram_payment_charge_id"])
    if paid is None or paid.user.id != params["user_id"]:
        raise bad_request("CHARGE_ID_INVALID")
    if paid.refunded:
        raise bad_request("CHARGE_ALREADY_REFUNDED")
    stage.world.refund(paid)
    return True


def get_star_transactions(stage: Stage, params: Json) -> Json:
    """All payments and refunds, oldest first; a refund has the id of its payment."""
    offset, limit = params.get("offset", 0), params.get("limit", TRANSACTIONS_LIMIT)
    if not 1 <= limit <= TRANSACTIONS_LIMIT:
        raise bad_request("LIMIT_INVALID")
    return {"transactions": stage.world.transactions[offset : offset + limit]}


METHODS = {
    "sendInvoice": send_invoice,
    "answerPreCheckoutQuery": answer_pre_checkout_query,
    "refundStarPayment": refund_star_payment,
    "getStarTransactions": get_star_transactions,
}

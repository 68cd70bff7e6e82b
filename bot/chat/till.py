"""Where Stars come in and go back: the payments of the Bot API, and what buyers are told."""

from telegram import LabeledPrice, PreCheckoutQuery, StarTransaction, TransactionPartnerUser
from telegram.error import TelegramError

from bot.chat.limits import Urgency
from bot.chat.people import People
from bot.chat.post import Post
from bot.chat.quietly import Quietly
from bot.chat.refusals import CLOSED, Fate, Refusal, describe, fate, harmless, refusal
from bot.chat.utf16 import cut
from bot.domain.edit import Place
from bot.domain.errors import TillFault
from bot.domain.payment import STARS, Pack, Page, Payment, PaymentState, Transaction
from bot.texts import Texts

_GONE_BACK_ALREADY = "charge_already_refunded"
_SALE = "invoice_payment"
_PAGE = 100
_TITLE_LIMIT = 32
_DESCRIPTION_LIMIT = 255
_HURRY = 3.0
"""Seconds. A check-out ends after ten without an answer: one that got lost has to be given again in time."""
START = "buy"
"""What /start is told by who comes to buy."""


class Till:
    """Speaks with Telegram about Stars."""

    def __init__(self, post: Post, texts: Texts, people: People, support: str) -> None:
        self._post, self._texts, self._people, self._support = post, texts, people, support

    async def bill(self, person: int, language: str, pack: Pack, payload: str) -> None:
        """Send an invoice to that person's private chat."""
        title = pack.title or self._texts.say(language, "invoice-title", credits=pack.credits)
        description = self._texts.say(language, "invoice-description", credits=pack.credits)
        await self._post.bot.send_invoice(
            person,
            title=cut(title, _TITLE_LIMIT),
            description=cut(description, _DESCRIPTION_LIMIT),
            payload=payload,
            provider_token="",
            currency=STARS,
            prices=[LabeledPrice(cut(title, _TITLE_LIMIT), pack.stars)],
            start_parameter=START,  # a copy that is sent on leads here, instead of being paid once more
        )

    async def answer(self, query: PreCheckoutQuery, refused: str | None = None) -> None:
        """Let a check-out through, or say why not; one that grew too old does not hear it."""
        with harmless(Refusal.QUERY_OLD):
            await self._post.bot.answer_pre_checkout_query(
                query.id,
                ok=refused is None,
                error_message=refused,
                connect_timeout=_HURRY,
                read_timeout=_HURRY,
                pool_timeout=_HURRY,
            )

    async def refund(self, person: int, charge: str) -> None:
        """See `bot.domain.ports.Till`."""
        try:
            await self._post.bot.refund_star_payment(person, charge)
        except TelegramError as error:
            if _GONE_BACK_ALREADY not in error.message.lower():
                refused = fate(error) is not Fate.UNKNOWN
                raise TillFault(refused=refused, detail=describe(error)) from error

    async def transactions(self, offset: int) -> Page:
        """See `bot.domain.ports.Till`."""
        try:
            found = await self._post.bot.get_star_transactions(offset=offset, limit=_PAGE)
        except TelegramError as error:
            raise TillFault(refused=fate(error) is Fate.REFUSED, detail=describe(error)) from error
        ours = (_transaction(each) for each in found.transactions)
        return Page(tuple(each for each in ours if each), len(found.transactions))

    async def tell(self, payment: Payment, left: int, balance: int) -> bool:
        """See `bot.domain.ports.Till`."""
        with Quietly("what became of a payment", charge=payment.charge):
            language = await self._people.language(payment.person)
            text = self._texts.say(
                language,
                _key(payment),
                credits=payment.credits,
                stars=payment.stars,
                left=left,
                balance=balance,
                charge=payment.charge,
                support=self._support or None,
            )
            try:
                await self._post.say(Place(payment.person, 0), text, urgency=Urgency.ERROR)
            except TelegramError as error:
                if refusal(error) not in CLOSED:
                    raise
            return True
        return False


def _key(payment: Payment) -> str:
    if payment.state is PaymentState.REFUNDED:
        return "payment-back"
    return "payment-done" if payment.credits else "payment-unclear"


def _transaction(told: StarTransaction) -> Transaction | None:
    """A sale of the bot's, or its end; None for gifts, withdrawals and the like."""
    partner = told.source or told.receiver
    if not isinstance(partner, TransactionPartnerUser) or partner.transaction_type != _SALE:
        return None
    return Transaction(
        charge=told.id,
        person=partner.user.id,
        stars=told.amount,
        payload=partner.invoice_payload or "",
        at=round(told.date.timestamp() * 1000),
        back=told.source is None,
    )

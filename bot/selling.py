"""What is sold for Telegram Stars, as the settings say."""

from collections.abc import Iterator

from bot.chat.sales import Sales
from bot.chat.till import Till
from bot.config import Settings
from bot.domain.payment import Pack, Seal
from bot.domain.ports import Clock
from bot.services.payments import Payments
from bot.services.reconcile import Reconciler
from bot.services.refunds import Refunds
from bot.storage.database import Database
from bot.storage.keys import kept_key

_KEY_FILE = "payments.key"


def sales(settings: Settings, database: Database, clock: Clock, till: Till) -> Sales:
    """Who sells and gives back; where nothing is sold, only what was sold before.

    Raises:
        StartupFault: the key that invoices are signed with cannot be used.
    """
    allowances = settings.allowances
    seal = Seal(kept_key(settings.data_dir / _KEY_FILE, settings.shared_secret))
    packs = tuple(_packs(settings))
    payments = Payments(database, clock, allowances, packs=packs, seal=seal, till=till)
    return Sales(payments, Refunds(database, clock, allowances, till), till, settings.support)


def reconciler(database: Database, sold: Sales) -> Reconciler:
    """Who compares with Telegram what was paid."""
    return Reconciler(database, sold.till, sold.payments, sold.refunds)


def _packs(settings: Settings) -> Iterator[Pack]:
    for each in settings.packs:
        yield Pack(each.stars, each.credits, each.title)

"""What is written down for good: credits, and what admins did."""

from starlette.responses import Response

from bot.domain.people import wallet_of
from bot.web.console.visit import Visit


async def ledger(visit: Visit) -> Response:
    """Entries of one wallet, or of all."""
    wallet = visit.asked("wallet")
    if wallet.isascii() and wallet.isdecimal():
        wallet = wallet_of(int(wallet))
    found = await visit.tools.console.ledger(wallet or None, visit.asked("older"))
    return visit.page("ledger.html", found=found, wallet=wallet)


async def audit(visit: Visit) -> Response:
    """What admins did to somebody, or all of it."""
    whom = visit.asked("whom")
    found = await visit.tools.console.audit(int(whom) if whom else None, visit.asked("older"))
    return visit.page("audit.html", found=found, whom=whom)

"""What an admin asked for, and cannot be."""

from dataclasses import dataclass

from bot.domain.errors.refused import Refused


@dataclass(eq=False)
class UnknownGateway(Refused):
    """A button of a gateway that is not configured any more."""

    key = "refused-gateway"


@dataclass(eq=False)
class LastOne(Refused):
    """Without that `kind` of thing ("model" or "gateway") nothing would be on offer."""

    key = "refused-last"
    kind: str


@dataclass(eq=False)
class UnknownPerson(Refused):
    """An admin named somebody whom the bot has never met."""

    key = "refused-person"
    person: str


@dataclass(eq=False)
class WrongAmount(Refused):
    """An admin gave something that is no number of credits."""

    key = "refused-amount"
    amount: str


@dataclass(eq=False)
class CannotBan(Refused):
    """Admins are not shut out; they are taken out of the settings."""

    key = "refused-ban-admin"

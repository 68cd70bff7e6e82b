"""Who may use the bot, and the invitations that let people in."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.people import Person


class Mode(StrEnum):
    """Who is let in: everybody, those who were invited or are listed, or those who are listed."""

    OPEN = "open"
    INVITE = "invite"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Door:
    """Who is let in; `listed` are the ids that always are, unless everybody is."""

    mode: Mode = Mode.OPEN
    listed: frozenset[int] = frozenset()

    def admits(self, person: Person) -> bool:
        """Whether somebody may use the bot."""
        invited = self.mode is Mode.INVITE and person.admitted
        return self.mode is Mode.OPEN or person.id in self.listed or invited


@dataclass(frozen=True, slots=True)
class Invite:
    """A link that lets `uses` people in until `expires` (epoch ms), each with a gift of credits."""

    code: str
    credits: int
    uses: int
    expires: int
    admin: int
    used: int = 0
    revoked: bool = False

    def is_open(self, now: int) -> bool:
        """Whether it lets one more in."""
        return not self.revoked and now < self.expires and self.used < self.uses

"""People, and what they may do."""

from dataclasses import dataclass, field

from bot.domain.edit import Wishes

ANONYMOUS_ADMIN = 1087968824
"""GroupAnonymousBot: every anonymous administrator of every group (SAFETY 1.4)."""
CHANNEL_USER = 136817688
"""Everybody who writes in a group in the name of a channel."""
SHARED_IDS = frozenset({ANONYMOUS_ADMIN, 777000, CHANNEL_USER})
"""Ids that stand for nobody in particular: they own no wallet and are no admin."""


_MOST_NAME = 30


@dataclass(frozen=True, slots=True)
class Preferences:
    """What somebody wishes of all results; None where nothing was chosen.

    `caption`: model, time and credits below the picture; `quote`: the prompt there too.
    """

    wishes: Wishes = field(default_factory=Wishes)
    caption: bool | None = None
    quote: bool | None = None

    def over(self, others: "Preferences") -> "Preferences":
        """These, and the others where these say nothing."""
        return Preferences(
            wishes=self.wishes.over(others.wishes),
            caption=others.caption if self.caption is None else self.caption,
            quote=others.quote if self.quote is None else self.quote,
        )


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who wrote to the bot. `spoken` is Telegram's language tag, `language` the one chosen here.

    `admitted`: let in by an invitation. `banned_until`: when a ban ends by itself; None: never.
    """

    id: int
    name: str
    username: str | None = None
    spoken: str | None = None
    language: str | None = None
    model: str | None = None
    banned: bool = False
    admitted: bool = False
    reachable: bool = True
    preferences: Preferences = field(default_factory=Preferences)
    banned_until: int | None = None

    def is_banned(self, now: int) -> bool:
        """Whether this person is shut out at that moment."""
        return self.banned and (self.banned_until is None or now < self.banned_until)


@dataclass(frozen=True, slots=True)
class Group:
    """A group that the bot was addressed in; its model and preferences come before the members' own.

    `wallet`: the id of its wallet. `language`: the one last spoken to the bot there. `present`: is the bot
    in it? `closed_until`: when it is tried again, since it let the bot send no picture. `moved_to`: its new
    id as a supergroup.
    """

    id: int
    title: str
    wallet: str
    model: str | None = None
    preferences: Preferences = field(default_factory=Preferences)
    language: str | None = None
    present: bool = True
    closed_until: int | None = None
    moved_to: int | None = None


def public_name(person: Person | None) -> str | None:
    """What others may read of who somebody is; None where that is nobody in particular."""
    if person is None or person.id in SHARED_IDS or not person.name.strip():
        return None
    name = " ".join(person.name.split())
    return name if len(name) <= _MOST_NAME else name[: _MOST_NAME - 1] + "…"


def wallet_of(person: int) -> str:
    """The id of a person's wallet."""
    return f"p{person}"


def wallet_of_group(chat: int) -> str:
    """The id of the wallet that a group begins with; it stays when the group gets a new id."""
    return f"g{chat}"


def person_of(wallet: str) -> int | None:
    """Whose wallet it is; None: a group's."""
    return None if is_of_group(wallet) else int(wallet[1:])


def is_of_group(wallet: str) -> bool:
    """Whether that wallet is a group's."""
    return wallet.startswith("g")


def preferences(group: Group | None, person: Person | None) -> Preferences:
    """What counts for a person's edit: in a group the group's choices, then the person's own."""
    own = person.preferences if person else Preferences()
    return group.preferences.over(own) if group else own

"""Who is signed in to the console: by a link from the chat that works once, for a while."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from bot.domain.ports import Clock
from bot.services.admin import Admin
from bot.storage import acts, sessions
from bot.storage.acts import Act, What
from bot.storage.database import Connection, Database
from bot.storage.sessions import Session

LINK_MS = 5 * 60_000
IDLE_MS = 12 * 3_600_000
WHOLE_MS = 7 * 24 * 3_600_000
_TOUCH_MS = 60_000
"""A click a minute is enough to know that somebody is there; each would be a write."""


class Sessions:
    """Only hashes are kept of the tokens that it hands out. `new_token` makes one that nobody can guess.

    All of it counts only while the admin is one.
    """

    def __init__(self, database: Database, clock: Clock, admin: Admin, new_token: Callable[[], str]) -> None:
        self._database, self._clock, self._admin, self._new_token = database, clock, admin, new_token

    async def invite(self, admin: int) -> str:
        """The token of a link that is good once, for five minutes; earlier ones are not good any more."""
        token, until = self._new_token(), self._clock.now() + LINK_MS
        await self._database.write(sessions.link, _hash(token), admin, until)
        return token

    async def invited(self, link: str) -> int | None:
        """Who may sign in with that link, which stays good; None: nobody."""
        return self._checked(await self._database.read(sessions.linked, _hash(link), self._clock.now()))

    async def begin(self, link: str) -> str | None:
        """Sign in: the token of a new session. None: the link is used, over, or was never one."""
        return await self._database.write(self._begin, _hash(link), self._new_token())

    async def admin(self, token: str, *, active: bool) -> int | None:
        """Who is signed in by that token; None: nobody. `active`: they did something themselves just now."""
        hashed, now = _hash(token), self._clock.now()
        found = await self._database.read(sessions.get, hashed)
        if found is None or _is_over(found, now):
            return None
        if self._checked(found.admin) is None:
            await self._database.write(sessions.end_all, found.admin)
            return None
        if active and now - found.seen >= _TOUCH_MS:
            await self._database.write(sessions.touch, hashed, now)
        return found.admin

    async def end(self, token: str) -> None:
        """Sign out."""
        await self._database.write(_end, _hash(token), self._clock.now())

    async def end_all(self, admin: int, *, once: str) -> None:
        """Sign out everywhere."""
        act = Act(once, admin, What.SIGN_OUT, details="everywhere")
        await self._database.write(_end_all, act, admin, self._clock.now())

    async def _begin(self, conn: Connection, link: str, token: str) -> str | None:
        now = self._clock.now()
        admin = self._checked(await sessions.linked(conn, link, now))
        if admin is None:
            return None
        await sessions.use(conn, link)
        await sessions.sweep(conn, now=now, began=now - WHOLE_MS, seen=now - IDLE_MS)
        await sessions.begin(conn, _hash(token), admin, now)
        await acts.add(conn, Act(f"sign-in:{link}", admin, What.SIGN_IN), now)
        return token

    def _checked(self, admin: int | None) -> int | None:
        """Them, while they are an admin."""
        return admin if admin is not None and self._admin.allows(admin) else None


@dataclass(frozen=True, slots=True)
class Entrance:
    """How admins reach the console.

    `address`: of the console, without a slash at the end; empty: where it is, browsers keep no session.
    `near`: it is reached only from this machine.
    """

    sessions: Sessions
    address: str
    near: bool

    async def link(self, admin: int) -> str:
        """A link that signs that admin in, once."""
        return f"{self.address}/sign-in/{await self.sessions.invite(admin)}"


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _is_over(session: Session, now: int) -> bool:
    return now - session.seen >= IDLE_MS or now - session.began >= WHOLE_MS


async def _end(conn: Connection, token: str, now: int) -> None:
    admin = await sessions.end(conn, token)
    if admin is not None:
        await acts.add(conn, Act(f"sign-out:{token}", admin, What.SIGN_OUT), now)


async def _end_all(conn: Connection, act: Act, admin: int, now: int) -> None:
    await sessions.end_all(conn, admin)
    await acts.add(conn, act, now)

"""Signs of trouble on their way from the process that heard them to the one that tells admins."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

import orjson

from bot.domain.alert import Happened, Sign, Trouble, Well, What
from bot.storage.database import Connection


async def add(conn: Connection, signs: Iterable[Sign]) -> None:
    """Send these."""
    for sign in signs:
        await conn.run("INSERT INTO signs (body) VALUES (?)", orjson.dumps(_told(sign)).decode())


async def take(conn: Connection) -> Sequence[Sign]:
    """All that were sent, in their order; they are gone from here."""
    rows = await conn.all("DELETE FROM signs RETURNING number, body")
    return [_sign(orjson.loads(row["body"])) for row in sorted(rows, key=lambda row: int(row["number"]))]


def _told(sign: Sign) -> dict[str, object]:
    if isinstance(sign, Happened):
        facts = dict(sign.facts)
        return {"trouble": asdict(sign.trouble), "edit": sign.edit, "mark": sign.mark, "facts": facts}
    return {"kinds": sorted(sign.kinds), "gateway": sign.gateway, "model": sign.model, "key": sign.key}


def _sign(told: dict[str, object]) -> Sign:
    if "kinds" in told:
        kinds = frozenset(map(What, told.pop("kinds")))  # type: ignore[call-overload]
        return Well(kinds, **told)  # type: ignore[arg-type]
    trouble = dict(told.pop("trouble"))  # type: ignore[call-overload]
    return Happened(Trouble(What(trouble.pop("what")), **trouble), **told)  # type: ignore[arg-type]

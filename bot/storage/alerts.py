"""The troubles that admins were told of, and that last."""

import json
from collections.abc import Iterable, Sequence

from bot.domain.alert import Known, Trouble, What
from bot.storage.database import Connection, Row


async def known(conn: Connection) -> Sequence[Known]:
    """All of them, the oldest first."""
    return [
        _known(row) for row in await conn.all("SELECT * FROM alerts ORDER BY since, what, gateway, model")
    ]


async def keep(conn: Connection, troubles: Iterable[Known]) -> None:
    """These, and no others."""
    await conn.run("DELETE FROM alerts")
    for each in troubles:
        await conn.run(
            """
            INSERT INTO alerts (what, gateway, model, key_number, name, since, seen, told, well, edits, facts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            each.trouble.what, each.trouble.gateway, each.trouble.model, each.trouble.key, each.trouble.name,
            each.since, each.seen, each.told, each.well, each.edits, json.dumps(dict(each.facts)),
        )  # fmt: skip


def _known(row: Row) -> Known:
    return Known(
        Trouble(What(row["what"]), row["gateway"], row["model"], row["key_number"], row["name"]),
        row["since"],
        row["seen"],
        json.loads(row["facts"]),
        row["edits"],
        row["told"],
        row["well"],
    )

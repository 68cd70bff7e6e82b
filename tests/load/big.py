"""A database as of a bot that grew for a year: most of what happened, happened lately."""

from bot.storage.database import Connection

PEOPLE, EDITS, ACTS = 100_000, 500_000, 20_000
DAY = 24 * 3600 * 1000
YEAR = 365 * DAY
_NUMBERS = "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ? - 1)"


async def fill(conn: Connection, now: int) -> None:
    """People, edits with their hold and end, calls of the last month, and what admins did."""
    await conn.run(
        f"""
        {_NUMBERS}
        INSERT INTO people (id, name, username, spoken, met, seen)
        SELECT 1000000 + i, CASE i % 3 WHEN 0 THEN 'Anna ' WHEN 1 THEN 'Иван ' ELSE '王' END || i,
            'user' || i, 'en', ? - ? * (i * 1.0 / {PEOPLE}) * (i * 1.0 / {PEOPLE}), ?
        FROM n
        """,
        PEOPLE, now, YEAR, now,
    )  # fmt: skip
    await conn.run("INSERT INTO wallets (id, period, free_used) SELECT 'p' || id, 0, 0 FROM people")
    await conn.run(
        f"""
        {_NUMBERS},
        e AS (
            SELECT i, i * 7919 % 100 AS luck, CAST(? - ? * (i * 1.0 / ?) * (i * 1.0 / ?) AS INTEGER) AS at
            FROM n
        )
        INSERT INTO edits (id, update_id, wallet, person, chat, message, model, prompt, sources, options,
            price, state, error, calls, results, created, called, answered, ended, told)
        SELECT 'edit-' || i, i, 'p' || (1000000 + i * 31 % {PEOPLE}), 1000000 + i * 31 % {PEOPLE}, i, i,
            'model-' || (i * 13 % 7), 'make it look like a summer evening by the sea ' || i, '[]', '{{}}', 1,
            CASE WHEN i < 200 THEN 'waiting' WHEN luck < 90 THEN 'done' WHEN luck < 97 THEN 'failed'
                ELSE 'cancelled' END,
            CASE WHEN i >= 200 AND luck BETWEEN 90 AND 96 THEN
                CASE WHEN i % 100000 = 91 THEN 'failed-no-room' WHEN luck < 94 THEN 'failed-timeout'
                    ELSE 'failed-content-policy' END END,
            1, '[{{"key": "x", "picture": {{"kind": "png", "width": 1, "height": 1, "size": 1}}}}]', at,
            at + 1000, CASE WHEN luck < 90 THEN at + 6000 + i * 17 % 60000 END,
            CASE WHEN i >= 200 THEN at + 9000 + i * 17 % 60000 END, 1
        FROM e
        """,
        EDITS, now, YEAR, EDITS, EDITS,
    )  # fmt: skip
    await conn.run(
        """
        INSERT INTO ledger (key, wallet, at, kind, free, period, edit)
        SELECT 'hold:' || id, wallet, created, 'hold', -1, 0, id FROM edits
        """
    )
    await conn.run(
        """
        INSERT INTO ledger (key, wallet, at, kind, free, period, edit)
        SELECT 'end:' || id, wallet, ended, CASE state WHEN 'done' THEN 'settle' ELSE 'release' END,
            CASE state WHEN 'done' THEN 0 ELSE 1 END, 0, id
        FROM edits WHERE ended IS NOT NULL
        """
    )
    await conn.run(
        """
        INSERT INTO calls (edit, number, gateway, model, at, took, fault)
        SELECT id, 1, 'gateway-' || (update_id % 3), model, called, coalesce(answered - called, 9000),
            CASE WHEN answered IS NULL THEN 'timeout' END
        FROM edits WHERE created > ?
        """,
        now - 32 * DAY,
    )
    await conn.run(
        f"""
        {_NUMBERS}
        INSERT INTO admin_acts (key, at, admin, what, whom, why)
        SELECT 'act:' || i, ? - i * 60000, 1000001, 'grant', 1000000 + i % 1000, 'because' FROM n
        """,
        ACTS, now,
    )  # fmt: skip

"""The ledger, added up anew: every total against its entries, every edit against its hold and its end."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.edit import UNFINISHED, State
from bot.storage.database import Connection

_UNFINISHED = ", ".join(f"'{state}'" for state in UNFINISHED)


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that does not add up: what `stored` says, and what it should be by the entries."""

    wallet: str
    what: str
    stored: str
    recomputed: str


_SUMS = """
    WITH sums AS (
        SELECT wallets.id, free_used, balance, refunded, coalesce(CAST(free_limit AS TEXT), 'default') AS own,
            coalesce(sum(ledger.paid), 0) AS paid,
            coalesce(-sum(CASE WHEN ledger.kind = 'refund' THEN ledger.paid END), 0) AS back,
            coalesce(sum(CASE WHEN ledger.period = wallets.period THEN -ledger.free END), 0) AS used,
            (
                SELECT note FROM ledger limits WHERE limits.wallet = wallets.id AND limits.kind = 'limit'
                ORDER BY limits.number DESC LIMIT 1
            ) AS said
        FROM wallets LEFT JOIN ledger ON ledger.wallet = wallets.id GROUP BY wallets.id
    )
    SELECT id AS wallet, 'balance' AS what, CAST(balance AS TEXT) AS stored, CAST(paid AS TEXT) AS recomputed
    FROM sums WHERE balance <> paid
    UNION ALL
    SELECT id, 'free credits used', CAST(free_used AS TEXT), CAST(used AS TEXT)
    FROM sums WHERE free_used <> used
    UNION ALL
    SELECT id, 'free credits of its own', own, coalesce(said, 'default')
    FROM sums WHERE own <> coalesce(said, 'default')
    UNION ALL
    SELECT id, 'balance below zero', CAST(balance AS TEXT), CAST(-back AS TEXT) || ' or more'
    FROM sums WHERE balance < -back
    UNION ALL
    SELECT id, 'credits taken back', CAST(refunded AS TEXT), CAST(back AS TEXT)
    FROM sums WHERE refunded <> back
    UNION ALL
    SELECT id, 'free credits used below zero', CAST(free_used AS TEXT), '0 or more'
    FROM sums WHERE free_used < 0
    UNION ALL
    SELECT wallet, 'entries without a wallet', 'none', CAST(count(*) AS TEXT) FROM ledger
    WHERE wallet NOT IN (SELECT id FROM wallets) GROUP BY wallet
    UNION ALL
    SELECT min(wallet), 'both sides of ' || gift, CAST(sum(paid) AS TEXT), '0'
    FROM (
        SELECT wallet, paid, replace(replace(key, ':in', ''), ':out', '') AS gift
        FROM ledger WHERE kind = 'gift'
    ) AS gifts GROUP BY gift HAVING sum(paid) <> 0
"""

_EDITS = f"""
    WITH entries AS (
        SELECT edit, min(wallet) AS payer, max(wallet) AS payer_too,
            min(CASE WHEN kind <> 'hold' THEN kind END) AS first_end,
            max(CASE WHEN kind <> 'hold' THEN kind END) AS last_end,
            count(CASE WHEN kind <> 'hold' THEN kind END) AS ends,
            -sum(CASE WHEN kind = 'hold' THEN free + paid END) AS held,
            sum(CASE WHEN kind = 'release' THEN free + paid END) AS back
        FROM ledger WHERE edit IS NOT NULL GROUP BY edit
    ),
    facts AS (
        SELECT edits.id, edits.wallet, edits.price, entries.*,
            coalesce(first_end, 'none') || CASE WHEN ends > 1 THEN ' + ' || last_end ELSE '' END AS ended,
            CASE WHEN state IN ({_UNFINISHED}) THEN 'none' WHEN state = '{State.DONE}' THEN 'settle'
                ELSE 'release' END AS right_end
        FROM edits LEFT JOIN entries ON entries.edit = edits.id
    )
    SELECT wallet, 'end of edit ' || id AS what, ended AS stored, right_end AS recomputed
    FROM facts WHERE ended <> right_end
    UNION ALL
    SELECT wallet, 'hold of edit ' || id, coalesce(CAST(held AS TEXT), 'none'), CAST(price AS TEXT)
    FROM facts WHERE held IS NULL OR held <> price
    UNION ALL
    SELECT wallet, 'release of edit ' || id, CAST(back AS TEXT), CAST(held AS TEXT)
    FROM facts WHERE back <> held
    UNION ALL
    SELECT wallet, 'payer of edit ' || id, CASE WHEN payer <> wallet THEN payer ELSE payer_too END, wallet
    FROM facts WHERE payer <> wallet OR payer_too <> wallet
    UNION ALL
    SELECT min(wallet), 'hold without an edit', edit, 'none' FROM ledger
    WHERE edit IS NOT NULL AND edit NOT IN (SELECT id FROM edits) GROUP BY edit
"""  # noqa: S608  our own words

_PAYMENTS = """
    WITH facts AS (
        SELECT 'p' || person AS wallet, charge, credits, payments.state, came.wallet AS payer,
            coalesce(came.paid, 0) AS came, coalesce(-back.paid, 0) AS back,
            CASE WHEN payments.state = 'refunded' THEN credits ELSE 0 END AS right_back
        FROM payments LEFT JOIN ledger came ON came.key = 'payment:' || charge
            LEFT JOIN ledger back ON back.key = 'refund:' || charge
    )
    SELECT wallet, 'payment ' || charge AS what,
        CAST(came AS TEXT) AS stored, CAST(credits AS TEXT) AS recomputed
    FROM facts WHERE came <> credits
    UNION ALL
    SELECT wallet, 'refund of payment ' || charge, CAST(back AS TEXT), CAST(right_back AS TEXT)
    FROM facts WHERE back <> right_back
    UNION ALL
    SELECT wallet, 'wallet of payment ' || charge, payer, wallet FROM facts WHERE payer <> wallet
    UNION ALL
    SELECT wallet, 'payment that nobody made', key, 'none' FROM ledger
    WHERE (kind = 'payment' AND key NOT IN (SELECT 'payment:' || charge FROM payments))
        OR (kind = 'refund' AND key NOT IN (SELECT 'refund:' || charge FROM payments))
"""


async def differences(conn: Connection) -> Sequence[Difference]:
    """All that does not add up, of one moment; nothing is changed."""
    rows = [*await conn.all(_SUMS), *await conn.all(_EDITS), *await conn.all(_PAYMENTS)]
    return [Difference(row["wallet"], row["what"], row["stored"], row["recomputed"]) for row in rows]


async def counts(conn: Connection) -> tuple[int, int]:
    """How many wallets and entries there are."""
    row = await conn.one("SELECT (SELECT count(*) FROM wallets) AS w, (SELECT count(*) FROM ledger) AS e")
    return (row["w"], row["e"]) if row else (0, 0)

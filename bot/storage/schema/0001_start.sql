-- The first schema. The subset that SQLite and PostgreSQL share: text ids, epoch milliseconds, 0/1 for no/yes.

-- Everybody who wrote to the bot. `spoken` is Telegram's language tag, `language` the one chosen here.
CREATE TABLE people (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    username TEXT,
    spoken TEXT,
    language TEXT,
    model TEXT,
    banned BIGINT NOT NULL DEFAULT 0,
    reachable BIGINT NOT NULL DEFAULT 1,
    met BIGINT NOT NULL,
    seen BIGINT NOT NULL
);
CREATE INDEX people_username ON people (lower(username));

-- Who pays. A running total of the ledger, kept in the same transaction as each entry. Only credits that a refund
-- took back, `refunded` in all, can bring the balance below zero.
CREATE TABLE wallets (
    id TEXT PRIMARY KEY,
    period BIGINT NOT NULL,
    free_used BIGINT NOT NULL DEFAULT 0 CHECK (free_used >= 0),
    balance BIGINT NOT NULL DEFAULT 0 CHECK (balance >= -refunded),
    free_limit BIGINT CHECK (free_limit >= 0),
    refunded BIGINT NOT NULL DEFAULT 0 CHECK (refunded >= 0)
);

-- Append-only. `free` and `paid` say how the credits that are left changed; `period` is the one that `free` is of.
-- The key makes each entry happen once: hold:<edit>, end:<edit> (settle or release, never both), grant:<update>,
-- payment:<charge>, refund:<charge>, and gift:<update>:out with gift:<update>:in, whose `admin` is who gave.
CREATE TABLE ledger (
    key TEXT PRIMARY KEY,
    wallet TEXT NOT NULL REFERENCES wallets (id),
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    free BIGINT NOT NULL DEFAULT 0,
    paid BIGINT NOT NULL DEFAULT 0,
    period BIGINT NOT NULL,
    edit TEXT,
    admin BIGINT,
    note TEXT,
    CHECK (
        (kind = 'hold' AND edit IS NOT NULL AND free <= 0 AND paid <= 0)
        OR (kind = 'settle' AND edit IS NOT NULL AND free = 0 AND paid = 0)
        OR (kind = 'release' AND edit IS NOT NULL AND free >= 0 AND paid >= 0)
        OR (kind = 'grant' AND free = 0)
        OR (kind = 'payment' AND free = 0 AND paid > 0)
        OR (kind = 'refund' AND free = 0 AND paid < 0)
        OR (kind = 'gift' AND free = 0)
        OR (kind = 'limit' AND free = 0 AND paid = 0)
    )
);
CREATE INDEX ledger_wallet ON ledger (wallet, at);

-- Every update from Telegram, written down before Telegram is told that we have it. Bodies go when they are done.
CREATE TABLE inbox (
    update_id BIGINT PRIMARY KEY,
    body TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done', 'parked')),
    received BIGINT NOT NULL,
    note TEXT
);
CREATE INDEX inbox_new ON inbox (received, update_id) WHERE state = 'new';
CREATE INDEX inbox_old ON inbox (received);

-- One request of one person. `sources`, `options` and `results` are JSON. An update starts one edit, or one in
-- each of several parts, as for a comparison.
CREATE TABLE edits (
    id TEXT PRIMARY KEY,
    update_id BIGINT NOT NULL,
    part BIGINT NOT NULL DEFAULT 0,
    wallet TEXT NOT NULL,
    person BIGINT NOT NULL,
    chat BIGINT NOT NULL,
    message BIGINT NOT NULL,
    thread BIGINT,
    model TEXT NOT NULL,
    prompt TEXT NOT NULL,
    sources TEXT NOT NULL,
    options TEXT NOT NULL,
    price BIGINT NOT NULL CHECK (price >= 0),
    state TEXT NOT NULL
        CHECK (state IN ('waiting', 'calling', 'fetched', 'delivering', 'done', 'failed', 'cancelled')),
    calls BIGINT NOT NULL DEFAULT 0,
    status_message BIGINT,
    results TEXT NOT NULL DEFAULT '[]',
    words TEXT,
    error TEXT,
    created BIGINT NOT NULL,
    ended BIGINT,
    UNIQUE (update_id, part)
);
CREATE INDEX edits_unfinished ON edits (created) WHERE state IN ('waiting', 'calling', 'fetched', 'delivering');
CREATE INDEX edits_wallet ON edits (wallet, created);
CREATE INDEX edits_created ON edits (created);

-- The messages that show results, so that a reply to one finds its edit and its file.
CREATE TABLE messages (
    chat BIGINT NOT NULL,
    message BIGINT NOT NULL,
    edit TEXT NOT NULL REFERENCES edits (id),
    position BIGINT NOT NULL,
    file_id TEXT,
    PRIMARY KEY (chat, message)
);
CREATE INDEX messages_edit ON messages (edit);

-- One row, written every few seconds: the proof that the database still takes writes.
CREATE TABLE pulse (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    at BIGINT NOT NULL
);

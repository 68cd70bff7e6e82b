-- Every payment in Stars, by Telegram's own name for it; `mark` is short for it in buttons. `credits` is 0 where
-- nobody knows what was paid for. `refunding` is written before Telegram is asked, so that a crash forgets nothing.
-- `told` is the last state that its person was told of. `admin` and `note`: who wanted it back, and why.
CREATE TABLE payments (
    charge TEXT PRIMARY KEY,
    mark TEXT NOT NULL UNIQUE,
    person BIGINT NOT NULL,
    stars BIGINT NOT NULL CHECK (stars >= 0),
    credits BIGINT NOT NULL CHECK (credits >= 0),
    nonce TEXT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL DEFAULT 'paid' CHECK (state IN ('paid', 'refunding', 'refunded')),
    told TEXT NOT NULL DEFAULT '',
    admin BIGINT,
    note TEXT
);
CREATE INDEX payments_person ON payments (person, at);
CREATE INDEX payments_nonce ON payments (nonce);
CREATE INDEX payments_open ON payments (state) WHERE state = 'refunding' OR told <> state;

-- Invoices that somebody is just paying, so that nobody pays one twice.
CREATE TABLE checkouts (
    nonce TEXT PRIMARY KEY,
    query TEXT NOT NULL,
    at BIGINT NOT NULL
);

-- One row: how many of the bot's Star transactions were looked through.
CREATE TABLE star_cursor (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    seen BIGINT NOT NULL
);

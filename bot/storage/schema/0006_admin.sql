-- What admins did, each in the transaction of the change itself. No words of people but the admin's own reason.
-- The key makes each act happen once: ban:<update>. `admin` is empty for the shell, `whom` for what is of nobody.
CREATE TABLE admin_acts (
    key TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    admin BIGINT,
    what TEXT NOT NULL,
    whom BIGINT,
    details TEXT,
    why TEXT
);
CREATE INDEX admin_acts_whom ON admin_acts (whom, at) WHERE whom IS NOT NULL;
CREATE INDEX admin_acts_at ON admin_acts (at);

-- When a ban ends by itself; empty: never. `private`: whether somebody wrote to the bot with nobody else around.
ALTER TABLE people ADD COLUMN banned_until BIGINT;
ALTER TABLE people ADD COLUMN private BIGINT NOT NULL DEFAULT 0;
UPDATE people SET private = 1 WHERE id IN (SELECT chat FROM edits);

-- The models and gateways that admins switched off; all others are on.
CREATE TABLE switches (
    kind TEXT NOT NULL CHECK (kind IN ('model', 'gateway')),
    name TEXT NOT NULL,
    PRIMARY KEY (kind, name)
);

-- What admins sent to everybody: the message in their own chat of which people get copies, and how far that is.
-- People get theirs in the order of their ids; `cursor` is committed before each, so that nobody gets two.
-- `tried` counts those; what is missing in `sent`, `unreachable` and `failed` after a crash, nobody knows.
CREATE TABLE broadcasts (
    id TEXT PRIMARY KEY,
    admin BIGINT NOT NULL,
    chat BIGINT NOT NULL,
    message BIGINT NOT NULL,
    state TEXT NOT NULL DEFAULT 'draft'
        CHECK (state IN ('draft', 'cancelled', 'sending', 'stopped', 'lost', 'done')),
    status_message BIGINT NOT NULL DEFAULT 0,
    cursor BIGINT NOT NULL DEFAULT 0,
    total BIGINT NOT NULL DEFAULT 0,
    tried BIGINT NOT NULL DEFAULT 0,
    sent BIGINT NOT NULL DEFAULT 0,
    unreachable BIGINT NOT NULL DEFAULT 0,
    failed BIGINT NOT NULL DEFAULT 0,
    created BIGINT NOT NULL,
    began BIGINT,
    ended BIGINT
);
CREATE INDEX broadcasts_sending ON broadcasts (began) WHERE state = 'sending';

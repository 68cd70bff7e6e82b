-- The id of a group's wallet, where that is not its own: it became a supergroup, and got a new one.
ALTER TABLE groups ADD COLUMN wallet TEXT;

-- When somebody was let in by an invitation; it counts where `access` is "invite".
ALTER TABLE people ADD COLUMN admitted BIGINT;
CREATE TABLE invites (
    code TEXT PRIMARY KEY,
    credits BIGINT NOT NULL CHECK (credits >= 0),
    uses BIGINT NOT NULL CHECK (uses > 0),
    admin BIGINT NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    revoked BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE invited (
    code TEXT NOT NULL REFERENCES invites (code),
    person BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (code, person)
);

-- Several processes at one database. `holder`: the process that works on an edit, and the only one that may move
-- it on. `round` and `lane`: when its wallet's turn comes, and behind which of the wallet's edits it waits.
ALTER TABLE edits ADD COLUMN holder TEXT NOT NULL DEFAULT '';
ALTER TABLE edits ADD COLUMN round BIGINT NOT NULL DEFAULT 0;
ALTER TABLE edits ADD COLUMN lane BIGINT NOT NULL DEFAULT 0;

-- What only one process does at a time, and which one: it counts `beats` up as long as it lives.
CREATE TABLE leases (
    what TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    beats BIGINT NOT NULL
);

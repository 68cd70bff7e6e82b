-- Each call of a gateway: when it began, how long it took (ms), the fault that it ended in (empty: it brought a
-- picture) and the status that the gateway answered with (0: none). Numbers only; kept for some weeks.
CREATE TABLE calls (
    edit TEXT NOT NULL,
    number BIGINT NOT NULL,
    gateway TEXT NOT NULL,
    model TEXT NOT NULL,
    at BIGINT NOT NULL,
    took BIGINT NOT NULL,
    fault TEXT,
    status BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (edit, number)
);
CREATE INDEX calls_at ON calls (at, gateway, model, fault, took);

-- What the console pages through, newest first, by the key that the last page ended with. Whatever it filters by
-- stands in the index, so that no page reads more rows than it shows; times are added up from the index alone.
CREATE INDEX edits_ended ON edits (state, created, model, called, answered, ended) WHERE ended IS NOT NULL;
CREATE INDEX edits_error ON edits (error, created, model) WHERE error IS NOT NULL;
CREATE INDEX edits_model ON edits (model, created, state);
CREATE INDEX ledger_at ON ledger (at, key);

-- Newcomers as before, and everybody with the names that one searches for; who wrote lately.
DROP INDEX people_met;
CREATE INDEX people_newest ON people (met, id, name, username);
CREATE INDEX people_seen ON people (seen);

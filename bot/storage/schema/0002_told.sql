-- 1 once nothing is left to be said about an edit that ended: its reason was given, its status cleared away.
-- What a crash kept back is found by it, and done at the next start.
ALTER TABLE edits ADD COLUMN told BIGINT NOT NULL DEFAULT 0;
UPDATE edits SET told = 1 WHERE ended IS NOT NULL;
CREATE INDEX edits_untold ON edits (ended) WHERE told = 0 AND ended IS NOT NULL;

-- Figures by day are read from the index alone, however large prompts and answers are; it takes the place of the
-- one by `created`. A person's own edits, newest first, and newcomers have an index each.
DROP INDEX edits_created;
CREATE INDEX edits_figures ON edits (created, state, model, error, person, price);
CREATE INDEX edits_person ON edits (person, created);
CREATE INDEX people_met ON people (met);

-- What a wallet spent lately, and what it has in work, whatever it asked for in all its life.
CREATE INDEX edits_spent ON edits (wallet, created, price) WHERE state = 'done';
CREATE INDEX edits_unfinished_of ON edits (wallet) WHERE state IN ('waiting', 'calling', 'fetched', 'delivering');

-- Whose pictures an edit has: the figures of what is delivered after a restart name it too.
ALTER TABLE edits ADD COLUMN gateway TEXT;

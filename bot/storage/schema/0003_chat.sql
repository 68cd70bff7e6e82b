-- What an edit goes on from, the comparison that it belongs to, and when a gateway was asked and had answered.
ALTER TABLE edits ADD COLUMN parent TEXT;
ALTER TABLE edits ADD COLUMN comparison TEXT;
ALTER TABLE edits ADD COLUMN called BIGINT;
ALTER TABLE edits ADD COLUMN answered BIGINT;
CREATE INDEX edits_comparison ON edits (comparison) WHERE comparison IS NOT NULL;
CREATE INDEX edits_answered ON edits (model, answered) WHERE answered IS NOT NULL;

-- What somebody wishes of all results (JSON), and a group likewise. `language`: the one last spoken to the bot there.
ALTER TABLE people ADD COLUMN preferences TEXT NOT NULL DEFAULT '{}';
CREATE TABLE groups (
    id BIGINT PRIMARY KEY,
    title TEXT NOT NULL,
    model TEXT,
    language TEXT,
    preferences TEXT NOT NULL DEFAULT '{}',
    present BIGINT NOT NULL DEFAULT 1,
    closed_until BIGINT,
    moved_to BIGINT,
    seen BIGINT NOT NULL
);

-- Something that the bot asked, in `message`, and what is needed to go on once it is answered (JSON). The next
-- words answer it while `answered` is empty; then it names the update that did (0: none, another question came).
-- Its buttons, and a reply to it, work until `expires`.
CREATE TABLE questions (
    chat BIGINT NOT NULL,
    message BIGINT NOT NULL,
    person BIGINT NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    answered BIGINT,
    expires BIGINT NOT NULL,
    PRIMARY KEY (chat, message)
);
CREATE INDEX questions_person ON questions (person, chat);
CREATE INDEX questions_expires ON questions (expires);

-- Prompts that people keep under a name; `folded` is the name without regard to upper and lower case.
CREATE TABLE presets (
    person BIGINT NOT NULL,
    folded TEXT NOT NULL,
    name TEXT NOT NULL,
    prompt TEXT NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (person, folded)
);

-- Pictures of one album come as separate updates, without an end mark: it is whole at `due`.
CREATE TABLE albums (
    chat BIGINT NOT NULL,
    album TEXT NOT NULL,
    due BIGINT NOT NULL,
    PRIMARY KEY (chat, album)
);
CREATE INDEX albums_due ON albums (due);
CREATE TABLE album_updates (
    update_id BIGINT PRIMARY KEY,
    chat BIGINT NOT NULL,
    album TEXT NOT NULL,
    message BIGINT NOT NULL,
    person BIGINT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX album_updates_album ON album_updates (chat, album);
CREATE INDEX album_updates_person ON album_updates (person);

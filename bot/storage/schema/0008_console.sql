-- The way into the console: links that work once, and the sessions that began with one. Only hashes (SHA-256) of what
-- people hold in their hands are kept, so that who reads this gets in nowhere.
CREATE TABLE console_links (
    hash TEXT PRIMARY KEY,
    admin BIGINT NOT NULL,
    until BIGINT NOT NULL
);
CREATE TABLE console_sessions (
    hash TEXT PRIMARY KEY,
    admin BIGINT NOT NULL,
    began BIGINT NOT NULL,
    seen BIGINT NOT NULL
);
CREATE INDEX console_sessions_admin ON console_sessions (admin);

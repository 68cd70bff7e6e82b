-- Buttons that were pressed a moment ago, whichever process heard of it: until when a second press does nothing.
CREATE TABLE presses (
    button TEXT PRIMARY KEY,
    update_id BIGINT NOT NULL,
    until BIGINT NOT NULL
);

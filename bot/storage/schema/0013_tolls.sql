-- What all processes together sent lately, to a chat or (place 0) at all: JSON lists of the moments until which each
-- message counts, those without an answer first; until when Telegram closed the place, and when the row is over.
CREATE TABLE tolls (
    place BIGINT PRIMARY KEY,
    flying TEXT NOT NULL DEFAULT '[]',
    landed TEXT NOT NULL DEFAULT '[]',
    closed BIGINT NOT NULL DEFAULT 0,
    over BIGINT NOT NULL DEFAULT 0
);

-- The troubles that admins were told of and that last, so that a restart repeats nothing. `well`: since when it is
-- proven to be over; `told`: when they last read of it; `facts` (JSON): what else its sentence tells.
CREATE TABLE alerts (
    what TEXT NOT NULL,
    gateway TEXT NOT NULL,
    model TEXT NOT NULL,
    key_number BIGINT NOT NULL,
    name TEXT NOT NULL,
    since BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    told BIGINT NOT NULL,
    well BIGINT,
    edits BIGINT NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY (what, gateway, model, key_number, name)
);
CREATE INDEX payments_for_nothing ON payments (at) WHERE credits = 0;

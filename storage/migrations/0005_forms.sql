-- Questionnaires, their versions, and how each board answers them.

CREATE TABLE form (
    id   TEXT PRIMARY KEY,                 -- the form_id of the sheet
    name TEXT NOT NULL
) STRICT;

-- A version never changes again: the file as it was, and what it was compiled to.
CREATE TABLE form_version (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    form_id      TEXT NOT NULL REFERENCES form (id),
    hash         TEXT NOT NULL UNIQUE,     -- sha256 of source
    source       BLOB NOT NULL,
    xform        TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    closed_at    INTEGER                   -- no longer begun with; who is inside goes on
) STRICT;

-- One filling of a form by one board, whoever of its officers writes. No row: not invited.
CREATE TABLE submission (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    form_id         TEXT NOT NULL REFERENCES form (id),
    form_version_id INTEGER NOT NULL REFERENCES form_version (id),
    board_id        INTEGER NOT NULL REFERENCES board (id),
    identity        TEXT NOT NULL UNIQUE,  -- UUID; what the form's dice follow from
    status          TEXT NOT NULL CHECK (status IN ('invited', 'started', 'partial', 'complete', 'refused')),
    begun_by        INTEGER REFERENCES person (id) ON DELETE SET NULL,
    begun_at        INTEGER,
    changed_by      INTEGER REFERENCES person (id) ON DELETE SET NULL,
    changed_at      INTEGER NOT NULL,
    log_mark        TEXT NOT NULL DEFAULT '',  -- changes with every change of the log
    aside           INTEGER NOT NULL DEFAULT 0 -- 1: of two that boards had which became one, the one that says less
) STRICT;
CREATE UNIQUE INDEX submission_one ON submission (form_id, board_id) WHERE aside = 0;
CREATE INDEX submission_of_board ON submission (board_id);

-- Append-only, except that the words of a free text can be erased.
CREATE TABLE submission_entry (
    submission_id INTEGER NOT NULL REFERENCES submission (id),
    place         INTEGER NOT NULL,        -- 0, 1, 2 …
    path          TEXT NOT NULL,           -- with the ids of repeat instances
    old           TEXT,
    new           TEXT,
    at            TEXT NOT NULL,           -- as the form saw it: ISO with the zone
    by_form       INTEGER NOT NULL,        -- 1: the form wrote it by itself
    person_id     INTEGER REFERENCES person (id) ON DELETE SET NULL,
    update_id     INTEGER,
    is_text       INTEGER NOT NULL,        -- 1: a person's own words
    erased        INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (submission_id, place)
) STRICT;
CREATE INDEX submission_entry_texts ON submission_entry (person_id) WHERE is_text = 1;

-- Times are integers: milliseconds since 1970 in UTC.

-- Everything Telegram sent. update_id is unique but not ordered over the years: after a quiet week Telegram starts
-- again at a random number, so nothing here compares it with "greater than" across restarts; seq is the order of arrival.
CREATE TABLE inbox (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    update_id   INTEGER NOT NULL UNIQUE,
    chat_id     INTEGER,
    kind        TEXT NOT NULL,
    body        TEXT,                      -- raw JSON; NULL for groups, for contacts once done, and after 8 days
    received_at INTEGER NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('new', 'done', 'skipped', 'parked')),
    attempts    INTEGER NOT NULL DEFAULT 0,
    error       TEXT,                      -- the exception's type and place, never its values
    closed_at   INTEGER
) STRICT;
CREATE INDEX inbox_open ON inbox (seq) WHERE status = 'new';
CREATE INDEX inbox_bodies ON inbox (closed_at) WHERE body IS NOT NULL AND status != 'new';
CREATE INDEX inbox_parked ON inbox (closed_at) WHERE status = 'parked';
CREATE INDEX inbox_ended ON inbox (closed_at) WHERE status IN ('done', 'skipped');
CREATE INDEX inbox_of_chat ON inbox (chat_id, received_at);

-- Everything the bot says. A row ends as sent, skipped, unreachable, failed, dropped or stays uncertain; never in silence.
CREATE TABLE outbox (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id     INTEGER NOT NULL,
    priority    INTEGER NOT NULL,          -- 0 reply, 1 reminder, 2 broadcast
    kind        TEXT NOT NULL,             -- decides what happens when nobody knows whether it arrived
    method      TEXT NOT NULL CHECK (method IN ('send', 'edit', 'file')),
    payload     TEXT,                      -- JSON; NULL 30 days after it was sent, or once its person is erased
    edits       INTEGER REFERENCES outbox (id),  -- the row whose message an edit changes, when its id was not known yet
    message_id  INTEGER,                   -- of the message sent, or to be edited
    dedupe_key  TEXT UNIQUE,
    status      TEXT NOT NULL CHECK (status IN
                    ('queued', 'sending', 'sent', 'skipped', 'unreachable', 'uncertain', 'failed', 'dropped')),
    reason      TEXT,
    attempts    INTEGER NOT NULL DEFAULT 0,
    repeated    INTEGER NOT NULL DEFAULT 0,  -- 1: sent again after an uncertain try, so it may have arrived twice
    due_at      INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    closed_at   INTEGER
) STRICT;
CREATE INDEX outbox_open ON outbox (due_at, id) WHERE status IN ('queued', 'sending');
CREATE INDEX outbox_uncertain ON outbox (id) WHERE status = 'uncertain';
CREATE INDEX outbox_texts ON outbox (closed_at) WHERE payload IS NOT NULL AND closed_at IS NOT NULL;
CREATE INDEX outbox_of_chat ON outbox (chat_id, id);

CREATE TABLE chat (
    chat_id      INTEGER PRIMARY KEY,
    kind         TEXT NOT NULL CHECK (kind IN ('private', 'group', 'supergroup', 'channel')),
    state        TEXT,                     -- ChatState as JSON: a position, no personal data
    open_row     INTEGER REFERENCES outbox (id),  -- the outbox row that drew the open question
    open_drawn_at INTEGER,
    unreachable  TEXT,                     -- why Telegram refuses, NULL while it does not
    unreachable_at INTEGER,
    muted_at     INTEGER,
    locale       TEXT,
    migrated_to  INTEGER,
    first_seen_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL
) STRICT;

-- The only place of names and phones; a row exists only after its person accepted the service, and is erased as a whole.
CREATE TABLE person (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id         INTEGER NOT NULL UNIQUE REFERENCES chat (chat_id),
    name            TEXT NOT NULL,
    phone_encrypted BLOB,
    phone_hash      BLOB,                  -- keyed, to find the same phone again without being able to read it
    created_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX person_phone ON person (phone_hash) WHERE phone_hash IS NOT NULL;

-- Every text of the privacy notice that was ever shown, so that a consent can be read again years later.
CREATE TABLE notice (
    hash          TEXT PRIMARY KEY,
    version       TEXT NOT NULL,
    body          TEXT NOT NULL,
    first_used_at INTEGER NOT NULL
) STRICT;

-- Proof of each decision (Ley 1581 art. 9). Outlives an erasure as the minimum: chat, date, notice; no name.
CREATE TABLE consent (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id     INTEGER NOT NULL,
    purpose     TEXT NOT NULL CHECK (purpose IN ('adult', 'service', 'phone', 'role', 'statistics', 'erasure')),
    accepted    INTEGER NOT NULL,
    notice_hash TEXT NOT NULL REFERENCES notice (hash),
    update_id   INTEGER,
    decided_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX consent_of_chat ON consent (chat_id, purpose, id);

-- One go through a conversation that collects answers.
CREATE TABLE run (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id    INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    conversation TEXT NOT NULL,
    status       TEXT NOT NULL CHECK (status IN ('open', 'finished', 'discarded')),
    started_at   INTEGER NOT NULL,
    closed_at    INTEGER
) STRICT;
CREATE UNIQUE INDEX run_open ON run (person_id, conversation) WHERE status = 'open';

-- Append-only log of answers; the newest row of a question counts. One update gives at most one answer.
CREATE TABLE answer (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id      INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    question    TEXT NOT NULL,
    value       TEXT,                      -- NULL: passed over
    withdrawn   INTEGER NOT NULL DEFAULT 0,
    update_id   INTEGER,
    answered_at INTEGER NOT NULL
) STRICT;
-- Within a run: over the years Telegram may use a number again.
CREATE UNIQUE INDEX answer_once ON answer (run_id, update_id) WHERE withdrawn = 0 AND update_id IS NOT NULL;
CREATE INDEX answer_of_run ON answer (run_id, id);

CREATE TABLE board (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT NOT NULL CHECK (kind IN ('jac', 'jvc', 'asojuntas')),
    name       TEXT NOT NULL,
    localidad  TEXT NOT NULL,
    comuna     TEXT NOT NULL,
    barrio     TEXT NOT NULL,
    sector     TEXT,
    nit        TEXT,
    run_id     INTEGER UNIQUE REFERENCES run (id) ON DELETE SET NULL,  -- a run registers one board, however often
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE officer (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id     INTEGER NOT NULL REFERENCES board (id),
    person_id    INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    role         TEXT NOT NULL,
    since        INTEGER NOT NULL,
    UNIQUE (board_id, person_id, role)
) STRICT;
CREATE INDEX officer_of_person ON officer (person_id);

-- What people and the bot did, by ids only.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    actor   INTEGER NOT NULL,              -- chat id; 0 is the bot itself
    action  TEXT NOT NULL,
    subject TEXT NOT NULL
) STRICT;

CREATE TABLE mark (
    name  TEXT PRIMARY KEY,                -- heartbeat, profile, key check
    value TEXT NOT NULL
) STRICT;

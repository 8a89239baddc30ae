-- Boards become a register: imported, claimed, decided upon, edited, merged; and those who look after it.

-- listed: part of the programme. proposed: entered by somebody because it was missing, not decided yet.
-- rejected, inactive: not part of it, with a reason; may come back. merged: the same as another one, which goes on.
ALTER TABLE board ADD COLUMN status TEXT NOT NULL DEFAULT 'listed'
    CHECK (status IN ('listed', 'proposed', 'rejected', 'inactive', 'merged'));
ALTER TABLE board ADD COLUMN merged_into INTEGER REFERENCES board (id);
ALTER TABLE board ADD COLUMN personeria TEXT;
ALTER TABLE board ADD COLUMN ruc TEXT;
ALTER TABLE board ADD COLUMN registry_state TEXT
    CHECK (registry_state IN ('active', 'inactive', 'suspended', 'cancelled'));
ALTER TABLE board ADD COLUMN in_roster INTEGER NOT NULL DEFAULT 0;   -- 1: stood in an imported list
ALTER TABLE board ADD COLUMN assisted INTEGER NOT NULL DEFAULT 0;    -- 1: entered by a coordinator for somebody
ALTER TABLE board ADD COLUMN updated_at INTEGER;
CREATE INDEX board_nit ON board (nit) WHERE nit IS NOT NULL;
CREATE INDEX board_status ON board (status);

-- What a board was called, where it was and so on before somebody changed it.
CREATE TABLE board_change (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id INTEGER NOT NULL REFERENCES board (id),
    field    TEXT NOT NULL,
    old      TEXT,
    new      TEXT,
    actor    INTEGER NOT NULL,             -- chat id; 0 is an import
    at       INTEGER NOT NULL
) STRICT;
CREATE INDEX board_change_of_board ON board_change (board_id, id);

-- Offices gain a term and an end; a person may hold the same office again later.
CREATE TABLE officer_new (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id   INTEGER NOT NULL REFERENCES board (id),
    person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    role       TEXT NOT NULL,
    since      INTEGER NOT NULL,           -- when this program learnt of it
    term_start TEXT,                       -- ISO dates of the term of office
    term_end   TEXT,
    until      INTEGER,                    -- NULL while held
    ended      TEXT CHECK (ended IN ('handed_over', 'left', 'replaced', 'removed', 'merged'))
) STRICT;
INSERT INTO officer_new (id, board_id, person_id, role, since, term_start, term_end)
    SELECT id, board_id, person_id, role, since, '2026-07-01', '2030-06-30' FROM officer;
DROP TABLE officer;
ALTER TABLE officer_new RENAME TO officer;
CREATE UNIQUE INDEX officer_held ON officer (board_id, person_id, role) WHERE until IS NULL;
CREATE UNIQUE INDEX officer_one_president ON officer (board_id) WHERE role = 'president' AND until IS NULL;
CREATE INDEX officer_of_person ON officer (person_id);
CREATE INDEX officer_of_board ON officer (board_id);

-- What somebody asked for and a coordinator may have to decide: an office on a board, or a correction of its record.
CREATE TABLE claim (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT NOT NULL CHECK (kind IN ('office', 'correction')),
    board_id   INTEGER NOT NULL REFERENCES board (id),
    person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    role       TEXT,                       -- of an office
    field      TEXT,                       -- of a correction, with the value that is asked for
    value      TEXT,
    why        TEXT NOT NULL,              -- why it needs a decision; 'none' when it did not
    near_id    INTEGER REFERENCES board (id),  -- the board it may be the same as
    status     TEXT NOT NULL CHECK (status IN ('waiting', 'asked', 'approved', 'rejected', 'withdrawn')),
    run_id     INTEGER UNIQUE REFERENCES run (id) ON DELETE SET NULL,  -- a run claims once, however often it is sent
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    decided_by INTEGER                     -- chat id; 0 is the bot by its rules
) STRICT;
CREATE INDEX claim_waiting ON claim (created_at) WHERE status IN ('waiting', 'asked');
CREATE UNIQUE INDEX claim_open ON claim (board_id, person_id, kind, coalesce(role, ''), coalesce(field, ''))
    WHERE status IN ('waiting', 'asked');
CREATE INDEX claim_of_board ON claim (board_id, id);
CREATE INDEX claim_of_person ON claim (person_id, id);

-- Every free text about boards and claims, erasable: reasons, questions, answers. A person's own go with the person.
CREATE TABLE note (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id  INTEGER NOT NULL REFERENCES board (id),
    claim_id  INTEGER REFERENCES claim (id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,  -- who wrote it, if not a coordinator
    actor     INTEGER NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('reason', 'question', 'answer')),
    body      TEXT NOT NULL,
    at        INTEGER NOT NULL
) STRICT;
CREATE INDEX note_of_board ON note (board_id, id);
CREATE INDEX note_of_claim ON note (claim_id) WHERE claim_id IS NOT NULL;

-- Somebody without a phone of their own: what a coordinator wrote down with their permission. Erasable as a whole.
CREATE TABLE contact (
    board_id        INTEGER PRIMARY KEY REFERENCES board (id),
    name            TEXT NOT NULL,
    role            TEXT NOT NULL,
    phone_encrypted BLOB,
    permitted_at    INTEGER NOT NULL,
    actor           INTEGER NOT NULL
) STRICT;

-- Who looks after the programme. Owners named in OWNER_IDS need no row.
CREATE TABLE staff (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id    INTEGER NOT NULL,
    name       TEXT,                       -- as Telegram gave it; NULL once the person had everything erased
    role       TEXT NOT NULL CHECK (role IN ('owner', 'coordinator', 'observer')),
    localidad  TEXT,                       -- NULL: the whole city
    granted_by INTEGER NOT NULL,           -- chat id; 0 is the command line
    granted_at INTEGER NOT NULL,
    revoked_by INTEGER,
    revoked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX staff_current ON staff (chat_id) WHERE revoked_at IS NULL;

-- Single-use links: into the team, or to take over an office. Only the hash of a code is kept.
CREATE TABLE invitation (
    code_hash  BLOB PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind IN ('staff', 'handover')),
    role       TEXT,
    localidad  TEXT,
    officer_id INTEGER REFERENCES officer (id) ON DELETE CASCADE,
    made_by    INTEGER NOT NULL,
    made_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_by    INTEGER,
    used_at    INTEGER,
    revoked_at INTEGER
) STRICT;
CREATE INDEX invitation_open ON invitation (made_by) WHERE used_at IS NULL AND revoked_at IS NULL;

-- Files that somebody sent to be read: fetched and read outside any turn, then talked about.
CREATE TABLE upload (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id     INTEGER NOT NULL,
    purpose     TEXT NOT NULL,
    file_id     TEXT NOT NULL,
    name        TEXT NOT NULL,
    size        INTEGER NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('waiting', 'ready', 'failed', 'used', 'dropped')),
    outcome     TEXT,                      -- JSON: what was read, or why not; NULL once used or dropped
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX upload_open ON upload (id) WHERE status = 'waiting';

ALTER TABLE audit ADD COLUMN object TEXT;  -- what else the deed was about: claim:5, person:8, field:nit
CREATE INDEX audit_of_subject ON audit (subject, id);

-- A person asks the team something: what was written to and fro, and which message of the bot belongs to which ticket.

-- The outbox learns to copy a message from one chat to another. SQLite cannot change a CHECK, so the table is made anew;
-- what points at its rows lets go of them meanwhile.
CREATE TABLE outbox_new (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id     INTEGER NOT NULL,
    priority    INTEGER NOT NULL,          -- 0 reply, 1 reminder, 2 broadcast
    kind        TEXT NOT NULL,             -- decides what happens when nobody knows whether it arrived
    method      TEXT NOT NULL CHECK (method IN ('send', 'edit', 'file', 'copy')),
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
CREATE TABLE outbox_edits (id INTEGER PRIMARY KEY, edits INTEGER NOT NULL) STRICT;
CREATE TABLE chat_open_row (chat_id INTEGER PRIMARY KEY, open_row INTEGER NOT NULL) STRICT;
INSERT INTO outbox_edits SELECT id, edits FROM outbox WHERE edits IS NOT NULL;
INSERT INTO chat_open_row SELECT chat_id, open_row FROM chat WHERE open_row IS NOT NULL;
UPDATE outbox SET edits = NULL WHERE edits IS NOT NULL;
UPDATE chat SET open_row = NULL WHERE open_row IS NOT NULL;
INSERT INTO outbox_new SELECT id, chat_id, priority, kind, method, payload, NULL, message_id, dedupe_key, status, reason,
    attempts, repeated, due_at, created_at, closed_at FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;
UPDATE outbox SET edits = (SELECT e.edits FROM outbox_edits e WHERE e.id = outbox.id)
    WHERE id IN (SELECT id FROM outbox_edits);
UPDATE chat SET open_row = (SELECT o.open_row FROM chat_open_row o WHERE o.chat_id = chat.chat_id)
    WHERE chat_id IN (SELECT chat_id FROM chat_open_row);
DROP TABLE outbox_edits;
DROP TABLE chat_open_row;
CREATE INDEX outbox_open ON outbox (due_at, id) WHERE status IN ('queued', 'sending');
CREATE INDEX outbox_uncertain ON outbox (id) WHERE status = 'uncertain';
CREATE INDEX outbox_texts ON outbox (closed_at) WHERE payload IS NOT NULL AND closed_at IS NOT NULL;
CREATE INDEX outbox_of_chat ON outbox (chat_id, id);

-- open: waits for the team. answered: waits for the person, or for nothing. A person has one that is not closed.
CREATE TABLE ticket (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id      INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    board_id       INTEGER REFERENCES board (id),
    topic          TEXT,                   -- id of the procurement card that did not help
    status         TEXT NOT NULL CHECK (status IN ('open', 'answered', 'closed')),
    assignee       INTEGER,                -- chat id of who took it
    opened_at      INTEGER NOT NULL,
    waiting_since  INTEGER NOT NULL,       -- of the oldest message that nobody of the team has answered
    first_reply_at INTEGER,
    reminded_at    INTEGER,                -- everybody was told again; NULL once the person writes anew
    escalated_at   INTEGER,                -- owners were told
    closed_at      INTEGER,
    rating         TEXT CHECK (rating IN ('helped', 'failed'))
) STRICT;
CREATE UNIQUE INDEX ticket_open ON ticket (person_id) WHERE status != 'closed';
CREATE INDEX ticket_waiting ON ticket (waiting_since) WHERE status != 'closed';
CREATE INDEX ticket_of_person ON ticket (person_id, id);
CREATE INDEX ticket_of_board ON ticket (board_id) WHERE status != 'closed';

-- Everything that was written, erased with its person.
CREATE TABLE ticket_message (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_id  INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
    by_staff   INTEGER NOT NULL,
    author     INTEGER NOT NULL,           -- chat id
    kind       TEXT NOT NULL,              -- text, or what was attached
    body       TEXT,
    message_id INTEGER,                    -- Telegram's, in the author's chat
    at         INTEGER NOT NULL
) STRICT;
CREATE INDEX ticket_message_of_ticket ON ticket_message (ticket_id, id);
CREATE INDEX ticket_message_of_author ON ticket_message (author, message_id) WHERE message_id IS NOT NULL;

-- What the bot said about a ticket, to whom: an answer to that message is an answer in the ticket.
CREATE TABLE relay (
    row_id    INTEGER PRIMARY KEY REFERENCES outbox (id),
    ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
    chat_id   INTEGER NOT NULL
) STRICT;
CREATE INDEX relay_of_ticket ON relay (ticket_id);
CREATE INDEX relay_of_chat ON relay (chat_id, row_id);

-- Procurement questions: how often a card was shown and whether it helped, a day and card; nobody's name, no chat.
CREATE TABLE card_use (
    card_id TEXT NOT NULL,
    day     TEXT NOT NULL,                 -- ISO date in the city
    shown   INTEGER NOT NULL DEFAULT 0,
    helped  INTEGER NOT NULL DEFAULT 0,
    failed  INTEGER NOT NULL DEFAULT 0,    -- "it did not help me"
    PRIMARY KEY (card_id, day)
) STRICT;

-- What people asked and no card answered, folded, with numbers and addresses taken out; without who asked.
CREATE TABLE unanswered (
    body     TEXT PRIMARY KEY,
    asked    INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX unanswered_often ON unanswered (asked DESC, last_at DESC);

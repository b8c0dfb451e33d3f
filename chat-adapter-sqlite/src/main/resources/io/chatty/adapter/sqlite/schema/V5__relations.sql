-- Whether a password opens a session: open, once, spent or disabled.
ALTER TABLE users ADD COLUMN admission TEXT NOT NULL DEFAULT 'open';

-- When nothing was left of a deleted account anywhere; null until then.
ALTER TABLE users ADD COLUMN erased_at INTEGER;

CREATE INDEX users_unfinished ON users (deleted_at) WHERE deleted_at IS NOT NULL AND erased_at IS NULL;

CREATE TABLE block (
  blocker INTEGER NOT NULL REFERENCES users (key),
  blocked INTEGER NOT NULL REFERENCES users (key),
  since INTEGER NOT NULL,
  PRIMARY KEY (blocker, blocked)
) STRICT, WITHOUT ROWID;

CREATE INDEX block_list ON block (blocker, since DESC);

CREATE INDEX block_against ON block (blocked);

-- The marks as the other one is shown them while a block stands between the two.
ALTER TABLE member ADD COLUMN kept_read_seq INTEGER;

ALTER TABLE member ADD COLUMN kept_read_at INTEGER;

ALTER TABLE member ADD COLUMN kept_delivered_seq INTEGER;

ALTER TABLE member ADD COLUMN kept_delivered_at INTEGER;

-- Whether two people have a message in common.
CREATE UNIQUE INDEX conversation_people ON conversation (low, high);

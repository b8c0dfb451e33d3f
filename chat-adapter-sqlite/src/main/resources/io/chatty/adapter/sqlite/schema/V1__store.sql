-- Times are milliseconds since 1970 UTC, flags are 0 or 1. Rows and indexes hold small integer keys instead of ids.

-- What makes this store this store; one row.
CREATE TABLE store_identity (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  epoch TEXT NOT NULL,
  cursor_key BLOB NOT NULL
) STRICT;

-- People. What is personal is null once the account is deleted; the row stays, for their peers' sake.
CREATE TABLE users (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  email TEXT,
  email_folded TEXT UNIQUE,
  name TEXT,
  name_folded TEXT,
  password_hash TEXT,
  read_receipts INTEGER NOT NULL,
  presence INTEGER NOT NULL,
  discoverable INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE INDEX users_directory ON users (name_folded, id) WHERE discoverable = 1 AND deleted_at IS NULL;

-- The directory's search: the folded name from each of its words on, so that a prefix is a range.
CREATE TABLE name_tail (
  tail TEXT NOT NULL,
  user INTEGER NOT NULL REFERENCES users (key),
  PRIMARY KEY (tail, user)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  user INTEGER NOT NULL REFERENCES users (key),
  token_hash TEXT NOT NULL UNIQUE,
  client TEXT,
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;

CREATE INDEX session_of_user ON session (user, created_at);

CREATE TABLE last_seen (
  user INTEGER PRIMARY KEY REFERENCES users (key),
  seen_at INTEGER NOT NULL
) STRICT;

-- One row for a pair. Its highest numbers are those of its messages and stand nowhere else.
CREATE TABLE conversation (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL DEFAULT 'direct',
  low INTEGER NOT NULL REFERENCES users (key),
  high INTEGER NOT NULL REFERENCES users (key)
) STRICT;

-- A conversation as it exists for one of its people: from opening it, or from its first message on.
CREATE TABLE member (
  conversation INTEGER NOT NULL REFERENCES conversation (key),
  user INTEGER NOT NULL REFERENCES users (key),
  created_at INTEGER NOT NULL,
  listed_at INTEGER NOT NULL, -- time of the last message, created_at while there is none
  touched_at INTEGER NOT NULL, -- time of the last change that is not a new message: marks, settings, edits, reactions
  read_seq INTEGER NOT NULL DEFAULT 0,
  read_at INTEGER,
  delivered_seq INTEGER NOT NULL DEFAULT 0,
  delivered_at INTEGER,
  muted INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0,
  pinned INTEGER NOT NULL DEFAULT 0,
  marked_unread INTEGER NOT NULL DEFAULT 0,
  settings_version INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (conversation, user)
) STRICT, WITHOUT ROWID;

CREATE INDEX member_list ON member (user, listed_at DESC);

CREATE INDEX member_touched ON member (user, touched_at);

-- A deleted message stays as a tombstone: its text and reply_to are null.
CREATE TABLE message (
  conversation INTEGER NOT NULL REFERENCES conversation (key),
  seq INTEGER NOT NULL,
  rev INTEGER NOT NULL, -- of its latest change
  sender INTEGER NOT NULL REFERENCES users (key),
  sender_seq INTEGER NOT NULL, -- how many messages the sender had written here by then, this one included
  client_id TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'text',
  text TEXT,
  reply_to INTEGER,
  sent_at INTEGER NOT NULL,
  edited_at INTEGER,
  deleted_at INTEGER,
  changes INTEGER NOT NULL DEFAULT 0, -- edits and reactions so far
  PRIMARY KEY (conversation, seq)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX message_rev ON message (conversation, rev);

CREATE UNIQUE INDEX message_client_id ON message (conversation, sender, client_id);

CREATE INDEX message_tombstone ON message (conversation, sender, seq) WHERE deleted_at IS NOT NULL;

CREATE TABLE reaction (
  conversation INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  user INTEGER NOT NULL REFERENCES users (key),
  emoji TEXT NOT NULL,
  rev INTEGER NOT NULL, -- the change that brought it, which orders the reactions of a message
  PRIMARY KEY (conversation, seq, user, emoji),
  FOREIGN KEY (conversation, seq) REFERENCES message (conversation, seq)
) STRICT, WITHOUT ROWID;

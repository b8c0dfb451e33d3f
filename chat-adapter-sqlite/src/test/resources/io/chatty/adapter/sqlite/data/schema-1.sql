-- A store of schema 1 as its first version wrote it; the changes of the messages 5 to 7 and Bob's settings are added in the
-- same form. The password of all is "correct horse battery staple". Not to be changed: every later version opens it.
BEGIN TRANSACTION;
CREATE TABLE conversation (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL DEFAULT 'direct',
  low INTEGER NOT NULL REFERENCES users (key),
  high INTEGER NOT NULL REFERENCES users (key)
) STRICT;
INSERT INTO "conversation" VALUES(1,'c_xc99YweMW1oHVBbu5B0FTw','direct',1,2);
INSERT INTO "conversation" VALUES(2,'c_GpZI1FLd1uQOrNd4-xBZZg','direct',2,3);
INSERT INTO "conversation" VALUES(3,'c_20TiqOicC3PGKNSWy060ag','direct',1,3);
CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO "flyway_schema_history" VALUES(1,'1','store','SQL','V1__store.sql',-664349728,'','2026-11-29 14:07:52.849',8,1);
CREATE TABLE last_seen (
  user INTEGER PRIMARY KEY REFERENCES users (key),
  seen_at INTEGER NOT NULL
) STRICT;
INSERT INTO "last_seen" VALUES(1,1795356491402);
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
INSERT INTO "member" VALUES(1,1,1795356201402,1795356311402,1795356431402,12,1795356401402,12,1795356401402,0,0,0,0,0);
INSERT INTO "member" VALUES(1,2,1795356201402,1795356311402,1795356431402,9,1795356391402,11,1795356391402,1,0,0,0,1);
INSERT INTO "member" VALUES(2,2,1795356341402,1795356341402,1795356341402,0,NULL,0,NULL,0,0,0,0,0);
INSERT INTO "member" VALUES(2,3,1795356341402,1795356341402,1795356341402,0,NULL,0,NULL,0,0,0,0,0);
INSERT INTO "member" VALUES(3,1,1795356196402,1795356196402,1795356196402,0,NULL,0,NULL,0,0,0,0,0);
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
INSERT INTO "message" VALUES(1,1,1,1,1,'old-1','text','message 1',NULL,1795356201402,NULL,NULL,0);
INSERT INTO "message" VALUES(1,2,2,2,1,'old-2','text','message 2',NULL,1795356211402,NULL,NULL,0);
INSERT INTO "message" VALUES(1,3,3,1,2,'old-3','text','message 3',NULL,1795356221402,NULL,NULL,0);
INSERT INTO "message" VALUES(1,4,4,2,2,'old-4','text','  line' || char(13, 10) || 'line ''quoted'' \u0041 👨‍👩‍👧‍👦 é; --',NULL,1795356231402,NULL,NULL,0);
INSERT INTO "message" VALUES(1,5,13,1,3,'old-5','text','message 5, edited',NULL,1795356241402,1795356411402,NULL,1);
INSERT INTO "message" VALUES(1,6,14,2,3,'old-6','text',NULL,NULL,1795356251402,NULL,1795356421402,0);
INSERT INTO "message" VALUES(1,7,15,1,4,'old-7','text','message 7',NULL,1795356261402,NULL,NULL,1);
INSERT INTO "message" VALUES(1,8,8,2,4,'old-8','text','message 8',NULL,1795356271402,NULL,NULL,0);
INSERT INTO "message" VALUES(1,9,9,1,5,'old-9','text','message 9',NULL,1795356281402,NULL,NULL,0);
INSERT INTO "message" VALUES(1,10,10,2,5,'old-10','text','message 10',NULL,1795356291402,NULL,NULL,0);
INSERT INTO "message" VALUES(1,11,11,1,6,'old-11','text','message 11',NULL,1795356301402,NULL,NULL,0);
INSERT INTO "message" VALUES(1,12,12,2,6,'old-12','text','message 12',3,1795356311402,NULL,NULL,0);
INSERT INTO "message" VALUES(2,1,1,3,1,'old-1','text','hello Bob',NULL,1795356341402,NULL,NULL,0);
CREATE TABLE name_tail (
  tail TEXT NOT NULL,
  user INTEGER NOT NULL REFERENCES users (key),
  PRIMARY KEY (tail, user)
) STRICT, WITHOUT ROWID;
INSERT INTO "name_tail" VALUES('anna lee',1);
INSERT INTO "name_tail" VALUES('bob stone',2);
INSERT INTO "name_tail" VALUES('cara nunez',3);
INSERT INTO "name_tail" VALUES('lee',1);
INSERT INTO "name_tail" VALUES('nunez',3);
INSERT INTO "name_tail" VALUES('stone',2);
CREATE TABLE reaction (
  conversation INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  user INTEGER NOT NULL REFERENCES users (key),
  emoji TEXT NOT NULL,
  rev INTEGER NOT NULL, -- the change that brought it, which orders the reactions of a message
  PRIMARY KEY (conversation, seq, user, emoji),
  FOREIGN KEY (conversation, seq) REFERENCES message (conversation, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "reaction" VALUES(1,7,2,'👍',15);
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
INSERT INTO "session" VALUES(1,'s_phone',1,'23d04fcaa82e8edd99fa829df3966eab9c22dc01430f5419cb9d29f8a3a69cc0','Firefox',1795356191402,1795356191402,1797948191402,NULL);
INSERT INTO "session" VALUES(2,'s_laptop',1,'9b905ce9638ec8c011a380accba74f4411a8959c25181fa13099385f0d69745f','Firefox',1795356191402,1795356191402,1797948191402,NULL);
INSERT INTO "session" VALUES(3,'s_bob',2,'bb42449f85f420ddee11710553e7d353ba7ccef26c037264beaea379d5a20623','Firefox',1795356191402,1795356191402,1797948191402,NULL);
CREATE TABLE store_identity (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  epoch TEXT NOT NULL,
  cursor_key BLOB NOT NULL
) STRICT;
INSERT INTO "store_identity" VALUES(1,'WPHyuFm2GhU7T1qr4eI96w',X'ADE87012DE31DAFF31E0D8DFC047F443BBFBE894F851574269C8E7DF72012D9A');
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
INSERT INTO "users" VALUES(1,'u_anna','anna@example.org','anna@example.org','Anna Lee','anna lee','$2a$04$TF7SHqtjZdncq.wmlvQlOOjn52NNkqO8ivcKXxksM1eUksIh3lUiK',1,1,1,1795356191402,NULL);
INSERT INTO "users" VALUES(2,'u_bob','bob@example.org','bob@example.org','Bob Stone','bob stone','$2a$04$TF7SHqtjZdncq.wmlvQlOOjn52NNkqO8ivcKXxksM1eUksIh3lUiK',1,1,1,1795356191402,NULL);
INSERT INTO "users" VALUES(3,'u_cara','cara@example.org','cara@example.org','Cara Núñez','cara nunez','$2a$04$TF7SHqtjZdncq.wmlvQlOOjn52NNkqO8ivcKXxksM1eUksIh3lUiK',1,1,1,1795356191402,NULL);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX users_directory ON users (name_folded, id) WHERE discoverable = 1 AND deleted_at IS NULL;
CREATE INDEX session_of_user ON session (user, created_at);
CREATE INDEX member_list ON member (user, listed_at DESC);
CREATE INDEX member_touched ON member (user, touched_at);
CREATE UNIQUE INDEX message_rev ON message (conversation, rev);
CREATE UNIQUE INDEX message_client_id ON message (conversation, sender, client_id);
CREATE INDEX message_tombstone ON message (conversation, sender, seq) WHERE deleted_at IS NOT NULL;
COMMIT;

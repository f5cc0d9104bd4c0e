-- A store of version 1, as text. Never changed: it stands for the databases that people have.
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA application_id = 1246317939;
PRAGMA user_version = 1;

CREATE TABLE accounts (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  password TEXT,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE memberships (
  room TEXT NOT NULL,
  member TEXT NOT NULL,
  room_name TEXT NOT NULL,
  PRIMARY KEY (room, member)
) STRICT, WITHOUT ROWID;

CREATE TABLE mailboxes (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  owner TEXT NOT NULL UNIQUE,
  confirmed INTEGER NOT NULL
) STRICT;

CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  conversation TEXT NOT NULL,
  sender TEXT NOT NULL,
  recipient TEXT NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  mark TEXT,
  reached INTEGER NOT NULL,
  waiting INTEGER NOT NULL
) STRICT;

CREATE INDEX conversations ON messages (conversation);

CREATE UNIQUE INDEX marks ON messages (mark) WHERE mark IS NOT NULL;

CREATE TABLE letters (
  mailbox INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  message INTEGER NOT NULL,
  size INTEGER NOT NULL,
  PRIMARY KEY (mailbox, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX letters_of_messages ON letters (message);

INSERT INTO accounts VALUES ('ann', 'Ann', 'hash of a secret', 1700000000000000000);
INSERT INTO accounts VALUES ('bob', 'Bob', NULL, 1700000001000000000);
INSERT INTO memberships VALUES ('#team', 'ann', '#Team');
INSERT INTO memberships VALUES ('#team', 'bob', '#Team');
INSERT INTO mailboxes VALUES (1, 'bob', 1);
INSERT INTO messages VALUES (1867000000000000001, 'ann bob', 'Ann', 'Bob', 'hello', 4000000000000000000, 'ann c1', 1, 0);
INSERT INTO messages VALUES (1867000000000000002, 'ann bob', 'Ann', 'Bob', 'are you there?', 4000000000000000001, NULL, 0, 1);
INSERT INTO letters VALUES (1, 1, 1867000000000000001, 5);
INSERT INTO letters VALUES (1, 2, 1867000000000000002, 14);

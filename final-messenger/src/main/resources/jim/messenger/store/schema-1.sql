-- Times are nanoseconds since 1970. Keys are names as all their spellings are compared.

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

-- Letters up to the place "confirmed" have arrived. A number is never used again, so that what was left in a mailbox that is
-- gone finds no new owner.
CREATE TABLE mailboxes (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  owner TEXT NOT NULL UNIQUE,
  confirmed INTEGER NOT NULL
) STRICT;

-- A mark is the key of the sender, a space, and the sender's cid.
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

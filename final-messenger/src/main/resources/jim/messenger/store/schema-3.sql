-- For how many members of a room a message was not kept, since their mailboxes were full.
ALTER TABLE messages ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;

-- When a room was made, by its key; 0 for those that were there before this was noted: their histories are whole.
CREATE TABLE rooms (
  room TEXT PRIMARY KEY,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO rooms SELECT DISTINCT room, 0 FROM memberships;

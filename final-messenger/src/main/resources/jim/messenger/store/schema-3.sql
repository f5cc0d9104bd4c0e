-- For how many members of a room a message was not kept, since their mailboxes were full.
ALTER TABLE messages ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;

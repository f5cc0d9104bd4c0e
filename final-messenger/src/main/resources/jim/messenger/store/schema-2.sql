-- When somebody was last here; of those who were before this was noted, now.
ALTER TABLE accounts ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;

UPDATE accounts SET seen = unixepoch() * 1000000000;

-- Archiving and marking unread end by themselves, so that not a flag is kept but the number at which it was set.
ALTER TABLE member ADD COLUMN archived_seq INTEGER; -- the last message by then; null if it was not archived

ALTER TABLE member ADD COLUMN marked_unread_seq INTEGER; -- read_seq by then; null if it was not marked

ALTER TABLE member DROP COLUMN archived;

ALTER TABLE member DROP COLUMN marked_unread;

-- The list of what is archived.
CREATE INDEX member_archived ON member (user, listed_at DESC) WHERE archived_seq IS NOT NULL;

-- Makes the row as long as the longest message, so that it needs as much room.
ALTER TABLE probe ADD COLUMN filling BLOB NOT NULL DEFAULT x'';

-- What probes overwrite; one row.
CREATE TABLE probe (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  mark TEXT NOT NULL,
  stored_at INTEGER NOT NULL
) STRICT;

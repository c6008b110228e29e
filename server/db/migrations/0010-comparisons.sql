-- What she chose among pictures of two or three versions of a style.
CREATE TABLE comparisons (
  id TEXT PRIMARY KEY,
  style TEXT NOT NULL,
  document TEXT,
  -- When it was chosen last. Milliseconds since 1970
  at INTEGER NOT NULL,
  -- Their names as a JSON list
  versions TEXT NOT NULL,
  outcome TEXT NOT NULL,
  -- The version that won; null for a tie, and where neither was good
  winner TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX comparisons_of_style ON comparisons (style);

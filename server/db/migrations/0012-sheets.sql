CREATE TABLE sheets (
  -- Sheets in the order in which they came
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- The page
  file TEXT NOT NULL UNIQUE,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  name TEXT,
  state TEXT NOT NULL,
  -- How often it was begun since it was last asked for
  attempts INTEGER NOT NULL,
  -- The sequence of its last change, counted with that of jobs
  sequence INTEGER NOT NULL UNIQUE,
  -- Milliseconds since 1970
  created_at INTEGER NOT NULL,
  finished_at INTEGER,
  -- CellByHand[], StoredResult and an error as JSON; null where there is none
  cells TEXT,
  result TEXT,
  error TEXT
) STRICT;
CREATE INDEX sheets_by_state ON sheets (state, number);

-- The pictures that a sheet needs: they stay as long as it does.
CREATE TABLE sheet_files (
  file TEXT NOT NULL,
  sheet TEXT NOT NULL REFERENCES sheets (id) ON DELETE CASCADE,
  PRIMARY KEY (file, sheet)
) STRICT, WITHOUT ROWID;
CREATE INDEX files_of_sheet ON sheet_files (sheet);

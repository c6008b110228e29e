CREATE TABLE styles (
  id TEXT PRIMARY KEY,
  -- Style as JSON
  style TEXT NOT NULL
) STRICT;

-- The number of the last change of any job: what GET /v1/events resumes from.
CREATE TABLE sequence (value INTEGER NOT NULL) STRICT;
INSERT INTO sequence VALUES (0);

CREATE TABLE jobs (
  -- Jobs in the order in which they came
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document TEXT,
  state TEXT NOT NULL,
  -- Of its pictures
  count INTEGER NOT NULL,
  -- The sequence of its last change
  sequence INTEGER NOT NULL UNIQUE,
  -- Milliseconds since 1970
  created_at INTEGER NOT NULL,
  finished_at INTEGER,
  -- GenerateRequest, Plan and Progress as JSON
  request TEXT NOT NULL,
  plan TEXT NOT NULL,
  progress TEXT NOT NULL
) STRICT;
CREATE INDEX jobs_of_document ON jobs (document, number);
CREATE INDEX jobs_by_state ON jobs (state, number);

-- A finished picture of a job, and who puts it on the canvas.
CREATE TABLE pictures (
  job TEXT NOT NULL REFERENCES jobs (id),
  picture INTEGER NOT NULL,
  finished_at INTEGER NOT NULL,
  -- The panel that may place it, until a time
  holder TEXT,
  held_until INTEGER,
  placed_at INTEGER,
  PRIMARY KEY (job, picture)
) STRICT, WITHOUT ROWID;

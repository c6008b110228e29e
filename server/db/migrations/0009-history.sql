-- What jobs are looked for by, in rows so small that a hundred thousand are read in some milliseconds.
CREATE TABLE job_facts (
  number INTEGER PRIMARY KEY REFERENCES jobs (number),
  job TEXT NOT NULL,
  document TEXT,
  style TEXT NOT NULL,
  version TEXT,
  -- Milliseconds since 1970
  created_at INTEGER NOT NULL,
  -- The brief, folded
  words TEXT NOT NULL
) STRICT;
INSERT OR IGNORE INTO job_facts
  SELECT number, id, document, plan ->> '$.style.id', plan ->> '$.version', created_at,
    fold_words(request ->> '$.brief')
  FROM jobs WHERE json_valid(plan) AND json_valid(request);

-- She does not want this picture on the canvas.
ALTER TABLE pictures ADD COLUMN dismissed_at INTEGER;

CREATE TABLE briefs (
  id TEXT PRIMARY KEY,
  -- SavedBrief as JSON
  brief TEXT NOT NULL
) STRICT;

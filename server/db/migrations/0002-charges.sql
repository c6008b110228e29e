-- What each job has cost and may still cost, in US dollars. Jobs that cost nothing are not here.
CREATE TABLE charges (
  job TEXT PRIMARY KEY REFERENCES jobs (id),
  -- When it came in: the day that it counts for. Milliseconds since 1970
  at INTEGER NOT NULL,
  spent REAL NOT NULL,
  -- For pictures that are not settled
  held REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX charges_by_time ON charges (at);

CREATE TABLE trainings (
  -- Trainings in the order in which they came
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  style TEXT NOT NULL,
  dataset TEXT NOT NULL,
  dataset_version INTEGER NOT NULL,
  -- As TrainingProgress says it
  state TEXT NOT NULL,
  -- What it made, as owner/name:version
  model TEXT,
  -- The sequence of its last change, counted with that of jobs
  sequence INTEGER NOT NULL UNIQUE,
  -- Milliseconds since 1970
  created_at INTEGER NOT NULL,
  finished_at INTEGER,
  pressed_by TEXT NOT NULL,
  -- The one that it tries again
  retry_of TEXT,
  -- TrainingRequest, TrainingPlan, TrainingProgress, and the loss by step as JSON
  request TEXT NOT NULL,
  plan TEXT NOT NULL,
  progress TEXT NOT NULL,
  losses TEXT NOT NULL,
  -- The end of what the trainer printed; null while it trains
  log TEXT
) STRICT;
CREATE INDEX trainings_by_style ON trainings (style, number);
CREATE INDEX trainings_by_state ON trainings (state, number);

-- What each training has cost and may still cost, in US dollars.
CREATE TABLE training_charges (
  training TEXT PRIMARY KEY REFERENCES trainings (id),
  at INTEGER NOT NULL,
  spent REAL NOT NULL,
  held REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX training_charges_by_time ON training_charges (at);

-- Everything that counts for the caps of a day and of a month.
CREATE VIEW all_charges AS
  SELECT at, spent, held FROM press_charges
  UNION ALL SELECT at, spent, held FROM training_charges;

-- What the last runs of each model took, in the seconds that its engine charges for.
CREATE TABLE run_times (
  number INTEGER PRIMARY KEY,
  model TEXT NOT NULL,
  seconds REAL NOT NULL
) STRICT;
CREATE INDEX run_times_by_model ON run_times (model, number);

CREATE TABLE datasets (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  style TEXT NOT NULL,
  name TEXT NOT NULL,
  -- Grows with every change of it or of its pieces
  revision INTEGER NOT NULL,
  -- Milliseconds since 1970
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- A piece that was taken out keeps its row: its number is never another one's.
CREATE TABLE pieces (
  dataset TEXT NOT NULL REFERENCES datasets (id),
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  -- Pieces stand in the order of this
  place INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER,
  file TEXT NOT NULL,
  -- The SHA-256 of its pixels, and the size of the file
  pixels TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  -- PieceDraft as JSON
  piece TEXT NOT NULL,
  PRIMARY KEY (dataset, id),
  UNIQUE (dataset, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX pieces_by_file ON pieces (file);

CREATE TABLE dataset_versions (
  dataset TEXT NOT NULL REFERENCES datasets (id),
  number INTEGER NOT NULL,
  hash TEXT NOT NULL,
  frozen_at INTEGER NOT NULL,
  -- FrozenVersion as JSON
  version TEXT NOT NULL,
  PRIMARY KEY (dataset, number),
  UNIQUE (dataset, hash)
) STRICT, WITHOUT ROWID;

-- The pictures of frozen versions: they stay as long as the versions do.
CREATE TABLE version_files (
  file TEXT NOT NULL,
  dataset TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (file, dataset, number),
  FOREIGN KEY (dataset, number) REFERENCES dataset_versions (dataset, number)
) STRICT, WITHOUT ROWID;

-- What somebody wants to train on in spite of
CREATE TABLE train_anyway (
  dataset TEXT NOT NULL,
  number INTEGER NOT NULL,
  -- CheckCode
  code TEXT NOT NULL,
  -- The name of a token
  said_by TEXT NOT NULL,
  said_at INTEGER NOT NULL,
  PRIMARY KEY (dataset, number, code),
  FOREIGN KEY (dataset, number) REFERENCES dataset_versions (dataset, number)
) STRICT, WITHOUT ROWID;

-- What was found in pictures. All of it can be made again.
CREATE TABLE looks (
  file TEXT PRIMARY KEY,
  -- LOOK_METHOD
  method INTEGER NOT NULL,
  -- Look as JSON
  look TEXT NOT NULL,
  print BLOB NOT NULL
) STRICT;

CREATE TABLE found_texts (
  file TEXT NOT NULL,
  detector TEXT NOT NULL,
  -- FoundText[] as JSON
  texts TEXT NOT NULL,
  PRIMARY KEY (file, detector)
) STRICT, WITHOUT ROWID;

-- Pictures in words.
CREATE TABLE descriptions (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL,
  mode TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  pressed_by TEXT NOT NULL,
  -- DescriptionRequest, DescriptionPlan and DescriptionProgress as JSON
  request TEXT NOT NULL,
  plan TEXT NOT NULL,
  progress TEXT NOT NULL
) STRICT;
CREATE INDEX descriptions_by_state ON descriptions (state, number);

-- What each description has cost and may still cost, in US dollars. Those that cost nothing are not here.
CREATE TABLE description_charges (
  description TEXT PRIMARY KEY REFERENCES descriptions (id),
  at INTEGER NOT NULL,
  spent REAL NOT NULL,
  held REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX description_charges_by_time ON description_charges (at);

-- Everything that a press may cost at once: what counts for the cap of a minute.
CREATE VIEW press_charges AS
  SELECT at, spent, held FROM charges
  UNION ALL SELECT at, spent, held FROM description_charges;

-- What the checks of a version know of a picture: extracted once, and again whenever it is lost.
CREATE TABLE picture_features (
  file TEXT NOT NULL,
  -- 1: its mirror image
  mirrored INTEGER NOT NULL,
  -- What extracted them
  maker TEXT NOT NULL,
  views BLOB NOT NULL,
  -- Its colours with their shares, as a JSON list
  palette TEXT NOT NULL,
  PRIMARY KEY (file, mirrored)
) STRICT, WITHOUT ROWID;

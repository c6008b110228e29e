-- Pictures that were sent to the proxy, and the jobs that they steered. Who is in `pictures` as well is a draft.
CREATE TABLE uploads (
  file TEXT PRIMARY KEY,
  -- When it was sent last. Milliseconds since 1970
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reference_uses (
  file TEXT NOT NULL,
  job TEXT NOT NULL REFERENCES jobs (id),
  PRIMARY KEY (file, job)
) STRICT, WITHOUT ROWID;

-- What the job says of this picture, where it can be found.
ALTER TABLE pictures ADD COLUMN file TEXT;
CREATE INDEX pictures_by_file ON pictures (file);
UPDATE pictures SET file = (
  SELECT progress ->> ('$.runs[' || picture || '].output.file')
  FROM jobs WHERE jobs.id = pictures.job AND json_valid(progress)
);

INSERT INTO reference_uses (file, job)
  SELECT request ->> '$.reference.file', id FROM jobs
  WHERE json_valid(request) AND request ->> '$.reference.file' IS NOT NULL;
INSERT INTO uploads (file, at)
  SELECT file, max(created_at) FROM reference_uses JOIN jobs ON jobs.id = job GROUP BY file;

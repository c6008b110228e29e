-- What she thinks of a picture: Mark as JSON
ALTER TABLE pictures ADD COLUMN mark TEXT;
CREATE INDEX marked_pictures ON pictures (mark) WHERE mark IS NOT NULL;

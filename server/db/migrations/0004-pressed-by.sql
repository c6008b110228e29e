-- The name of the token that the job was pressed with; null in jobs that are older than names.
ALTER TABLE jobs ADD COLUMN pressed_by TEXT;

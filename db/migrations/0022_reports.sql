-- What readers say of pages. The code that a reader is given to look after their report stands nowhere: its digest does. How to reach them is read by whoever answers, and told to nobody else.
CREATE TABLE reports (
  id TEXT PRIMARY KEY NOT NULL,
  code_hash TEXT NOT NULL UNIQUE,
  about TEXT NOT NULL,
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  contact TEXT,
  created_at TEXT NOT NULL,
  outcome TEXT,
  answer TEXT,
  answered_by TEXT REFERENCES people (id),
  answered_by_role TEXT,
  answered_at TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX reports_waiting ON reports (created_at) WHERE answered_at IS NULL;
--> statement-breakpoint
CREATE INDEX reports_answered ON reports (answered_at) WHERE answered_at IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER reports_no_delete BEFORE DELETE ON reports BEGIN SELECT RAISE(ABORT, 'reports: nothing is deleted'); END;
--> statement-breakpoint
CREATE TRIGGER reports_said_once BEFORE UPDATE ON reports
WHEN OLD.answered_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.code_hash IS NOT OLD.code_hash OR NEW.about IS NOT OLD.about
  OR NEW.kind IS NOT OLD.kind OR NEW.words IS NOT OLD.words OR NEW.contact IS NOT OLD.contact OR NEW.created_at IS NOT OLD.created_at
BEGIN SELECT RAISE(ABORT, 'reports: said once, answered once'); END;

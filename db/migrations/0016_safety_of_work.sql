CREATE TABLE notes (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (id),
  about TEXT NOT NULL,
  claim_id TEXT REFERENCES claims (id),
  by TEXT NOT NULL REFERENCES people (id),
  at TEXT NOT NULL,
  resolved_at TEXT,
  resolved_by TEXT REFERENCES people (id)
) STRICT;
--> statement-breakpoint
CREATE INDEX notes_by_case ON notes (case_id, at);
--> statement-breakpoint
CREATE TABLE note_versions (
  note_id TEXT NOT NULL REFERENCES notes (id),
  version INTEGER NOT NULL CHECK (version > 0),
  text TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (note_id, version)
) STRICT;
--> statement-breakpoint
CREATE TABLE mentions (
  person_id TEXT NOT NULL REFERENCES people (id),
  note_id TEXT NOT NULL REFERENCES notes (id),
  at TEXT NOT NULL,
  seen_at TEXT,
  PRIMARY KEY (person_id, note_id)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER notes_no_update BEFORE UPDATE OF id, case_id, about, claim_id, by, at ON notes BEGIN SELECT RAISE(ABORT, 'notes: append only'); END;
--> statement-breakpoint
CREATE TRIGGER notes_no_delete BEFORE DELETE ON notes BEGIN SELECT RAISE(ABORT, 'notes: append only'); END;
--> statement-breakpoint
CREATE TRIGGER note_versions_no_update BEFORE UPDATE ON note_versions BEGIN SELECT RAISE(ABORT, 'notes: append only'); END;
--> statement-breakpoint
CREATE TRIGGER note_versions_no_delete BEFORE DELETE ON note_versions BEGIN SELECT RAISE(ABORT, 'notes: append only'); END;
--> statement-breakpoint
ALTER TABLE queue_items ADD COLUMN audit_owed INTEGER;
--> statement-breakpoint
ALTER TABLE queue_items ADD COLUMN asked_of TEXT;
--> statement-breakpoint
ALTER TABLE queue_items ADD COLUMN asked_on TEXT;
--> statement-breakpoint
ALTER TABLE queue_items ADD COLUMN look_by TEXT REFERENCES people (id);
--> statement-breakpoint
CREATE TRIGGER queue_items_asked AFTER UPDATE OF asked_of ON queue_items WHEN OLD.asked_of IS NOT NEW.asked_of
BEGIN
  DELETE FROM queue_facets WHERE id = NEW.id AND facet = 'asked';
  INSERT INTO queue_facets (split, facet, value, rank, since, id)
    SELECT NEW.split, 'asked', word.value, NEW.rank, NEW.since, NEW.id FROM (SELECT NEW.asked_of AS value UNION SELECT '') AS word
    WHERE NEW.asked_of IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER queue_items_looked AFTER UPDATE OF look_by ON queue_items WHEN OLD.look_by IS NOT NEW.look_by
BEGIN
  UPDATE queue_items SET home = CASE
      WHEN NEW.look_by IS NOT NULL AND NEW.home = 'conflicts' THEN 'second-review'
      WHEN NEW.look_by IS NULL AND NEW.home = 'second-review'
        AND (SELECT json_array_length(opinions_by) FROM cases WHERE id = NEW.id) = 0 THEN 'conflicts'
      ELSE NEW.home END
    WHERE id = NEW.id;
  DELETE FROM queue_facets WHERE id = NEW.id AND facet = 'opinion' AND value = OLD.look_by
    AND NOT EXISTS (SELECT 1 FROM cases c, json_each(c.opinions_by) o WHERE c.id = NEW.id AND o.value = OLD.look_by);
  INSERT OR IGNORE INTO queue_facets (split, facet, value, rank, since, id)
    SELECT split, 'opinion', NEW.look_by, rank, since, id FROM queue_items WHERE id = NEW.id AND NEW.look_by IS NOT NULL;
END;

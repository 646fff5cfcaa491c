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

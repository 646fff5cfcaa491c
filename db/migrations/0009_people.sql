ALTER TABLE sessions ADD COLUMN network TEXT;
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN agent TEXT;
--> statement-breakpoint
CREATE TABLE links (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  person_id TEXT REFERENCES people (id),
  email TEXT,
  role TEXT,
  made_by TEXT,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX links_by_expiry ON links (expires_at);
--> statement-breakpoint
CREATE TABLE second_factors (
  person_id TEXT PRIMARY KEY REFERENCES people (id),
  secret TEXT NOT NULL,
  last_step INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  confirmed_at TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE recovery_codes (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  used_at TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX recovery_codes_by_person ON recovery_codes (person_id);
--> statement-breakpoint
CREATE TABLE sign_ins (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  at TEXT NOT NULL,
  way TEXT NOT NULL,
  outcome TEXT NOT NULL,
  network TEXT NOT NULL,
  agent TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX sign_ins_by_person ON sign_ins (person_id, at);
--> statement-breakpoint
CREATE INDEX sign_ins_by_time ON sign_ins (at);

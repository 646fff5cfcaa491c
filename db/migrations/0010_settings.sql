CREATE TABLE settings (
  person_id TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (person_id, name)
) STRICT;
--> statement-breakpoint
CREATE INDEX cases_open_in_order ON cases (severity, confidence DESC, opened_at, id) WHERE state IN ('open', 'reopened', 'in-review');

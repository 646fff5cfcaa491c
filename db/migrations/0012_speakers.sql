CREATE TABLE speakers (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  role_key TEXT NOT NULL,
  role TEXT,
  kind TEXT NOT NULL,
  into_id TEXT REFERENCES speakers (id),
  standing_id TEXT REFERENCES speakers (id),
  revision INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (name_key, role_key)
) STRICT;
--> statement-breakpoint
CREATE INDEX speakers_by_standing ON speakers (standing_id) WHERE standing_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX speakers_by_into ON speakers (into_id) WHERE into_id IS NOT NULL;
--> statement-breakpoint
ALTER TABLE claims ADD COLUMN speaker_id TEXT REFERENCES speakers (id);
--> statement-breakpoint
CREATE INDEX claims_by_speaker ON claims (speaker_id) WHERE speaker_id IS NOT NULL;
--> statement-breakpoint
ALTER TABLE sources ADD COLUMN into_id TEXT REFERENCES sources (id);
--> statement-breakpoint
ALTER TABLE sources ADD COLUMN standing_id TEXT REFERENCES sources (id);
--> statement-breakpoint
ALTER TABLE sources ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
CREATE INDEX sources_by_standing ON sources (standing_id) WHERE standing_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX sources_by_into ON sources (into_id) WHERE into_id IS NOT NULL;
--> statement-breakpoint
ALTER TABLE articles ADD COLUMN agency_id TEXT REFERENCES sources (id);
--> statement-breakpoint
CREATE INDEX articles_by_agency ON articles (agency_id) WHERE agency_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE topics (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  parent_id TEXT REFERENCES topics (id),
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE places (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  parent_id TEXT REFERENCES places (id),
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE measure_definitions (
  measure_id TEXT PRIMARY KEY REFERENCES measures (id),
  revision INTEGER NOT NULL,
  title TEXT,
  unit TEXT,
  aggregation TEXT,
  counts TEXT,
  counts_not TEXT,
  adds_up TEXT,
  review_days INTEGER,
  topics TEXT NOT NULL,
  places TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE revisions (
  subject TEXT NOT NULL,
  revision INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  act TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  reason TEXT,
  by TEXT NOT NULL REFERENCES people (id),
  by_role TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (subject, revision)
) STRICT;
--> statement-breakpoint
CREATE INDEX revisions_by_seq ON revisions (seq);
--> statement-breakpoint
CREATE TRIGGER revisions_no_update BEFORE UPDATE ON revisions BEGIN SELECT RAISE(ABORT, 'revisions: append only'); END;
--> statement-breakpoint
CREATE TRIGGER revisions_no_delete BEFORE DELETE ON revisions BEGIN SELECT RAISE(ABORT, 'revisions: append only'); END;
--> statement-breakpoint
INSERT INTO meta (key, value) SELECT 'speakers_owed', '' WHERE EXISTS (SELECT 1 FROM claims);
--> statement-breakpoint
INSERT OR IGNORE INTO meta (key, value) SELECT 'regroup_owed', '' WHERE EXISTS (SELECT 1 FROM claims);

CREATE TABLE suggestions (
  a TEXT NOT NULL REFERENCES claims (id),
  b TEXT NOT NULL REFERENCES claims (id),
  score REAL NOT NULL,
  PRIMARY KEY (a, b),
  CHECK (a < b)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX suggestions_by_b ON suggestions (b);
--> statement-breakpoint
CREATE INDEX suggestions_by_score ON suggestions (score);
--> statement-breakpoint
INSERT OR IGNORE INTO meta (key, value) SELECT 'regroup_owed', '' WHERE EXISTS (SELECT 1 FROM articles);

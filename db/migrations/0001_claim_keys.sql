CREATE TABLE claim_keys (
  key TEXT NOT NULL,
  day INTEGER NOT NULL,
  claim_id TEXT NOT NULL REFERENCES claims (id),
  PRIMARY KEY (key, day, claim_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE measures_owed (measure_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO meta (key, value) SELECT 'keys_owed', '' WHERE EXISTS (SELECT 1 FROM claims);

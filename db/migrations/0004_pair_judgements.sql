CREATE TABLE pair_judgements (
  id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  about TEXT NOT NULL,
  a TEXT NOT NULL REFERENCES claims (id),
  b TEXT NOT NULL REFERENCES claims (id),
  word TEXT NOT NULL,
  reason TEXT,
  person TEXT NOT NULL REFERENCES people (id),
  by TEXT NOT NULL REFERENCES people (id),
  by_role TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK (a < b)
) STRICT;
--> statement-breakpoint
CREATE INDEX pair_judgements_by_pair ON pair_judgements (a, b, person, seq);
--> statement-breakpoint
CREATE INDEX pair_judgements_by_b ON pair_judgements (b);
--> statement-breakpoint
CREATE INDEX pair_judgements_by_seq ON pair_judgements (seq);
--> statement-breakpoint
CREATE TRIGGER pair_judgements_no_update BEFORE UPDATE ON pair_judgements BEGIN SELECT RAISE(ABORT, 'pair judgements: append only'); END;
--> statement-breakpoint
CREATE TRIGGER pair_judgements_no_delete BEFORE DELETE ON pair_judgements BEGIN SELECT RAISE(ABORT, 'pair judgements: append only'); END;

-- Which measure held a claim at a moment is asked by the claim.
CREATE INDEX edition_parts_by_claim ON edition_parts (part, measure_id, number) WHERE substr(part, 1, 6) = 'claim ';
--> statement-breakpoint
-- Another text that was stored later for the same address is the next snapshot of one article. The first text of an article stands in no row.
CREATE TABLE article_snapshots (
  article_id TEXT PRIMARY KEY REFERENCES articles (id),
  first_id TEXT NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL CHECK (number > 1),
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (first_id, number)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER article_snapshots_no_update BEFORE UPDATE ON article_snapshots BEGIN SELECT RAISE(ABORT, 'snapshots: append only'); END;
--> statement-breakpoint
CREATE TRIGGER article_snapshots_no_delete BEFORE DELETE ON article_snapshots BEGIN SELECT RAISE(ABORT, 'snapshots: append only'); END;

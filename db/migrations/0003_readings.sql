CREATE TABLE readings (
  article_id TEXT NOT NULL REFERENCES articles (id),
  revision INTEGER NOT NULL CHECK (revision > 0),
  seq INTEGER NOT NULL,
  engine TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('read', 'not-read')),
  doubts TEXT NOT NULL,
  added TEXT NOT NULL,
  superseded TEXT NOT NULL,
  read_at TEXT NOT NULL,
  PRIMARY KEY (article_id, revision)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER readings_no_update BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'readings: append only'); END;
--> statement-breakpoint
CREATE TRIGGER readings_no_delete BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'readings: append only'); END;
--> statement-breakpoint
CREATE INDEX articles_by_engine ON articles (id, engine);

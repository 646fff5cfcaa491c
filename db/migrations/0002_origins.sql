CREATE TABLE passages (
  hash INTEGER NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id),
  PRIMARY KEY (hash, article_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE article_origins (
  article_id TEXT PRIMARY KEY REFERENCES articles (id),
  origin_id TEXT NOT NULL REFERENCES articles (id),
  passages BLOB NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX article_origins_by_origin ON article_origins (origin_id);
--> statement-breakpoint
INSERT INTO meta (key, value) SELECT 'origins_owed', '' WHERE EXISTS (SELECT 1 FROM articles);
--> statement-breakpoint
INSERT OR IGNORE INTO meta (key, value) SELECT 'regroup_owed', '' WHERE EXISTS (SELECT 1 FROM articles);

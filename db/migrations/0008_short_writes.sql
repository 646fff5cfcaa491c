CREATE INDEX measures_by_successor ON measures (successor_id) WHERE successor_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX measures_by_title ON measures (title);
--> statement-breakpoint
INSERT INTO search (search, rank) VALUES ('automerge', 0);

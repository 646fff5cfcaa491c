CREATE INDEX measures_by_successor ON measures (successor_id) WHERE successor_id IS NOT NULL;
--> statement-breakpoint
INSERT INTO search (search, rank) VALUES ('automerge', 0);

INSERT INTO meta (key, value) SELECT 'suggestions_owed', '' WHERE EXISTS (SELECT 1 FROM claims WHERE measure_id IS NOT NULL);
--> statement-breakpoint
INSERT OR IGNORE INTO meta (key, value) SELECT 'regroup_owed', '' WHERE EXISTS (SELECT 1 FROM articles);

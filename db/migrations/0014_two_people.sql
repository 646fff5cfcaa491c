ALTER TABLE rulings ADD COLUMN certainty TEXT;
--> statement-breakpoint
ALTER TABLE rulings ADD COLUMN dissent TEXT;
--> statement-breakpoint
ALTER TABLE measures ADD COLUMN review TEXT;
--> statement-breakpoint
ALTER TABLE cases ADD COLUMN opinions_by TEXT NOT NULL DEFAULT '[]';
--> statement-breakpoint
CREATE TABLE desk_settings (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

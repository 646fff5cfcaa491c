-- What is set for the whole desk is kept in one place.
INSERT INTO desk_settings (name, value) SELECT 'queue', value FROM meta WHERE key = 'queue_setting';
--> statement-breakpoint
DELETE FROM meta WHERE key = 'queue_setting';

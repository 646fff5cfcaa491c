DROP INDEX IF EXISTS claims_by_low;
--> statement-breakpoint
DROP INDEX IF EXISTS claims_by_high;

CREATE TABLE article_notices (
  id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id),
  kind TEXT NOT NULL,
  day TEXT,
  url TEXT,
  reason TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES people (id),
  by_role TEXT NOT NULL,
  at TEXT NOT NULL,
  ended_seq INTEGER,
  ended_reason TEXT,
  ended_by TEXT REFERENCES people (id),
  ended_by_role TEXT,
  ended_at TEXT,
  CHECK ((ended_seq IS NULL) = (ended_by IS NULL) AND (ended_seq IS NULL) = (ended_at IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX article_notices_standing ON article_notices (article_id, kind) WHERE ended_seq IS NULL;
--> statement-breakpoint
CREATE INDEX article_notices_by_article ON article_notices (article_id);
--> statement-breakpoint
CREATE TRIGGER article_notices_no_update BEFORE UPDATE ON article_notices
WHEN OLD.ended_seq IS NOT NULL OR NEW.ended_seq IS NULL OR NEW.id <> OLD.id OR NEW.seq <> OLD.seq OR NEW.article_id <> OLD.article_id
  OR NEW.kind <> OLD.kind OR NEW.day IS NOT OLD.day OR NEW.url IS NOT OLD.url OR NEW.reason <> OLD.reason OR NEW.by <> OLD.by
  OR NEW.by_role <> OLD.by_role OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'notices: ended once, else append only'); END;
--> statement-breakpoint
CREATE TRIGGER article_notices_no_delete BEFORE DELETE ON article_notices BEGIN SELECT RAISE(ABORT, 'notices: append only'); END;
--> statement-breakpoint
CREATE TABLE follows (
  person_id TEXT NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (person_id, kind, id)
) STRICT;
--> statement-breakpoint
CREATE INDEX follows_by_id ON follows (id);
--> statement-breakpoint
CREATE TABLE notifications (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  at TEXT NOT NULL,
  in_app INTEGER NOT NULL CHECK (in_app IN (0, 1)),
  by_mail INTEGER NOT NULL CHECK (by_mail IN (0, 1)),
  read_at TEXT,
  sent_at TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX notifications_by_person ON notifications (person_id, at);
--> statement-breakpoint
CREATE INDEX notifications_unread ON notifications (person_id) WHERE in_app = 1 AND read_at IS NULL;
--> statement-breakpoint
CREATE INDEX notifications_unsent ON notifications (person_id) WHERE by_mail = 1 AND sent_at IS NULL;
--> statement-breakpoint
CREATE INDEX notifications_by_subject ON notifications (subject);

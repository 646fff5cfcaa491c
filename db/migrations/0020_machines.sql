-- Changes are told without their words: what was taken back or is withheld must not be read in an old line. These are measures of which readers may see something else than was told of them last; "times" tells whether that happened again meanwhile.
CREATE TABLE public_due (
  measure_id TEXT PRIMARY KEY,
  times INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE public_known (
  measure_id TEXT PRIMARY KEY,
  digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE public_changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  measure_id TEXT NOT NULL,
  urn TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  UNIQUE (measure_id, urn)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER public_changes_no_update BEFORE UPDATE ON public_changes BEGIN SELECT RAISE(ABORT, 'public_changes: append only'); END;
--> statement-breakpoint
CREATE TRIGGER public_changes_no_delete BEFORE DELETE ON public_changes BEGIN SELECT RAISE(ABORT, 'public_changes: append only'); END;
--> statement-breakpoint
CREATE TRIGGER public_due_stale AFTER DELETE ON public_stale WHEN OLD.kind = 'measure' BEGIN
  INSERT INTO public_due (measure_id, times) VALUES (OLD.id, 1) ON CONFLICT (measure_id) DO UPDATE SET times = times + 1;
END;
--> statement-breakpoint
CREATE TRIGGER public_due_noted AFTER INSERT ON article_notices BEGIN
  INSERT INTO public_due (measure_id, times)
    SELECT DISTINCT measure_id, 1 FROM claims WHERE article_id = NEW.article_id AND +status = 'accepted' AND measure_id IS NOT NULL
    ON CONFLICT (measure_id) DO UPDATE SET times = times + 1;
END;
--> statement-breakpoint
CREATE TRIGGER public_due_unnoted AFTER UPDATE OF ended_seq ON article_notices BEGIN
  INSERT INTO public_due (measure_id, times)
    SELECT DISTINCT measure_id, 1 FROM claims WHERE article_id = NEW.article_id AND +status = 'accepted' AND measure_id IS NOT NULL
    ON CONFLICT (measure_id) DO UPDATE SET times = times + 1;
END;
--> statement-breakpoint
CREATE TRIGGER public_due_read_anew AFTER INSERT ON hand_readings BEGIN
  INSERT INTO public_due (measure_id, times)
    SELECT measure_id, 1 FROM claims WHERE id = NEW.claim_id AND status = 'accepted' AND measure_id IS NOT NULL
    ON CONFLICT (measure_id) DO UPDATE SET times = times + 1;
END;
--> statement-breakpoint
CREATE TRIGGER public_due_defined AFTER INSERT ON measure_definitions BEGIN
  INSERT INTO public_due (measure_id, times) SELECT id, 1 FROM public_measures WHERE id = NEW.measure_id
    ON CONFLICT (measure_id) DO UPDATE SET times = times + 1;
END;
--> statement-breakpoint
CREATE TRIGGER public_due_redefined AFTER UPDATE ON measure_definitions BEGIN
  INSERT INTO public_due (measure_id, times) SELECT id, 1 FROM public_measures WHERE id = NEW.measure_id
    ON CONFLICT (measure_id) DO UPDATE SET times = times + 1;
END;
--> statement-breakpoint
CREATE TRIGGER public_due_case AFTER INSERT ON case_events BEGIN
  INSERT INTO public_due (measure_id, times)
    SELECT p.id, 1 FROM cases k JOIN public_measures p ON p.id = k.measure_id WHERE k.id = NEW.case_id
    ON CONFLICT (measure_id) DO UPDATE SET times = times + 1;
END;
--> statement-breakpoint
INSERT INTO public_due (measure_id, times) SELECT id, 1 FROM public_measures;
--> statement-breakpoint
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  name TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  begins TEXT NOT NULL,
  scopes TEXT NOT NULL,
  made_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  used_at TEXT,
  revoked_at TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE sent_once (
  person_id TEXT NOT NULL,
  key TEXT NOT NULL,
  operation TEXT NOT NULL,
  digest TEXT NOT NULL,
  answer TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, key)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX sent_once_by_age ON sent_once (at);
--> statement-breakpoint
CREATE TABLE webhooks (
  id TEXT PRIMARY KEY NOT NULL,
  url TEXT NOT NULL,
  secret TEXT NOT NULL,
  told INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE webhook_deliveries (
  id TEXT PRIMARY KEY NOT NULL,
  webhook_id TEXT NOT NULL REFERENCES webhooks (id),
  seq INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  due_at TEXT,
  status INTEGER,
  fault TEXT,
  done_at TEXT,
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (due_at) WHERE due_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook_id, created_at);

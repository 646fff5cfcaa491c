CREATE TABLE queue_items (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  home TEXT NOT NULL,
  split TEXT GENERATED ALWAYS AS (CASE WHEN snoozed_until IS NULL OR home IN ('settled', 'done') THEN home ELSE 'snoozed' END) VIRTUAL,
  rank REAL NOT NULL,
  since TEXT NOT NULL,
  waiting INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  taken_by TEXT REFERENCES people (id),
  ruled_by TEXT REFERENCES people (id),
  publications INTEGER NOT NULL DEFAULT 0,
  sent_back INTEGER,
  assigned_to TEXT REFERENCES people (id),
  snoozed_until TEXT,
  snooze_reason TEXT,
  flag TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX queue_items_by_place ON queue_items (split, rank, since, id);
--> statement-breakpoint
CREATE INDEX queue_items_snoozed ON queue_items (snoozed_until) WHERE snoozed_until IS NOT NULL;
--> statement-breakpoint
CREATE TABLE queue_facets (
  split TEXT NOT NULL,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  rank REAL NOT NULL,
  since TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (split, facet, value, rank, since, id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX queue_facets_by_item ON queue_facets (id, facet);
--> statement-breakpoint
CREATE INDEX queue_facets_free ON queue_facets (split, since, id) WHERE facet = 'who' AND value = '';
--> statement-breakpoint
CREATE TABLE queue_counts (split TEXT PRIMARY KEY, items INTEGER NOT NULL) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE queue_views (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  name TEXT NOT NULL,
  shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
  query TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX queue_views_by_person ON queue_views (person_id, name);
--> statement-breakpoint
CREATE TABLE acts (
  seq INTEGER PRIMARY KEY,
  by TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  at TEXT NOT NULL,
  under INTEGER,
  undoes INTEGER UNIQUE,
  before TEXT,
  after TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX acts_by_person ON acts (by, seq);
--> statement-breakpoint
CREATE INDEX acts_by_subject ON acts (subject, by, action);
--> statement-breakpoint
CREATE INDEX acts_under ON acts (under) WHERE under IS NOT NULL;
--> statement-breakpoint
CREATE INDEX articles_by_first_engine ON articles (engine);
--> statement-breakpoint
CREATE TRIGGER acts_no_update BEFORE UPDATE ON acts BEGIN SELECT RAISE(ABORT, 'acts: append only'); END;
--> statement-breakpoint
CREATE TRIGGER acts_no_delete BEFORE DELETE ON acts BEGIN SELECT RAISE(ABORT, 'acts: append only'); END;
--> statement-breakpoint
CREATE TRIGGER queue_items_added AFTER INSERT ON queue_items BEGIN
  INSERT INTO queue_counts (split, items) VALUES (NEW.split, 1) ON CONFLICT (split) DO UPDATE SET items = items + 1;
  INSERT INTO queue_facets (split, facet, value, rank, since, id)
    SELECT NEW.split, 'who', '', NEW.rank, NEW.since, NEW.id
    WHERE NEW.home NOT IN ('settled', 'done') AND coalesce(NEW.assigned_to, NEW.taken_by) IS NULL;
  INSERT INTO queue_facets (split, facet, value, rank, since, id)
    SELECT place.name, 'who', holder.id, NEW.rank, NEW.since, NEW.id
    FROM (SELECT NEW.assigned_to AS id UNION SELECT NEW.taken_by UNION SELECT CASE NEW.home WHEN 'to-publish' THEN NEW.ruled_by END) AS holder,
      (SELECT NEW.split AS name UNION SELECT 'mine' WHERE NEW.split <> 'snoozed') AS place
    WHERE holder.id IS NOT NULL AND NEW.home NOT IN ('settled', 'done');
END;
--> statement-breakpoint
CREATE TRIGGER queue_items_removed AFTER DELETE ON queue_items BEGIN
  UPDATE queue_counts SET items = items - 1 WHERE split = OLD.split;
END;
--> statement-breakpoint
CREATE TRIGGER queue_items_moved AFTER UPDATE ON queue_items
WHEN OLD.split IS NOT NEW.split OR OLD.rank IS NOT NEW.rank OR OLD.since IS NOT NEW.since
BEGIN
  UPDATE queue_counts SET items = items - 1 WHERE split = OLD.split;
  INSERT INTO queue_counts (split, items) VALUES (NEW.split, 1) ON CONFLICT (split) DO UPDATE SET items = items + 1;
  UPDATE queue_facets SET split = NEW.split, rank = NEW.rank, since = NEW.since WHERE id = NEW.id AND facet <> 'who';
END;
--> statement-breakpoint
CREATE TRIGGER queue_items_held AFTER UPDATE ON queue_items
WHEN OLD.split IS NOT NEW.split OR OLD.rank IS NOT NEW.rank OR OLD.since IS NOT NEW.since OR OLD.home IS NOT NEW.home
  OR OLD.assigned_to IS NOT NEW.assigned_to OR OLD.taken_by IS NOT NEW.taken_by OR OLD.ruled_by IS NOT NEW.ruled_by
BEGIN
  DELETE FROM queue_facets WHERE id = NEW.id AND facet = 'who';
  INSERT INTO queue_facets (split, facet, value, rank, since, id)
    SELECT NEW.split, 'who', '', NEW.rank, NEW.since, NEW.id
    WHERE NEW.home NOT IN ('settled', 'done') AND coalesce(NEW.assigned_to, NEW.taken_by) IS NULL;
  INSERT INTO queue_facets (split, facet, value, rank, since, id)
    SELECT place.name, 'who', holder.id, NEW.rank, NEW.since, NEW.id
    FROM (SELECT NEW.assigned_to AS id UNION SELECT NEW.taken_by UNION SELECT CASE NEW.home WHEN 'to-publish' THEN NEW.ruled_by END) AS holder,
      (SELECT NEW.split AS name UNION SELECT 'mine' WHERE NEW.split <> 'snoozed') AS place
    WHERE holder.id IS NOT NULL AND NEW.home NOT IN ('settled', 'done');
END;
--> statement-breakpoint
CREATE TRIGGER queue_items_flagged AFTER UPDATE OF flag ON queue_items WHEN OLD.flag IS NOT NEW.flag
BEGIN
  DELETE FROM queue_facets WHERE id = NEW.id AND facet = 'flag';
  INSERT INTO queue_facets (split, facet, value, rank, since, id)
    SELECT NEW.split, 'flag', word.value, NEW.rank, NEW.since, NEW.id FROM (SELECT NEW.flag AS value UNION SELECT '') AS word
    WHERE NEW.flag IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER queue_readings_added AFTER INSERT ON claims BEGIN
  INSERT INTO queue_items (id, kind, home, rank, since, waiting, total)
    VALUES (NEW.article_id, 'article', CASE NEW.status WHEN 'read' THEN 'articles' ELSE 'done' END, 0, NEW.created_at, NEW.status = 'read', 1)
    ON CONFLICT (id) DO UPDATE SET waiting = waiting + excluded.waiting, total = total + 1,
      home = CASE WHEN waiting + excluded.waiting > 0 THEN 'articles' ELSE 'done' END,
      snoozed_until = CASE WHEN since < NEW.created_at THEN NULL ELSE snoozed_until END,
      snooze_reason = CASE WHEN since < NEW.created_at THEN NULL ELSE snooze_reason END;
END;
--> statement-breakpoint
CREATE TRIGGER queue_articles_added AFTER INSERT ON queue_items WHEN NEW.kind = 'article' BEGIN
  INSERT INTO queue_facets (split, facet, value, rank, since, id)
    SELECT NEW.split, 'source', source_id, NEW.rank, NEW.since, NEW.id FROM articles WHERE id = NEW.id AND source_id IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER queue_readings_judged AFTER UPDATE OF status ON claims WHEN (OLD.status = 'read') <> (NEW.status = 'read') OR NEW.status = 'superseded'
BEGIN
  UPDATE queue_items SET waiting = waiting + (NEW.status = 'read') - (OLD.status = 'read'),
    total = total - (NEW.status = 'superseded' AND OLD.status <> 'superseded'),
    home = CASE WHEN waiting + (NEW.status = 'read') - (OLD.status = 'read') > 0 THEN 'articles' ELSE 'done' END
    WHERE id = NEW.article_id;
END;
--> statement-breakpoint
CREATE TRIGGER queue_measure_told AFTER UPDATE OF status, measure_id, as_of ON claims
WHEN NEW.measure_id IS NOT NULL AND (NEW.status = 'accepted' OR OLD.status = 'accepted')
BEGIN
  UPDATE queue_items SET since = coalesce((SELECT max(coalesce(as_of, substr(accepted_at, 1, 10))) FROM claims WHERE measure_id = NEW.measure_id AND status = 'accepted'), since)
    WHERE id = NEW.measure_id AND kind = 'measure';
END;
--> statement-breakpoint
INSERT INTO queue_items (id, kind, home, rank, since, waiting, total)
  SELECT c.article_id, 'article', CASE WHEN sum(c.status = 'read') > 0 THEN 'articles' ELSE 'done' END, 0, min(c.created_at), sum(c.status = 'read'), count(*)
  FROM claims c WHERE c.status <> 'superseded' GROUP BY c.article_id;
--> statement-breakpoint
INSERT INTO queue_items (id, kind, home, rank, since, taken_by, ruled_by, publications, sent_back)
  WITH marks AS (
    SELECT c.id,
      (SELECT e.revision FROM case_events e WHERE e.case_id = c.id AND e.body ->> '$.type' IN ('taken', 'released', 'ruled', 'returned', 'reopened', 'dismissed') ORDER BY e.revision DESC LIMIT 1) AS held,
      (SELECT e.revision FROM case_events e WHERE e.case_id = c.id AND e.body ->> '$.type' = 'ruled' ORDER BY e.revision DESC LIMIT 1) AS ruled,
      (SELECT e.body ->> '$.type' FROM case_events e WHERE e.case_id = c.id AND e.body ->> '$.type' IN ('ruled', 'returned', 'reopened', 'dismissed') ORDER BY e.revision DESC LIMIT 1) AS last,
      (SELECT count(*) FROM case_events e WHERE e.case_id = c.id AND e.body ->> '$.type' = 'published') AS published
    FROM cases c)
  SELECT c.id, 'case', CASE c.state WHEN 'ruled' THEN 'to-publish' WHEN 'published' THEN 'settled' WHEN 'dismissed' THEN 'settled' ELSE 'conflicts' END,
    CASE WHEN c.state IN ('published', 'dismissed') THEN -unixepoch(c.changed_at, 'subsec') ELSE (c.severity <> 'high') * 10.0 - c.confidence END,
    c.opened_at,
    CASE h.body ->> '$.type' WHEN 'taken' THEN h.body ->> '$.by' WHEN 'returned' THEN r.body ->> '$.by' END,
    CASE m.last WHEN 'ruled' THEN r.body ->> '$.by' END,
    m.published, m.last = 'returned'
  FROM cases c JOIN marks m ON m.id = c.id LEFT JOIN case_events h ON h.case_id = c.id AND h.revision = m.held
    LEFT JOIN case_events r ON r.case_id = c.id AND r.revision = m.ruled;
--> statement-breakpoint
INSERT INTO queue_facets (split, facet, value, rank, since, id)
  WITH stands AS (
    SELECT DISTINCT q.id, q.split, q.rank, q.since, member.value AS claim
    FROM queue_items q JOIN cases c ON c.id = q.id, json_each(c.positions) AS position, json_each(position.value -> '$.claims') AS member)
  SELECT s.split, 'source', a.source_id, s.rank, s.since, s.id FROM stands s JOIN claims c ON c.id = s.claim JOIN articles a ON a.id = c.article_id
    WHERE a.source_id IS NOT NULL
  UNION SELECT s.split, 'speaker', c.speaker_name, s.rank, s.since, s.id FROM stands s JOIN claims c ON c.id = s.claim WHERE c.speaker_name IS NOT NULL
  UNION SELECT s.split, 'kind', r.kind, s.rank, s.since, s.id FROM stands s JOIN relations r ON r.a = s.claim WHERE r.alert = 1
  UNION SELECT q.split, 'measure', c.measure_id, q.rank, q.since, q.id FROM queue_items q JOIN cases c ON c.id = q.id;
--> statement-breakpoint
INSERT INTO queue_items (id, kind, home, rank, since)
  SELECT c.measure_id, 'measure', 'stale', 0, max(coalesce(k.as_of, substr(k.accepted_at, 1, 10))) FROM cases c JOIN claims k ON k.measure_id = c.measure_id AND k.status = 'accepted'
  WHERE c.id IN (SELECT case_id FROM publications) GROUP BY c.measure_id;
--> statement-breakpoint
INSERT INTO acts (seq, by, action, subject, at)
  SELECT seq, body ->> '$.actor', body ->> '$.action', body ->> '$.subject', body ->> '$.at' FROM audit_log
  WHERE body ->> '$.actor' NOT IN ('machine', 'owner', 'anonymous');

CREATE TABLE editions (
  measure_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  at TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (measure_id, number)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE edition_parts (
  measure_id TEXT NOT NULL,
  part TEXT NOT NULL,
  number INTEGER NOT NULL,
  body TEXT,
  PRIMARY KEY (measure_id, part, number)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX edition_parts_by_number ON edition_parts (measure_id, number);
--> statement-breakpoint
CREATE TABLE editions_owed (
  measure_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER editions_no_update BEFORE UPDATE ON editions BEGIN SELECT RAISE(ABORT, 'editions: append only'); END;
--> statement-breakpoint
CREATE TRIGGER editions_no_delete BEFORE DELETE ON editions BEGIN SELECT RAISE(ABORT, 'editions: append only'); END;
--> statement-breakpoint
CREATE TRIGGER edition_parts_no_update BEFORE UPDATE ON edition_parts BEGIN SELECT RAISE(ABORT, 'editions: append only'); END;
--> statement-breakpoint
CREATE TRIGGER edition_parts_no_delete BEFORE DELETE ON edition_parts BEGIN SELECT RAISE(ABORT, 'editions: append only'); END;
--> statement-breakpoint
CREATE TRIGGER public_definitions_added AFTER INSERT ON measure_definitions BEGIN
  INSERT INTO public_stale (kind, id) VALUES ('measure', NEW.measure_id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_definitions_changed AFTER UPDATE ON measure_definitions BEGIN
  INSERT INTO public_stale (kind, id) VALUES ('measure', NEW.measure_id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_measures_redefined AFTER UPDATE OF unit, aggregation ON measures BEGIN
  INSERT INTO public_stale (kind, id) VALUES ('measure', NEW.id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_articles_noted AFTER INSERT ON article_notices BEGIN
  INSERT INTO public_stale (kind, id)
    SELECT 'measure', measure_id FROM claims WHERE article_id = NEW.article_id AND +status = 'accepted' AND measure_id IS NOT NULL ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_articles_cleared AFTER UPDATE ON article_notices BEGIN
  INSERT INTO public_stale (kind, id)
    SELECT 'measure', measure_id FROM claims WHERE article_id = NEW.article_id AND +status = 'accepted' AND measure_id IS NOT NULL ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_claims_reread AFTER UPDATE OF low, high, low_inclusive, high_inclusive, grain, hedge, unit, noun, as_of, as_of_basis, part_of, occasion, speaker_inferred ON claims
WHEN NEW.status = 'accepted' AND NEW.accepted_at IS NOT NULL AND NEW.measure_id IS NOT NULL
BEGIN
  INSERT INTO public_stale (kind, id) VALUES ('measure', NEW.measure_id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_relations_found AFTER INSERT ON relations WHEN NEW.alert = 0 BEGIN
  INSERT INTO public_stale (kind, id)
    SELECT 'measure', a.measure_id FROM claims a, claims b
    WHERE a.id = NEW.a AND b.id = NEW.b AND a.status = 'accepted' AND b.status = 'accepted' AND a.measure_id IS NOT NULL ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_relations_changed AFTER UPDATE OF relation, kind, explanation, possible_reasons, severity, confidence ON relations BEGIN
  INSERT INTO public_stale (kind, id)
    SELECT 'measure', a.measure_id FROM claims a, claims b
    WHERE a.id = NEW.a AND b.id = NEW.b AND a.status = 'accepted' AND b.status = 'accepted' AND a.measure_id IS NOT NULL ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_relations_gone AFTER DELETE ON relations WHEN OLD.alert = 0 BEGIN
  INSERT INTO public_stale (kind, id)
    SELECT 'measure', a.measure_id FROM claims a, claims b
    WHERE a.id = OLD.a AND b.id = OLD.b AND a.status = 'accepted' AND b.status = 'accepted' AND a.measure_id IS NOT NULL ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_opponents_found AFTER INSERT ON relations WHEN NEW.alert = 1 BEGIN
  INSERT INTO public_stale (kind, id)
    SELECT 'measure', measure_id FROM claims WHERE id = NEW.b AND status = 'accepted' AND measure_id IS NOT NULL ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_opponents_turned AFTER UPDATE OF alert ON relations WHEN NEW.alert <> OLD.alert BEGIN
  INSERT INTO public_stale (kind, id)
    SELECT 'measure', measure_id FROM claims WHERE id = NEW.b AND status = 'accepted' AND measure_id IS NOT NULL ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_opponents_left AFTER DELETE ON relations WHEN OLD.alert = 1 BEGIN
  INSERT INTO public_stale (kind, id)
    SELECT 'measure', measure_id FROM claims WHERE id = OLD.b AND status = 'accepted' AND measure_id IS NOT NULL ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_checks_found AFTER INSERT ON checks BEGIN
  INSERT INTO public_stale (kind, id)
    SELECT 'measure', measure_id FROM claims
    WHERE (id = NEW.total OR id IN (SELECT value FROM json_each(NEW.parts))) AND +status = 'accepted' AND measure_id IS NOT NULL ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_checks_changed AFTER UPDATE ON checks BEGIN
  INSERT INTO public_stale (kind, id)
    SELECT 'measure', measure_id FROM claims
    WHERE (id = NEW.total OR id IN (SELECT value FROM json_each(NEW.parts))) AND +status = 'accepted' AND measure_id IS NOT NULL ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_checks_gone AFTER DELETE ON checks BEGIN
  INSERT INTO public_stale (kind, id)
    SELECT 'measure', measure_id FROM claims
    WHERE (id = OLD.total OR id IN (SELECT value FROM json_each(OLD.parts))) AND +status = 'accepted' AND measure_id IS NOT NULL ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_checks_shown AFTER UPDATE OF status, accepted_at, measure_id ON claims
WHEN OLD.status = 'accepted' OR NEW.status = 'accepted'
BEGIN
  INSERT INTO public_stale (kind, id)
    SELECT 'measure', c.measure_id FROM check_terms p JOIN checks s ON s.id = p.check_id JOIN check_terms q ON q.check_id = s.id JOIN claims c ON c.id = q.claim_id
    WHERE p.claim_id = NEW.id AND +c.status = 'accepted' AND c.measure_id IS NOT NULL
    UNION SELECT 'measure', c.measure_id FROM checks s JOIN check_terms q ON q.check_id = s.id JOIN claims c ON c.id = q.claim_id
    WHERE s.total = NEW.id AND +c.status = 'accepted' AND c.measure_id IS NOT NULL ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_cases_lived AFTER INSERT ON case_events BEGIN
  INSERT INTO public_stale (kind, id)
    SELECT 'measure', k.measure_id FROM cases k JOIN public_measures p ON p.id = k.measure_id WHERE k.id = NEW.case_id ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER public_origins_moved AFTER UPDATE OF origin_id ON article_origins
WHEN NEW.origin_id <> OLD.origin_id AND EXISTS (SELECT 1 FROM public_articles p WHERE p.id = NEW.article_id)
BEGIN
  INSERT INTO public_stale (kind, id)
    SELECT 'article', NEW.article_id UNION ALL SELECT DISTINCT 'measure', measure_id FROM claims
    WHERE article_id = NEW.article_id AND +status = 'accepted' AND measure_id IS NOT NULL ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
INSERT INTO editions_owed (measure_id, seq) SELECT id, 0 FROM public_measures;

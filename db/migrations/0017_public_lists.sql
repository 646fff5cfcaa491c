CREATE TABLE check_terms (
  claim_id TEXT NOT NULL,
  check_id TEXT NOT NULL,
  PRIMARY KEY (claim_id, check_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER check_terms_added AFTER INSERT ON checks BEGIN
  INSERT OR IGNORE INTO check_terms (claim_id, check_id) SELECT value, NEW.id FROM json_each(NEW.parts);
END;
--> statement-breakpoint
CREATE TRIGGER check_terms_removed AFTER DELETE ON checks BEGIN
  DELETE FROM check_terms WHERE check_id = OLD.id AND claim_id IN (SELECT value FROM json_each(OLD.parts));
END;
--> statement-breakpoint
CREATE TABLE public_measures (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  latest TEXT NOT NULL,
  case_id TEXT,
  opened_at TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX public_measures_by_title ON public_measures (title, id);
--> statement-breakpoint
CREATE INDEX public_measures_by_change ON public_measures (latest DESC, id);
--> statement-breakpoint
CREATE INDEX public_cases_by_change ON public_measures (latest DESC, id) WHERE case_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX public_cases_by_age ON public_measures (opened_at DESC, id DESC) WHERE case_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE public_articles (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  day TEXT NOT NULL,
  claims INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX public_articles_by_source ON public_articles (source_id, day DESC, id);
--> statement-breakpoint
CREATE INDEX public_articles_by_agency ON public_articles (agency_id, day DESC, id) WHERE agency_id <> '';
--> statement-breakpoint
CREATE TABLE public_sources (
  source_id TEXT NOT NULL,
  agency_id TEXT NOT NULL,
  articles INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (source_id, agency_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE public_voices (
  speaker_id TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (speaker_id, name, role)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE public_stale (
  kind TEXT NOT NULL CHECK (kind IN ('measure', 'claim', 'article', 'title')),
  id TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX claims_public_by_speaker ON claims (speaker_id, accepted_at) WHERE status = 'accepted' AND speaker_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX claims_public_by_low ON claims (CAST(low AS REAL)) WHERE status = 'accepted';
--> statement-breakpoint
CREATE INDEX claims_public_by_high ON claims (CAST(high AS REAL)) WHERE status = 'accepted';
--> statement-breakpoint
CREATE TRIGGER public_articles_added AFTER INSERT ON public_articles BEGIN
  INSERT INTO public_sources (source_id, agency_id, articles, claims) VALUES (NEW.source_id, NEW.agency_id, 1, NEW.claims)
    ON CONFLICT (source_id, agency_id) DO UPDATE SET articles = articles + 1, claims = claims + excluded.claims;
END;
--> statement-breakpoint
CREATE TRIGGER public_articles_counted AFTER UPDATE OF claims ON public_articles BEGIN
  UPDATE public_sources SET claims = claims + NEW.claims - OLD.claims WHERE source_id = NEW.source_id AND agency_id = NEW.agency_id;
END;
--> statement-breakpoint
CREATE TRIGGER public_articles_removed AFTER DELETE ON public_articles BEGIN
  UPDATE public_sources SET articles = articles - 1, claims = claims - OLD.claims WHERE source_id = OLD.source_id AND agency_id = OLD.agency_id;
  DELETE FROM public_sources WHERE source_id = OLD.source_id AND agency_id = OLD.agency_id AND articles = 0;
END;
--> statement-breakpoint
CREATE TRIGGER public_claims_added AFTER INSERT ON claims
WHEN NEW.status = 'accepted' AND NEW.accepted_at IS NOT NULL AND NEW.measure_id IS NOT NULL
BEGIN
  INSERT INTO public_articles (id, source_id, agency_id, day, claims)
    SELECT id, coalesce(source_id, ''), coalesce(agency_id, ''), coalesce(published_at, ''), 1 FROM articles WHERE id = NEW.article_id
    ON CONFLICT (id) DO UPDATE SET claims = claims + 1;
  INSERT INTO public_voices (speaker_id, name, role, claims)
    SELECT NEW.speaker_id, coalesce(NEW.speaker_name, ''), coalesce(NEW.speaker_role, ''), 1 WHERE NEW.speaker_id IS NOT NULL
    ON CONFLICT (speaker_id, name, role) DO UPDATE SET claims = claims + 1;
  INSERT OR IGNORE INTO public_stale (kind, id) VALUES ('measure', NEW.measure_id), ('claim', NEW.id), ('article', NEW.article_id);
END;
--> statement-breakpoint
CREATE TRIGGER public_claims_became AFTER UPDATE OF status, accepted_at, measure_id, speaker_id, speaker_name, speaker_role, text, measure_words, sentence_start, sentence_end ON claims
WHEN NEW.status = 'accepted' AND NEW.accepted_at IS NOT NULL AND NEW.measure_id IS NOT NULL
BEGIN
  INSERT INTO public_articles (id, source_id, agency_id, day, claims)
    SELECT id, coalesce(source_id, ''), coalesce(agency_id, ''), coalesce(published_at, ''), 1 FROM articles WHERE id = NEW.article_id
    ON CONFLICT (id) DO UPDATE SET claims = claims + 1;
  INSERT INTO public_voices (speaker_id, name, role, claims)
    SELECT NEW.speaker_id, coalesce(NEW.speaker_name, ''), coalesce(NEW.speaker_role, ''), 1 WHERE NEW.speaker_id IS NOT NULL
    ON CONFLICT (speaker_id, name, role) DO UPDATE SET claims = claims + 1;
  INSERT OR IGNORE INTO public_stale (kind, id) VALUES ('measure', NEW.measure_id), ('claim', NEW.id), ('article', NEW.article_id);
END;
--> statement-breakpoint
CREATE TRIGGER public_claims_were AFTER UPDATE OF status, accepted_at, measure_id, speaker_id, speaker_name, speaker_role, text, measure_words, sentence_start, sentence_end ON claims
WHEN OLD.status = 'accepted' AND OLD.accepted_at IS NOT NULL AND OLD.measure_id IS NOT NULL
BEGIN
  UPDATE public_articles SET claims = claims - 1 WHERE id = OLD.article_id;
  DELETE FROM public_articles WHERE id = OLD.article_id AND claims = 0;
  UPDATE public_voices SET claims = claims - 1
    WHERE speaker_id = OLD.speaker_id AND name = coalesce(OLD.speaker_name, '') AND role = coalesce(OLD.speaker_role, '');
  DELETE FROM public_voices
    WHERE speaker_id = OLD.speaker_id AND name = coalesce(OLD.speaker_name, '') AND role = coalesce(OLD.speaker_role, '') AND claims = 0;
  INSERT OR IGNORE INTO public_stale (kind, id) VALUES ('measure', OLD.measure_id), ('claim', OLD.id), ('article', OLD.article_id);
END;
--> statement-breakpoint
CREATE TRIGGER public_sums_moved AFTER UPDATE OF status, accepted_at, measure_id ON claims
WHEN OLD.status = 'accepted' OR NEW.status = 'accepted'
BEGIN
  INSERT OR IGNORE INTO public_stale (kind, id)
    SELECT 'measure', t.measure_id FROM check_terms p JOIN checks s ON s.id = p.check_id JOIN claims t ON t.id = s.total
    WHERE p.claim_id = NEW.id AND t.measure_id IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER public_pairs_found AFTER INSERT ON relations WHEN NEW.alert = 1 BEGIN
  INSERT OR IGNORE INTO public_stale (kind, id)
    SELECT 'measure', measure_id FROM claims WHERE id = NEW.a AND status = 'accepted' AND measure_id IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER public_pairs_changed AFTER UPDATE OF alert ON relations WHEN NEW.alert <> OLD.alert BEGIN
  INSERT OR IGNORE INTO public_stale (kind, id)
    SELECT 'measure', measure_id FROM claims WHERE id = NEW.a AND status = 'accepted' AND measure_id IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER public_pairs_gone AFTER DELETE ON relations WHEN OLD.alert = 1 BEGIN
  INSERT OR IGNORE INTO public_stale (kind, id)
    SELECT 'measure', measure_id FROM claims WHERE id = OLD.a AND status = 'accepted' AND measure_id IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER public_sums_found AFTER INSERT ON checks WHEN NEW.verdict = 'fail' BEGIN
  INSERT OR IGNORE INTO public_stale (kind, id)
    SELECT 'measure', measure_id FROM claims WHERE id = NEW.total AND status = 'accepted' AND measure_id IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER public_sums_changed AFTER UPDATE OF verdict ON checks WHEN NEW.verdict <> OLD.verdict BEGIN
  INSERT OR IGNORE INTO public_stale (kind, id)
    SELECT 'measure', measure_id FROM claims WHERE id = NEW.total AND status = 'accepted' AND measure_id IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER public_sums_gone AFTER DELETE ON checks WHEN OLD.verdict = 'fail' BEGIN
  INSERT OR IGNORE INTO public_stale (kind, id)
    SELECT 'measure', measure_id FROM claims WHERE id = OLD.total AND status = 'accepted' AND measure_id IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER public_cases_opened AFTER INSERT ON cases BEGIN
  INSERT OR IGNORE INTO public_stale (kind, id) VALUES ('measure', NEW.measure_id);
END;
--> statement-breakpoint
CREATE TRIGGER public_cases_moved AFTER UPDATE OF measure_id ON cases WHEN NEW.measure_id <> OLD.measure_id BEGIN
  INSERT OR IGNORE INTO public_stale (kind, id) VALUES ('measure', OLD.measure_id), ('measure', NEW.measure_id);
END;
--> statement-breakpoint
CREATE TRIGGER public_cases_told AFTER INSERT ON case_events WHEN NEW.body ->> '$.type' IN ('published', 'withdrawn') BEGIN
  INSERT OR IGNORE INTO public_stale (kind, id) SELECT 'measure', measure_id FROM cases WHERE id = NEW.case_id;
END;
--> statement-breakpoint
CREATE TRIGGER public_titles_added AFTER INSERT ON measures BEGIN
  INSERT OR IGNORE INTO public_stale (kind, id) VALUES ('title', NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER public_titles_changed AFTER UPDATE OF title ON measures WHEN NEW.title <> OLD.title BEGIN
  INSERT OR IGNORE INTO public_stale (kind, id) VALUES ('title', NEW.id), ('measure', NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER public_titles_removed AFTER DELETE ON measures BEGIN
  INSERT OR IGNORE INTO public_stale (kind, id) VALUES ('title', OLD.id), ('measure', OLD.id);
END;
--> statement-breakpoint
CREATE TRIGGER public_words_withheld AFTER INSERT ON article_notices WHEN NEW.kind = 'withheld' BEGIN
  INSERT OR IGNORE INTO public_stale (kind, id)
    SELECT 'article', NEW.article_id UNION ALL SELECT 'claim', id FROM claims WHERE article_id = NEW.article_id AND +status = 'accepted';
END;
--> statement-breakpoint
CREATE TRIGGER public_words_restored AFTER UPDATE OF ended_seq ON article_notices WHEN NEW.kind = 'withheld' BEGIN
  INSERT OR IGNORE INTO public_stale (kind, id)
    SELECT 'article', NEW.article_id UNION ALL SELECT 'claim', id FROM claims WHERE article_id = NEW.article_id AND +status = 'accepted';
END;
--> statement-breakpoint
INSERT OR IGNORE INTO check_terms (claim_id, check_id) SELECT part.value, s.id FROM checks s, json_each(s.parts) AS part;
--> statement-breakpoint
INSERT INTO public_articles (id, source_id, agency_id, day, claims)
  SELECT a.id, coalesce(a.source_id, ''), coalesce(a.agency_id, ''), coalesce(a.published_at, ''), c.n
  FROM (SELECT article_id, count(*) AS n FROM claims WHERE status = 'accepted' AND accepted_at IS NOT NULL AND measure_id IS NOT NULL GROUP BY article_id) c
    JOIN articles a ON a.id = c.article_id;
--> statement-breakpoint
INSERT INTO public_voices (speaker_id, name, role, claims)
  SELECT speaker_id, coalesce(speaker_name, ''), coalesce(speaker_role, ''), count(*) FROM claims
  WHERE status = 'accepted' AND accepted_at IS NOT NULL AND measure_id IS NOT NULL AND speaker_id IS NOT NULL GROUP BY 1, 2, 3;
--> statement-breakpoint
INSERT OR IGNORE INTO public_stale (kind, id)
  SELECT 'measure', measure_id FROM claims WHERE status = 'accepted' AND accepted_at IS NOT NULL AND measure_id IS NOT NULL
  UNION SELECT 'claim', id FROM claims WHERE status = 'accepted' AND accepted_at IS NOT NULL AND measure_id IS NOT NULL
  UNION SELECT 'article', id FROM public_articles UNION SELECT 'title', id FROM measures;
--> statement-breakpoint
DROP TABLE search;
--> statement-breakpoint
CREATE VIRTUAL TABLE search USING fts5 (
  kind UNINDEXED, id UNINDEXED, words,
  tokenize = "porter unicode61 remove_diacritics 2"
);
--> statement-breakpoint
INSERT INTO search (search, rank) VALUES ('automerge', 0);

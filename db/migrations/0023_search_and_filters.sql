CREATE TABLE word_slips (
  slip TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (slip, word)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX claims_public_by_thing ON claims (coalesce(unit, frame ->> '$.head'), CAST(coalesce(low, high) AS REAL)) WHERE status = 'accepted';
--> statement-breakpoint
CREATE INDEX claims_public_by_figure ON claims (CAST(coalesce(low, high) AS REAL)) WHERE status = 'accepted';
--> statement-breakpoint
CREATE INDEX claims_public_by_as_of ON claims (as_of DESC, id DESC) WHERE status = 'accepted' AND as_of IS NOT NULL;
--> statement-breakpoint
CREATE TABLE public_facets (
  measure_id TEXT NOT NULL,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  latest TEXT NOT NULL,
  PRIMARY KEY (measure_id, facet, value)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX public_facets_by_change ON public_facets (facet, value, latest DESC, measure_id);
--> statement-breakpoint
CREATE TABLE public_subjects (
  facet TEXT NOT NULL CHECK (facet IN ('topic', 'place')),
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  wider TEXT,
  measures INTEGER NOT NULL,
  PRIMARY KEY (facet, slug)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER public_subjects_more AFTER INSERT ON public_facets WHEN NEW.facet IN ('topic', 'place') BEGIN
  UPDATE public_subjects SET measures = measures + 1 WHERE facet = NEW.facet AND slug = NEW.value;
END;
--> statement-breakpoint
CREATE TRIGGER public_subjects_fewer AFTER DELETE ON public_facets WHEN OLD.facet IN ('topic', 'place') BEGIN
  UPDATE public_subjects SET measures = measures - 1 WHERE facet = OLD.facet AND slug = OLD.value;
  DELETE FROM public_subjects WHERE facet = OLD.facet AND slug = OLD.value AND measures = 0;
END;
--> statement-breakpoint
CREATE TABLE public_verdicts (
  claim_id TEXT PRIMARY KEY,
  measure_id TEXT NOT NULL,
  verdict TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX public_verdicts_by_verdict ON public_verdicts (verdict, at DESC, claim_id);
--> statement-breakpoint
CREATE INDEX public_verdicts_by_measure ON public_verdicts (measure_id);
--> statement-breakpoint
ALTER TABLE public_measures ADD COLUMN claims INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
UPDATE public_measures SET claims = (SELECT count(*) FROM claims c WHERE c.measure_id = public_measures.id AND +c.status = 'accepted' AND c.accepted_at IS NOT NULL);
--> statement-breakpoint
CREATE INDEX public_measures_by_claims ON public_measures (claims DESC, id);
--> statement-breakpoint
INSERT INTO editions_owed (measure_id, seq) SELECT id, 0 FROM public_measures WHERE true ON CONFLICT DO NOTHING;
--> statement-breakpoint
INSERT OR IGNORE INTO public_stale (kind, id)
  SELECT 'claim', id FROM claims WHERE status = 'accepted' AND accepted_at IS NOT NULL AND measure_id IS NOT NULL
  UNION ALL SELECT 'article', id FROM public_articles UNION ALL SELECT 'title', id FROM public_measures;

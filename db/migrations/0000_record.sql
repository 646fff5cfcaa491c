CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
--> statement-breakpoint
CREATE TABLE people (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  password_hash TEXT,
  salt TEXT NOT NULL,
  demo INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1)),
  disabled_at TEXT,
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX sessions_by_person ON sessions (person_id);
--> statement-breakpoint
CREATE TABLE sign_in_failures (bucket TEXT NOT NULL, at TEXT NOT NULL) STRICT;
--> statement-breakpoint
CREATE INDEX sign_in_failures_by_bucket ON sign_in_failures (bucket, at);
--> statement-breakpoint
CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  form TEXT NOT NULL,
  fields TEXT NOT NULL,
  refusal TEXT,
  saved_at TEXT NOT NULL,
  UNIQUE (person_id, form)
) STRICT;
--> statement-breakpoint
CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  external_id TEXT UNIQUE,
  source_id TEXT REFERENCES sources (id),
  published_at TEXT,
  title TEXT,
  byline TEXT,
  url TEXT,
  language TEXT,
  state TEXT NOT NULL CHECK (state IN ('read', 'not-read')),
  text TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  same_text_as TEXT REFERENCES articles (id),
  engine TEXT NOT NULL,
  doubts TEXT NOT NULL DEFAULT '[]',
  demo_note TEXT,
  entered_by TEXT REFERENCES people (id),
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX articles_by_hash ON articles (text_hash);
--> statement-breakpoint
CREATE INDEX articles_by_source ON articles (source_id, published_at);
--> statement-breakpoint
CREATE TABLE measures (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  unit TEXT,
  aggregation TEXT NOT NULL CHECK (aggregation IN ('fixed', 'running', 'level', 'flow', 'rate')),
  created_at TEXT NOT NULL,
  successor_id TEXT REFERENCES measures (id)
) STRICT;
--> statement-breakpoint
CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  ordinal INTEGER NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  text TEXT NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  figure_start INTEGER NOT NULL,
  figure_end INTEGER NOT NULL,
  low TEXT,
  high TEXT,
  low_inclusive INTEGER NOT NULL CHECK (low_inclusive IN (0, 1)),
  high_inclusive INTEGER NOT NULL CHECK (high_inclusive IN (0, 1)),
  grain TEXT NOT NULL,
  hedge TEXT NOT NULL,
  unit TEXT,
  noun TEXT,
  measure_words TEXT NOT NULL,
  speaker_name TEXT,
  speaker_role TEXT,
  speaker_inferred INTEGER NOT NULL DEFAULT 0 CHECK (speaker_inferred IN (0, 1)),
  occasion TEXT,
  as_of TEXT,
  as_of_basis TEXT NOT NULL CHECK (as_of_basis IN ('stated', 'event', 'publication', 'assumed')),
  part_of TEXT REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
  frame TEXT NOT NULL,
  measure_id TEXT REFERENCES measures (id),
  status TEXT NOT NULL DEFAULT 'read',
  created_at TEXT NOT NULL,
  accepted_at TEXT,
  UNIQUE (article_id, ordinal)
) STRICT;
--> statement-breakpoint
CREATE INDEX claims_by_measure ON claims (measure_id);
--> statement-breakpoint
CREATE INDEX claims_by_status ON claims (status);
--> statement-breakpoint
CREATE INDEX claims_by_low ON claims (low);
--> statement-breakpoint
CREATE INDEX claims_by_high ON claims (high);
--> statement-breakpoint
CREATE TABLE claim_judgements (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claims (id),
  seq INTEGER NOT NULL,
  judgement TEXT NOT NULL,
  reason TEXT,
  by TEXT NOT NULL REFERENCES people (id),
  by_role TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX claim_judgements_by_claim ON claim_judgements (claim_id);
--> statement-breakpoint
CREATE INDEX claim_judgements_by_seq ON claim_judgements (seq);
--> statement-breakpoint
CREATE TABLE relations (
  a TEXT NOT NULL REFERENCES claims (id),
  b TEXT NOT NULL REFERENCES claims (id),
  relation TEXT NOT NULL,
  kind TEXT NOT NULL,
  alert INTEGER NOT NULL CHECK (alert IN (0, 1)),
  severity TEXT NOT NULL CHECK (severity IN ('high', 'normal')),
  explanation TEXT NOT NULL,
  possible_reasons TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (a, b)
) STRICT;
--> statement-breakpoint
CREATE INDEX relations_by_b ON relations (b);
--> statement-breakpoint
CREATE TABLE checks (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  total TEXT NOT NULL REFERENCES claims (id),
  parts TEXT NOT NULL,
  expression TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('pass', 'fail', 'warn'))
) STRICT;
--> statement-breakpoint
CREATE INDEX checks_by_total ON checks (total);
--> statement-breakpoint
CREATE TABLE cases (
  id TEXT PRIMARY KEY,
  measure_id TEXT NOT NULL REFERENCES measures (id),
  state TEXT NOT NULL,
  revision INTEGER NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('high', 'normal')),
  confidence REAL NOT NULL,
  explanation TEXT NOT NULL,
  possible_reasons TEXT NOT NULL,
  positions TEXT NOT NULL,
  others TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX cases_by_measure ON cases (measure_id);
--> statement-breakpoint
CREATE INDEX cases_by_state ON cases (state, changed_at);
--> statement-breakpoint
CREATE TABLE case_events (
  case_id TEXT NOT NULL REFERENCES cases (id),
  revision INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (case_id, revision)
) STRICT;
--> statement-breakpoint
CREATE TABLE rulings (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (id),
  by TEXT NOT NULL REFERENCES people (id),
  by_role TEXT NOT NULL,
  at TEXT NOT NULL,
  verdicts TEXT NOT NULL,
  accepted INTEGER,
  reason_code TEXT NOT NULL,
  rationale TEXT NOT NULL,
  evidence TEXT NOT NULL,
  no_evidence INTEGER NOT NULL CHECK (no_evidence IN (0, 1)),
  positions TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX rulings_by_case ON rulings (case_id, at);
--> statement-breakpoint
CREATE TABLE publications (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (id),
  ruling_id TEXT NOT NULL REFERENCES rulings (id),
  kind TEXT NOT NULL,
  notice TEXT,
  by TEXT NOT NULL REFERENCES people (id),
  by_role TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX publications_by_case ON publications (case_id, at);
--> statement-breakpoint
CREATE TABLE audit_log (
  seq INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  prev BLOB NOT NULL,
  leaf BLOB NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER audit_next BEFORE INSERT ON audit_log
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_log)
  OR length(NEW.leaf) <> 32
  OR NEW.prev IS NOT coalesce((SELECT leaf FROM audit_log ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN SELECT RAISE(ABORT, 'audit: next row only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'audit: append only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'audit: append only'); END;
--> statement-breakpoint
CREATE TRIGGER case_events_no_update BEFORE UPDATE ON case_events BEGIN SELECT RAISE(ABORT, 'case events: append only'); END;
--> statement-breakpoint
CREATE TRIGGER case_events_no_delete BEFORE DELETE ON case_events BEGIN SELECT RAISE(ABORT, 'case events: append only'); END;
--> statement-breakpoint
CREATE TRIGGER rulings_no_update BEFORE UPDATE ON rulings BEGIN SELECT RAISE(ABORT, 'rulings: append only'); END;
--> statement-breakpoint
CREATE TRIGGER rulings_no_delete BEFORE DELETE ON rulings BEGIN SELECT RAISE(ABORT, 'rulings: append only'); END;
--> statement-breakpoint
CREATE TRIGGER publications_no_update BEFORE UPDATE ON publications BEGIN SELECT RAISE(ABORT, 'publications: append only'); END;
--> statement-breakpoint
CREATE TRIGGER publications_no_delete BEFORE DELETE ON publications BEGIN SELECT RAISE(ABORT, 'publications: append only'); END;
--> statement-breakpoint
CREATE TRIGGER claim_judgements_no_update BEFORE UPDATE ON claim_judgements BEGIN SELECT RAISE(ABORT, 'judgements: append only'); END;
--> statement-breakpoint
CREATE TRIGGER claim_judgements_no_delete BEFORE DELETE ON claim_judgements BEGIN SELECT RAISE(ABORT, 'judgements: append only'); END;
--> statement-breakpoint
CREATE TRIGGER articles_no_update BEFORE UPDATE ON articles BEGIN SELECT RAISE(ABORT, 'articles: append only'); END;
--> statement-breakpoint
CREATE TRIGGER articles_no_delete BEFORE DELETE ON articles BEGIN SELECT RAISE(ABORT, 'articles: append only'); END;
--> statement-breakpoint
CREATE TRIGGER claims_no_update BEFORE UPDATE OF id, article_id, ordinal, start_at, end_at, text, sentence_start, sentence_end, figure_start, figure_end, low, high, low_inclusive, high_inclusive, grain, hedge, unit, noun, measure_words, speaker_name, speaker_role, speaker_inferred, occasion, as_of, as_of_basis, part_of, frame, created_at ON claims BEGIN SELECT RAISE(ABORT, 'claims: append only'); END;
--> statement-breakpoint
CREATE TRIGGER claims_no_delete BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'claims: append only'); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE search USING fts5 (
  kind UNINDEXED, id UNINDEXED, words,
  tokenize = "porter unicode61 remove_diacritics 2"
);

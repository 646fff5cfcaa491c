CREATE TABLE hand_readings (
  claim_id TEXT NOT NULL REFERENCES claims (id),
  revision INTEGER NOT NULL CHECK (revision > 0),
  seq INTEGER NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('added', 'corrected', 'taken-back')),
  takes_back INTEGER CHECK ((act = 'taken-back') = (takes_back IS NOT NULL)),
  changed TEXT NOT NULL,
  before TEXT,
  reading TEXT NOT NULL,
  selected TEXT,
  engine TEXT NOT NULL,
  reason TEXT,
  by TEXT NOT NULL REFERENCES people (id),
  by_role TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (claim_id, revision)
) STRICT;
--> statement-breakpoint
CREATE INDEX hand_readings_by_seq ON hand_readings (seq);
--> statement-breakpoint
CREATE TRIGGER hand_readings_no_update BEFORE UPDATE ON hand_readings BEGIN SELECT RAISE(ABORT, 'readings by hand: append only'); END;
--> statement-breakpoint
CREATE TRIGGER hand_readings_no_delete BEFORE DELETE ON hand_readings BEGIN SELECT RAISE(ABORT, 'readings by hand: append only'); END;
--> statement-breakpoint
DROP TRIGGER claims_no_update;
--> statement-breakpoint
CREATE TRIGGER claims_no_update BEFORE UPDATE OF id, article_id, ordinal, part_of, created_at ON claims BEGIN SELECT RAISE(ABORT, 'claims: append only'); END;
--> statement-breakpoint
CREATE TRIGGER claims_read_by_hand BEFORE UPDATE OF start_at, end_at, text, sentence_start, sentence_end, figure_start, figure_end, low, high, low_inclusive, high_inclusive, grain, hedge, unit, noun, measure_words, speaker_name, speaker_role, speaker_inferred, occasion, as_of, as_of_basis, frame ON claims
WHEN NOT EXISTS (
  SELECT 1 FROM hand_readings h WHERE h.claim_id = OLD.id
    AND h.revision = (SELECT max(revision) FROM hand_readings WHERE claim_id = OLD.id)
    AND h.reading ->> '$.start' IS NEW.start_at AND h.reading ->> '$.end' IS NEW.end_at AND h.reading ->> '$.text' IS NEW.text
    AND h.reading ->> '$.low' IS NEW.low AND h.reading ->> '$.high' IS NEW.high AND h.reading ->> '$.hedge' IS NEW.hedge
    AND h.reading ->> '$.unit' IS NEW.unit AND h.reading ->> '$.noun' IS NEW.noun
    AND h.reading ->> '$.speakerName' IS NEW.speaker_name AND h.reading ->> '$.asOf' IS NEW.as_of)
BEGIN SELECT RAISE(ABORT, 'claims: append only'); END;
--> statement-breakpoint
CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;

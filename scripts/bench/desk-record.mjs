// Makes a large record for the bench of the desk: rows go straight into the tables, past the reader and past the log, but through the same
// triggers, which keep the queue. Nothing of it is fit for `verify`.
import Database from 'libsql';

const LETTERS = '0123456789bcdfghjkmnpqrstvwxyz';
const SOURCES = 40;
const CLAIMS_EACH = 9;
const KINDS = ['contradiction', 'part-exceeds-whole', 'reported-differently', 'cumulative-decrease'];
const SPEAKERS = ['Rosa Lind', 'Jon Aske', 'Mira Holt', 'Sten Varg', 'Ada Fenn', 'Olaf Brink', null];
const START = Date.UTC(2026, 0, 1);
/** 1 February 2026, on which all is published, in days since 1970. */
const DAY = Date.UTC(2026, 1, 1) / 86_400_000;
/** Of one case in three all claims were accepted: readers see it. */
const ACCEPTED = 3;
const FRAME = JSON.stringify({
  ...{ head: 'boat', modifiers: [], act: null, direction: null, subject: null, scope: ['Varnholm'] },
  ...{ terms: [], single: false, aggregation: 'fixed' },
  ...{ modality: 'fact', edge: null, step: null, trend: null, again: false, overall: false, dated: false, near: [], story: [] },
  ...{ exhaustiveParts: null, headline: false, question: null },
});

/** A number as an id of the record: a letter for its kind, then eleven for the number. */
export function idOf(kind, number) {
  let letters = '';
  for (let left = number; letters.length < 11; left = Math.floor(left / 30)) letters = LETTERS[left % 30] + letters;
  return kind + letters;
}

const instant = (minutes) => new Date(START + minutes * 60_000).toISOString();

/** Fills an empty record that is migrated: so many cases over so many claims. Gives the number of articles. */
export function fillRecord(path, cases, claims) {
  const db = new Database(path);
  for (const pragma of ['journal_mode=WAL', 'synchronous=OFF', 'cache_size=-400000', 'foreign_keys=OFF']) db.exec(`PRAGMA ${pragma}`);
  const articles = Math.ceil(claims / CLAIMS_EACH);
  inBatches(db, SOURCES, 'INSERT INTO sources (id, name, name_key, created_at) VALUES (?, ?, ?, ?)', (n) => [
    ...[idOf('s', n), `Paper ${n}`, `paper ${n}`, instant(0)],
  ]);
  inBatches(
    db,
    SPEAKERS.length - 1,
    `INSERT INTO speakers (id, name, name_key, role_key, kind, revision, created_at) VALUES (?, ?, ?, '', 'person', 0, ?)`,
    (n) => [...[idOf('v', n), SPEAKERS[n], SPEAKERS[n].toLowerCase(), instant(0)]],
  );
  inBatches(
    db,
    articles,
    `INSERT INTO articles (id, source_id, published_at, title, language, state, text, text_hash, engine, created_at) VALUES (?, ?, '2026-02-01', ?, 'en', 'read', ?, ?, ?, ?)`,
    (n) => [
      idOf('r', n),
      idOf('s', n % SOURCES),
      `Boats counted in harbour ${n}`,
      textOf(n, claims),
      `hash ${n}`,
      ENGINE.version,
      instant(n),
    ],
  );
  inBatches(db, cases, `INSERT INTO measures (id, title, aggregation, created_at) VALUES (?, ?, 'fixed', ?)`, (n) => [
    ...[idOf('m', n), `How many boats did harbour ${n} count?`, instant(n)],
  ]);
  inBatches(
    db,
    claims,
    `INSERT INTO claims (id, article_id, ordinal, start_at, end_at, text, sentence_start, sentence_end, figure_start, figure_end, low, high, low_inclusive,
       high_inclusive, grain, hedge, noun, measure_words, speaker_name, speaker_id, as_of, as_of_basis, frame, measure_id, status, created_at, accepted_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1, '1', 'exact', 'boats', 'boats', ?, ?, '2026-02-01', 'stated', '${FRAME}', ?, ?, ?, ?)`,
    (n) => claimRow(n, cases),
  );
  // What all of them count: a text that is checked finds its claims by it.
  inBatches(db, claims, 'INSERT INTO claim_keys (key, day, claim_id) VALUES (?, ?, ?)', (n) => ['boat *', DAY, idOf('q', n)]);
  const pairs = (n) => [idOf('q', n), idOf('q', n + cases)];
  inBatches(
    db,
    cases,
    `INSERT INTO relations (a, b, relation, kind, alert, severity, explanation, possible_reasons, confidence) VALUES (?, ?, 'conflict', ?, 1, ?, ?, '[]', ?)`,
    (n) => [...pairs(n), KINDS[n % 4], severityOf(n), 'They cannot both be right.', sureOf(n)],
  );
  inBatches(
    db,
    cases,
    `INSERT INTO cases (id, measure_id, state, revision, severity, confidence, explanation, possible_reasons, positions, others, opened_at, changed_at)
     VALUES (?, ?, 'open', 1, ?, ?, 'The counts of boats cannot both be right.', '[]', ?, '[]', ?, ?)`,
    (n) => [idOf('c', n), idOf('m', n), severityOf(n), sureOf(n), JSON.stringify(positionsOf(n, cases, claims)), instant(n), instant(n)],
  );
  inBatches(db, cases, 'INSERT INTO case_events (case_id, revision, seq, body) VALUES (?, 1, 0, ?)', (n) => [
    ...[idOf('c', n), JSON.stringify({ type: 'opened', at: instant(n), by: null, found: { positions: [], others: [] } })],
  ]);
  inBatches(db, cases, `INSERT INTO queue_items (id, kind, home, rank, since) VALUES (?, 'case', 'conflicts', ?, ?)`, (n) => [
    ...[idOf('c', n), (severityOf(n) === 'high' ? 0 : 10) - sureOf(n), instant(n)],
  ]);
  const facet = `INSERT OR IGNORE INTO queue_facets (split, facet, value, rank, since, id) SELECT split, ?, ?, rank, since, id FROM queue_items WHERE id = ?`;
  inBatches(db, cases, facet, (n) => ['kind', KINDS[n % 4], idOf('c', n)]);
  inBatches(db, cases, facet, (n) => ['measure', idOf('m', n), idOf('c', n)]);
  inBatches(db, 2 * cases, facet, (n) => ['source', idOf('s', Math.floor(n / CLAIMS_EACH) % SOURCES), idOf('c', n % cases)]);
  inBatches(db, cases, facet, (n) => ['speaker', SPEAKERS[n % 6], idOf('c', n)]);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  return articles;
}

export const ENGINE = { version: '' };

const severityOf = (n) => (n % 3 === 0 ? 'high' : 'normal');
const sureOf = (n) => [0.95, 0.8, 0.65, 0.5][n % 4];
const figureOf = (n, cases) => 100 + (n % 7919) + (Math.floor(n / cases) % 2) * 10;
const sentenceOf = (n) => `${figureOf(n, Number.MAX_SAFE_INTEGER)} boats lay in the harbour on that day. `;

function textOf(article, claims) {
  const first = article * CLAIMS_EACH;
  const filler = 'People came from all over the coast to see them, and the cafes along the quay stayed open until late. ';
  return Array.from({ length: Math.min(CLAIMS_EACH, claims - first) }, (_, k) => sentenceOf(first + k) + filler.repeat(4)).join('');
}

function claimRow(n, cases) {
  const article = Math.floor(n / CLAIMS_EACH);
  const ordinal = n % CLAIMS_EACH;
  const filler = 4 * 'People came from all over the coast to see them, and the cafes along the quay stayed open until late. '.length;
  let start = 0;
  for (let k = 0; k < ordinal; k += 1) start += sentenceOf(article * CLAIMS_EACH + k).length + filler;
  const figure = String(figureOf(n, Number.MAX_SAFE_INTEGER));
  const text = `${figure} boats`;
  const accepted = (n % cases) % ACCEPTED === 0;
  const speaker = n % SPEAKERS.length;
  return [
    ...[idOf('q', n), idOf('r', article), ordinal, start, start + text.length, text, start, start + sentenceOf(n).length - 1],
    ...[start, start + figure.length, figure, figure, SPEAKERS[speaker], SPEAKERS[speaker] && idOf('v', speaker), idOf('m', n % cases)],
    ...[accepted ? 'accepted' : 'read', instant(article), accepted ? instant(article + 1) : null],
  ];
}

/** Two positions: every other claim of the measure stands in the second. */
function positionsOf(n, cases, claims) {
  const sides = [[], []];
  for (let at = n, turn = 0; at < claims; at += cases, turn += 1) sides[turn % 2].push(idOf('q', at));
  return sides.map((ids, side) => ({
    claims: ids,
    low: '1',
    high: '1',
    lowInclusive: true,
    highInclusive: true,
    label: `${100 + side * 10} boats`,
  }));
}

const TOGETHER = 20_000;

function inBatches(db, rows, statement, row) {
  const insert = db.prepare(statement);
  for (let at = 0; at < rows; at += TOGETHER) {
    db.exec('BEGIN');
    for (let n = at; n < Math.min(rows, at + TOGETHER); n += 1) insert.run(row(n));
    db.exec('COMMIT');
  }
}

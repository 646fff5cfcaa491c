import { sql } from 'drizzle-orm';
import { kindsIn } from './around-commit';
import { fileEditions } from './editions';
import type { Tx } from './open';
import { isQuiet, movePublicHead } from './public-head';
import { IN_SIGHT, PUBLIC_CLAIMS, toldOf } from './published/visible';
import { addWords, dropWords, type Entry, fileSlips } from './search-index';
import { among, ask, send, turnOf, words } from './statement';

type Stale = Pick<Entry, 'kind' | 'id'>;

/** So many entries are filed before others have a turn. */
const TOGETHER = 200;

/** The last step of every transaction: what it touched that readers may see is worked out anew, in the lists and for search. */
export async function keepPublic(tx: Tx): Promise<void> {
  const stale = await ask<Stale>(tx, words`SELECT kind, id FROM public_stale`);
  const isLoud = ![...kindsIn(tx)].every(isQuiet) || stale.some(({ kind }) => kind === 'claim' || kind === 'article');
  const touched = stale.flatMap(({ kind, id }) => (kind === 'measure' ? [id] : []));
  const about = { measures: touched, anywhere: touched.length === 0 || stale.some(({ kind }) => kind === 'article' || kind === 'title') };
  if (isLoud) movePublicHead(tx, about);
  if (stale.length === 0) return;
  await listMeasures(tx);
  for (let at = 0; at < stale.length; at += TOGETHER) {
    const some = stale.slice(at, at + TOGETHER);
    await turnOf(tx);
    for (const { kind, id } of some) dropWords(tx, kind, id);
    const of = (kind: Entry['kind']) => some.flatMap((one) => (one.kind === kind ? [one.id] : []));
    const entries = [
      ...(await titles(tx, of('title'), 'title')),
      ...(await titles(tx, of('measure'), 'measure')),
      ...(await claimEntries(tx, of('claim'))),
      ...(await articleEntries(tx, of('article'))),
    ];
    addWords(tx, entries);
    await fileSlips(tx, entries);
  }
  send(tx, words`DELETE FROM public_stale`);
  if ((await fileEditions(tx, touched)) && !isLoud) movePublicHead(tx, about);
}

/** Of several cases on one measure the youngest is listed. */
async function listMeasures(tx: Tx): Promise<void> {
  const due = sql`(SELECT id FROM public_stale WHERE kind = 'measure')`;
  await tx.run(sql`DELETE FROM public_measures WHERE id IN ${due}`);
  await tx.run(sql`
    INSERT INTO public_measures (id, title, latest, case_id, opened_at, claims)
    SELECT d.id, d.title, max(d.accepted, coalesce(d.told, '')), d.case_id, (SELECT opened_at FROM cases WHERE id = d.case_id), d.claims
    FROM (
      SELECT m.id, m.title, (SELECT count(*) FROM ${PUBLIC_CLAIMS} c WHERE c.measure_id = m.id) AS claims,
        (SELECT max(c.accepted_at) FROM ${PUBLIC_CLAIMS} c WHERE c.measure_id = m.id) AS accepted,
        (SELECT max(${toldOf(sql`k.id`)}) FROM cases k WHERE k.measure_id = m.id) AS told,
        (SELECT k.id FROM cases k WHERE k.measure_id = m.id AND ${IN_SIGHT} ORDER BY k.opened_at DESC, k.id LIMIT 1) AS case_id
      FROM measures m WHERE m.id IN ${due}
    ) d WHERE d.accepted IS NOT NULL`);
}

async function titles(tx: Tx, ids: readonly string[], kind: 'title' | 'measure'): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const rows = await ask<{ id: string; title: string }>(
    tx,
    kind === 'title'
      ? words`SELECT id, title FROM measures WHERE id IN ${among(ids)}`
      : words`SELECT id, title FROM public_measures WHERE id IN ${among(ids)}`,
  );
  return rows.map(({ id, title }) => ({ kind, id, words: [title] }));
}

const IS_SHOWN = words`EXISTS (SELECT 1 FROM public_articles p WHERE p.id = a.id)
  AND NOT EXISTS (SELECT 1 FROM article_notices n WHERE n.article_id = a.id AND n.kind = 'withheld' AND n.ended_seq IS NULL)`;

interface Quoted {
  id: string;
  article: string;
  text: string;
  measure_words: string;
  speaker_name: string | null;
  outlet: string | null;
  agency: string | null;
  sentence_start: number;
  sentence_end: number;
}

async function claimEntries(tx: Tx, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const rows = await ask<Quoted>(
    tx,
    words`SELECT c.id, c.article_id AS article, c.text, c.measure_words, c.speaker_name, c.sentence_start, c.sentence_end,
        s.name AS outlet, w.name AS agency
      FROM claims c JOIN articles a ON a.id = c.article_id LEFT JOIN sources s ON s.id = a.source_id LEFT JOIN sources w ON w.id = a.agency_id
      WHERE c.id IN ${among(ids)} AND +c.status = 'accepted' AND c.accepted_at IS NOT NULL
        AND c.measure_id IS NOT NULL AND ${IS_SHOWN}`,
  );
  const texts = await ask<{ id: string; text: string }>(
    tx,
    words`SELECT id, text FROM articles WHERE id IN ${among(new Set(rows.map(({ article }) => article)))}`,
  );
  const textOf = new Map(texts.map(({ id, text }) => [id, text]));
  return rows.map(({ id, article, ...row }) => {
    const sentence = (textOf.get(article) as string).slice(row.sentence_start, row.sentence_end);
    return { kind: 'claim', id, words: [row.text, row.measure_words, row.speaker_name, sentence, row.outlet, row.agency] };
  });
}

/** Not the text: an article is public once one reading is, and what else it says is not. Its accepted sentences have entries of their own. */
async function articleEntries(tx: Tx, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const rows = await ask<{ id: string; title: string | null; byline: string | null; outlet: string | null }>(
    tx,
    words`SELECT a.id, a.title, a.byline, s.name AS outlet FROM articles a LEFT JOIN sources s ON s.id = a.source_id
      WHERE a.id IN ${among(ids)} AND ${IS_SHOWN}`,
  );
  return rows.map(({ id, title, byline, outlet }) => ({ kind: 'article', id, words: [title, byline, outlet] }));
}

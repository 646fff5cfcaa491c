import type { Instant } from '@/lib/base';
import {
  type Around,
  changeWords,
  claimsIn,
  type EditionMark,
  type MeasureRecord,
  namedIn,
  type Parts,
  type Passage,
  type PublicClaim,
  recordOf,
  shownToday,
} from '@/lib/publication';
import type { Reads } from '../open';
import { rowsOf } from '../rows';
import { claims } from '../schema';
import { among, ask, words } from '../statement';
import { publicArticles } from './articles';
import { publicClaims } from './claims';
import { caseMeasure } from './lists';
import { quotesOf } from './quotes';
import { IS_PUBLIC_CLAIM } from './visible';

/** So many editions of a measure are listed; each has its address, whether it is listed or not. */
const MOST_LISTED = 200;

export interface ListedEdition extends EditionMark {
  /** What changed with it. */
  words: string;
}

/** The editions of a measure, the newest first. */
export async function editionsOf(from: Reads, measureId: string): Promise<ListedEdition[]> {
  const rows = await ask<EditionMark & { parts: string }>(
    from,
    words`SELECT number, at, seq AS entry, (SELECT json_group_array(json_array(part, p.body IS NULL, EXISTS (SELECT 1 FROM edition_parts b
        WHERE b.measure_id = p.measure_id AND b.part = p.part AND b.number < p.number))) FROM edition_parts p
        WHERE p.measure_id = e.measure_id AND p.number = e.number) AS parts
      FROM editions e WHERE measure_id = ${measureId} ORDER BY number DESC LIMIT ${MOST_LISTED}`,
  );
  return rows.map(({ parts, ...mark }) => ({ ...mark, words: changeWords(JSON.parse(parts)) }));
}

/** The edition that readers see now; null where none is filed yet. */
export const editionNow = (from: Reads, measureId: string): Promise<EditionMark | null> => editionKnown(from, measureId, '9');

/** What a measure is called that has editions, also where it went on to another; null for any other. */
export async function lastTitle(from: Reads, measureId: string): Promise<string | null> {
  const rows = await ask<{ title: string }>(
    from,
    words`SELECT body ->> '$.title' AS title FROM edition_parts WHERE measure_id = ${measureId} AND part = 'head' AND body IS NOT NULL
      ORDER BY number DESC LIMIT 1`,
  );
  return rows[0]?.title ?? null;
}

/** The edition that readers saw at a moment: the last that began by then. Null where there was none yet. */
export async function editionKnown(from: Reads, measureId: string, at: Instant): Promise<EditionMark | null> {
  const rows = await ask<EditionMark>(
    from,
    words`SELECT number, at, seq AS entry FROM editions WHERE measure_id = ${measureId} AND at <= ${at} ORDER BY number DESC LIMIT 1`,
  );
  return rows[0] ?? null;
}

/** Where readers saw these claims at a moment, and as what: a claim that was moved by then is where it was moved to. */
async function heldKnown(
  from: Reads,
  claimIds: readonly string[],
  at: Instant,
): Promise<{ claim: string; measure: string; body: string }[]> {
  const rows = await ask<{ part: string; measure: string; body: string | null }>(
    from,
    words`SELECT p.part, p.measure_id AS measure, p.body, e.at AS at, max(p.number) AS number FROM edition_parts p
      JOIN editions e ON e.measure_id = p.measure_id AND e.number = p.number
      WHERE substr(p.part, 1, 6) = 'claim ' AND p.part IN ${among(claimIds.map((id) => `claim ${id}`))} AND e.at <= ${at}
      GROUP BY p.part, p.measure_id ORDER BY at`,
  );
  return rows.flatMap(({ part, measure, body }) => (body === null ? [] : [{ claim: part.slice('claim '.length), measure, body }]));
}

/** The measures in which readers saw these claims at a moment, by claim. */
export async function measuresKnown(from: Reads, claimIds: readonly string[], at: Instant): Promise<Map<string, string>> {
  return new Map((await heldKnown(from, claimIds, at)).map(({ claim, measure }) => [claim, measure]));
}

/** These claims as readers saw them at a moment, by id, as far as that may be shown today. */
export async function claimsKnown(from: Reads, claimIds: readonly string[], at: Instant): Promise<Map<string, PublicClaim>> {
  const parts = new Map((await heldKnown(from, claimIds, at)).map(({ claim, body }) => [`claim ${claim}`, body]));
  return new Map(claimsIn(parts, await aroundOf(from, parts)).map((claim) => [claim.id, claim]));
}

/** Path of the comparison of what readers saw before and after an act of a moment; null where one of the two is not filed. */
export async function differencePath(from: Reads, measureId: string, at: Instant): Promise<string | null> {
  const [row] = await ask<{ before: number | null; after: number | null }>(
    from,
    words`SELECT (SELECT max(number) FROM editions WHERE measure_id = ${measureId} AND at < ${at}) AS before,
      (SELECT min(number) FROM editions WHERE measure_id = ${measureId} AND at >= ${at}) AS after`,
  );
  return row && row.before !== null && row.after !== null ? `/measures/${measureId}/compare/${row.before}...${row.after}` : null;
}

export interface Edition {
  mark: EditionMark;
  /** The one before and the one after it. */
  earlier: number | null;
  later: number | null;
  /** Null where nothing of the measure was public then. */
  record: MeasureRecord | null;
}

/**
 * What readers saw of a measure in one of its editions; null for a number that it has not had. What may not be shown any more (a text that is withheld, a
 * ruling that was withdrawn, the words of a claim that was rejected) is left out of it, and nothing else.
 */
export async function editionRecord(from: Reads, measureId: string, number: number): Promise<Edition | null> {
  const [mark] = await ask<EditionMark & { last: number }>(
    from,
    words`SELECT number, at, seq AS entry, (SELECT max(number) FROM editions WHERE measure_id = ${measureId}) AS last
      FROM editions WHERE measure_id = ${measureId} AND number = ${number}`,
  );
  if (!mark) return null;
  const { last, ...own } = mark;
  const record = await recordIn(from, measureId, number);
  return { mark: own, earlier: number > 1 ? number - 1 : null, later: number < last ? number + 1 : null, record };
}

/** What readers saw of these measures at a moment; those of which they saw nothing are left out. */
export async function recordsKnown(from: Reads, measureIds: Iterable<string>, at: Instant): Promise<MeasureRecord[]> {
  const records: MeasureRecord[] = [];
  for (const id of measureIds) {
    const edition = await editionKnown(from, id, at);
    const record = edition && (await recordIn(from, id, edition.number));
    if (record) records.push(record);
  }
  return records;
}

async function recordIn(from: Reads, measureId: string, number: number): Promise<MeasureRecord | null> {
  const rows = await ask<{ part: string; body: string | null }>(
    from,
    words`SELECT part, body, max(number) AS number FROM edition_parts WHERE measure_id = ${measureId} AND number <= ${number} GROUP BY part`,
  );
  const parts = new Map(rows.flatMap(({ part, body }) => (body === null ? [] : [[part, body] as const])));
  const record = recordOf(parts, await aroundOf(from, parts));
  // Where every claim of it is gone, nothing of it may be shown.
  if (record === null || record.claims.length === 0) return null;
  if (record.case === null) return record;
  return shownToday(record, (await caseMeasure(from, record.case.id))?.case ?? null);
}

/** What stands around the parts of an edition, as it may be shown today. */
async function aroundOf(from: Reads, parts: Parts): Promise<Around> {
  const named = namedIn(parts);
  const articles = await publicArticles(from, [...new Set(named.claims.map(({ article }) => article.id))]);
  const others = named.others.length === 0 ? [] : (await publicClaims(from, words`claims.id IN ${among(named.others)}`)).claims;
  const quotes = await quotesToday(
    from,
    named.claims.filter(({ article }) => articles.get(article.id)?.withheld == null).map(({ id }) => id),
  );
  return {
    articles,
    quotes: new Map(named.claims.map((claim) => [claim.id, quotes.get(claim.id) ?? figureAlone(claim)])),
    others: new Map(others.map((claim) => [claim.id, claim])),
  };
}

async function quotesToday(from: Reads, ids: readonly string[]): Promise<Map<string, Passage>> {
  return quotesOf(from, await rowsOf(from, claims, words`WHERE claims.id IN ${among(ids)} AND ${IS_PUBLIC_CLAIM}`));
}

const figureAlone = ({ id, text }: Pick<PublicClaim, 'id' | 'text'>): Passage => ({
  pieces: [{ text, claim: id }],
  cutBefore: true,
  cutAfter: true,
});

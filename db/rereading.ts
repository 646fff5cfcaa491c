import { eq, sql } from 'drizzle-orm';
import { type Claim, type ReadingDifference, readingDifference } from '@/lib/claim';
import { handsByClaim } from './by-hand';
import { type ArticleRow, type ClaimRow, recordedClaim } from './codec';
import type { HandRow } from './hand-record';
import type { Reads } from './open';
import { ANYWHERE, placedReading, type Rereading } from './placed-reading';
import type { KeptReading } from './reading';
import { claims } from './schema';

/**
 * Holds a new reading against the claims that stand today. What is the same stays. What nobody judged gives way to what is read now. What
 * a person accepted or rejected, or a ruling rests on, keeps its place whatever is read there now, and so does the total that an accepted
 * claim is part of: it would be part of nothing else. What somebody read by hand keeps its place, too: the machine's reading of it is held
 * against the new one, and what a person added is no loss where the machine still does not read it.
 */
export async function rereadingOf(from: Reads, article: ArticleRow, reading: KeptReading, now: string): Promise<Rereading> {
  const all = await from.select().from(claims).where(eq(claims.articleId, article.id)).orderBy(claims.start, claims.ordinal);
  const today = all.filter(({ status }) => status !== 'superseded');
  const hands = await handsByClaim(
    from,
    today.map(({ id }) => id),
  );
  const standing = today.map((row) => ({ ...row, ...hands.get(row.id)?.[0]?.before }));
  const found = readingDifference(asRead(standing), reading.claims);
  const difference = { ...found, gone: found.gone.filter((at) => !isAdded(hands.get(standing[at]?.id ?? ''))) };
  const next = { ordinal: Math.max(-1, ...all.map(({ ordinal }) => ordinal)) + 1, now };
  return placedReading(article, { standing, held: await heldAmong(from, standing, difference, hands) }, reading.claims, difference, next);
}

const isAdded = (hands: readonly HandRow[] | undefined): boolean => hands?.[0]?.act === 'added';

/** Stored claims as the engine gives them: a total is named by its place in the list. */
function asRead(rows: readonly ClaimRow[]): Claim[] {
  const places = new Map(rows.map(({ id }, at) => [id, at]));
  return rows.map((row) => {
    const claim = recordedClaim(row, ANYWHERE);
    return { ...claim, partOf: row.partOf === null ? null : (places.get(row.partOf) ?? null) };
  });
}

/** Ids of the claims that keep their place. */
async function heldAmong(
  from: Reads,
  standing: readonly ClaimRow[],
  { pairs, gone }: ReadingDifference,
  hands: ReadonlyMap<string, unknown>,
): Promise<Set<string>> {
  const differs = [...gone, ...pairs.flatMap(({ before, fields }) => (fields.length > 0 ? before : []))];
  const unjudged = differs.some((at) => standing[at]?.status === 'read');
  const ruled = unjudged ? await ruledAmong(from, standing) : new Set<string>();
  const held = new Set(standing.filter(({ id, status }) => status !== 'read' || ruled.has(id) || hands.has(id)).map(({ id }) => id));
  const totals = new Map(standing.map(({ id, partOf }) => [id, partOf]));
  for (const { id, status } of standing) {
    if (!held.has(id) || status === 'rejected') continue;
    for (let at = totals.get(id); at && !held.has(at); at = totals.get(at)) held.add(at);
  }
  return held;
}

/** Claims of the list that stand in a ruling, published or not. */
async function ruledAmong(from: Reads, rows: readonly ClaimRow[]): Promise<Set<string>> {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const found = await from.all<{ id: string }>(sql`
    SELECT DISTINCT member.value AS id FROM rulings r, json_each(r.positions) AS position, json_each(position.value) AS member
    WHERE member.value IN (SELECT value FROM json_each(${ids}))`);
  return new Set(found.map(({ id }) => id));
}

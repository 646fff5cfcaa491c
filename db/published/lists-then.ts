import type { Instant } from '@/lib/base';
import { type MeasureRecord, type Moments, type PublicClaim, recordAsOf, speaksBy } from '@/lib/publication';
import type { Reads } from '../open';
import { ask, words } from '../statement';
import { claimList } from './claim-list';
import { claimsKnown, recordsKnown } from './editions';
import { listedCases, listedMeasures, type Page } from './lists';

/** So many of a list are looked at for a part of it: of another moment some of them fall away, and the part is the shorter. */
const SIZE = 25;

/** Measures as of a moment: by title as they are today, and by their age where they are asked for as they were known. */
export async function measuresAsked(from: Reads, after: string | null, moments: Moments): Promise<Page<MeasureRecord>> {
  const { known } = moments;
  if (known === null) return asOf(await listedMeasures(from, after), moments);
  const rows = await ask<{ id: string }>(
    from,
    words`SELECT measure_id AS id FROM editions WHERE number = 1 AND at <= ${known} AND measure_id > ${after ?? ''} ORDER BY measure_id LIMIT ${SIZE + 1}`,
  );
  const ids = rows.slice(0, SIZE).map(({ id }) => id);
  const page = { items: await recordsKnown(from, ids, known), next: rows.length > SIZE ? (ids.at(-1) ?? null) : null };
  return asOf(page, moments);
}

/** Cases as of a moment, the youngest first: each as the record of its measure. */
export async function casesAsked(from: Reads, after: string | null, moments: Moments): Promise<Page<MeasureRecord>> {
  const { known } = moments;
  const page = known === null ? await listedCases(from, after) : await casesKnown(from, after, known);
  const { items, next } = asOf(page, moments);
  return { items: items.filter((record) => record.case), next };
}

async function casesKnown(from: Reads, after: string | null, known: Instant): Promise<Page<MeasureRecord>> {
  const rows = await ask<{ id: string; measure: string }>(
    from,
    words`SELECT k.id, k.measure_id AS measure FROM cases k WHERE (${after} IS NULL OR k.id < ${after}) AND EXISTS (
        SELECT 1 FROM edition_parts p JOIN editions e ON e.measure_id = p.measure_id AND e.number = p.number
        WHERE p.measure_id = k.measure_id AND p.part = 'case' AND p.body ->> '$.id' = k.id AND e.at <= ${known})
      ORDER BY k.id DESC LIMIT ${SIZE + 1}`,
  );
  const shown = rows.slice(0, SIZE);
  const items = await recordsKnown(from, new Set(shown.map(({ measure }) => measure)), known);
  const held = new Set(shown.map(({ id }) => id));
  return { items: items.filter((record) => held.has(record.case?.id ?? '')), next: rows.length > SIZE ? (shown.at(-1)?.id ?? null) : null };
}

/** Claims as of a moment, those of the youngest article first. */
export async function claimsAsked(from: Reads, after: string | null, { asof, known }: Moments): Promise<Page<PublicClaim>> {
  const { items, next } = known === null ? await claimList(from, { after }) : await claimsThen(from, after, known);
  return { items: items.filter((claim) => asof === null || speaksBy(claim, asof)), next };
}

async function claimsThen(from: Reads, after: string | null, known: Instant): Promise<Page<PublicClaim>> {
  const [place] = await ask<{ article: string; ordinal: number }>(
    from,
    words`SELECT article_id AS article, ordinal FROM claims WHERE id = ${after}`,
  );
  const behind = place
    ? words`c.article_id <= ${place.article} AND (c.article_id < ${place.article} OR c.ordinal > ${place.ordinal})`
    : words`true`;
  const rows = await ask<{ id: string }>(
    from,
    words`SELECT c.id FROM claims c WHERE ${behind} AND EXISTS (
        SELECT 1 FROM edition_parts p JOIN editions e ON e.measure_id = p.measure_id AND e.number = p.number
        WHERE substr(p.part, 1, 6) = 'claim ' AND p.part = 'claim ' || c.id AND e.at <= ${known})
      ORDER BY c.article_id DESC, c.ordinal LIMIT ${2 * SIZE + 1}`,
  );
  const ids = rows.slice(0, 2 * SIZE).map(({ id }) => id);
  const found = await claimsKnown(from, ids, known);
  return { items: ids.flatMap((id) => found.get(id) ?? []), next: rows.length > 2 * SIZE ? (ids.at(-1) ?? null) : null };
}

const asOf = ({ items, next }: Page<MeasureRecord>, { asof }: Moments): Page<MeasureRecord> => ({
  items: asof === null ? items : items.flatMap((record) => recordAsOf(record, asof) ?? []),
  next,
});

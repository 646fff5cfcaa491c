import type { MeasureRecord, PublicClaim } from '@/lib/publication';
import type { Reads } from '../open';
import { among, ask, NOTHING, words } from '../statement';
import { claimList } from './claim-list';
import type { Page } from './lists';
import { type CountedPage, caseList, measureList } from './measure-lists';

/** A topic or a place that public measures are about, by the word in its address. */
export interface SubjectLine {
  id: string;
  name: string;
  /** From the widest on, its own name last. */
  path: string[];
  /** Public measures that are about it or a part of it. */
  measures: number;
}

export type SubjectKind = 'topic' | 'place';

interface Row {
  slug: string;
  name: string;
  wider: string | null;
  measures: number;
}

const SIZE = 200;
/** No way to the widest is longer. */
const MOST_STEPS = 12;

/** Topics or places by the word in their address, from behind the one that is named on. */
export async function subjectList(from: Reads, facet: SubjectKind, after: string | null): Promise<Page<SubjectLine>> {
  const rest = after === null ? NOTHING : words`AND slug > ${after}`;
  const rows = await ask<Row>(
    from,
    words`SELECT slug, name, wider, measures FROM public_subjects WHERE facet = ${facet} AND measures > 0 ${rest} ORDER BY slug LIMIT ${SIZE + 1}`,
  );
  const items = await linesOf(from, facet, rows.slice(0, SIZE));
  return { items, next: rows.length > SIZE ? (items.at(-1)?.id ?? null) : null };
}

async function linesOf(from: Reads, facet: SubjectKind, rows: readonly Row[]): Promise<SubjectLine[]> {
  const known = new Map(rows.map((row) => [row.slug, row]));
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const missing = [...known.values()].flatMap(({ wider }) => (wider !== null && !known.has(wider) ? [wider] : []));
    if (missing.length === 0) break;
    const found = await ask<Row>(
      from,
      words`SELECT slug, name, wider, measures FROM public_subjects WHERE facet = ${facet} AND slug IN ${among(missing)}`,
    );
    if (found.length === 0) break;
    for (const row of found) known.set(row.slug, row);
  }
  const pathOf = (row: Row, steps: number): string[] => {
    const wider = row.wider === null || steps > MOST_STEPS ? undefined : known.get(row.wider);
    return [...(wider ? pathOf(wider, steps + 1) : []), row.name];
  };
  return rows.map((row) => ({ id: row.slug, name: row.name, path: pathOf(row, 0), measures: Number(row.measures) }));
}

export interface SubjectRecord extends SubjectLine {
  wider: string | null;
  narrower: SubjectLine[];
  /** Those changed last. */
  list: CountedPage<MeasureRecord>;
  open: MeasureRecord[];
  claims: PublicClaim[];
}

const MOST_NARROWER = 100;
const MOST_OPEN = 6;
const MOST_CLAIMS = 10;

/** What is on record about a topic or a place; null where nothing public is. */
export async function subjectRecord(from: Reads, facet: SubjectKind, slug: string): Promise<SubjectRecord | null> {
  const rows = await ask<Row>(
    from,
    words`SELECT slug, name, wider, measures FROM public_subjects WHERE facet = ${facet} AND slug = ${slug} AND measures > 0`,
  );
  const [line] = await linesOf(from, facet, rows);
  if (!line) return null;
  const narrower = await ask<Row>(
    from,
    words`SELECT slug, name, wider, measures FROM public_subjects WHERE facet = ${facet} AND wider = ${slug} AND measures > 0 ORDER BY slug LIMIT ${MOST_NARROWER}`,
  );
  const filters = { [facet]: slug };
  const open = await caseList(from, { filters: { ...filters, state: 'open' }, after: null, most: MOST_OPEN });
  return {
    ...line,
    wider: rows[0]?.wider ?? null,
    narrower: await linesOf(from, facet, narrower),
    list: await measureList(from, { filters, after: null }),
    open: open.items,
    claims: (await claimList(from, { filters, after: null, most: MOST_CLAIMS })).items,
  };
}

import { sql } from 'drizzle-orm';
import type { Filters, MeasureRecord } from '@/lib/publication';
import type { Reads } from '../open';
import { ask, sqlOf, words } from '../statement';
import { listedCases, listedMeasures, type Page } from './lists';
import { allOf, type Condition, conditionsOf, countMeeting, idsMeeting, meets, rarestFirst } from './narrowed';
import { measureRecords } from './records';
import { walked } from './walk';

/** A page of a list, and how many there are in all: null where that is not counted, and "more than" where it is no further. */
export interface CountedPage<T> extends Page<T> {
  total: { n: number; more: boolean } | null;
}

export type MeasureOrder = 'title' | 'change' | 'claims';

/** Each measure of a page is read whole. */
const SIZE = 25;
const MOST_COUNTED = 10_000;

/** Measures that meet all filters, the one changed last first; without any in the order that is asked for. */
export async function measureList(
  from: Reads,
  { filters = {}, order = 'title', after }: { filters?: Filters; order?: MeasureOrder; after: string | null },
): Promise<CountedPage<MeasureRecord>> {
  const conditions = await rarestFirst(from, await conditionsOf(from, filters));
  if (conditions.length > 0) return narrowedList(from, conditions, { after, most: SIZE, ofCases: false });
  const page =
    order === 'title' ? await listedMeasures(from, after) : await recordsOf(from, await walked(ordered(from, order), after, SIZE));
  const [row] = await ask<{ n: number }>(from, words`SELECT count(*) AS n FROM public_measures`);
  return { ...page, total: { n: Number(row?.n ?? 0), more: false } };
}

/** Cases on measures that meet all filters, the one changed last first; without any, and in no other order, the youngest first. */
export async function caseList(
  from: Reads,
  {
    filters = {},
    order = 'opened',
    after,
    most = SIZE,
  }: { filters?: Filters; order?: 'opened' | 'change'; after: string | null; most?: number },
): Promise<CountedPage<MeasureRecord>> {
  const conditions = await rarestFirst(from, await conditionsOf(from, filters));
  if (conditions.length > 0) return held(await narrowedList(from, conditions, { after, most, ofCases: true }));
  const page = order === 'opened' ? await listedCases(from, after) : await recordsOf(from, await walked(casesByChange(from), after, SIZE));
  const [row] = await ask<{ n: number }>(from, words`SELECT count(*) AS n FROM public_measures WHERE case_id IS NOT NULL`);
  return held({ ...page, total: { n: Number(row?.n ?? 0), more: false } });
}

/** Of a large measure only its record tells whether its case is public. */
const held = (page: CountedPage<MeasureRecord>): CountedPage<MeasureRecord> => ({
  ...page,
  items: page.items.filter((record) => record.case),
});

async function narrowedList(
  from: Reads,
  [first, ...others]: Condition[],
  { after, most, ofCases }: { after: string | null; most: number; ofCases: boolean },
): Promise<CountedPage<MeasureRecord>> {
  const begin = first as Condition;
  const conditions = others.map((condition) => meets(words`m.id`, condition));
  const all = allOf(ofCases ? [...conditions, words`m.case_id IS NOT NULL`] : conditions);
  const meeting = (ids: readonly string[]) =>
    ask<{ id: string }>(
      from,
      words`SELECT m.id FROM json_each(${JSON.stringify(ids)}) j CROSS JOIN public_measures m ON m.id = j.value WHERE ${all} ORDER BY j.key`,
    ).then((rows) => rows.map(({ id }) => id));
  const isAll = others.length === 0 && !ofCases;
  const walk = { ids: (behind: string | null, step: number) => idsMeeting(from, begin, behind, step), ...(isAll ? {} : { meeting }) };
  const page = await recordsOf(from, await walked(walk, after, most));
  const n = isAll ? await countMeeting(from, begin, MOST_COUNTED + 1) : 0;
  return { ...page, total: isAll ? { n: Math.min(n, MOST_COUNTED), more: n > MOST_COUNTED } : null };
}

const ordered = (from: Reads, order: 'change' | 'claims') => ({
  ids: (behind: string | null, most: number) => {
    const column = order === 'change' ? words`latest` : words`claims`;
    const at = words`(SELECT ${column} FROM public_measures WHERE id = ${behind})`;
    const rest = behind === null ? words`true` : words`${column} <= ${at} AND (${column} < ${at} OR id > ${behind})`;
    return idsOf(from, words`SELECT id FROM public_measures WHERE ${rest} ORDER BY ${column} DESC, id LIMIT ${most}`);
  },
});

const casesByChange = (from: Reads) => ({
  ids: (behind: string | null, most: number) => {
    const at = words`(SELECT latest FROM public_measures WHERE id = ${behind})`;
    const rest = behind === null ? words`true` : words`latest <= ${at} AND (latest < ${at} OR id > ${behind})`;
    return idsOf(from, words`SELECT id FROM public_measures WHERE case_id IS NOT NULL AND ${rest} ORDER BY latest DESC, id LIMIT ${most}`);
  },
});

const idsOf = async (from: Reads, asked: ReturnType<typeof words>): Promise<string[]> =>
  (await from.all<{ id: string }>(sql`${sqlOf(asked)}`)).map(({ id }) => id);

const recordsOf = async (from: Reads, { items, next }: Page<string>): Promise<Page<MeasureRecord>> => ({
  items: await measureRecords(from, items),
  next,
});

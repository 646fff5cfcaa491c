import type { Filters } from '@/lib/publication';
import type { Reads } from '../open';
import { among, ask, type Words, words } from '../statement';
import { claimTests, SEEN_THERE } from './claim-list';
import { allOf, conditionsOf, countMeeting, idsMeeting, meets, rarestFirst } from './narrowed';

/** What hits of each kind have to meet, by their id in `search.id`; and where few can, which these are. */
export interface Narrowed {
  only: Record<'measure' | 'claim' | 'article', Words>;
  few: Record<'measure' | 'claim' | 'article', string[]> | null;
}

/** Where a filter leaves no more measures than this, the words are looked for in these alone. */
const FEW_MEASURES = 100;
const FEW_CLAIMS = 400;

/** Where a search is narrowed: a measure and an article are met by one of their claims, where a claim alone can be. Null where it is not. */
export async function narrowedTo(from: Reads, filters: Filters): Promise<Narrowed | null> {
  const conditions = await rarestFirst(from, await conditionsOf(from, filters));
  const tests = claimTests(conditions, filters);
  if (tests.length === 0) return null;
  const days = claimTests([], filters);
  const dated =
    days.length === 0 ? [] : [words`EXISTS (SELECT 1 FROM claims c WHERE c.measure_id = search.id AND ${SEEN_THERE} AND ${allOf(days)})`];
  const all = allOf(tests);
  const [rarest] = conditions;
  const isFew = rarest !== undefined && (await countMeeting(from, rarest, FEW_MEASURES + 1)) <= FEW_MEASURES;
  return {
    only: {
      measure: allOf([...conditions.map((condition) => meets(words`search.id`, condition)), ...dated]),
      claim: words`EXISTS (SELECT 1 FROM claims c WHERE c.id = search.id AND ${all})`,
      article: words`EXISTS (SELECT 1 FROM claims c WHERE c.article_id = search.id AND ${SEEN_THERE} AND ${all})`,
    },
    few: isFew ? await thoseOf(from, await idsMeeting(from, rarest, null, FEW_MEASURES)) : null,
  };
}

/** Some measures with their claims, the youngest of them, and the articles of these. */
async function thoseOf(from: Reads, measures: string[]): Promise<Narrowed['few']> {
  const rows = await ask<{ id: string; article: string }>(
    from,
    words`SELECT c.id, c.article_id AS article FROM claims c WHERE c.measure_id IN ${among(measures)} AND ${SEEN_THERE} ORDER BY c.id DESC LIMIT ${FEW_CLAIMS}`,
  );
  return { measure: measures, claim: rows.map(({ id }) => id), article: [...new Set(rows.map(({ article }) => article))] };
}
